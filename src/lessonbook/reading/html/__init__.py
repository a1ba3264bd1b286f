"""Reads web pages: what a reader of the page reads, without navigation, scripts and what is hidden for good.

Relative links become absolute where the page says where it is from: its ``base``, its canonical address, or the note
that a browser writes into a page that it saves.

Asides, opened details and boxes by their names are boxed blocks. Footnotes are notes, their signs no wording. Lists in
which all is a link into the page itself are furniture, as are titled lists of contents.
"""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin

from lxml import etree
from lxml import html as lxml_html

from lessonbook.domain import Document, LessonbookError
from lessonbook.reading.encoding import decode
from lessonbook.reading.html.elements import Element
from lessonbook.reading.html.walk import Walk
from lessonbook.reading.manuscript import Manuscript

READER = "html/2"
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_NOT_A_LINK = ("#", "javascript:", "data:", "about:", "vbscript:")
_DECLARED_WITHIN = 4096
# A main part with less than this share of the page's wording is not where its wording is.
_MAIN_SHARE = 0.2


def read(data: bytes, sha256: str) -> Document:
    """The document in a web page. Raises ``LessonbookError`` with ``file-no-text`` where the page has no text."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    text = decode(data, declared[1].decode("ascii") if declared else None).text
    root = _parse(text)
    link = _resolver(_base(root, text))
    for body, main in _mains(root):
        manuscript = Manuscript(sha256, "html", READER)
        Walk(manuscript, body, main, link).go()
        document = manuscript.document(_title(root), root.get("lang") or root.get("xml:lang"))
        if document.blocks:
            return document
    raise LessonbookError(
        "file-no-text",
        "The web page has no text in it: open it in a browser, wait until it shows, and save it as PDF.",
    )


def _parse(text: str) -> Element:
    """The root of the page. With ``huge_tree`` libxml2 goes 2,048 elements deep and not 256; beyond that it stops."""
    parser = lxml_html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise LessonbookError("file-damaged", "The web page is damaged: save it again.") from error
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise LessonbookError(
            "file-unsafe",
            "The web page is nested too deeply to be read whole: open it in a browser and save it as PDF.",
        )
    return root


def _mains(root: Element) -> Iterator[tuple[Element, Element]]:
    """The page's body with the parts that can hold its wording, the likeliest first: its one ``main``, the whole."""
    for body in root.iterchildren("body"):
        mains = [e for e in body.iterdescendants() if e.tag == "main" or e.get("role") == "main"]
        if len(mains) == 1 and _length(mains[0]) >= _MAIN_SHARE * _length(body):
            yield body, mains[0]
        yield body, body


def _length(element: Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _title(root: Element) -> str | None:
    title = root.findtext(".//title")
    return " ".join(title.split()) or None if title else None


def _base(root: Element, text: str) -> str | None:
    for path, attribute in (
        (".//base[@href]", "href"),
        (".//link[@rel='canonical'][@href]", "href"),
        (".//meta[@property='og:url'][@content]", "content"),
    ):
        found = root.find(path)
        if found is not None and found.get(attribute, "").startswith(("http://", "https://")):
            return found.get(attribute)
    saved = _SAVED_FROM.search(text[:_DECLARED_WITHIN])
    return saved[1] if saved else None


def _resolver(base: str | None) -> Callable[[str], str | None]:
    def link(href: str) -> str | None:
        href = href.strip()
        if not href or href.lower().startswith(_NOT_A_LINK):
            return None
        try:
            return urljoin(base, href) if base else href
        except ValueError:
            return href

    return link
