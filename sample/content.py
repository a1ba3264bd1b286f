"""The content of the sample: cases, areas and the plan of documents, read from the data files beside this one."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

HERE = Path(__file__).parent


class Ethnicity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``words`` as they stand in a key issue, or the ``sentence`` that says that nothing is stated."""

    status: str
    words: str | None = None
    sentence: str | None = None


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``span`` is the age as number and unit (``9w``, ``5y``) or as a decade (``40s``)."""

    label: str | None = None
    age: str | None = None
    span: str | None = None
    sex: str = "not-stated"
    outcome: str = "not-stated"


class Method(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    text: str


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    label: str
    url: str | None = None


# The authorities of each area as written.
Areas = dict[str, list[dict[str, str]]]
# An item of a list, alone or followed by the ids of those whom it addresses.
Item = str | list[str]


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One invented case. Items of ``learning`` and the like may end in a semicolon, which is not part of their text."""

    id: str
    published: str
    area: str | None = None
    label: str | None = None
    title: str | None = None
    kinds: list[str] = []
    harm: str | None = None
    hedges: list[str] = []
    incident: str | None = None
    subjects: list[Subject] = []
    ethnicity: Ethnicity | None = None
    background: list[str] = []
    issues_label: str | None = None
    issues: list[str] = []
    method: Method | None = None
    learning_label: str | None = None
    lost_learning_label: bool = False
    learning: list[Item] = []
    recommendations_label: str | None = None
    recommendations: list[Item] = []
    considerations_label: str | None = None
    considerations: list[Item] = []
    actions: list[Item] = []
    integrated: list[Item] = []
    none: str | None = None
    keywords: list[str] = []
    links: list[Link] = []


def text_of(item: Item) -> str:
    """The wording of an item, without the semicolon that parts it from the next."""
    return (item if isinstance(item, str) else item[0]).removesuffix(";")


def addressees_of(item: Item) -> list[str]:
    """Whom an item addresses, by the vocabulary's ids."""
    return [] if isinstance(item, str) else item[1:]


@cache
def cases(folder: Path = HERE / "cases") -> dict[str, Case]:
    """Every case by its id."""
    found: dict[str, Case] = {}
    for path in sorted(folder.glob("*.toml")):
        for plain in _read(path)["case"]:
            case = msgspec.convert(plain, Case)
            if case.id in found:
                raise ValueError(f"{path.name}: a case “{case.id}” was there before")
            found[case.id] = case
    return found


@cache
def areas(path: Path = HERE / "areas.toml") -> Areas:
    """The authorities of each area as written."""
    return _read(path)


@cache
def documents(path: Path = HERE / "documents.toml") -> dict[str, dict[str, Any]]:
    """The plan of each document: parts, sections and cases in order."""
    return _read(path)


def days_of(span: str) -> list[int]:
    """The fewest and the most days of an age whatever the birthday. Raises ``ValueError`` where it is none.

    >>> days_of("20w"), days_of("4m"), days_of("5y"), days_of("40s"), days_of("<8y")
    ([140, 146], [120, 152], [1826, 2191], [14610, 18262], [0, 2921])
    """
    if span.startswith("<"):
        return [0, days_of(span[1:])[0] - 1]
    number, unit = int(span[:-1]), span[-1]
    if unit in "dw":
        length = 7 if unit == "w" else 1
        return [number * length, number * length + length - 1]
    months = 1 if unit == "m" else 12
    more = 10 if unit == "s" else 1
    return [min(_lengths(number * months)), max(_lengths((number + more) * months)) - 1]


def _lengths(months: int) -> set[int]:
    """How many days so many months can be: from the first of each month of four years."""
    starts = range(_FIRST_MONTH, _FIRST_MONTH + 48)
    return {_first_of(start + months).toordinal() - _first_of(start).toordinal() for start in starts}


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


_FIRST_MONTH = 1901 * 12


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)
