"""The claims of one entry, each with its evidence, and its problems."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from lessonbook.domain import (
    Certainty,
    Claim,
    ClaimValue,
    Document,
    Entry,
    Evidence,
    Method,
    Passage,
    Problem,
    RecommendationsMade,
    StatementClaim,
    evidence_of,
)
from lessonbook.extraction.digest.casecell import CaseCell
from lessonbook.extraction.digest.model import Note, RawCase
from lessonbook.extraction.digest.placing import Place, placed
from lessonbook.extraction.digest.relevance import marked_by
from lessonbook.extraction.digest.subjects import facts_of_narrative, opening_facts, subjects_of
from lessonbook.extraction.digest.wording import Said, Wording
from lessonbook.extraction.facts import Found, HarmFacts, read_harm
from lessonbook.vocabulary import addressees, kinds

_PANEL_REVIEW = "national-panel-review"
_LETTERS = re.compile(r"\b(?:L?CSPR|SCR|SAR|DHR|DARDR|[CA]PR|SUSR|MHHR)\b")


class ReadCase(msgspec.Struct):
    """A case whose cells are read."""

    case: RawCase
    cell: CaseCell
    wording: Wording


def entry_of(read: ReadCase, document: Document, position: int) -> Entry:
    """The entry of a case."""
    return _Entry(read, document).build(position)


def problem_of(note: Note, document: Document) -> Problem:
    """A problem with the evidence for its words."""
    return Problem(note.code, note.message, _evidence(note.passages, document))


def _evidence(passages: Iterable[Passage], document: Document) -> tuple[Evidence, ...]:
    return tuple(piece for passage in passages if passage.spans() for piece in evidence_of(passage, document))


class _Entry:
    def __init__(self, read: ReadCase, document: Document) -> None:
        self._read = read
        self._document = document
        self._claims: list[Claim] = []

    def build(self, position: int) -> Entry:
        cell, wording = self._read.cell, self._read.wording
        label = cell.heading.label.value if cell.heading.label else None
        harm = read_harm(cell.harm, label) if cell.harm else None
        self._heading()
        place = placed(self._read.case.setting, cell, wording)
        self._kinds(place)
        self._setting(place)
        self._harm(harm, label)
        self._subjects(harm or self._told(label), label)
        for method in wording.methods[:1]:
            self._claim(
                "method", self._whole_method(wording), [each.passage for each in wording.methods], method.certainty
            )
        self._statements()
        for link in (*cell.links, *wording.links):
            self._claim("link", link.value, [link.passage], link.certainty)
        self._made()
        if cell.relevance is not None:
            mark = cell.relevance
            whose = marked_by(mark.passage.text, self._document)
            self._claim("relevance", msgspec.structs.replace(mark.value, area=whose), [mark.passage])
        if wording.keywords:
            words = tuple(passage.text.rstrip(".") for passage in wording.keywords)
            self._claim("keywords", words, wording.keywords)
        return Entry(position, tuple(self._claims), tuple(self._problems()))

    def _claim(
        self, field: str, value: ClaimValue, passages: Sequence[Passage], certainty: Certainty = "stated"
    ) -> None:
        self._claims.append(Claim(field, value, _evidence(passages, self._document), certainty))

    def _found(self, field: str, found: Found[ClaimValue] | None, extra: Sequence[Passage] = ()) -> None:
        if found is not None:
            self._claim(field, found.value, [found.passage, *extra], found.certainty)

    def _heading(self) -> None:
        heading = self._read.cell.heading
        self._found("published", heading.published, self._read.cell.readings)  # type: ignore[arg-type]
        self._found("area", heading.area)  # type: ignore[arg-type]
        self._found("label", heading.label)  # type: ignore[arg-type]
        self._found("title", heading.title)  # type: ignore[arg-type]

    def _kinds(self, place: Place) -> None:
        """Only what is said to be the kind: in a line of its own, in the harm, by its letters in a link."""
        cell, wording = self._read.cell, self._read.wording
        links = [link.passage for link in (*cell.links, *wording.links) if _LETTERS.search(link.passage.text)]
        passages = [*cell.kinds, *wording.kinds, *([cell.harm] if cell.harm else []), *links]
        named = {each: passage for passage in reversed(passages) for each in kinds.kinds_in(passage.text)}
        if not named and place.scope is not None and place.scope.value == "national-panel":
            self._claim("kinds", (_PANEL_REVIEW,), place.scope.passages, "inferred")
        elif named:
            said = dict.fromkeys(each for passage in passages for each in kinds.kinds_in(passage.text))
            self._claim("kinds", tuple(said), list(dict.fromkeys(named.values())))

    def _setting(self, place: Place) -> None:
        for field, found in (("scope", place.scope), ("audience", place.audience), ("section", place.section)):
            if found is not None:
                self._claim(field, found.value, found.passages, found.certainty)

    def _harm(self, harm: HarmFacts | None, label: str | None) -> None:
        if harm is None:
            return
        self._found("harm", harm.harm)  # type: ignore[arg-type]
        opening = opening_facts(self._read.wording, label) if harm.incident is None else None
        self._found("incident", opening.incident if opening else harm.incident)  # type: ignore[arg-type]

    def _told(self, label: str | None) -> HarmFacts | None:
        """The facts of the narrative where the case has no harm of its own: of its first sentence that has any."""
        facts = facts_of_narrative(self._read.wording, label)
        if facts is not None:
            self._found("incident", facts.incident)  # type: ignore[arg-type]
        return facts

    def _subjects(self, harm: HarmFacts | None, label: str | None) -> None:
        for subject in subjects_of(harm, label, self._read.wording):
            self._claim("subject", subject.value, subject.passages, subject.certainty)

    def _whole_method(self, wording: Wording) -> Method:
        names = [each.value.name for each in wording.methods if each.value.name]
        return Method(names[0] if names else None, " ".join(each.value.as_written or "" for each in wording.methods))

    def _statements(self) -> None:
        """Statements in order; those under an integrated label are learning, and then all of them recommendations."""
        said = self._read.wording.said
        for each in said:
            self._statement(each, each.kind)
            if each.integrated and not any(later.integrated for later in said[said.index(each) + 1 :]):
                for twin in said:
                    if twin.integrated:
                        self._statement(twin, "recommendation")
        if self._read.wording.integrated:
            self._claim("integrated", value=True, passages=self._read.wording.integrated)

    def _statement(self, said: Said, kind: str) -> None:
        text = " ".join(said.passage.text.split())
        named = addressees.addressees_in(text) if kind in addressees.ADDRESSED else ()
        named = tuple(dict.fromkeys((*said.addressees, *named)))
        value = StatementClaim(kind, text, named)  # type: ignore[arg-type]
        self._claim("statement", value, [said.passage, *said.readings], said.certainty)

    def _made(self) -> None:
        """What the source says of its recommendations; that there are none weighs more than that there are."""
        wording = self._read.wording
        said = sorted(wording.made, key=lambda found: found.value.status != "none")
        recommended = [each for each in wording.said if each.kind == "recommendation" or each.integrated]
        if said:
            self._claim("recommendations_made", said[0].value, [found.passage for found in said])
        elif recommended:
            self._claim("recommendations_made", RecommendationsMade("made"), [recommended[0].passage])

    def _problems(self) -> Iterator[Problem]:
        for note in (*self._read.case.notes, *self._read.wording.notes):
            passages = note.passages or (self._read.cell.words,)
            yield problem_of(Note(note.code, note.message, passages), self._document)
