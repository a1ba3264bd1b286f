"""Digests of invented cases, as many as a benchmark wants; the same seed gives the same files.

The cases are built from phrases, so they say nothing of anybody; they are about as long as those of a real digest.
Areas are the vocabulary's, labels repeat across areas as they do in reality, and one case in twenty stands in an
earlier digest too, so that the register has to match it.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from benchmarks.phrases import ENDINGS, HARMS, ISSUES, LABELS, LEARNING, NOUNS, PLACES, RECOMMENDATIONS, WHO
from sample import damage, word_digest
from sample.content import Case, Ethnicity, Item, Link, Method, Subject

from lessonbook.vocabulary.area_names import councils

CASES = 60
"""Cases of one digest."""
WORD_EVERY = 10
"""One digest in so many is a Word file."""
TOLD_AGAIN = 3
"""So many of a digest's cases stand in an earlier digest too."""
_UPPER_TIER = {"UA", "MD", "LBO", "CTY", "SCO", "WPA"}
_SECTIONS = (
    ("PHYSICAL AND EMOTIONAL ABUSE", "physical-and-emotional-abuse"),
    ("NEGLECT", "neglect"),
    ("CHILD DEATH", "child-death"),
    ("SEXUAL ABUSE", "sexual-abuse"),
    ("HOMICIDE", "homicide"),
)
_DAMAGE = (
    *("cut-in-a-bullet", "continued-in-two-cells", "stray-rule", "tail-in-next-row", "read-twice"),
    *("line-by-line", "label-lost"),
)
_MONTHS = ("January", "March", "April", "June", "August", "September", "November")


@dataclass(frozen=True)
class Invented:
    """A digest's plan, as ``sample`` lays it out, and its cases by their id."""

    plan: dict[str, Any]
    cases: dict[str, Case]


def invented(digests: int, *, seed: int = 20) -> Iterator[Invented]:
    """So many digests, one after another."""
    dice = random.Random(seed)
    told: list[Case] = []
    for number in range(digests):
        again = [_told_elsewhere(case, dice) for case in dice.sample(told, TOLD_AGAIN)] if told else []
        new = [_case(dice, f"{number}-{at}") for at in range(CASES - len(again))]
        told = [*told[-20 * CASES :], *new]
        cases = [*new, *again]
        dice.shuffle(cases)
        yield Invented(_plan(number, cases, dice), {case.id: case for case in cases})


def write(folder: Path, digests: int, *, seed: int = 20) -> Iterator[Path]:
    """Write so many digests into a folder, and yield their paths as they are written."""
    for number, digest in enumerate(invented(digests, seed=seed)):
        word = number % WORD_EVERY == WORD_EVERY - 1
        path = folder / f"digest-{number:04d}.{'docx' if word else 'txt'}"
        path.write_bytes((word_digest if word else damage).make(digest.plan, digest.cases))
        yield path


def _plan(number: int, cases: list[Case], dice: random.Random) -> dict[str, Any]:
    """The plan of a digest: its cases in sections, each by month, and damage to one row in three."""
    share = len(cases) // len(_SECTIONS)
    sections = []
    for at, (heading, section_id) in enumerate(_SECTIONS):
        part = sorted(cases[at * share : (at + 1) * share], key=lambda case: case.published)
        sections.append({"heading": heading, "id": section_id, "cases": [case.id for case in part]})
    last = {section["cases"][-1] for section in sections}
    damaged = {case.id: [dice.choice(_DAMAGE)] for case in cases if dice.random() < 0.35}
    return {
        "title": "Lessons for Practice",
        "publisher": "Brackenshire Safeguarding Partnership",
        "issue": f"Issue {number + 1} – October 2021",
        "part": [
            {
                "heading": "National Learning - Children",
                "scope": "national",
                "audience": "children",
                "columns": ["CASE", "KEY ISSUES", "LEARNING & RECOMMENDATIONS"],
                "section": sections,
            }
        ],
        "relevance": {},
        "damage": {case: done for case, done in damaged.items() if not (case in last and done == ["tail-in-next-row"])},
    }


def _case(dice: random.Random, case_id: str) -> Case:
    label = dice.choice(LABELS)
    happened = dice.randrange(2006, 2021)
    age, sex = f"{dice.randrange(2, 18)}-year-old", dice.choice(("boy", "girl"))
    harm = f"{dice.choice(HARMS)} {age} {sex} in {dice.choice(_MONTHS)} {happened}{dice.choice(ENDINGS)}."
    none = dice.random() < 0.06
    return Case(
        id=case_id,
        published=f"{happened + dice.randrange(1, 4)}-{dice.randrange(1, 13):02d}",
        area=dice.choice(_areas()),
        label=label,
        harm=harm,
        subjects=[Subject(label)],
        ethnicity=Ethnicity("not-stated", sentence="Ethnicity or nationality not stated.")
        if dice.random() < 0.6
        else None,
        issues=[_sentence(dice, issue, label) for issue in dice.sample(ISSUES, dice.randrange(5, 9))],
        method=Method("silp", "Uses the Significant Incident Learning Process (SILP).")
        if dice.random() < 0.15
        else None,
        learning=_items(dice, LEARNING, dice.randrange(2, 6)),
        recommendations=[] if none else _items(dice, RECOMMENDATIONS, dice.randrange(2, 6)),
        none="Makes no formal recommendations." if none else None,
        links=[
            Link(
                dice.choice(("Read full overview (PDF)", "Read practice review (PDF)")),
                "https://reviews.example.org/r.pdf",
            )
        ],
    )


def _sentence(dice: random.Random, phrase: str, label: str) -> str:
    text = _phrase(dice, phrase).replace("{label}", label)
    return text[0].upper() + text[1:]


def _told_elsewhere(case: Case, dice: random.Random) -> Case:
    """The case as another digest tells it: half of them name the partnership instead of the council, or the reverse."""
    other = _other_names().get(case.area or "")
    return msgspec.structs.replace(case, area=other) if other and dice.random() < 0.5 else case


def _items(dice: random.Random, phrases: tuple[str, ...], count: int) -> list[Item]:
    items = [_phrase(dice, phrase) for phrase in dice.sample(phrases, count)]
    return [*(f"{item};" for item in items[:-1]), f"{items[-1]}."]


def _phrase(dice: random.Random, phrase: str) -> str:
    """A phrase with its blanks filled, which gives some hundred wordings of each."""
    return (
        phrase.replace("{who}", dice.choice(WHO))
        .replace("{noun}", dice.choice(NOUNS))
        .replace("{place}", dice.choice(PLACES))
        .replace("{number}", str(dice.randrange(2, 30)))
    )


@cache
def _areas() -> tuple[str, ...]:
    """The names of councils and of their partnerships; one case in thirteen names none."""
    names = tuple(_other_names())
    return (*names, *["Unnamed LA"] * (len(names) // 12))


@cache
def _other_names() -> dict[str, str]:
    """The council to each partnership, and the partnership to each council."""
    present = [council for council in councils().values() if not council.until and council.type in _UPPER_TIER]
    partnerships = {council.official: f"{council.name} Safeguarding Children Partnership" for council in present}
    return {**partnerships, **{partnership: council for council, partnership in partnerships.items()}}
