"""One document as it was read, against its gold."""

from collections.abc import Mapping, Sequence

from lessonbook.domain import Document, Extraction, Review
from lessonbook.domain.serialise import to_plain
from lessonbook.evaluation import fields, key_issues, places, statements
from lessonbook.evaluation.gold import GoldDocument, Record
from lessonbook.evaluation.pairing import paired
from lessonbook.evaluation.printed import PrintedPage
from lessonbook.evaluation.results import Difference, DocumentResult, Judged, What
from lessonbook.evaluation.tallies import Tally
from lessonbook.register.resolution import Source, resolve

_KEY_ISSUE = "key-issue"
_SHORT = 60


def reviews_of(extraction: Extraction) -> list[Review]:
    """The records that the register would make of a document that it has alone."""
    return [
        resolve(f"{entry.position}", [Source(f"{entry.position}", extraction.document, entry.claims, entry.problems)])
        for entry in extraction.entries
    ]


def judge(
    gold: GoldDocument, document: Document, extraction: Extraction, pages: Mapping[int, PrintedPage]
) -> DocumentResult:
    """How a document was read. ``pages`` are the words of its pages where it is a PDF."""
    judging = _Judging(gold, document, pages)
    judging.result.extractor = extraction.extractor
    judging.reviews(reviews_of(extraction))
    judging.sureness(extraction)
    return judging.result


def failed(gold: GoldDocument, message: str) -> DocumentResult:
    """A document that could not be read: all that gold has is missed."""
    judging = _Judging(gold, None, {})
    judging.result.error = message
    judging.differ(gold.name, "failed", "document", found=message)
    judging.reviews([])
    return judging.result


