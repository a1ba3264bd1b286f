from lessonbook.reading.pdf.blocks import Pitch
from lessonbook.reading.pdf.model import DraftTable, Line, PageContent


def columns_of(lines: list[Line], page: PageContent, pitch: Pitch) -> list[list[Line] | DraftTable]:
    return [lines] if lines else []
