"""The layout of each content of the development half."""

from functools import partial

from gold.document import Layout
from gold.render import typst_pdf
from gold.render.typst_pdf import Look
from gold.style import Form, Style

_BOXED = Layout(
    Style(
        forms={
            "recommendation/summary": Form("list", "{n}.", parts="(a)"),
            "recommendation/body": Form("boxes", "Recommendation {n}", explain=True, parts="(a)"),
            "recommendation/appendix": Form("list", "{n}.", parts="(a)"),
            "learning": Form("boxes", "Learning point {n}"),
            "": Form("bullets"),
        },
        heading_number="{n} ",
        contents="Contents",
    ),
    partial(
        typst_pdf.render,
        look=Look(
            justify=True,
            hyphenate=True,
            header=("{running}", "", ""),
            footer=("", "Page {page} of {pages}", ""),
            size=12,
            leading=1.05,
            margin=(80, 80, 80, 80),
        ),
    ),
)
_SANS_TABLE = Layout(
    Style(
        forms={
            "learning/summary": Form("bullets"),
            "learning/body": Form("headings", "Finding {n}:"),
            "recommendation": Form(
                "table",
                columns=("No.", "Recommendation", "Lead agency", "Timescale"),
                fields=("number", "text", "to", "by"),
                widths=(1, 6, 3, 2),
                label="{n}",
            ),
            "": Form("bullets"),
        },
    ),
    partial(
        typst_pdf.render,
        look=Look(
            font="Bitstream Vera Sans",
            size=11.5,
            leading=1.1,
            heading_colour="#5b2a6e",
            footer=("{running}", "", "{page}"),
            table="tinted",
            cover="left",
        ),
    ),
)
_WELSH = Layout(
    Style(
        forms={
            "learning/section": Form("bold", "Learning Point {n}:"),
            "recommendation": Form("labelled", "{n}.", parts="•", part_end=""),
            "": Form("bullets"),
        },
    ),
    partial(
        typst_pdf.render,
        look=Look(
            font="Bitstream Vera Sans",
            size=12,
            leading=1.15,
            heading_sizes=(14, 13, 12, 12),
            cover="top",
            outline=False,
            tags=False,
        ),
    ),
)
_ACTION_PLAN = Layout(
    Style(
        forms={
            "learning": Form("titled", "Lesson {n}"),
            "recommendation/body": Form("labelled", "Recommendation {n}:"),
            "recommendation/plan": Form(
                "table",
                label="{n}",
                columns=("Rec.", "Recommendation", "Action to take", "Lead", "Target date", "Outcome"),
                fields=("number", "text", "action", "to", "by", "outcome"),
                widths=(1, 5, 5, 3, 3, 4),
            ),
            "": Form("list", "{n}."),
        },
        paragraph_numbers=True,
        heading_number="{n}. ",
        contents="CONTENTS",
        contents_depth=1,
        upper_headings=True,
        break_before_sections=True,
    ),
    partial(
        typst_pdf.render,
        look=Look(
            font="New Computer Modern",
            justify=True,
            leading=0.9,
            header=("", "{running}", ""),
            cover_header=True,
            outline=False,
            tags=False,
            table_size=8.5,
        ),
    ),
)

PLAN: dict[str, Layout] = {
    "trafford-child-k": _BOXED,
    "leicester-samuel": _SANS_TABLE,
    "gwent-cpr-4-2020": _WELSH,
    "stockport-dhr-amina": _ACTION_PLAN,
}
