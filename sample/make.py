"""Writes the documents of the sample and their gold records: ``python -m sample.make [FOLDER]``."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sample import damage, list_pages, pdf_digest, word_digest
from sample.content import HERE, documents
from sample.gold import records

_LAYOUTS: dict[str, Callable[[dict[str, Any]], bytes]] = {
    "autumn-2022": word_digest.make,
    "spring-2023": pdf_digest.make,
    "issue-3": damage.make,
    "list-2012-2017": list_pages.make_html,
    "list-2018-2025": list_pages.make_text,
}


def made() -> dict[str, bytes]:
    """Every file of the sample by its name."""
    files: dict[str, bytes] = {}
    for document, plan in documents().items():
        files[plan["file"]] = _LAYOUTS[document](plan)
        files[f"gold/{plan['file']}.jsonl"] = gold(document)
    return files


def gold(document: str) -> bytes:
    """The gold records of a document, one a line."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records(document)).encode()


def write(folder: Path) -> None:
    """Write the sample into a folder."""
    for name, data in made().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
