"""One document of the gold set: a content in a layout, and the record beside it."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from gold import pages
from gold.content import Report
from gold.flow import Flow
from gold.record import record
from gold.setting import composed
from gold.style import Style


@dataclass(frozen=True)
class Made:
    """A document and its gold record, both as they stand in files."""

    name: str
    data: bytes
    gold: bytes


@dataclass(frozen=True)
class Layout:
    """How reports are set: a style, and a renderer of flows. ``scan`` turns the PDF into pictures of its pages.

    Any content can be set in any layout. ``suffix`` is "pdf" or "docx".
    """

    style: Style
    render: Callable[[Flow], bytes]
    suffix: str = "pdf"
    scan: Callable[[bytes], bytes] | None = None

    def made(self, report: Report) -> Made:
        """The document of a report and its record. Raises ``ContentError`` or ``NotFoundError`` where they differ."""
        flow = composed(report, self.style)
        data = self.render(flow)
        found = pages.find(flow, data) if self.suffix == "pdf" else None
        line = json.dumps(record(report, flow, found), ensure_ascii=False) + "\n"
        return Made(f"{report.id}.{self.suffix}", self.scan(data) if self.scan else data, line.encode())