class _Judging:
    """The result of one document in the making."""

    def __init__(self, gold: GoldDocument, document: Document | None, pages: Mapping[int, PrintedPage]) -> None:
        self._gold, self._document, self._pages = gold, document, pages
        self.result = DocumentResult(document=gold.name, group=gold.group, layout=gold.layout)
        # Whether each value that was read is right: a field's of a case by name, a statement's by kind and text.
        self._rightness: dict[tuple[int, str, str], bool] = {}

    def reviews(self, reviews: Sequence[Review]) -> None:
        """Judge every record of the document."""
        found = [to_plain(review) for review in reviews]
        pairs = paired(found, self._gold.records)
        mine = {one for one, _ in pairs}
        theirs = {one for _, one in pairs}
        self.result.cases = Tally(len(pairs), len(found) - len(pairs), len(self._gold.records) - len(pairs))
        for position, number in pairs:
            self._case(reviews[position], position, found[position], self._gold.records[number])
        for number, record in enumerate(self._gold.records):
            if number not in theirs:
                self.differ(record["case"], "missed", "case", gold=_named(record))
                self._case(None, -1, {"statements": []}, record)
        for position, record in enumerate(found):
            if position not in mine:
                self.differ(f"record {position + 1}", "false", "case", found=_named(record))
                self._statements(f"record {position + 1}", position, record, {"statements": []})

    def _case(self, review: Review | None, position: int, found: Record, gold: Record) -> None:
        case = gold["case"]
        if review is not None:
            self.result.conflicts += sum(problem.code == "sources-disagree" for problem in review.problems)
        for one in fields.judge(found, gold):
            self.result.fields.setdefault(one.name, Tally()).add(one.tally)
            self._rightness[position, one.name, ""] = not (one.tally.wrong or one.tally.missed)
            if one.tally.wrong or one.tally.missed:
                what: What = "missed" if not one.tally.wrong else "differs"
                what = "false" if not one.tally.missed else what
                self.differ(case, what, one.name, gold=one.gold, found=one.found)
        if "statements" in gold:
            self._statements(case, position, found, gold)

    def _statements(self, case: str, position: int, found: Record, gold: Record) -> None:
        mine, theirs = found["statements"], gold["statements"] or []
        candidates = gold.get("key_issue_candidates")
        if candidates is not None:
            chosen = [one for one in mine if one["kind"] == _KEY_ISSUE]
            self._key_issues(case, position, chosen, candidates)
            mine, theirs = ([one for one in some if one["kind"] != _KEY_ISSUE] for some in (mine, theirs))
        matched = statements.match(mine, theirs)
        near, exact = statements.tallies(matched)
        for kinds, tallies in ((self.result.statements, near), (self.result.exact, exact)):
            for kind, tally in tallies.items():
                kinds.setdefault(kind, Tally()).add(tally)
        for kind in near:
            for pair in matched.right[kind]:
                self._pair(case, position, kind, pair)
            for one, other in matched.missed[kind]:
                self.differ(case, "missed", kind, gold=one["text"], found=_like(other))
            for one in matched.false[kind]:
                self._rightness[position, one["kind"], one["text"]] = False
                self.differ(case, "false", kind, found=one["text"])
                self._evidence(case, one, None)

    def _pair(self, case: str, position: int, kind: str, pair: statements.Match) -> None:
        self._rightness[position, pair.found["kind"], pair.found["text"]] = True
        if not statements.same(pair):
            self.differ(case, "nearly", kind, gold=pair.gold["text"], found=pair.found["text"])
        for key, (tally, wanted, got) in statements.details(pair).items():
            self.result.details.setdefault(key, Tally()).add(tally)
            if tally.wrong or tally.missed:
                about = f"{kind} {key} of “{pair.gold['text'][:_SHORT]}”"
                self.differ(case, "differs", about, gold=wanted or "nothing", found=got or "nothing")
        if "pages" in pair.gold:
            tally = places.places(pair.found, pair.gold)
            self.result.places.add(tally)
            if tally.wrong or tally.missed:
                got = str([piece["page"] for piece in pair.found["evidence"]])
                about = f"{kind} places of “{pair.gold['text'][:_SHORT]}”"
                self.differ(case, "differs", about, gold=str(pair.gold["pages"]), found=got)
        self._evidence(case, pair.found, (pair.gold, pair.likeness))

    def _key_issues(self, case: str, position: int, chosen: list[Record], candidates: list[Record]) -> None:
        counts, others, missed = key_issues.judge(chosen, candidates)
        self.result.key_issues.add(counts)
        for one in chosen:
            self._rightness[position, _KEY_ISSUE, one["text"]] = one not in others
            self._evidence(case, one, None)
        for one in others:
            self.differ(case, "false", _KEY_ISSUE, found=one["text"])
        for one in missed:
            self.differ(case, "missed", _KEY_ISSUE, gold=one["text"])

    def _evidence(self, case: str, found: Record, match: tuple[Record, float] | None) -> None:
        if self._document is None:
            return
        pieces = places.evidence_of(found)
        count, wrong = places.check(pieces, self._document, self._pages, match)
        self.result.evidence.add(count)
        for piece in wrong:
            where = f"page {piece.page}, characters {piece.start}–{piece.end}"
            self.differ(case, "evidence", found["kind"], gold=where, found=piece.quote)

    def sureness(self, extraction: Extraction) -> None:
        """Every claim that says how sure it is, with whether it is right, where gold judges it."""
        for position, entry in enumerate(extraction.entries):
            for claim in entry.claims:
                text = getattr(claim.value, "text", "") if claim.field == "statement" else ""
                names = [getattr(claim.value, "kind", "")] if text else _JUDGED_AS.get(claim.field, [claim.field])
                rights = [right for name in names if (right := self._rightness.get((position, name, text))) is not None]
                if claim.confidence is not None and rights:
                    self.result.judged.append(Judged(claim.field, claim.confidence, all(rights)))

    def differ(self, case: str, what: What, name: str, *, gold: str | None = None, found: str | None = None) -> None:
        """Write a difference down."""
        self.result.differences.append(Difference(self._gold.name, case, what, name, gold, found))


# Claims on these fields are right where these judgements are.
_JUDGED_AS = {"area": ["authorities"], "subject": ["subjects", "age", "sex", "outcome"], "proceeding": ["proceedings"]}


def _named(record: Record) -> str:
    area = (record.get("area") or {}).get("as_written")
    parts = (record.get("published"), area, record.get("label") or record.get("title"))
    return ", ".join(str(part) for part in parts if part) or "without a name"


def _like(other: Record | None) -> str | None:
    return f"({statements.kind_of(other)}) {other['text']}" if other else None
