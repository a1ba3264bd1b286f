"""One case of a list page as claims."""

from typing import TypeVar

import msgspec

from lessonbook.domain import (
    Area,
    Audience,
    Certainty,
    Claim,
    ClaimValue,
    Document,
    Entry,
    Ethnicity,
    Evidence,
    Link,
    Passage,
    Problem,
    StatementClaim,
    Subject,
    evidence_of,
)
from lessonbook.extraction.facts import CaseHeading, Found, read_case_heading, read_harm
from lessonbook.extraction.listing import shapes
from lessonbook.extraction.listing.cases import Case
from lessonbook.extraction.listing.content import Content, Said, content_of
from lessonbook.extraction.listing.lines import Line
from lessonbook.extraction.listing.parts import parts_of
from lessonbook.vocabulary import addressees, areas, dates, kinds


def entry_of(
    case: Case, position: int, document: Document, page_audience: Audience
) -> tuple[Entry, tuple[Passage, ...]]:
    """The claims of a case, each with its evidence, and the labels that stood around them.

    ``page_audience`` is whom the page's reviews are about where the case itself does not say.
    """
    heading = _heading_of(case)
    body = (Line(heading.rest, "text", block=-1), *case.body) if heading.rest else case.body
    content = content_of(parts_of(body))
    writer = _Writer(document)
    _claim_review(writer, case, content, page_audience)
    _claim_heading(writer, case, heading)
    _claim_harm(writer, heading, content)
    _claim_content(writer, content)
    _report_gaps(writer, case, content)
    return Entry(position, tuple(writer.claims), tuple(writer.problems)), tuple(content.furniture)


def _heading_of(case: Case) -> CaseHeading:
    """What the heading says. Where no area is known in it, its dashes tell what is area and what label."""
    heading = read_case_heading(case.heading)
    if not (heading.published or heading.area or heading.label or heading.title):
        return _heading_by_dashes(case.heading)
    heading = msgspec.structs.replace(heading, area=_without_dash(heading.area))
    return heading if shapes.is_sentence(heading.rest.text) else _with_whole_label(heading, case.heading)


def _without_dash(area: Found[Area] | None) -> Found[Area] | None:
    """An area without the dash that some years print right behind it ("Anonymous- Child A")."""
    if area is None or area.value.as_written == area.value.as_written.rstrip(_AROUND):
        return area
    words = area.passage.strip(_AROUND)
    return Found(areas.resolve(words.text), words, area.certainty)


def _with_whole_label(heading: CaseHeading, line: Passage) -> CaseHeading:
    """The heading with a label that goes to the end of its line, as in "Child F and siblings"."""
    rest = heading.rest.strip(_AROUND)
    named = heading.label or heading.title
    if not rest or (named is None and heading.area is None):
        return heading
    behind = len(line) - len(heading.rest)
    start = line.text.rfind(named.passage.text, 0, behind) if named else behind
    nothing = line.cut(len(line))
    if kinds.only_kinds(rest.text.strip(_BRACKETS)):
        return msgspec.structs.replace(heading, rest=nothing)
    whole = line.cut(max(0, start)).strip(_AROUND)
    found = Found(whole.text, whole)
    if heading.title is not None and heading.label is None:
        return msgspec.structs.replace(heading, title=found, rest=nothing)
    return msgspec.structs.replace(heading, label=found, rest=nothing)


_AROUND = " \t\n-\u2010\u2011–—:"


_BRACKETS = " ()[]"


def _heading_by_dashes(line: Passage) -> CaseHeading:
    date = next(iter(dates.read(line.text[: shapes.date_end(line.text)])), None)
    published = Found(date.value, line.cut(date.start, date.end)) if date else None
    parts = shapes.parts_between_dashes(line.cut(date.end if date else 0))
    area = Found(areas.resolve(parts[0].text), parts[0]) if len(parts) > 1 else None
    label = Found(parts[-1].text, parts[-1]) if parts else None
    return CaseHeading(published, area, label, None, line.cut(len(line)))


_V = TypeVar("_V", bound=ClaimValue)


class _Writer:
    """Writes claims with their evidence."""

    def __init__(self, document: Document) -> None:
        self.claims: list[Claim] = []
        self.problems: list[Problem] = []
        self._document = document

    def evidence(self, *passages: Passage) -> tuple[Evidence, ...]:
        return tuple(piece for passage in passages if passage for piece in evidence_of(passage, self._document))

    def claim(self, field: str, value: ClaimValue, *passages: Passage, certainty: Certainty = "stated") -> None:
        self.claims.append(Claim(field, value, self.evidence(*passages), certainty))

    def claim_found(self, field: str, found: Found[_V] | None) -> None:
        if found is not None:
            self.claim(field, found.value, found.passage, certainty=found.certainty)

    def report(self, code: str, message: str, *passages: Passage) -> None:
        self.problems.append(Problem(code, message, self.evidence(*passages)))


