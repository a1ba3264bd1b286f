"""What an import and a verification found, as values that a program can read."""

from typing import Literal

import msgspec

FileStatus = Literal["imported", "unchanged", "re-read", "failed"]


class FileProblem(msgspec.Struct, frozen=True):
    """A code, a sentence for a person, and how often it stands in the file."""

    code: str
    message: str
    count: int = 1


class FileReport(msgspec.Struct, frozen=True):
    """What became of one file. Reviews are ``entries``: ``new`` of them were not in the register before.

    ``unsure`` counts entries that may be a review the register has: a person decides.
    """

    path: str
    status: FileStatus
    sha256: str | None = None
    format: str | None = None
    extractor: str | None = None
    title: str | None = None
    entries: int = 0
    new: int = 0
    matched: int = 0
    unsure: int = 0
    statements: int = 0
    problems: tuple[FileProblem, ...] = ()


class IntakeReport(msgspec.Struct, frozen=True):
    """What became of each file, in the order they were taken in."""

    files: tuple[FileReport, ...]

    @property
    def failed(self) -> tuple[FileReport, ...]:
        """The files that could not be taken in."""
        return tuple(file for file in self.files if file.status == "failed")

    def count(self, status: FileStatus) -> int:
        """How many files ended so."""
        return sum(file.status == status for file in self.files)

    @property
    def entries(self) -> int:
        """How many entries stand in the files, those that were unchanged included."""
        return sum(file.entries for file in self.files)

    @property
    def statements(self) -> int:
        """How many statements stand in the files, those that were unchanged included."""
        return sum(file.statements for file in self.files)


class Failure(msgspec.Struct, frozen=True):
    """Something that does not hold: a code, a sentence, and where: document, review, characters."""

    code: str
    message: str
    document: str | None = None
    review: str | None = None
    page: int | None = None
    start: int | None = None
    end: int | None = None


class VerifyReport(msgspec.Struct, frozen=True):
    """How much was checked and what failed. ``orphans`` are files of the archive that no document needs: harmless."""

    documents: int
    claims: int
    evidence: int
    reviews: int
    failures: tuple[Failure, ...] = ()
    orphans: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.failures
