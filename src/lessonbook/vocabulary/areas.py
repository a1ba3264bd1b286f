"""The areas that publish reviews: a name as written, resolved to local authorities with GSS codes."""

from functools import cache, lru_cache

import msgspec

from lessonbook.domain import Area, Authority, LessonbookError
from lessonbook.vocabulary.matching import key
from lessonbook.vocabulary.tables import check_unique, rows_of


class Council(msgspec.Struct, frozen=True):
    """A row of areas.csv."""

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


def resolve(as_written: str) -> Area:
    """The area that a name as written means; never a guess, never an error."""
    return _resolve(as_written)


def find(name: str) -> Area:
    """The area that a person asks for. Raises ``LessonbookError`` where the name is not known."""
    area = resolve(name)
    if area.status != "named":
        raise LessonbookError("area-unknown", f"There is no area “{name}”; write a council's name, as in “Darlington”.")
    return area


@cache
def region_of(gss: str) -> str | None:
    """The region of a council by its GSS code, present or former; none where the code is not known."""
    return next((c.region for c in councils() if gss and gss in (c.gss, *c.former_gss.split("|"))), None)


@cache
def councils() -> tuple[Council, ...]:
    """The councils of areas.csv."""
    rows = rows_of("areas.csv", Council)
    check_unique("areas.csv", (row.code for row in rows))
    return rows


@lru_cache(maxsize=65536)
def _resolve(as_written: str) -> Area:
    text = key(as_written)
    if any(word in text for word in ("unnamed", "anonymous", "borough a")):
        return Area(as_written, "unnamed")
    found = [row for row in councils() if text in (key(row.name), key(row.official))]
    if not found:
        found = [row for row in councils() if not row.until and f" {key(row.name)} " in f" {text} "]
    current = [row for row in found if not row.until] or found
    if not current:
        return Area(as_written, "unresolved")
    return Area(as_written, "named", tuple(Authority(row.name, row.gss) for row in current))
