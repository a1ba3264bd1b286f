"""The layout of each content of the development half."""

from functools import partial
from typing import Any

from gold.document import Layout
from gold.render import typst_pdf, word
from gold.render.scan import scanned
from gold.render.typst_pdf import Look
from gold.render.word import WordLook
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


def _style(**forms: Form) -> Style:
    """A style by kinds of statement; an underscore stands for a hyphen."""
    return Style(forms={name.replace("_", "-"): form for name, form in forms.items()} | {"": Form("bullets")})


def _scan(look: Look, style: Style, **how: Any) -> Layout:  # noqa: ANN401 - passed on to scanned as it is
    return Layout(style, partial(typst_pdf.render, look=look), scan=partial(scanned, **how))


_TYPED = Look(font="DejaVu Sans Mono", size=10, leading=1.0)
_LINES = _style(learning=Form("list"), recommendation=Form("labelled", "Recommendation {n}:"))
_PRINTED = Look(
    font="Bitstream Vera Sans",
    header=("23/05/2024, 14:07", "", "{running}"),
    footer=("https://partnership.example.org/publications/briefing.html", "", "{page}/{pages}"),
    leading=1.0,
    cover_header=True,
    outline=False,
    tags=False,
)
_COLUMNS = Look(columns=2, justify=True, hyphenate=True, size=12, leading=1.1)
_WORD_LINES = _style(learning=Form("bold", "Lesson {n}:"), recommendation=Form("boxes", "Recommendation {n}"))

PLAN |= {
    "kent-family-orchard": Layout(
        _style(
            learning=Form("headings", "Finding {n}:"), consideration=Form("box", title="Questions for the Partnership")
        ),
        partial(typst_pdf.render, look=Look(size=12, leading=1.0, box="bar")),
    ),
    "dudley-child-m": Layout(
        _style(learning=Form("boxes", "Learning {n}")),
        partial(typst_pdf.render, look=_COLUMNS),
    ),
    "luton-rapid-review-7": _scan(_TYPED, _LINES, dpi=150, skew=0.5, grey=True, seed=1),
    "wirral-child-h": _scan(Look(size=12, leading=0.95), _LINES, dpi=200, skew=1.0, grey=False, seed=2),
    "enfield-dhr-scr-rosa": Layout(
        Style(
            forms={"recommendation": Form("list", "{n}.", parts="i."), "learning": Form("labelled", "Lesson {n}.")},
            numbers={"recommendation": "section"},
            heading_number="{n} ",
            paragraph_numbers=True,
            contents="Contents",
        ),
        partial(typst_pdf.render, look=Look(size=12, leading=0.95)),
    ),
    "harbour-inquiry-briefing": Layout(_style(recommendation=Form("list")), partial(typst_pdf.render, look=_PRINTED)),
    "norfolk-joan": Layout(
        Style(
            forms={
                "learning": Form("boxes", "Learning point {n}"),
                "recommendation": Form("labelled", "Recommendation {n}:"),
            },
            heading_number="Section {n}: ",
        ),
        partial(typst_pdf.render, look=Look(font="Bitstream Vera Sans", size=11.5, leading=1.0, box="fill")),
    ),
    "hull-baby-wren": Layout(_WORD_LINES, partial(word.render, look=WordLook()), suffix="docx"),
    "sunderland-lewis": Layout(
        _WORD_LINES, partial(word.render, look=WordLook(styled=False, box="shape", tracked=True)), suffix="docx"
    ),
}
