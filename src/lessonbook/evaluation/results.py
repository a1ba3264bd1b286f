"""What an evaluation found, document by document and over all, as values that a program can read."""

from typing import Literal, Self

import msgspec

from lessonbook.evaluation.tallies import Figure, Tally

What = Literal["missed", "false", "differs", "nearly", "evidence", "failed"]


class Difference(msgspec.Struct, frozen=True):
    """One thing that is not as in gold, with its words: gold's, the record's, or both."""

    document: str
    case: str
    what: What
    name: str
    gold: str | None = None
    found: str | None = None


class _Counts(msgspec.Struct):
    """Numbers that are counted together, field by field."""

    def add(self, other: Self) -> None:
        """Count another's too."""
        for name in self.__struct_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


class EvidenceCount(_Counts):
    """Pieces of evidence of statements. ``in_place`` have their quotation at their offsets of the text.

    Of the ``paged`` ones, on pages whose text can be read without our reader, ``on_page`` have their words on that
    page, ``scattered`` of them not one after another (columns, tables). Of the ``pictured`` ones, read from pictures,
    ``like_gold`` have gold's words on a page where gold has them.
    """

    pieces: int = 0
    in_place: int = 0
    paged: int = 0
    on_page: int = 0
    scattered: int = 0
    pictured: int = 0
    like_gold: int = 0

    @property
    def exact(self) -> float:
        """The share of pieces that are where they are said to be, in the text and on the page."""
        wrong = (self.pieces - self.in_place) + (self.paged - self.on_page) + (self.pictured - self.like_gold)
        return max(0.0, 1 - wrong / self.pieces) if self.pieces else 1.0


class KeyIssues(_Counts):
    """Key issues chosen from a report. ``must`` are the sentences not to be missed, ``pairs`` two chosen ones that
    gold has in an order, ``ordered`` those in that order. ``too_many`` counts records with more than eight.
    """

    chosen: int = 0
    acceptable: int = 0
    must: int = 0
    must_found: int = 0
    pairs: int = 0
    ordered: int = 0
    records: int = 0
    too_many: int = 0


class Judged(msgspec.Struct, frozen=True, array_like=True):
    """A value that the extractor said how sure it is of, and whether it is right."""

    name: str
    confidence: float
    right: bool


class DocumentResult(msgspec.Struct, kw_only=True):
    """How one document was read. ``statements`` are tallies of near matches by kind, ``exact`` of the same wordings,
    ``details`` of what is said about statements that were found. ``error`` says why it could not be read.
    """

    document: str
    group: str
    layout: str | None = None
    extractor: str | None = None
    error: str | None = None
    cases: Tally = msgspec.field(default_factory=Tally)
    fields: dict[str, Tally] = {}
    statements: dict[str, Tally] = {}
    exact: dict[str, Tally] = {}
    details: dict[str, Tally] = {}
    places: Tally = msgspec.field(default_factory=Tally)
    evidence: EvidenceCount = msgspec.field(default_factory=EvidenceCount)
    key_issues: KeyIssues = msgspec.field(default_factory=KeyIssues)
    conflicts: int = 0
    judged: list[Judged] = []
    differences: list[Difference] = []


class Bin(msgspec.Struct, frozen=True):
    """Values of which the extractor was between ``low`` and ``high`` sure: how sure on average, how often right."""

    low: float
    high: float
    values: int
    said: float
    right: float


class Calibration(msgspec.Struct, frozen=True):
    """``error`` is the mean distance between how sure and how often right, weighted by values (the expected
    calibration error of Naeini, Cooper and Hauskrecht, AAAI 2015); ``brier`` the mean squared error (Brier 1950).
    """

    values: int
    error: float | None
    brier: float | None
    bins: tuple[Bin, ...] = ()


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """Figures over some documents."""

    documents: int
    failed: int
    cases: Figure
    fields: dict[str, Figure]
    statements: dict[str, Figure]
    exact: dict[str, Figure]
    details: dict[str, Figure]
    places: Figure
    evidence: EvidenceCount
    evidence_exactness: float
    key_issues: KeyIssues
    conflicts: int
    calibration: Calibration


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """An evaluation: over everything, by group (the folder of the documents), by layout, by document."""

    lessonbook: str
    extractors: dict[str, int]
    summary: Summary
    groups: dict[str, Summary]
    layouts: dict[str, Summary]
    documents: tuple[DocumentResult, ...]
