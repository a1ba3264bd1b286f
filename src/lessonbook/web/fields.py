"""The fields of a record as a person corrects them in a form: how each is written, and read back."""

from collections.abc import Callable

import msgspec

from lessonbook.domain import (
    Area,
    Claim,
    Harm,
    LessonbookError,
    Method,
    Period,
    RecommendationsMade,
    Relevance,
    Review,
)
from lessonbook.register.resolution import Source
from lessonbook.register.resolution.choosing import NAMES
from lessonbook.register.resolution.voices import EditValue
from lessonbook.vocabulary import areas, kinds, methods, sections
from lessonbook.vocabulary.hedges import hedges_in
from lessonbook.web.asked import date_of


class Choice(msgspec.Struct, frozen=True):
    """A value that a person chooses from a list."""

    id: str
    name: str


class Field(msgspec.Struct, frozen=True):
    """A field of the record: its name on the screen, how its value is written, how what is typed is read.

    With ``choices`` a value is chosen, with ``several`` more than one; ``hint`` says how to write it.
    """

    id: str
    name: str
    written: Callable[[Review], str]
    read: Callable[[str], EditValue | None]
    choices: tuple[Choice, ...] = ()
    several: bool = False
    hint: str = ""
    long: bool = False


class Shown(msgspec.Struct, frozen=True):
    """A field of one record: its value as written, the documents' claims on it, whether an editor set it."""

    field: Field
    value: str
    values: tuple[str, ...]
    claims: tuple[Claim, ...]
    edited: bool
    confidence: float | None
    in_conflict: bool

    @property
    def at(self) -> str:
        """What an address calls the field."""
        return f"field:{self.field.id}"

    @property
    def in_words(self) -> str:
        """The value as a person reads it: the names of what was chosen from a list."""
        names = {choice.id: choice.name for choice in self.field.choices}
        return ", ".join(names.get(value, value) for value in self.values)

    @property
    def has_evidence(self) -> bool:
        """Whether there are words to show."""
        return any(claim.evidence for claim in self.claims)


def shown(review: Review, sources: tuple[Source, ...], edited: frozenset[str]) -> tuple[Shown, ...]:
    """Every field of a record that a person may correct, with what documents say of it."""
    sure = {one.field: one.confidence for one in review.confidence}
    disputed = " ".join(problem.message for problem in review.problems if problem.code == "sources-disagree")
    return tuple(
        Shown(
            field,
            value := field.written(review),
            tuple(value.split("; ")) if field.several else (value,),
            tuple(claim for source in sources for claim in source.said(field.id)),
            field.id in edited,
            sure.get(field.id),
            f"disagree on {NAMES.get(field.id, field.id)}:" in disputed,
        )
        for field in FIELDS
    )


def field_of(name: str) -> Field:
    """The field with this id. Raises ``LessonbookError`` ``field-unknown``."""
    found = next((field for field in FIELDS if field.id == name), None)
    if found is None:
        raise LessonbookError("field-unknown", f"There is no field “{name}” to correct here.")
    return found


def _area(text: str) -> Area:
    return areas.resolve(text.strip())


def _method(text: str) -> Method:
    found = methods.method_in(text)
    return Method(found.id if found else None, text.strip())


def _harm(text: str) -> Harm:
    words = text.strip()
    return Harm(words, tuple(dict.fromkeys(words[match.start : match.end] for match in hedges_in(words))))


def _text_of(name: str) -> Callable[[Review], str]:
    return lambda review: str(getattr(review, name) or "")


def _words_of(name: str) -> Callable[[Review], str]:
    return lambda review: getattr(getattr(review, name), "as_written", None) or ""


def _choices(*ids: str) -> tuple[Choice, ...]:
    return tuple(Choice(one, one.replace("-", " ").capitalize()) for one in ids)


def _relevance(text: str) -> Relevance:
    return Relevance(relevant=True, reason=text.strip())


def _relevance_written(review: Review) -> str:
    return (review.relevance.reason or "") if review.relevance and review.relevance.relevant else ""


_DATE_HINT = "As precise as it is known: 2021, 2021-02 or 2021-02-23."
FIELDS: tuple[Field, ...] = (
    Field("label", "Label", _text_of("label"), str.strip, hint="As the source writes it: Child A. Never a name."),
    Field("title", "Title", _text_of("title"), str.strip),
    Field("area", "Area", _words_of("area"), _area, hint="The council or partnership that published it."),
    Field("published", "Published", _text_of("published"), date_of, hint=_DATE_HINT),
    Field("incident", "Happened", _text_of("incident"), date_of, hint=_DATE_HINT),
    Field(
        "kinds",
        "Kind of review",
        lambda review: "; ".join(review.kinds),
        lambda text: tuple(part.strip() for part in text.split(";") if part.strip()),
        tuple(Choice(kind.id, kind.name) for kind in kinds.KINDS),
        several=True,
    ),
    Field("audience", "Children or adults", _text_of("audience"), str.strip, _choices("children", "adults", "both")),
    Field(
        *("scope", "Scope", _text_of("scope"), str.strip),
        _choices("local", "regional", "national", "national-panel"),
    ),
    Field(
        *("section", "Section", _text_of("section"), str.strip),
        tuple(Choice(one.id, f"{one.name} ({one.audience})") for one in sections.SECTIONS),
    ),
    Field(
        *("harm", "What happened", _words_of("harm"), _harm),
        hint="In the source's own first sentence, with its hedges.",
        long=True,
    ),
    Field("method", "Method", _words_of("method"), _method),
    Field("commissioner", "Commissioned by", _text_of("commissioner"), str.strip),
    Field("period", "Period under review", _words_of("period"), lambda text: Period(text.strip())),
    Field("reviewer", "Reviewer's role", _text_of("reviewer"), str.strip, hint="A role, never a name."),
    Field(
        "recommendations_made",
        "Recommendations made",
        lambda review: (
            "" if review.recommendations_made.status == "not-mentioned" else review.recommendations_made.status
        ),
        lambda text: RecommendationsMade("none" if text.strip() == "none" else "made"),
        (Choice("made", "It makes recommendations"), Choice("none", "It says that it makes none")),
    ),
    Field("relevance", "Relevant to us, because", _relevance_written, _relevance, long=True),
)