def _claim_review(writer: _Writer, case: Case, content: Content, page_audience: Audience) -> None:
    """The kinds of review, where heading or link say them; whom it is about; that a list page is national learning."""
    sources = (case.heading, *(link.passage for link in content.links))
    naming = [source for source in sources if kinds.kinds_in(source.text)]
    named = tuple(dict.fromkeys(kind for source in naming for kind in kinds.kinds_in(source.text)))
    if named:
        writer.claim("kinds", named, *naming)
    audience = kinds.audience_of(named) or page_audience
    writer.claim("audience", audience, case.heading, certainty="inferred")
    writer.claim("scope", "national", case.heading, certainty="inferred")


def _claim_heading(writer: _Writer, case: Case, heading: CaseHeading) -> None:
    published = heading.published or case.listed
    writer.claim_found("published", published)
    writer.claim_found("area", heading.area)
    writer.claim_found("label", heading.label)
    writer.claim_found("title", heading.title)
    writer.claim_found("section", case.section)
    for mark in case.heading.links():
        writer.claim_found("link", _heading_link(case.heading, mark.start, mark.end, mark.href))
    if published is None:
        writer.report("date-missing", "The page gives no year for this case; add it from the report.", case.heading)
    if heading.area is None:
        writer.report("area-missing", "The heading names no area; add it from the report.", case.heading)


def _heading_link(heading: Passage, start: int, end: int, href: str | None) -> Found[Link] | None:
    """A heading that is itself the link to the report or to its catalogue record."""
    words = heading.cut(start, end).strip()
    return Found(Link(words.text, href), words) if words and href and not href.startswith("#") else None


def _claim_harm(writer: _Writer, heading: CaseHeading, content: Content) -> None:
    label = heading.label.value if heading.label else None
    facts = read_harm(content.harm, label) if content.harm is not None else None
    if facts is not None:
        writer.claim_found("harm", facts.harm)
        writer.claim_found("incident", facts.incident)
    people = facts.subjects if facts is not None else ()
    if not people and heading.label is not None:
        people = (Found(Subject(label), heading.label.passage),)
    placed: list[Found[Ethnicity]] = []
    for person in people:
        told = _ethnicity_of(person.value, content.ethnicities)
        placed.extend(told)
        ethnicity = told[0].value if told else person.value.ethnicity
        subject = msgspec.structs.replace(person.value, ethnicity=ethnicity)
        writer.claim("subject", subject, person.passage, *(each.passage for each in told), certainty=person.certainty)
    for other in content.ethnicities:
        if other not in placed:
            message = "This speaks of ethnicity, but it could not be told whose; see the source."
            writer.report("ethnicity-unplaced", message, other.passage)


def _ethnicity_of(person: Subject, found: list[Found[Ethnicity]]) -> list[Found[Ethnicity]]:
    """What is said of this person by label, else of all; a stated ethnicity comes before one that is not stated."""
    own = [each for each in found if person.label and person.label in each.passage.text] or found
    return [each for each in own if each.value.status == "stated"] or own


def _claim_content(writer: _Writer, content: Content) -> None:
    writer.claim_found("method", content.method)
    for said in content.statements:
        statement = StatementClaim(said.kind, said.passage.text, _addressees(said))
        writer.claim("statement", statement, said.passage, certainty=said.certainty)
    if content.integrated is not None:
        writer.claim("integrated", True, content.integrated)  # noqa: FBT003 - the value of the claim, not a flag
    writer.claim_found("recommendations_made", content.recommendations)
    writer.claim_found("keywords", content.keywords)
    for link in content.links:
        writer.claim_found("link", link)


def _addressees(said: Said) -> tuple[str, ...]:
    if said.kind in addressees.ADDRESSED:
        return addressees.addressees_in(said.passage.text)
    return ()


def _report_gaps(writer: _Writer, case: Case, content: Content) -> None:
    for lost in content.lost:
        writer.report(
            "label-lost", "The words before “includes” are missing; what the list is was inferred from its place.", lost
        )
    if not case.body:
        writer.report(
            "no-text", "Nothing stands under this heading; see in the source whether text is missing.", case.heading
        )
    elif content.harm is None:
        writer.report("harm-missing", "No sentence says what happened; add it from the report.", case.heading)
