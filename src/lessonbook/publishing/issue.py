"""An issue of the digest as every format shows it: words in their order, nothing about fonts or tags.

``compose`` makes it, the renderers lay it out. A renderer prints these words and adds none of its own, so all formats
say the same and a digest that is read back gives the same statements.
"""

import datetime as dt
from itertools import zip_longest
from typing import Literal

import msgspec

from lessonbook.domain import Area, Link, PartialDate

Format = Literal["html", "docx", "pdf", "email", "text"]

CONTENT_NOTE = (
    "This digest describes abuse, neglect, serious harm and death. Read it when you have the time and the support you "
    "need, and talk to your supervisor or manager about anything in it that stays with you."
)


# The sections that readers look for in every issue, also to learn that there was nothing.
STANDING_SECTIONS = (
    "physical-and-emotional-abuse",
    "neglect",
    "child-death",
    "sexual-abuse",
    "behavioural-and-mental-health",
    "homicide",
    "self-neglect",
    "organisational-abuse",
)


class IssueSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What an editor decides about an issue.

    ``published_from`` and ``published_to`` are inclusive. ``area`` is the partnership's own. ``document_names`` gives
    a document's SHA-256 the name that the sources print; one without a name is shown by its short hash. ``made_on`` is
    the date on the files: the same issue made on the same day is the same bytes. ``sender`` is the e-mail address that
    the e-mail comes from. ``said_before`` has, by the id of a statement, the words that say where it was said before;
    they stand under it. ``standing_sections`` are printed also when they are empty, others only with cases.
    """

    number: int
    date: PartialDate
    area: Area
    published_from: PartialDate
    published_to: PartialDate
    made_on: dt.date
    title: str = "Lessons Learned Research Digest"
    partnership: str = ""
    introduction: tuple[str, ...] = ()
    content_note: str = CONTENT_NOTE
    document_names: dict[str, str] = {}
    said_before: dict[str, str] = {}
    sender: str = ""
    standing_sections: tuple[str, ...] = STANDING_SECTIONS


class Group(msgspec.Struct, frozen=True):
    """Statements of one kind under their label, as in ``Learning:``.

    ``said_before`` has for each statement the line of ours that stands under it, empty where there is none.
    """

    label: str
    statements: tuple[str, ...]
    said_before: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each statement with the line under it."""
        return tuple(zip_longest(self.statements, self.said_before, fillvalue=""))


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One review in the digest. ``anchor`` is unique in the issue; ``sources`` says where each statement came from."""

    anchor: str
    heading: str
    sources: str
    review: str = ""
    kinds: str | None = None
    relevance: str | None = None
    harm: str | None = None
    key_issues: tuple[str, ...] = ()
    ethnicity: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    method: str | None = None
    groups: tuple[Group, ...] = ()
    closing: str | None = None

    @property
    def url(self) -> str | None:
        """Where the review can be read, where a source has kept a link with its target."""
        return next((link.url for link in self.links if link.url), None)

    @property
    def repeated(self) -> str:
        """How many statements were said before, for a format that does not print them; empty where none was."""
        count = sum(bool(line) for group in self.groups for line in group.said_before)
        verb = "recommendation was" if count == 1 else "recommendations were"
        return f"{count} {verb} made before, in earlier reviews." if count else ""


class Section(msgspec.Struct, frozen=True):
    """Cases in one table. ``heading`` is empty where the part has one table only."""

    anchor: str
    heading: str | None
    cases: tuple[Case, ...]


class Part(msgspec.Struct, frozen=True):
    """One part of the digest, as in ``Regional learning``."""

    anchor: str
    heading: str
    sections: tuple[Section, ...]

    @property
    def count(self) -> int:
        """How many cases the part has."""
        return sum(len(section.cases) for section in self.sections)


class SourceDocument(msgspec.Struct, frozen=True):
    """A document that statements rest on; ``short`` is how the sources of a case name it."""

    sha256: str
    short: str


class Issue(msgspec.Struct, frozen=True, kw_only=True):
    """One issue of the digest. Its texts are plain, in one line each, without control characters."""

    title: str
    edition: str
    partnership: str
    area: str
    content_note: str
    introduction: tuple[str, ...]
    parts: tuple[Part, ...]
    about: tuple[str, ...]
    sources_note: str
    documents: tuple[SourceDocument, ...]
    made_on: dt.date
    sender: str = ""
    language: str = "en-GB"

    def cases(self) -> tuple[Case, ...]:
        """Every case in the order of the digest."""
        return tuple(case for part in self.parts for section in part.sections for case in section.cases)
