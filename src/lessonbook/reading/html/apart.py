"""What stands apart from a web page's running text: its footnotes with their signs, and lists of links into itself."""

import re

import msgspec

from lessonbook.reading.html.elements import Element, name_of

_NOTE_NAME = re.compile(r"#_?(?:ftn|fn|footnote|note|endnote|edn|en|cite[-_]?note)s?[-_:.]?\w{0,20}", re.IGNORECASE)
_BACK = re.compile(r"(?:ref|back|return|anchor)", re.IGNORECASE)
_SIGN = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?", re.IGNORECASE)
_SIGN_CLASS = re.compile(r"note[-_]?(?:ref|link|sign)|footnote|endnote", re.IGNORECASE)
_PLACES = ("li", "p", "div", "aside", "dd", "section", "td")
_LONGEST_NOTE = 3000
_FEWEST_LINKS = 3


class Apart(msgspec.Struct):
    """Elements that are notes, with their signs; signs and links back, which are no wording; lists of contents."""

    notes: dict[Element, str]
    signs: set[Element]
    contents: set[Element]


def find(body: Element) -> Apart:
    """What stands apart in a page's body."""
    links = [link for link in body.iterdescendants("a") if link.get("href", "").startswith("#")]
    apart = Apart({}, set(), _lists_of_links(body))
    if not any(_is_sign(link) for link in links):
        return apart
    targets = _targets(body)
    for link in links:
        target = targets.get(link.get("href", "")[1:]) if _is_sign(link) else None
        note = None if target is None else _note_around(target, link)
        if note is not None:
            apart.notes.setdefault(note, _text(link).strip("[]()"))
            apart.signs.add(link)
    apart.signs.update(link for link in links if _leads_back(link, apart.notes))
    return apart


def _text(element: Element) -> str:
    return "".join(str(text) for text in element.itertext()).strip()


def _is_sign(link: Element) -> bool:
    text = _text(link)
    if not _SIGN.fullmatch(text) or _BACK.search(link.get("href", "")):
        return False
    raised = next(link.iterancestors("sup"), None) is not None or next(link.iterdescendants("sup"), None) is not None
    said = "noteref" in link.get("role", "") or _SIGN_CLASS.search(link.get("class", "")) is not None
    return raised or said or _NOTE_NAME.fullmatch(link.get("href", "")) is not None


def _targets(body: Element) -> dict[str, Element]:
    targets: dict[str, Element] = {}
    for element in body.iterdescendants():
        for name in (element.get("id"), element.get("name")):
            if name:
                targets.setdefault(name, element)
    return targets


def _note_around(target: Element, link: Element) -> Element | None:
    note = target if name_of(target) in _PLACES else next(target.iterancestors(*_PLACES), None)
    if note is None or any(above is note for above in link.iterancestors(name_of(note))):
        return None
    length = 0
    for text in note.itertext():
        length += len(text)
        if length > _LONGEST_NOTE:
            return None
    return note


def _leads_back(link: Element, notes: dict[Element, str]) -> bool:
    inside = any(above in notes for above in link.iterancestors(*_PLACES))
    return inside and len(_text(link)) <= len("[100]")


def _lists_of_links(body: Element) -> set[Element]:
    """Lists in which every word is a link to a place on the same page."""
    found = set()
    for element in body.iterdescendants("ul", "ol"):
        if next(element.iterancestors("ul", "ol"), None) is None:
            links = list(element.iterdescendants("a"))
            if len(links) >= _FEWEST_LINKS and all(link.get("href", "").startswith("#") for link in links):
                linked = sum(len(text.strip()) for link in links for text in link.itertext())
                if linked == sum(len(text.strip()) for text in element.itertext()):
                    found.add(element)
    return found
