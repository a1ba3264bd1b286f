"""Reads Word files (.docx): the text as it stands once tracked changes are accepted, without comments.

Headings come from styles and outline levels, and where there are none from how short lines look; lists from Word's
numbering, links from relationships and fields. A number that Word counts out for a heading is in the heading's text.
Text boxes, boxes of one cell and bordered or tinted paragraphs are boxed blocks. Footnotes and endnotes are notes, and
stand at the end of the text. Headers, footers and lists of contents are furniture. There are no pages: a Word file
has none until a program lays it out, and each lays it out in its own way (docs/adr/0010).
"""

from lessonbook.domain import Document, LessonbookError
from lessonbook.reading.docx import apart, headings
from lessonbook.reading.docx.body import Body
from lessonbook.reading.docx.drafts import Draft, Step, write
from lessonbook.reading.docx.names import Element, w
from lessonbook.reading.docx.notes import Notes
from lessonbook.reading.docx.numbering import Numbering
from lessonbook.reading.docx.package import Package, damaged
from lessonbook.reading.docx.styles import Styles
from lessonbook.reading.docx.wording import Wording
from lessonbook.reading.manuscript import Manuscript

READER = "docx/2"
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
    notes = Notes(package.related(main, "settings"), body.find(f".//{w('sectPr')}"))
    drafts: list[Draft | Step] = []
    Body(drafts, styles, numbering, Wording(styles, package.relationships(main), notes)).write(body)
    headings.settle(drafts)
    apart.write(package, main, styles, notes.cited, drafts)
    manuscript = Manuscript(sha256, "docx", READER)
    write(drafts, manuscript)
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
