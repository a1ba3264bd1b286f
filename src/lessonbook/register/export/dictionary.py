"""The data dictionary: each key and column of an export, made from the types themselves.

What a key is called, its order, its type and whether it can be empty come from the domain's types, what a type is for
from its docstring. Only what a key means is written here, and a test sees that every key has a meaning.
"""

from collections.abc import Iterator
from inspect import cleandoc

from msgspec import inspect

from lessonbook.domain import PartialDate, Review
from lessonbook.register.export.flat import COLUMNS, Column
from lessonbook.register.export.meanings import MEANINGS

_PREFACE = """\
# Data dictionary

Made from the program's types by `python -m lessonbook.register.export`; a test sees that it is up to date. What
`lessonbook export` writes:

- **JSON Lines** (`--format jsonl`): one review a line, UTF-8, keys in the order below. A key is always there, but for
  `ocr_confidence`; what is not known is `null`, an empty list or the value that says so.
- **CSV** (`--format csv`) and **Parquet** (`--format parquet`): one statement a row, the columns of its review
  repeated; a review without statements has one row with the statement's columns empty. The places of problems are in
  JSON Lines only. In CSV a list is one cell with ` | ` between its items, `true` and `false` are words, and a text that
  a spreadsheet would take for a formula has an apostrophe before it; JSON Lines and Parquet hold every text as it is.

Dates are EDTF (ISO 8601-2): no more precise than the source. Offsets count characters (Unicode code points) of a
document's text from 0; `end` is the character after the last. Ages are in days. Ids of kinds, sections, methods, themes
and addressees are those of the vocabulary. Values are as the source has them: an allegation stays an allegation, and
what a source does not mention is not a negative.
"""


def dictionary() -> str:
    """The data dictionary, in Markdown."""
    types = "\n".join(_section(kind) for kind in exported_types())
    return f"{_PREFACE}\n## JSON Lines\n\n{types}\n## CSV and Parquet\n\n{_columns(COLUMNS)}"


def exported_types() -> list[type]:
    """``Review`` and the types its fields hold, each once, in the order they are met."""
    met: list[type] = []
    waiting: list[type] = [Review]
    while waiting:
        kind = waiting.pop(0)
        if kind not in met:
            met.append(kind)
            waiting += [part for field in _fields(kind) for part in _structs(field.type)]
    return met


def _fields(kind: type) -> tuple[inspect.Field, ...]:
    info = inspect.type_info(kind)
    assert isinstance(info, inspect.StructType)
    return info.fields


def _structs(info: inspect.Type) -> Iterator[type]:
    if isinstance(info, inspect.StructType):
        yield info.cls
    for part in _parts(info):
        yield from _structs(part)


def _parts(info: inspect.Type) -> tuple[inspect.Type, ...]:
    if isinstance(info, inspect.UnionType):
        return info.types
    if isinstance(info, inspect.VarTupleType):
        return (info.item_type,)
    return info.item_types if isinstance(info, inspect.TupleType) else ()


def _section(kind: type) -> str:
    lines = [f"### {kind.__name__}", "", " ".join(cleandoc(kind.__doc__ or "").split()).replace("``", "`"), ""]
    lines += ["| key | type | meaning |", "| --- | --- | --- |"]
    lines += [
        f"| `{field.encode_name}` | {_words(field.type)} | {MEANINGS[kind.__name__][field.name]} |"
        for field in _fields(kind)
    ]
    return "\n".join([*lines, ""])


def _words(info: inspect.Type) -> str:
    if isinstance(info, inspect.StructType):
        return f"[{info.cls.__name__}](#{info.cls.__name__.lower()})"
    if isinstance(info, inspect.LiteralType):
        return ", ".join(f"`{value}`" for value in info.values)
    if isinstance(info, inspect.CustomType):
        return "EDTF string" if info.cls is PartialDate else info.cls.__name__
    inner = [_words(part) for part in _parts(info)]
    if isinstance(info, inspect.UnionType):
        return " or ".join(inner)
    if isinstance(info, inspect.VarTupleType):
        return f"list of {inner[0]}"
    return f"list of {len(inner)}: {', '.join(inner)}" if inner else _SIMPLE[type(info)]


_SIMPLE: dict[type[inspect.Type], str] = {
    inspect.StrType: "string",
    inspect.IntType: "integer",
    inspect.FloatType: "number",
    inspect.BoolType: "true or false",
    inspect.NoneType: "`null`",
}
_COLUMN_TYPES = {
    "text": "string",
    "texts": "list of strings",
    "number": "integer",
    "numbers": "list of integers",
    "shares": "list of numbers",
    "yes-no": "true or false",
}


def _columns(columns: tuple[Column, ...]) -> str:
    lines = ["| column | type | meaning |", "| --- | --- | --- |"]
    lines += [f"| `{column.name}` | {_COLUMN_TYPES[column.type]} | {column.meaning} |" for column in columns]
    return "\n".join([*lines, ""])
