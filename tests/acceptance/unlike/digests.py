"""Eight digests in layouts unlike the seed's and the sample's, made when they are tried, with their gold records."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sample import content
from sample.gold import record
from tests.acceptance.unlike import pdf_layouts, turned_layouts, word_layouts
from tests.acceptance.unlike.told import Section

_HERE = Path(__file__).parent
_CHILDREN = (
    ("Physical abuse", "physical-and-emotional-abuse", ("walsall-baby-ivy",)),
    ("Neglect", "neglect", ("unnamed-child-pebble",)),
    ("Child deaths", "child-death", ("medway-child-oakley", "milton-keynes-baby-cove")),
    ("Homicide", "homicide", ("brent-child-zephyr",)),
    ("Sexual abuse", "sexual-abuse", ("salford-child-amber",)),
)
_MIXED = (
    ("Physical and emotional abuse", "physical-and-emotional-abuse", ("swansea-child-teifi", "staffordshire-family-n")),
    ("Sexual abuse", "sexual-abuse", ("salford-child-amber",)),
    ("Child death", "child-death", ("milton-keynes-baby-cove",)),
    ("Neglect", "neglect", ("unnamed-child-pebble",)),
    ("Homicide", "homicide", ("brent-child-zephyr",)),
)
_ADULTS = (
    ("Self-neglect", "self-neglect", ("northumberland-adult-fenn", "plymouth-adult-wilf")),
    ("Mental health", "behavioural-and-mental-health", ("west-berkshire-adult-gil",)),
    ("Domestic homicide", "homicide", ("hull-dhr-odette",)),
    ("Neglect and acts of omission", "neglect-and-omission", ("wight-adult-dora",)),
    ("Sexual abuse", "sexual-abuse-of-adults", ("thurrock-adult-mina",)),
)


@dataclass(frozen=True)
class Digest:
    """A layout, whom its cases are about, and its sections."""

    make: Callable[[list[Section]], bytes]
    audience: str
    sections: tuple[tuple[str, str, tuple[str, ...]], ...]


DIGESTS = {
    "four columns (Word)": Digest(word_layouts.four_columns, "children", _CHILDREN),
    "cases as headings with lists (Word)": Digest(word_layouts.headings, "children", _MIXED),
    "one table with section rows (Word)": Digest(word_layouts.section_rows, "children", _MIXED),
    "two columns, learning in one cell (PDF)": Digest(pdf_layouts.two_columns, "children", _CHILDREN),
    "adults only, rules across only (PDF)": Digest(pdf_layouts.adults, "adults", _ADULTS),
    "a table on its side for each case (Word)": Digest(turned_layouts.turned_tables, "children", _MIXED),
    "facts below a numbered heading (PDF)": Digest(turned_layouts.facts_below, "children", _MIXED),
    "newsletter (PDF)": Digest(pdf_layouts.newsletter, "children", _MIXED),
}


def made(digest: Digest) -> bytes:
    """The file."""
    return digest.make([Section(heading, [_cases()[case] for case in cases]) for heading, _, cases in digest.sections])


def gold_of(digest: Digest) -> list[dict[str, Any]]:
    """Its records, in reading order."""
    places = [
        (case, {"scope": "national", "audience": digest.audience, "section": section})
        for _, section, cases in digest.sections
        for case in cases
    ]
    return [{"case": case, **record(_cases()[case], place, _areas())} for case, place in places]


def _cases() -> dict[str, content.Case]:
    return content.cases(_HERE / "cases")


def _areas() -> content.Areas:
    return content.areas(_HERE / "areas.toml")
