"""A review as rows of one table: a row a statement, the review's columns repeated."""

from collections.abc import Callable, Iterator
from typing import Any, Literal, NamedTuple

from lessonbook.domain import Review, Statement

ColumnType = Literal["text", "texts", "number", "numbers", "shares", "yes-no"]


class Column(NamedTuple):
    """A column: its name, its type, where its value comes from, what it means."""

    name: str
    type: ColumnType
    value: Callable[[Any], Any]
    meaning: str


def rows_of(review: Review) -> Iterator[list[Any]]:
    """The rows of a review, each with a value for each of ``COLUMNS``."""
    shared = [column.value(review) for column in REVIEW_COLUMNS]
    for number, statement in enumerate(review.statements, start=1):
        yield [*shared, number, *(column.value(statement) for column in STATEMENT_COLUMNS)]
    if not review.statements:
        yield [*shared, None, *(None for _ in STATEMENT_COLUMNS)]


def _subjects(name: str) -> Callable[[Review], list[Any]]:
    return lambda review: [getattr(subject, name) for subject in review.subjects]


def _ages(review: Review) -> list[str | None]:
    return [subject.age.as_written if subject.age else None for subject in review.subjects]


def _days(review: Review) -> list[str | None]:
    return [
        f"{subject.age.days[0]}/{subject.age.days[1]}" if subject.age and subject.age.days else None
        for subject in review.subjects
    ]


def _evidence(name: str) -> Callable[[Statement], list[Any]]:
    return lambda statement: [getattr(piece, name) for piece in statement.evidence]


def _proceedings(name: str) -> Callable[[Review], list[Any]]:
    return lambda review: [getattr(one, name) for one in review.proceedings]


def _sureness(name: str) -> Callable[[Review], list[Any]]:
    return lambda review: [getattr(one, name) for one in review.confidence]


def _edtf(name: str) -> Callable[[Review], str | None]:
    return lambda review: str(date) if (date := getattr(review, name)) else None


def _plain(name: str) -> Callable[[Any], Any]:
    return lambda holder: getattr(holder, name)


def _listed(name: str) -> Callable[[Any], list[Any]]:
    return lambda holder: list(getattr(holder, name))


