"""What a page shows, as CSV or JSON."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from lessonbook.domain.serialise import to_json
from lessonbook.register.export.formats import cell


def csv_of(name: str, rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A CSV file in UTF-8 with its mark, as spreadsheets read it; no cell is taken for a formula."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([cell(value) for value in row] for row in rows)
    return download(name, "text/csv; charset=utf-8", text.getvalue().encode("utf-8-sig"))


def json_of(value: object) -> HttpResponse:
    """A value as JSON."""
    return HttpResponse(to_json(value), content_type="application/json")


def download(name: str, media_type: str, data: bytes) -> HttpResponse:
    """A file that the browser saves and never shows as a page of this site."""
    response = HttpResponse(data, content_type=media_type)
    safe = "".join(letter if letter.isalnum() or letter in "-_. " else "-" for letter in name)
    response["Content-Disposition"] = (
        f'attachment; filename="{safe.encode("ascii", "replace").decode().replace("?", "-")}"'
    )
    return response
