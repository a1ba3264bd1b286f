"""An issue from reviews: which stand in it, where, in which order, and what a reader must know of how it was made."""

from collections.abc import Iterable, Iterator

from lessonbook.domain import LessonbookError, PartialDate, Review
from lessonbook.publishing.casework import case_of, published_statements
from lessonbook.publishing.cleaning import cleaned
from lessonbook.publishing.issue import Issue, IssueSettings, Part, Section, SourceDocument
from lessonbook.publishing.notes import SOURCES_NOTE, Chosen, about, front_matter
from lessonbook.publishing.placing import Place, home_regions, place
from lessonbook.publishing.wording import UNSECTIONED, long_date
from lessonbook.vocabulary.sections import SECTIONS

PARTS: dict[Place, str] = {
    "local": "Local learning",
    "regional": "Regional learning",
    "panel": "National reviews (Child Safeguarding Practice Review Panel)",
    "children": "National learning – children",
    "adults": "National learning – adults",
}


def compose(reviews: Iterable[Review], settings: IssueSettings) -> Issue:
    """The issue that the settings ask for. Raises ``LessonbookError`` where its period ends before it begins.

    Give it every review of the register, not only those of the period: what a digest calls regional is learnt from all.
    """
    everything = tuple(reviews)
    chosen = _choose(everything, settings)
    homes = home_regions(everything)
    placed: dict[Place, list[Review]] = {part: [] for part in PARTS}
    for review in chosen.reviews:
        placed[place(review, settings.area, homes)].append(review)
    documents = _documents(chosen.reviews, settings)
    numbers = iter(range(1, len(chosen.reviews) + 1))
    issue = Issue(
        title=settings.title,
        edition=f"Issue {settings.number} – {long_date(settings.date)}",
        partnership=settings.partnership,
        area=settings.area.as_written,
        content_note=settings.content_note,
        introduction=(*settings.introduction, *front_matter(chosen, settings)),
        parts=tuple(_part(part, placed[part], settings, numbers) for part in PARTS),
        about=about(chosen, settings),
        sources_note=SOURCES_NOTE,
        documents=documents,
        made_on=settings.made_on,
        sender=settings.sender,
    )
    return cleaned(issue)


def _choose(reviews: tuple[Review, ...], settings: IssueSettings) -> Chosen:
    published = [review for review in reviews if review.status not in {"held", "withdrawn"}]
    first, last = settings.published_from, settings.published_to
    if last.latest < first.earliest:
        raise LessonbookError(
            "period-reversed",
            f"The period ends ({long_date(last)}) before it begins ({long_date(first)}): exchange the two dates.",
        )
    undated = [review for review in published if review.published is None and review.scope != "national-panel"]
    chosen = tuple(
        review
        for review in published
        if (review.scope == "national-panel" if review.published is None else _within(review.published, first, last))
    )
    return Chosen(tuple(sorted(chosen, key=_order)), len(undated), len(reviews) - len(published))


def _within(published: PartialDate, first: PartialDate, last: PartialDate) -> bool:
    """Whether the date can lie in the period: a bare year overlaps every month of it."""
    return published.earliest <= last.latest and first.earliest <= published.latest


def _order(review: Review) -> tuple[bool, int, int, str, str, str]:
    """By month, then area, then label; what has no date comes last."""
    day = review.published.earliest if review.published else None
    return (
        day is None,
        day.year if day else 0,
        day.month if day else 0,
        review.area.as_written.casefold() if review.area else "",
        (review.label or review.title or "").casefold(),
        review.id,
    )


def _part(part: Place, reviews: list[Review], settings: IssueSettings, numbers: Iterator[int]) -> Part:
    names = dict(_named_documents(reviews, settings))

    def section(anchor: str, heading: str | None, members: list[Review]) -> Section:
        cases = tuple(
            case_of(review, f"case-{next(numbers)}", settings.area, names, settings.said_before) for review in members
        )
        return Section(anchor, heading, cases)

    national = part in {"children", "adults"}
    found = {review.section for review in reviews}
    known = [
        item
        for item in SECTIONS
        if item.id in found or (national and item.id in settings.standing_sections and item.audience in {part, "both"})
    ]
    sections = [
        section(f"{part}-{item.id}", item.name, [review for review in reviews if review.section == item.id])
        for item in known
    ]
    ids = {item.id for item in known}
    others = [review for review in reviews if review.section not in ids]
    if others and sections:
        sections.append(section(f"{part}-other", UNSECTIONED, others))
    elif not sections:
        sections = [section(f"{part}-cases", None, others)]
    return Part(part, PARTS[part], tuple(sections))


def _documents(reviews: tuple[Review, ...], settings: IssueSettings) -> tuple[SourceDocument, ...]:
    """The documents that the published statements rest on, in the order of first use."""
    return tuple(SourceDocument(sha256, short) for sha256, short in _named_documents(reviews, settings))


def _named_documents(reviews: Iterable[Review], settings: IssueSettings) -> Iterator[tuple[str, str]]:
    hashes = dict.fromkeys(
        piece.document
        for review in reviews
        for statement in published_statements(review)
        for piece in statement.evidence
    )
    return ((sha256, settings.document_names.get(sha256, sha256[:12])) for sha256 in hashes)
