"""Gold records: what a careful reader finds in a document, one review a line, in a file beside the document.

The gold of ``reports/a.pdf`` is ``reports/gold/a.pdf.jsonl``. Keys are those of the exported record. A key that is left
out is not judged; null or an empty list means that the source does not say, and that nothing should be found.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from lessonbook.domain import LessonbookError, Review, Statement
from lessonbook.domain.serialise import from_plain

Record = dict[str, Any]

_FOLDER, _SUFFIX = "gold", ".jsonl"
# Beside the record's keys: what the case is called, in which other documents it stands, how its document is laid out.
_MORE = {"case", "also_in", "keywords", "layout", "key_issue_candidates"}
_KEYS = {*Review.__struct_fields__, *_MORE}
_STATEMENT_KEYS = {*Statement.__struct_fields__, "pages"}


class GoldDocument(msgspec.Struct, frozen=True):
    """A document and what is in it. ``name`` is the document's path as a person named it, without the folder "gold"."""

    name: str
    path: Path
    records: tuple[Record, ...]

    @property
    def group(self) -> str:
        """The set that it belongs to: the folder it stands in."""
        return self.path.parent.name

    @property
    def layout(self) -> str | None:
        """How it is laid out, where its records say."""
        return next((str(record["layout"]) for record in self.records if record.get("layout")), None)


def find(paths: Iterable[Path]) -> list[GoldDocument]:
    """The documents with gold that a person means by files and folders, each once, in order of name within a folder.

    A folder stands for the gold files in it, or in its folder "gold", or in folders below. Raises ``LessonbookError``:
    ``gold-not-found``, ``gold-malformed``, ``gold-without-document``.
    """
    files = dict.fromkeys(file for path in paths for file in _files(path))
    return [_document(file) for file in files]


def _files(path: Path) -> list[Path]:
    if path.is_file():
        if path.suffix == _SUFFIX:
            return [path]
        return [_only(path)]
    if not path.is_dir():
        raise LessonbookError("gold-not-found", f"There is no file or folder {path}: check the name.")
    inside = sorted(path.glob(f"*{_SUFFIX}")) or sorted(path.rglob(f"{_FOLDER}/*{_SUFFIX}"))
    if not inside:
        raise LessonbookError(
            "gold-not-found", f"{path} has no gold records: name a file like gold/report.pdf{_SUFFIX}, or its folder."
        )
    return inside


def _only(document: Path) -> Path:
    """The gold of a document that was named itself."""
    gold = document.parent / _FOLDER / f"{document.name}{_SUFFIX}"
    if not gold.exists():
        raise LessonbookError("gold-not-found", f"{document} has no gold records: they would stand in {gold}.")
    return gold


def _document(file: Path) -> GoldDocument:
    folder = file.parent.parent if file.parent.name == _FOLDER else file.parent
    path = folder / file.name.removesuffix(_SUFFIX)
    if not path.is_file():
        raise LessonbookError("gold-without-document", f"{file} is the gold of {path}, which is not there: add it.")
    return GoldDocument(str(path), path, _records(file))


def _records(file: Path) -> tuple[Record, ...]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LessonbookError("gold-malformed", f"{file} cannot be read as text: save it as UTF-8.") from error
    return tuple(_record(file, number, line) for number, line in enumerate(lines, 1) if line.strip())


def _record(file: Path, number: int, line: str) -> Record:
    try:
        record = msgspec.json.decode(line)
    except msgspec.DecodeError as error:
        raise _malformed(file, number, f"is no JSON ({error})") from error
    if not isinstance(record, dict):
        raise _malformed(file, number, "is no JSON object: a line holds one review")
    _check(record, _KEYS, file, number)
    for key, value in record.items():
        _check_type(key, value, file, number)
    for statement in record.get("statements") or ():
        if not isinstance(statement, dict) or not {"kind", "text"} <= set(statement):
            raise _malformed(file, number, "has a statement without kind or text")
        _check(statement, _STATEMENT_KEYS, file, number)
    for candidate in record.get("key_issue_candidates") or ():
        if not isinstance(candidate, dict) or not isinstance(candidate.get("text"), str):
            raise _malformed(file, number, "has a key issue without text")
    return record | {"case": str(record.get("case", f"line {number}"))}


def _check(found: Record, known: set[str], file: Path, number: int) -> None:
    unknown = sorted(set(found) - known)
    if unknown:
        raise _malformed(file, number, f"has a key “{unknown[0]}” that records do not have")


# Values are checked against the record's types, so that a mistake in gold is not taken for one in reading.
_TYPED = {field.name: field.type for field in msgspec.structs.fields(Review) if field.name not in ("statements", "id")}


def _check_type(key: str, value: object, file: Path, number: int) -> None:
    if key in _TYPED and value is not None:
        try:
            from_plain(value, _TYPED[key])
        except (msgspec.ValidationError, ValueError) as error:
            raise _malformed(file, number, f"has a value of “{key}” that no record can have ({error})") from error


def _malformed(file: Path, number: int, what: str) -> LessonbookError:
    return LessonbookError("gold-malformed", f"Line {number} of {file} {what}: mend it.")
