"""The names of areas as data: councils, and the hand-kept short forms, Welsh names and joint partnerships."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import msgspec

from lessonbook.domain import Authority
from lessonbook.vocabulary.tables import check_known, check_unique, rows_of, words_of


class Council(msgspec.Struct, frozen=True):
    """A row of areas.csv; lists within a field have ``|`` between them. ``until`` is empty for a council of today."""

    code: str
    name: str
    official: str
    gss: str
    former_gss: str
    nation: str
    region: str
    type: str
    county: str
    until: str
    replaced_by: str

    @property
    def authority(self) -> Authority:
        """The council as a record names it."""
        return Authority(self.name, self.gss)


class Name(msgspec.Struct, frozen=True):
    """A row of area-names.csv. ``confirmed`` is "no" where no public source was at hand to check it against."""

    name: str
    codes: str
    kind: str
    confirmed: str
    note: str


class Meaning(msgspec.Struct, frozen=True):
    """The councils that a name means, by code, and whether that was confirmed."""

    codes: tuple[str, ...]
    confirmed: bool = True


@cache
def councils() -> dict[str, Council]:
    """The councils by their code."""
    rows = rows_of("areas.csv", Council)
    check_unique("areas.csv", (row.code for row in rows))
    check_unique("areas.csv", (row.gss for row in rows if row.gss))
    check_known("areas.csv", (code for row in rows for code in _listed(row.replaced_by)), {row.code for row in rows})
    return {row.code: row for row in rows}


@cache
def meanings() -> dict[str, Meaning]:
    """What each name means, by its normal form. A hand-kept name wins over a council's, a present over a former one."""
    found: dict[str, Meaning] = {}
    for row in _hand_kept():
        found.setdefault(normal(row.name), Meaning(_listed(row.codes), confirmed=row.confirmed == "yes"))
    for council in sorted(councils().values(), key=lambda council: council.until):
        for name in (council.name, council.official):
            found.setdefault(normal(name), Meaning(_in_register(council)))
    return found


@cache
def around() -> frozenset[str]:
    """The words that stand around a name and are no part of it."""
    return frozenset(words_of("area-words.toml", "around"))


def normal(text: str) -> str:
    """A name for comparison: lower case, no accents, stops or apostrophes; "and" for whatever joins two names."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = _APOSTROPHE.sub("", plain)
    plain = _JOINT.sub(" and ", plain)
    words = _NO_WORD.sub(" ", plain).split()
    return " ".join(
        word for before, word in zip(["and", *words], words, strict=False) if (before, word) != ("and", "and")
    )


def former_codes() -> Iterator[tuple[str, Council]]:
    """GSS codes that were in use before, with the council of today or yesterday that had them."""
    for council in councils().values():
        for code in _listed(council.former_gss):
            yield code, council


def successors(council: Council) -> tuple[Council, ...]:
    """The councils of today that replaced a former one, itself where it still is."""
    if not council.until:
        return (council,)
    followed = (later for code in _listed(council.replaced_by) for later in successors(councils()[code]))
    return tuple(dict.fromkeys(followed))


def _in_register(council: Council) -> tuple[str, ...]:
    """The council itself, or what replaced it where it never had a code of the statistics register."""
    return (council.code,) if council.gss else tuple(later.code for later in successors(council))


@cache
def _hand_kept() -> tuple[Name, ...]:
    rows = rows_of("area-names.csv", Name)
    check_unique("area-names.csv", (normal(row.name) for row in rows))
    check_known("area-names.csv", (code for row in rows for code in _listed(row.codes)), councils())
    check_known("area-names.csv", (row.confirmed for row in rows), ("yes", "no"))
    return rows


def _listed(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split("|") if part)


_APOSTROPHE = re.compile(r"['’‘`]")
_JOINT = re.compile(r"[&+/;,]|\s[-–—]+\s|[–—]")
_NO_WORD = re.compile(r"[^\w]+|_")
