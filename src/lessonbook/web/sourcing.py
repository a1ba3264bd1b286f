"""A source as a person looks at it: its pages or its text, with a quotation marked; chosen words as evidence."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from django.conf import settings

from lessonbook.domain import Evidence, LessonbookError
from lessonbook.domain.serialise import from_msgpack
from lessonbook.reading.pdf.drawing import DrawnPage, DrawnWord, drawn
from lessonbook.register import archive, models
from lessonbook.register.whole_files import written_whole
from lessonbook.web.letters import Letters, folded, place

_AROUND = 80  # characters of the text beside a quotation
_A_PART = 20_000  # characters of a long text that one page shows
_DRAWINGS = "drawings"


class Stretch(msgspec.Struct, frozen=True):
    """A piece of a text, marked or not."""

    text: str
    marked: bool


class Mark(msgspec.Struct, frozen=True):
    """A rectangle on a page, in points."""

    x: float
    y: float
    width: float
    height: float


def document(sha256: str) -> models.Document:
    """The document with this SHA-256. Raises ``LessonbookError`` ``document-unknown``."""
    found = models.Document.objects.filter(pk=sha256).first()
    if found is None:
        raise LessonbookError("document-unknown", "There is no document at this address: it was not taken in here.")
    return found


def page_of(sha256: str, number: int) -> DrawnPage:
    """A page of a PDF as drawn, kept beside the archive so that it is drawn once. Raises as ``drawing.drawn``."""
    kept = _home() / _DRAWINGS / sha256[:2] / f"{sha256}-{number}.page"
    if kept.exists():
        try:
            return from_msgpack(kept.read_bytes(), DrawnPage)
        except msgspec.MsgspecError:
            kept.unlink()  # an older form
    page = drawn(archive.path_of(sha256), number)
    kept.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(kept) as stream:
        stream.write(msgspec.msgpack.encode(page))
    return page


def marks_on(page: DrawnPage, text: str, number: int, evidence: Iterable[Evidence]) -> tuple[Mark, ...]:
    """Where on a page the words of evidence stand, a rectangle a line. ``text`` is the document's."""
    letters, owners = _letters_of(page.words)
    found: list[Mark] = []
    for piece in evidence:
        if piece.page not in (None, number):
            continue
        before = folded(text[max(0, piece.start - _AROUND) : piece.start])
        after = folded(text[piece.end : piece.end + _AROUND])
        held = place(folded(piece.quote), letters, before, after)
        if held:
            found += _lines([page.words[at] for at in dict.fromkeys(owners[held[0] : held[1]])])
    return tuple(found)


def evidence_for(sha256: str, number: int | None, quote: str, before: str = "", after: str = "") -> Evidence:
    """The evidence that words chosen in a source are; ``before`` and ``after`` are the words beside them there.

    Raises ``LessonbookError`` ``words-not-found``.
    """
    text = document(sha256).text
    letters = Letters(text)
    held = place(folded(quote), letters.text, folded(before), folded(after))
    if held is None:
        raise LessonbookError(
            "words-not-found",
            "These words do not stand so in the document's text: choose a shorter piece, within one paragraph or cell.",
        )
    start, end = letters.span(*held)
    end += len(text[end:]) - len(text[end:].lstrip(".,;:!?)”’\"'")) if quote.rstrip()[-1:] in ".,;:!?)”’\"'" else 0
    return Evidence(sha256, number, start, end, text[start:end])


def parts_of(text: str, evidence: Sequence[Evidence], part: int | None) -> tuple[tuple[Stretch, ...], int, int]:
    """A text's stretches for one part of it, that part's number from 1, and how many there are.

    Without a part it is the one in which the evidence begins.
    """
    count = max(1, -(-len(text) // _A_PART))
    first = min((piece.start for piece in evidence), default=0)
    number = min(max(part or first // _A_PART + 1, 1), count)
    begin, end = (number - 1) * _A_PART, min(number * _A_PART, len(text))
    return tuple(_stretches(text, begin, end, sorted((piece.start, piece.end) for piece in evidence))), number, count


def _stretches(text: str, begin: int, end: int, spans: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    at = begin
    for start, stop in spans:
        first, last = max(start, at), min(stop, end)
        if first >= last:
            continue
        if first > at:
            yield Stretch(text[at:first], marked=False)
        yield Stretch(text[first:last], marked=True)
        at = last
    if at < end:
        yield Stretch(text[at:end], marked=False)


def count_of(sha256: str) -> int | None:
    """How many pages a PDF is known to have: the last that evidence names. Nothing where that is not known."""
    import pypdfium2  # noqa: PLC0415 - a site that shows no PDF does without it

    try:
        with pypdfium2.PdfDocument(archive.path_of(sha256)) as pdf:
            return len(pdf)
    except (pypdfium2.PdfiumError, OSError):
        return None


def tag_of(*parts: object) -> str:
    """An entity tag for what these parts decide."""
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'


def _letters_of(words: Sequence[DrawnWord]) -> tuple[str, list[int]]:
    letters, owners = list[str](), list[int]()
    for at, word in enumerate(words):
        own = folded(word.text)
        letters.append(own)
        owners += [at] * len(own)
    return "".join(letters), owners


def _lines(words: Sequence[DrawnWord]) -> Iterator[Mark]:
    """Words that stand side by side as one rectangle."""
    line: list[DrawnWord] = []
    for word in words:
        if line and not (abs(word.top - line[-1].top) < (word.bottom - word.top) / 2 and word.left >= line[-1].left):
            yield _around(line)
            line = []
        line.append(word)
    if line:
        yield _around(line)


def _around(line: Sequence[DrawnWord]) -> Mark:
    left, top = min(word.left for word in line), min(word.top for word in line)
    right, bottom = max(word.right for word in line), max(word.bottom for word in line)
    return Mark(round(left - 1, 2), round(top - 1, 2), round(right - left + 2, 2), round(bottom - top + 2, 2))


def _home() -> Path:
    home: Path = settings.LESSONBOOK_HOME
    return home
