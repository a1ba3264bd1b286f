"""The sample collection: where it is, and the gold records of its documents."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from lessonbook import extraction, reading
from lessonbook.domain import Document, Extraction

SAMPLE = Path(__file__).parents[2] / "sample"
FILES = (
    "digest-autumn-2022.docx",
    "digest-spring-2023.pdf",
    "digest-issue-3.txt",
    "list-2012-2017.html",
    "list-2018-2025.txt",
)


def gold_of(file: str) -> list[dict[str, Any]]:
    """The gold records of a document of the sample."""
    lines = (SAMPLE / "gold" / f"{file}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def document_of(file: str) -> Document:
    """A document of the sample as it is read."""
    return reading.read_here((SAMPLE / file).read_bytes())


@cache
def extraction_of(file: str) -> Extraction:
    """What the extractor finds in a document of the sample."""
    return extraction.extract(document_of(file))
