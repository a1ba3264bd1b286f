"""JSON Lines, CSV and Parquet, in pieces."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lessonbook.domain import Review
from lessonbook.domain.serialise import to_json
from lessonbook.register.export.flat import COLUMNS, ColumnType, rows_of

_ROWS_A_PIECE = 5000
BETWEEN = " | "
# A spreadsheet takes a cell that begins so for a formula; a document could carry one in.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

_ARROW: dict[ColumnType, Any] = {
    "text": pa.string(),
    "texts": pa.list_(pa.string()),
    "number": pa.int64(),
    "numbers": pa.list_(pa.int64()),
    "shares": pa.list_(pa.float64()),
    "yes-no": pa.bool_(),
}


def jsonl_pieces(reviews: Iterable[Review]) -> Iterator[bytes]:
    """One review a line."""
    for review in reviews:
        yield to_json(review) + b"\n"


def csv_pieces(reviews: Iterable[Review]) -> Iterator[bytes]:
    """One statement a line, UTF-8, after a line of names. Lists have `` | `` between their items.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(column.name for column in COLUMNS)
    for some in _parts(reviews):
        writer.writerows([cell(value) for value in row] for row in some)
        yield _drained(buffer)
    yield _drained(buffer)


def parquet_pieces(reviews: Iterable[Review]) -> Iterator[bytes]:
    """The same rows as Parquet, compressed; lists are lists."""
    schema = pa.schema([(column.name, _ARROW[column.type]) for column in COLUMNS])
    sink = _Sink()
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for some in _parts(reviews):
            columns = [
                pa.array(values, field.type) for values, field in zip(zip(*some, strict=True), schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))
            yield sink.drained()
    yield sink.drained()


def _parts(reviews: Iterable[Review]) -> Iterator[list[list[Any]]]:
    rows = chain.from_iterable(map(rows_of, reviews))
    while some := list(islice(rows, _ROWS_A_PIECE)):
        yield some


def cell(value: object) -> str:
    """A value as the text of a cell; one that a spreadsheet would take for a formula has an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    text = BETWEEN.join("" if item is None else str(item) for item in value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _drained(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


class _Sink(io.RawIOBase):
    """A file to write to whose bytes are taken away piece by piece."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer
        piece = bytes(data)
        self._pieces.append(piece)
        self._length += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._length

    def drained(self) -> bytes:
        piece = b"".join(self._pieces)
        self._pieces.clear()
        return piece
