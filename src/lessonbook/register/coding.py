"""The themes of wordings, and from there of the statements of records.

As a meaning, a theme belongs to words and not to places: each wording is coded once, and every record that says it
shows its themes. Held and withdrawn reviews have no lines and so no themes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence

import msgspec
import numpy as np
from django.db import transaction
from django.db.models import QuerySet

from lessonbook.coding import Coded, Model, code_all
from lessonbook.coding.model import fingerprint, from_bytes, shipped
from lessonbook.domain import Review
from lessonbook.domain.serialise import from_json
from lessonbook.meaning import Signed
from lessonbook.register import meanings, models, stored
from lessonbook.register.parts import in_parts
from lessonbook.register.wordings import HARM, TITLE, announce, own_statements, wording_of
from lessonbook.vocabulary import themes

_AT_A_TIME = 2_000
STATE = 1


class Change(msgspec.Struct, frozen=True):
    """How many wordings have a theme now that they had not, and how many have it no more."""

    theme: str
    gained: int
    lost: int


def missing() -> int:
    """How many wordings have not been coded yet, or were coded by another model or vocabulary."""
    return _to_code(in_use()).count()


def in_use() -> Model:
    """The model that this register codes by: its own, or the one in the package."""
    state = models.ThemeModel.objects.first()
    return from_bytes(bytes(state.model)) if state and state.model else shipped()


def learn(on_progress: Callable[[int, int], None] | None = None) -> int:
    """Code the wordings that have not been coded as they would be now, and write the records that say them; how many.

    Each part is stored by itself: what is done stays done when the work is ended.
    """
    return recode(on_progress)[0]


def recode(on_progress: Callable[[int, int], None] | None = None) -> tuple[int, tuple[Change, ...]]:
    """The same, and which themes were gained and lost by wordings that had been coded."""
    model = in_use()
    waiting = _to_code(model).order_by("pk")
    total, done, last = waiting.count(), 0, ""
    gained: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    while rows := list(waiting.filter(pk__gt=last)[:_AT_A_TIME]):
        coded = code_all([row.text for row in rows], meanings_of(rows), model)
        decided = decisions([row.pk for row in rows])
        for row, found in zip(rows, coded, strict=True):
            before, now = row.themes, as_decided(found, decided.get(row.pk))
            row.themes = msgspec.json.encode(now).decode()
            if before is not None:
                had, has = set(ids_of(before)), {one.theme for one in now}
                gained.update(has - had)
                lost.update(had - has)
        with transaction.atomic():
            models.Wording.objects.bulk_update(rows, ["themes"], batch_size=400)
            _write_records([row.pk for row in rows])
        done, last = done + len(rows), rows[-1].pk
        if on_progress:
            on_progress(done, total)
    models.ThemeModel.objects.update_or_create(pk=STATE, defaults={"coded_by": fingerprint(model)})
    changed = sorted(gained.keys() | lost.keys())
    return done, tuple(Change(theme, gained[theme], lost[theme]) for theme in changed)


def decisions(keys: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The themes that people confirmed, for those of these wordings that they looked at."""
    found = models.ThemeDecision.objects.filter(wording__in=keys).values_list("wording", "themes")
    return {key: from_json(themes, tuple[str, ...]) for key, themes in found}


def as_decided(found: Sequence[Coded], decided: Sequence[str] | None) -> tuple[Coded, ...]:
    """What coding found, or what a person confirmed, with the words that coding has for it."""
    if decided is None:
        return tuple(found)
    reasons = {one.theme: one.reasons for one in found}
    return tuple(Coded(theme, reasons.get(theme, ())) for theme in decided)


def ids_of(stored: str) -> tuple[str, ...]:
    """The themes of a wording as it is stored."""
    return tuple(one.theme for one in from_json(stored, tuple[Coded, ...]))


def keep(row: models.Wording, coded: Sequence[Coded]) -> None:
    """Store what a wording is about, and write the records that say it."""
    row.themes = msgspec.json.encode(coded).decode()
    row.save(update_fields=["themes"])
    _write_records([row.pk])


