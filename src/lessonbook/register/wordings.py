"""The distinct wordings of the register: each text once, with what was computed from it, and where it is said.

Meanings and themes belong to words, not to places: what many reviews say in the same words is computed once. A wording
that no record has any more is deleted with all that was computed from it.
"""

import hashlib
from collections.abc import Collection, Iterator

from django.db.models import QuerySet

from lessonbook.domain import Review, Statement
from lessonbook.domain.serialise import from_json
from lessonbook.register import models
from lessonbook.register.parts import in_parts
from lessonbook.register.signals import reviews_changed

HARM, TITLE = "harm", "title"


def announce(review_ids: Collection[str]) -> None:
    """Say that the records of these reviews were written anew: keep their wordings, tell those who listen."""
    touched = keep(review_ids)
    reviews_changed.send(models.Review, review_ids=review_ids, wordings=touched)


def keep(review_ids: Collection[str]) -> set[str]:
    """Bring the lines and wordings of these reviews up to their records; the keys of all that they have or had.

    Call it inside the transaction of a change.
    """
    touched: set[str] = set()
    for ids in in_parts(sorted(review_ids)):
        wanted = [line for row in shown(ids) for line in lines_of(from_json(row.record, Review))]
        held = models.Line.objects.filter(review__in=ids)
        before = set(held.values_list("wording_id", flat=True))
        held.delete()
        texts = {wording_of(text): text for _, text in wanted}
        models.Wording.objects.bulk_create(
            (models.Wording(key=key, text=text) for key, text in texts.items()), ignore_conflicts=True
        )
        models.Line.objects.bulk_create(line for line, _ in wanted)
        _forget_unused(before - set(texts))
        touched |= before | set(texts)
    return touched


def shown(review_ids: Collection[str]) -> QuerySet[models.Review]:
    """Those of these reviews that anybody may find: live, neither held nor withdrawn."""
    return models.Review.objects.filter(pk__in=review_ids, live=True).exclude(status__in=models.HIDDEN)


def own_statements(review: Review) -> Iterator[Statement]:
    """The statements of the review itself that stand in a source: not what it quotes of another."""
    return (one for one in review.statements if one.attributed_to is None and one.evidence)


def lines_of(review: Review) -> Iterator[tuple[models.Line, str]]:
    """The lines of a review with their texts: its own statements, in order, its harm and its title."""
    said: list[tuple[str, str, str]] = []
    said += [(one.id, one.kind, one.text) for one in own_statements(review)]
    if review.harm:
        said.append((f"{review.id}-{HARM}", HARM, review.harm.as_written))
    if review.title:
        said.append((f"{review.id}-{TITLE}", TITLE, review.title))
    for position, (key, kind, text) in enumerate(said):
        wording = wording_of(text)
        yield models.Line(review_id=review.id, statement=key, kind=kind, position=position, wording_id=wording), text


def wording_of(text: str) -> str:
    """A key that the same words have everywhere."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _forget_unused(keys: Collection[str]) -> None:
    for part in in_parts(sorted(keys)):
        used = set(models.Line.objects.filter(wording__in=part).values_list("wording_id", flat=True))
        models.Wording.objects.filter(pk__in=[key for key in part if key not in used]).delete()
