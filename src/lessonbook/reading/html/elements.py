"""What an element of a web page is to a reader: wording, a block, furniture of the page, or nothing."""

import re
from typing import Literal

from lxml import etree

from lessonbook.domain import MarkKind

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of an element
Part = Literal["content", "furniture", "dropped"]

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre search section summary table "
    "tbody td tfoot th thead tr ul"
)
_DROPPED_NAMES = (
    "audio canvas datalist embed head iframe input map meter noscript object option progress script select style "
    "svg template textarea video"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
_DROPPED = frozenset(_DROPPED_NAMES.split())
_FURNITURE_TAGS = frozenset({"nav", "footer", "search", "dialog"})
_FURNITURE_ROLES = frozenset(
    {"navigation", "contentinfo", "search", "banner", "dialog", "alertdialog", "menu", "menubar"}
)
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|cookies?|skip-?links?|pagination|pager|social|share|sharing|newsletter|consent|gdpr"
    r"|feedback|back-to-top|related-(?:content|links|pages|items)|site-(?:header|footer)|global-(?:header|footer)"
    r"|masthead|phase-banner|print-(?:link|page)|table-of-contents|toc|contents-list|page-navigation|on-this-page)(?=$|[\s_-])",
    re.IGNORECASE,
)
# Names that pages give to boxes of the text; a name such as "content-box" is that of the page's own layout.
_BOX_NAMES = re.compile(
    r"(?:^|[\s_-])(?:call-?out|inset(?:-text)?|high-?light|info-?box|text-?box|key-?(?:points?|messages?|learning|findings?)"
    r"|learning-?(?:points?|box)|summary-?box|panel|well|alert|notice)(?=$|[\s_-])",
    re.IGNORECASE,
)
_BOXES = frozenset({"aside", "details", "fieldset"})
_LONGEST_BOX = 4000
_WHOLE = frozenset({"html", "body", "main", "article"})
_LONGEST_FURNITURE = 1500
# What a page hides until it is opened is its wording all the same: accordions, tabs, collapsed panels.
_OPENED_LATER = re.compile(r"accordion|collaps|panel|tab|toggle|expand|reveal|details|drawer", re.IGNORECASE)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_UNDERLINE = re.compile(r"text-decoration[\w-]*\s*:[^;]*underline", re.IGNORECASE)
_MARKS: dict[str, MarkKind] = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "cite": "italic",
    "u": "underline",
    "ins": "underline",
}


def name_of(element: Element) -> str:
    """The element's name without a namespace, in lower case."""
    return str(element.tag).rsplit("}", 1)[-1].lower()


def part_of(element: Element, name: str) -> Part:
    """Whether an element holds the page's wording, only its furniture, or nothing for a reader."""
    if name in _DROPPED or (name == "button" and not _titles_something(element)):
        return "dropped"
    if name == "sup" and _is_note_sign(element):
        return "dropped"
    if _is_hidden(element):
        return "furniture" if name in BLOCKS else "dropped"
    if name in _FURNITURE_TAGS or element.get("role", "") in _FURNITURE_ROLES:
        return "furniture"
    if name in BLOCKS and name not in _WHOLE and _FURNITURE_NAMES.search(_labels(element)) and _is_short(element):
        return "furniture"
    return "content"


def marks_of(element: Element, name: str) -> tuple[MarkKind, ...]:
    """The emphasis an element gives by its name or its own style."""
    marks = {_MARKS[name]} if name in _MARKS else set[MarkKind]()
    if style := element.get("style"):
        marks.update(kind for kind, sign in _STYLED if sign.search(style))
    return tuple(sorted(marks))


_STYLED: tuple[tuple[MarkKind, re.Pattern[str]], ...] = (
    ("bold", _BOLD),
    ("italic", _ITALIC),
    ("underline", _UNDERLINE),
)


def _is_hidden(element: Element) -> bool:
    hidden = (
        element.get("hidden", "until-found") != "until-found"
        or element.get("aria-hidden") == "true"
        or _HIDING.search(element.get("style", "")) is not None
    )
    return hidden and not _OPENED_LATER.search(f"{_labels(element)} {element.get('role', '')}")


def _labels(element: Element) -> str:
    return f"{element.get('class', '')} {element.get('id', '')}"


def is_box(element: Element, name: str) -> bool:
    """Whether a page draws the element as a box in its text."""
    if name in HEADINGS or name in _WHOLE or name in {"li", "td", "th", "tr", "table", "ul", "ol"}:
        return False
    said = name in _BOXES or _BOX_NAMES.search(_labels(element)) is not None
    return said and _is_short(element, _LONGEST_BOX)


def _is_short(element: Element, longest: int = _LONGEST_FURNITURE) -> bool:
    length = 0
    for number, inner in enumerate(element.iter()):
        length += len((inner.text or "").strip())
        length += 0 if inner is element else len((inner.tail or "").strip())
        if length > longest or number > longest:
            return False
    return True


def _titles_something(button: Element) -> bool:
    """Whether a button is the title of a panel that it opens."""
    if button.get("aria-expanded") is not None or button.get("aria-controls") is not None:
        return True
    return any(name_of(above) in {*HEADINGS, "summary", "dt"} for above in button.iterancestors())


def _is_note_sign(element: Element) -> bool:
    link = next(element.iterchildren("a"), None)
    return link is not None and link.get("href", "").startswith("#")
