"""The statements on which recurrence is measured: of the seed digest, the sample collection, coroners' concerns and
invented ones. Texts stay where they are; the benchmarks keep hashes only."""

import csv
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from sentencex import segment

from lessonbook import extraction, reading
from lessonbook.domain import StatementClaim
from lessonbook.recurrence import KINDS

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
SAMPLE = HERE.parent / "sample"
DIGESTS = (
    SHARED / "seed" / "darlington-digest-issue-4.txt",
    *(SAMPLE / name for name in ("digest-autumn-2022.docx", "digest-spring-2023.pdf", "digest-issue-3.txt")),
    *(SAMPLE / name for name in ("list-2012-2017.html", "list-2018-2025.txt")),
)
CONCERNS = SHARED / "data" / "pfd" / "concerns.csv"
INVENTED = HERE / "judged" / "invented_statements.toml"
# A paragraph of at most so many words is one statement, a longer one is as many as it has sentences.
_LONGEST, _SHORTEST = 45, 6
_MARK = re.compile(r"^\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.):]+|[-–•*])\s*", re.IGNORECASE)


class Said(NamedTuple):
    """A statement and the review or report that says it; ``source`` is seed, sample, concerns or invented."""

    source: str
    review: str
    text: str
    day: date | None = None
    area: str = ""

    @property
    def key(self) -> str:
        """The key that the register gives the wording."""
        return blake2b(self.text.encode(), digest_size=16).hexdigest()


def everything() -> list[Said]:
    """All that can be part of a lesson. What is not here is said on stderr and left out."""
    return [*digests(), *concerns(), *invented()]


def digests() -> Iterator[Said]:
    """The learning and recommendations of the seed digest and the sample collection."""
    for file in filter(_is_here, DIGESTS):
        source = "sample" if file.parent == SAMPLE else "seed"
        for entry in extraction.extract(reading.read_here(file.read_bytes())).entries:
            for claim in entry.claims:
                value = claim.value
                if isinstance(value, StatementClaim) and value.kind in KINDS and not value.attributed_to:
                    yield Said(source, f"{file.name}#{entry.position}", value.text)


def concerns() -> Iterator[Said]:
    """The statements of coroners' concerns: numbered points and paragraphs, long ones by sentence."""
    if not _is_here(CONCERNS):
        return
    with CONCERNS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for text in dict.fromkeys(_points(row["concerns"])):
                yield Said("concerns", f"pfd#{row['id']}", text, date.fromisoformat(row["date"]), row["area"])


def invented() -> Iterator[Said]:
    """Statements written for the purpose, one review each."""
    lessons = tomllib.loads(INVENTED.read_text(encoding="utf-8"))
    for name, wordings in lessons.items():
        for number, text in enumerate(wordings):
            yield Said("invented", f"{name}#{number}", text)


def _points(text: str) -> Iterator[str]:
    for line in text.splitlines():
        words = _MARK.sub("", line).strip()
        parts = [words] if len(words.split()) <= _LONGEST else list(segment("en", words))
        yield from (" ".join(_MARK.sub("", part).split()) for part in parts if len(part.split()) >= _SHORTEST)


def _is_here(file: Path) -> bool:
    if not file.exists():
        print(f"{file.name} is not here", file=sys.stderr)
    return file.exists()
