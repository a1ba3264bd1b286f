"""Whether a document that the register has must be read again."""

from importlib import import_module

from lessonbook import extraction
from lessonbook.register import models

_MODULE_OF = {"markdown": "text"}


def is_fresh(sha256: str) -> bool:
    """Whether the register has the document and today's reader and extractor would read it as they did."""
    document = models.Document.objects.filter(pk=sha256).only("format", "reader").first()
    if document is None or document.reader != reader_of(document.format):
        return False
    run = document.runs.order_by("-id").first()
    return run is not None and extraction.EXTRACTORS.get(run.extractor) == run.logic_version


def reader_of(form: str) -> str:
    """The name and version of the reader that reads a format today."""
    module = import_module(f"lessonbook.reading.{_MODULE_OF.get(form, form)}")
    reader: str = module.READER
    return reader


def stale() -> list[str]:
    """The documents that a changed reader or extractor would read otherwise."""
    known = models.Document.objects.order_by("imported_at", "sha256").values_list("sha256", flat=True)
    return [sha256 for sha256 in known if not is_fresh(sha256)]
