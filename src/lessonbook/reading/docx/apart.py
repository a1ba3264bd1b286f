"""What stands apart from the running text of a Word file: notes, headers and footers."""

from lessonbook.domain import LessonbookError
from lessonbook.reading.docx.body import Body
from lessonbook.reading.docx.drafts import Draft, Step
from lessonbook.reading.docx.names import Element, w
from lessonbook.reading.docx.notes import Cited, Notes
from lessonbook.reading.docx.numbering import Numbering
from lessonbook.reading.docx.package import Package
from lessonbook.reading.docx.styles import Styles
from lessonbook.reading.docx.wording import Wording

_RUNNING = ("header", "footer")
_MOST_RUNNING = 200  # headers and footers: three of each for a section


def write(package: Package, main: str, styles: Styles, cited: list[Cited], drafts: list[Draft | Step]) -> None:
    """Adds the notes that the text refers to, in its order, and then each header and footer once, as furniture."""
    numbering = Numbering(package.related(main, "numbering"), styles)
    for kind in ("footnote", "endnote"):
        wanted = [note for note in cited if note.kind == kind]
        name = next(iter(package.parts(main, f"{kind}s")), None) if wanted else None
        root = None if name is None else _root(package, name, drafts)
        if name is None or root is None:
            continue
        found = {element.get(w("id"), ""): element for element in root.iterchildren(w(kind))}
        wording = Wording(styles, package.relationships(name), Notes())
        for note in wanted:
            element = found.pop(note.ident, None)  # a note that two places refer to is one note
            if element is not None:
                drafts.append(Step("begin_note"))
                Body(drafts, styles, numbering, wording, flowing=False).write(element)
                drafts.append(Step("end_note", (note.marker,)))
    _write_running(package, main, styles, numbering, drafts)


def _write_running(
    package: Package, main: str, styles: Styles, numbering: Numbering, drafts: list[Draft | Step]
) -> None:
    seen: set[str] = set()
    names = [name for kind in _RUNNING for name in package.parts(main, kind)]
    drafts.append(Step("begin_furniture"))
    for name in names[:_MOST_RUNNING]:
        root = _root(package, name, drafts)
        if root is None:
            continue
        found: list[Draft | Step] = []
        Body(found, styles, numbering, Wording(styles, {}, Notes()), flowing=False).write(root)
        lines = [draft for draft in found if isinstance(draft, Draft)]
        drafts.extend(draft for draft in lines if draft.passage.text not in seen)
        seen.update(draft.passage.text for draft in lines)
    drafts.append(Step("end_furniture"))


def _root(package: Package, name: str, drafts: list[Draft | Step]) -> Element | None:
    """The root of a part; one that is damaged is a problem of the document and does not cost its text."""
    try:
        return package.xml(name)
    except LessonbookError:
        drafts.append(
            Step(
                "problem",
                (
                    "part-damaged",
                    "A part of the Word file beside its text is damaged: check its notes, headers and footers.",
                ),
            )
        )
        return None