def code_one(row: models.Wording) -> tuple[Coded, ...]:
    """What the model in use says of a wording, whatever a person confirmed."""
    return code_all([row.text], meanings_of([row]), in_use())[0]


def _to_code(model: Model) -> QuerySet[models.Wording]:
    same = models.ThemeModel.objects.filter(coded_by=fingerprint(model)).exists()
    return models.Wording.objects.filter(themes__isnull=True) if same else models.Wording.objects.all()


def meanings_of(rows: Sequence[models.Wording]) -> Signed:
    """The meanings of wordings, computed where the register has none yet."""
    kept = [meanings.of(row.text) if row.vector is None else np.frombuffer(row.vector, np.int8) for row in rows]
    return np.array(kept, np.int8)


def of(text: str) -> tuple[Coded, ...]:
    """The themes of a text that the register has, each with its reasons; nothing where it has not been coded."""
    row = models.Wording.objects.filter(pk=wording_of(text)).first()
    return from_json(row.themes, tuple[Coded, ...]) if row and row.themes else ()


def with_themes(rows: Sequence[models.Review], reviews: Sequence[Review]) -> Iterator[Review]:
    """Each row's review with the themes that the wordings of its statements have now."""
    shown = [row.live and row.status not in models.HIDDEN for row in rows]
    visible = (review for review, is_shown in zip(reviews, shown, strict=True) if is_shown)
    texts = {one.text for review in visible for one in own_statements(review)}
    found = _themes_of(texts)
    for review, is_shown in zip(reviews, shown, strict=True):
        own = {one.id for one in own_statements(review)} if is_shown else set()
        statements = tuple(
            msgspec.structs.replace(one, themes=found.get(one.text, ()) if one.id in own else ())
            for one in review.statements
        )
        yield review if statements == review.statements else msgspec.structs.replace(review, statements=statements)


def _themes_of(texts: Collection[str]) -> dict[str, tuple[str, ...]]:
    keys = {wording_of(text): text for text in texts}
    found: dict[str, tuple[str, ...]] = {}
    for part in in_parts(sorted(keys)):
        held = models.Wording.objects.filter(pk__in=part, themes__isnull=False).exclude(themes="[]")
        for key, coded in held.values_list("pk", "themes"):
            found[keys[key]] = tuple(sorted(ids_of(coded or "[]")))
    return found


def _write_records(wordings: Collection[str]) -> None:
    """Write anew, and announce, the records with these wordings that show other themes now."""
    saying = {
        review
        for part in in_parts(sorted(wordings))
        for review in models.Line.objects.filter(wording__in=part).values_list("review_id", flat=True)
    }
    for ids in in_parts(sorted(saying)):
        rows = list(models.Review.objects.filter(pk__in=ids))
        before = [from_json(row.record, Review) for row in rows]
        changed = []
        for row, was, review in zip(rows, before, with_themes(rows, before), strict=True):
            if review is not was:
                row.record = stored.text_of(review)
                changed.append(row)
        models.Review.objects.bulk_update(changed, ["record"], batch_size=200)
        announce([row.pk for row in changed])


class Use(msgspec.Struct, frozen=True):
    """A theme, and how many statements and reviews have it."""

    theme: str
    definition: str
    statements: int
    reviews: int


def uses() -> tuple[Use, ...]:
    """Every theme of the vocabulary, in its order, with its uses in what the register shows."""
    statements: Counter[str] = Counter()
    having: dict[str, set[str]] = defaultdict(set)
    said = models.Line.objects.filter(wording__themes__isnull=False).exclude(kind__in=(HARM, TITLE))
    for review, coded in said.exclude(wording__themes="[]").values_list("review_id", "wording__themes").iterator():
        for theme in ids_of(coded or "[]"):
            statements[theme] += 1
            having[theme].add(review)
    return tuple(
        Use(theme.id, theme.definition, statements[theme.id], len(having[theme.id])) for theme in themes.THEMES
    )
