"""Documents of invented cases, put together line by line, with the extraction an extractor would make of them."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from lessonbook.domain import (
    Age,
    Area,
    Authority,
    Certainty,
    Claim,
    Document,
    Entry,
    Evidence,
    Extraction,
    Harm,
    PartialDate,
    Problem,
    StatementClaim,
    Subject,
)
from lessonbook.extraction import EXTRACTORS
from lessonbook.reading.text import READER
from lessonbook.register.resolution import Source

LEEDS = Area("Leeds", "named", (Authority("Leeds", "E08000035"),))
KENT = Area("Kent", "named", (Authority("Kent", "E10000016"),))
UNNAMED = Area("Unnamed LA", "unnamed")


@dataclass
class Case:
    """What a document says of one review; what is left out the document is silent on."""

    area: Area | None = LEEDS
    label: str | None = "Child Z"
    published: str | None = "2031-03"
    harm: str | None = None
    incident: str | None = None
    age: tuple[int, int] | None = None
    sex: str = "not-stated"
    outcome: str = "not-stated"
    title: str | None = None
    statements: tuple[tuple[str, str], ...] = (("learning", "Ask who lives in the home."),)
    more: tuple[tuple[str, Any], ...] = ()
    certainty: dict[str, Certainty] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def values(self) -> list[tuple[str, Any, str]]:
        """(field, value, words) in the order of the document."""
        said: list[tuple[str, Any, str]] = []
        if self.area:
            said.append(("area", self.area, self.area.as_written))
        if self.published:
            said.append(("published", PartialDate(self.published), self.published))
        said += [(name, words, words) for name in ("label", "title") if (words := getattr(self, name))]
        if self.harm:
            said.append(("harm", Harm(self.harm), self.harm))
        if self.incident:
            said.append(("incident", PartialDate(self.incident), f"It happened in {self.incident}."))
        if self.age or self.sex != "not-stated" or self.outcome != "not-stated":
            age = Age("so old", self.age) if self.age else None
            said.append(("subject", Subject(self.label, age, self.sex, self.outcome), "The subject."))
        said += [("statement", StatementClaim(kind, text), text) for kind, text in self.statements]
        return said + [(name, value, f"More on {name}.") for name, value in self.more]


def document_of(*cases: Case, name: str = "digest", reader: str = READER) -> tuple[bytes, Document, Extraction]:
    """A document that tells of these cases, one line a claim, and what is read from it."""
    lines, entries = [f"{name}\n"], []
    for case in cases:
        placed = []
        for said in case.values():
            start = sum(map(len, lines))
            lines.append(f"{said[2]}\n")
            placed.append((*said, start))
        entries.append((case, placed))
    text = "".join(lines)
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    extraction = Extraction(
        sha256,
        "digest",
        EXTRACTORS["digest"],
        tuple(_entry(number, case, placed, sha256) for number, (case, placed) in enumerate(entries)),
        title=name,
    )
    return data, Document(sha256, "text", text, (), title=name, reader=reader), extraction


def _entry(number: int, case: Case, placed: list[tuple[str, Any, str, int]], sha256: str) -> Entry:
    claims = tuple(
        Claim(
            name,
            value,
            (Evidence(sha256, None, start, start + len(words), words),),
            case.certainty.get(name, "stated"),
        )
        for name, value, words, start in placed
    )
    return Entry(number, claims, tuple(Problem(code, f"Problem {code}.") for code in case.problems))


def source(case: Case, name: str = "digest") -> Source:
    """A case as the source it is for resolution, in a document of its own."""
    _, document, extraction = document_of(case, name=name)
    entry = extraction.entries[0]
    return Source(f"key{name}", document.sha256, entry.claims, entry.problems)
