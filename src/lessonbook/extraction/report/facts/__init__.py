"""Who, where and when: the facts of a full report as claims, each with evidence, sureness and what that rests on.

Facts are read from the cover, running headers, labelled values and the sentences that introduce; not from the whole.
What two places give differently, and about as surely, stands twice with a problem; what nothing says stays empty.
"""

from collections.abc import Sequence

import msgspec

from lessonbook.domain import Audience, Claim, Document, PartialDate, Problem, Span
from lessonbook.extraction.report.facts import bodies, conduct, dating, happened, people, titles
from lessonbook.extraction.report.facts import kinds as kinds_of
from lessonbook.extraction.report.facts.front import Front, front_of
from lessonbook.extraction.report.facts.labels import read_label, read_reference
from lessonbook.extraction.report.facts.staff import Staff, staff_of
from lessonbook.extraction.report.facts.writing import Reading, Writer
from lessonbook.extraction.report.sections import Section

__all__ = ["FactsRead", "read"]


class FactsRead(msgspec.Struct, frozen=True):
    """The claims of one report but its statements; problems; what of the cover holds nothing to keep."""

    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
    furniture: tuple[Span, ...] = ()


def read(document: Document, sections: Sequence[Section]) -> FactsRead:
    """The facts of a report. ``sections`` are the document's, as ``sections.read`` gives them."""
    front = front_of(document, sections)
    staff = staff_of(front)
    writer = Writer(document)
    _claim_review(writer, front, staff)
    for line in front.cover:
        writer.pass_over(line.passage)
    return FactsRead(tuple(writer.claims), tuple(writer.problems), tuple(writer.furniture))


def _claim_review(writer: Writer, front: Front, staff: Staff) -> None:
    named = kinds_of.read_kinds(front)
    if named is None:
        named = _inquiry(front)
    commissioner = bodies.read_commissioner(front)
    audience = kinds_of.read_audience(front, named, commissioner)
    area = bodies.read_area(front, commissioner)
    writer.claim("kinds", named)
    writer.claim("audience", audience)
    writer.claim("scope", bodies.read_scope(area, named, commissioner))
    writer.claim("commissioner", commissioner)
    writer.claim("area", area)
    writer.claim_all("published", dating.read_published(front), "the date of publication", str)
    label = _claim_case(writer, front, staff, audience)
    incident = next((claim.value for claim in writer.claims if claim.field == "incident"), None)
    writer.claim("period", dating.read_period(front, incident if isinstance(incident, PartialDate) else None, staff))
    writer.claim("method", conduct.read_method_of(front, staff))
    writer.claim("reviewer", conduct.read_reviewer(front))
    for proceeding in conduct.read_proceedings(front, label, staff):
        writer.claim("proceeding", proceeding)
    _claim_keywords(writer, front)


def _inquiry(front: Front) -> Reading[tuple[str, ...]] | None:
    inquiry = titles.inquiry_named(front)
    return Reading(("public-inquiry",), inquiry.passages, inquiry.reasons) if inquiry else None


def _claim_case(writer: Writer, front: Front, staff: Staff, audience: Reading[Audience] | None) -> str | None:
    inquiry = titles.inquiry_named(front)
    if inquiry is not None:
        writer.claim("title", inquiry)
        return None
    labels = read_label(front, staff)
    label = labels[0] if labels else None
    reference = read_reference(front, unmarked=not labels)
    writer.claim_all("label", (reference,) if reference else labels, "the label of the child or adult", str)
    if label is None and reference is None:
        writer.claim("title", titles.read_title(front, staff))
    told = happened.read_happened(front, label.value if label else None, staff)
    writer.claim("harm", happened.read_harm_of(told))
    incident = happened.read_incident(front, told, label.value if label else None)
    writer.claim_all("incident", incident, "the date of what happened", str)
    writer.claim("section", happened.read_section(told, audience))
    for subject in people.read_subjects(front, label, told, staff):
        writer.claim("subject", subject)
    return label.value if label else None


def _claim_keywords(writer: Writer, front: Front) -> None:
    pair = next(front.pairs_of("keywords"), None)
    if pair is None:
        return
    listed = tuple(word.strip(" .") for word in pair.value.text.replace(";", ",").split(",") if word.strip(" ."))
    if len(listed) > 1:
        writer.claim("keywords", Reading(listed, (pair.value,), ("label-found",)))
