"""Reads Word files (.docx): the text as it stands once tracked changes are accepted, without comments and notes.

Headings come from styles and outline levels, lists from Word's numbering, links from relationships and fields.
Headers, footers, footnotes, endnotes and comments are not read; a table of contents is furniture.
"""

from lessonbook.domain import Document, LessonbookError
from lessonbook.reading.docx.body import Body
from lessonbook.reading.docx.names import Element, w
from lessonbook.reading.docx.numbering import Numbering
from lessonbook.reading.docx.package import Package, damaged
from lessonbook.reading.docx.styles import Styles
from lessonbook.reading.docx.wording import Wording
from lessonbook.reading.manuscript import Manuscript

READER = "docx/1"
_CORE = "{http://purl.org/dc/elements/1.1/}"


def read(data: bytes, sha256: str) -> Document:
    """The document in a Word file.

    Raises ``LessonbookError``: ``file-damaged``, ``file-unsafe``, ``file-is-a-scan`` or ``file-no-text``.
    """
    package = Package(data)
    main = package.main()
    root = package.xml(main)
    body = None if root is None else root.find(w("body"))
    if body is None:
        raise damaged()
    styles = Styles(package.related(main, "styles"))
    numbering = Numbering(package.related(main, "numbering"), styles)
    manuscript = Manuscript(sha256, "docx", READER)
    Body(manuscript, styles, numbering, Wording(styles, package.relationships(main))).write(body)
    core = package.related("", "core-properties")
    document = manuscript.document(_property(core, "title"), _property(core, "language") or styles.language)
    if not document.blocks:
        raise _without_text(package)
    return document


def _property(core: Element | None, name: str) -> str | None:
    text = None if core is None else core.findtext(_CORE + name)
    return text.strip() or None if text else None


def _without_text(package: Package) -> LessonbookError:
    if package.has_pictures():
        return LessonbookError(
            "file-is-a-scan",
            "The Word file holds pictures of pages and no text, which cannot be read yet: ask for the original.",
        )
    return LessonbookError("file-no-text", "The Word file has no text in it: check that it is the right file.")
