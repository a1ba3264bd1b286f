"""Registers of any size, put straight into the tables: invented reviews of about ten statements each, deterministic.

Half of the statements are one phrase, which many reviews say in the same words, half are two phrases joined, which
few do. A few thousand wordings get the meaning that the model gives them; the others get one of these turned a little,
because encoding a million texts would take most of an hour and says nothing of the search.
"""

import random
from collections.abc import Iterator

import numpy as np
from benchmarks import phrases
from django.db import connection, transaction

from lessonbook import meaning
from lessonbook.domain import Area, Authority, Evidence, Method, PartialDate, Review, Statement, Subject
from lessonbook.domain.serialise import to_json
from lessonbook.register import models
from lessonbook.vocabulary import area_grid, sections

ENCODED = 3_000
_TURN = 0.35  # how far a derived meaning lies from the real one, in its length
_AT_A_TIME = 1_000
_YEARS = range(2008, 2026)
_ADDRESSEES = (
    "police",
    "housing",
    "health-visiting",
    "gp",
    "schools",
    "childrens-social-care",
    "midwifery",
    "probation",
)


def fill(reviews: int) -> None:
    """Put invented reviews into an empty register; nothing is computed from them yet."""
    for first in range(0, reviews, _AT_A_TIME):
        made = [invented(number) for number in range(first, min(first + _AT_A_TIME, reviews))]
        with transaction.atomic():
            models.Review.objects.bulk_create(map(row_of, made))


def row_of(review: Review) -> models.Review:
    """The row of a review as the register writes it, as far as search and lessons read it."""
    published = review.published
    return models.Review(
        id=review.id,
        label=review.label,
        area=review.area.as_written if review.area else None,
        audience=review.audience,
        scope=review.scope,
        section=review.section,
        published_from=published.earliest if published else None,
        published_to=published.latest if published else None,
        statements=len(review.statements),
        record=to_json(review).decode(),
    )


def invented(number: int) -> Review:
    """The review with this number, the same in every register."""
    dice = random.Random(number)
    tile = dice.choice(list(area_grid.TILES.values()))
    label = dice.choice(phrases.LABELS)
    kinds = ["key-issue"] * 3 + ["learning"] * 4 + ["recommendation"] * 3
    return Review(
        id=f"g{number:07d}",
        kinds=(dice.choice(("scr", "lcspr", "sar", "dhr")),),
        audience=dice.choice(("children", "children", "adults")),
        scope="local",
        label=label,
        area=Area(tile.name, "named", (Authority(tile.name, tile.gss),)),
        published=PartialDate(f"{dice.choice(_YEARS)}-{dice.randrange(1, 13):02d}"),
        incident=None,
        section=dice.choice(sections.SECTIONS).id,
        subjects=(Subject(label, outcome=dice.choice(("death", "serious-harm"))),),
        method=Method(),
        statements=tuple(_statement(f"g{number:07d}-{at}", kind, dice) for at, kind in enumerate(kinds)),
        links=(),
        status="extracted",
        problems=(),
    )


def give_meanings() -> None:
    """A meaning for every wording of the register, and no themes, so that nothing is left to compute."""
    rows = list(models.Wording.objects.filter(vector__isnull=True).order_by("pk").values_list("pk", "text"))
    real = meaning.encode([text for _, text in rows[:ENCODED]])
    chance = np.random.default_rng(7)
    for first in range(0, len(rows), 10_000):
        part = rows[first : first + 10_000]
        turned = real[np.arange(first, first + len(part)) % len(real)]
        if first >= ENCODED:
            turn = chance.standard_normal(turned.shape, dtype=np.float32)
            turned = turned + _TURN * turn / np.linalg.norm(turn, axis=1, keepdims=True)
            turned = turned / np.linalg.norm(turned, axis=1, keepdims=True)
        kept = meaning.signed(turned.astype(np.float32))
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(
                f"UPDATE {models.Wording._meta.db_table} SET vector = %s, themes = '[]' WHERE key = %s",  # noqa: SLF001 - Django's documented API
                [(vector.tobytes(), key) for vector, (key, _) in zip(kept, part, strict=True)],
            )


def _statement(key: str, kind: str, dice: random.Random) -> Statement:
    text = _text(kind, dice)
    to = (dice.choice(_ADDRESSEES),) if kind == "recommendation" else ()
    evidence = Evidence("0" * 64, None, 0, len(text), text)
    return Statement(key, kind, text, addressees=to, evidence=(evidence,))  # type: ignore[arg-type] # one of the kinds


def _text(kind: str, dice: random.Random) -> str:
    lists = {"key-issue": phrases.ISSUES, "learning": phrases.LEARNING, "recommendation": phrases.RECOMMENDATIONS}
    first = _filled(dice.choice(lists[kind]), dice)
    if dice.random() < 0.5:
        return first
    return f"{first.rstrip('.')}, and {_filled(dice.choice(lists[kind]), dice)}"


def _filled(phrase: str, dice: random.Random) -> str:
    blanks: Iterator[tuple[str, str]] = iter(
        (
            ("{label}", "the child"),
            ("{who}", dice.choice(phrases.WHO)),
            ("{noun}", dice.choice(phrases.NOUNS)),
            ("{place}", dice.choice(phrases.PLACES)),
            ("{number}", str(dice.randrange(2, 12))),
        )
    )
    for blank, word in blanks:
        phrase = phrase.replace(blank, word)
    return phrase