REVIEW_COLUMNS: tuple[Column, ...] = (
    Column("id", "text", _plain("id"), "Id of the review."),
    Column("kinds", "texts", _listed("kinds"), "Ids of the kinds of review."),
    Column("audience", "text", _plain("audience"), "`children`, `adults` or `both`."),
    Column("scope", "text", _plain("scope"), "`local`, `regional`, `national` or `national-panel`."),
    Column("label", "text", _plain("label"), "Label of the child or adult."),
    Column("area", "text", lambda r: r.area.as_written if r.area else None, "Area as written."),
    Column("area_status", "text", lambda r: r.area.status if r.area else None, "`named`, `unnamed` or `unresolved`."),
    Column(
        "area_names",
        "texts",
        lambda r: [one.name for one in r.area.authorities] if r.area else [],
        "Official names of the local authorities.",
    ),
    Column(
        "area_gss",
        "texts",
        lambda r: [one.gss for one in r.area.authorities] if r.area else [],
        "Their GSS codes, in the same order.",
    ),
    Column("published", "text", _edtf("published"), "Date of publication, EDTF."),
    Column("incident", "text", _edtf("incident"), "Date of the incident, EDTF."),
    Column("section", "text", _plain("section"), "Id of the section."),
    Column("subject_labels", "texts", _subjects("label"), "Label of each subject."),
    Column("subject_ages", "texts", _ages, "Age of each subject as written, in the order of the labels."),
    Column("subject_age_days", "texts", _days, "Fewest and most days that age can mean, as `140/146`."),
    Column("subject_sexes", "texts", _subjects("sex"), "Sex of each subject."),
    Column("subject_outcomes", "texts", _subjects("outcome"), "Outcome for each subject."),
    Column(
        "subject_ethnicity_statuses",
        "texts",
        lambda r: [subject.ethnicity.status for subject in r.subjects],
        "`stated`, `not-stated` or `not-mentioned` for each subject.",
    ),
    Column(
        "subject_ethnicities",
        "texts",
        lambda r: [subject.ethnicity.as_written for subject in r.subjects],
        "The words on each subject's ethnicity.",
    ),
    Column("method", "text", lambda r: r.method.name, "Id of the review's method."),
    Column("method_as_written", "text", lambda r: r.method.as_written, "The words on the method."),
    Column("link_labels", "texts", lambda r: [link.label for link in r.links], "Each link as labelled."),
    Column("link_urls", "texts", lambda r: [link.url for link in r.links], "Its target, where the source has it."),
    Column("status", "text", _plain("status"), "How far the checking is."),
    Column("problem_codes", "texts", lambda r: [one.code for one in r.problems], "Code of each problem."),
    Column("problem_messages", "texts", lambda r: [one.message for one in r.problems], "Its sentence."),
    Column("title", "text", _plain("title"), "Title, for a review that has one instead of a label."),
    Column("harm", "text", lambda r: r.harm.as_written if r.harm else None, "What happened, as written."),
    Column("harm_hedges", "texts", lambda r: list(r.harm.hedges) if r.harm else [], "Its words of doubt."),
    Column(
        "recommendations_made",
        "text",
        lambda r: r.recommendations_made.status,
        "`made`, `none` (the source says so) or `not-mentioned`.",
    ),
    Column(
        "recommendations_made_as_written",
        "text",
        lambda r: r.recommendations_made.as_written,
        "The words that say so.",
    ),
    Column("section_inferred", "yes-no", _plain("section_inferred"), "Whether the section was inferred."),
    Column("relevant", "yes-no", lambda r: r.relevance.relevant if r.relevance else None, "Whether marked relevant."),
    Column("relevant_to", "text", lambda r: r.relevance.area if r.relevance else None, "Whose mark it is, as written."),
    Column("relevance_reason", "text", lambda r: r.relevance.reason if r.relevance else None, "Why, in words."),
    Column("integrated", "yes-no", _plain("integrated"), "Whether learning and recommendations are one list."),
    Column("documents", "texts", _listed("documents"), "SHA-256 of each document that speaks of the review."),
    Column("commissioner", "text", _plain("commissioner"), "Who commissioned the review, as written."),
    Column("period", "text", lambda r: r.period.as_written if r.period else None, "The period under review."),
    Column(
        "period_dates",
        "text",
        lambda r: str(r.period.dates) if r.period and r.period.dates else None,
        "That period, EDTF.",
    ),
    Column("reviewer", "text", _plain("reviewer"), "Role of who wrote the review."),
    Column("proceeding_kinds", "texts", _proceedings("kind"), "Kind of each of the proceedings mentioned."),
    Column("proceedings", "texts", _proceedings("as_written"), "The sentence that mentions them."),
    Column("confidence_fields", "texts", _sureness("field"), "Fields that the reading says how sure it is of."),
    Column("confidence", "shares", _sureness("confidence"), "How sure, from 0 to 1, in the same order."),
    Column(
        "confidence_reasons",
        "texts",
        lambda r: [", ".join(one.reasons) for one in r.confidence],
        "What that rests on, in the same order.",
    ),
)
STATEMENT_COLUMNS: tuple[Column, ...] = (
    Column("statement_id", "text", _plain("id"), "Id of the statement."),
    Column("statement_kind", "text", _plain("kind"), "`key-issue`, `learning`, `recommendation` and so on."),
    Column("statement_text", "text", _plain("text"), "Its wording."),
    Column("statement_themes", "texts", _listed("themes"), "Ids of its themes."),
    Column("statement_addressees", "texts", _listed("addressees"), "Ids of those it is addressed to."),
    Column("evidence_documents", "texts", _evidence("document"), "SHA-256 of the document of each piece of evidence."),
    Column("evidence_pages", "numbers", _evidence("page"), "Its page, where the document has pages."),
    Column("evidence_starts", "numbers", _evidence("start"), "Its first character in the document's text, from 0."),
    Column("evidence_ends", "numbers", _evidence("end"), "The character after its last."),
    Column("evidence_quotes", "texts", _evidence("quote"), "The very words there."),
    Column(
        "evidence_ocr_confidences",
        "shares",
        _evidence("ocr_confidence"),
        "How sure the reading from a picture is, from 0 to 1; empty where the words are the file's own.",
    ),
    Column("statement_label", "text", _plain("number"), "What the source calls the statement, as `4` or `Finding 2`."),
    Column("statement_parts", "texts", _listed("parts"), "Its lettered or bulleted parts."),
    Column("statement_addressed_to", "text", _plain("addressed_to"), "Whom it is addressed to, as written."),
    Column("statement_timescale", "text", _plain("timescale"), "By when, as written."),
    Column("statement_attributed_to", "text", _plain("attributed_to"), "Whose it is, where not the source's own."),
)
_NUMBER = Column("statement_number", "number", lambda _: None, "Its place among the review's statements, from 1.")
COLUMNS: tuple[Column, ...] = (*REVIEW_COLUMNS, _NUMBER, *STATEMENT_COLUMNS)
