# ruff: noqa: E501 - templates of heads and feet
"""The layouts of the half that extraction is measured by, and the content that each is for."""

from functools import partial

from gold.document import Layout
from gold.render import typst_pdf
from gold.style import Form, Style
from gold.test import browser, long_layouts, platypus_file, styles, word_file
from gold.test.browser import PageLook
from gold.test.platypus_file import PlainLook
from gold.test.scanning import scanned
from gold.test.word_file import WordLook

_PLAN = Form(
    "table", "{n}", columns=("No", "Recommendation", "Lead agency", "Timescale", "Progress"),
    fields=("number", "text", "to", "by", "blank"), widths=(1, 6, 3, 3, 2), parts="(a)",
)  # fmt: skip

_OFFICE = Layout(
    Style(
        forms={
            "recommendation/summary": Form("list", parts="(a)"),
            "recommendation/plan": _PLAN,
            "recommendation": Form("bold", "Recommendation {n}:", explain=True, parts="(a)"),
            "learning": Form("boxes", "Learning point {n}"),
            "": Form("bullets"),
        },
        heading_number="{n}. ",
        paragraph_numbers=True,
        contents="Contents",
    ),
    partial(word_file.render_pdf, look=WordLook()),
)
_REGISTER = Layout(
    Style(
        forms={
            "recommendation/summary": Form("list", "{n})"),
            "recommendation/plan": Form(
                "table", "{n}",
                columns=("Ref", "Recommendation", "Lead", "Target date", "Desired outcome", "Progress and RAG"),
                fields=("number", "text", "to", "by", "outcome", "blank"), widths=(1, 7, 3, 2, 4, 3), parts="i)",
            ),
            "recommendation": Form("labelled", "Recommendation {n}:", parts="i)"),
            "learning": Form("labelled", "Lesson {n}:"),
            "": Form("bullets"),
        },
        heading_number="{n} ",
        paragraph_numbers=True,
        contents="CONTENTS",
        upper_headings=True,
        break_before_sections=True,
    ),
    partial(
        word_file.render_pdf,
        look=WordLook(font="Liberation Serif", size=12, colour="000000", heading_sizes=(14, 13, 12, 12), wide=6, justify=True, space=10),
    ),
)  # fmt: skip
_SYSTEMS = Layout(
    Style(
        forms={
            "learning": Form("headings", "Finding {n}:", explain=True),
            "consideration": Form("box", "", title="Questions for the Board to consider"),
            "": Form("bullets"),
        },
        heading_number="{n} ",
        contents="Table of contents",
    ),
    partial(platypus_file.render, look=PlainLook(size=12.5, margin=85, colour="#1b4d3e", italic_headings=True)),
)
_MAGAZINE = Layout(
    Style(
        forms={
            "learning": Form("box", "", title="Learning point"),
            "recommendation": Form("boxes", "Recommendation {n}", explain=False, parts="•"),
            "": Form("bullets"),
        },
        contents=None,
    ),
    partial(browser.render, look=PageLook(css=styles.MAGAZINE, margin="16mm", columns=True, footer=(
        '<div style="font-size:8px;width:100%;text-align:center;font-family:Arial">Baby Ash | Local Child Safeguarding Practice '
        'Review | <span class="pageNumber"></span></div>'
    ))),
)  # fmt: skip
_SITE = Layout(
    Style(
        forms={
            "learning": Form("headings", "Finding {n}.", explain=True),
            "recommendation/summary": Form("bullets"),
            "recommendation": Form("table", "{n}", columns=("", "We recommend that", "Who", "When"),
                                   fields=("number", "text", "to", "by"), widths=(1, 8, 3, 3)),
            "": Form("bullets"),
        },
        contents="On this page",
        contents_depth=1,
    ),
    partial(browser.render, look=PageLook(css=styles.SITE, margin="15mm", page_numbers=False, tagged=True, header=(
        '<div style="font-size:8px;width:100%;display:flex;justify-content:space-between;padding:0 12px">'
        '<span>14/02/2022, 09:41</span><span>Thematic Review of Serious Youth Violence</span></div>'
    ), footer=(
        '<div style="font-size:8px;width:100%;display:flex;justify-content:space-between;padding:0 12px">'
        '<span>https://partnership.example.org/reviews/thematic-review-of-serious-youth-violence/print</span>'
        '<span><span class="pageNumber"></span>/<span class="totalPages"></span></span></div>'
    ))),
)  # fmt: skip
_BOOK = Layout(
    Style(
        forms={
            "learning": Form("boxes", "Learning point {n}"),
            "": Form("bullets"),
        },
        numbers={"learning": "section"},
        heading_number="{n} ",
        contents="What is in this report",
    ),
    partial(browser.render, look=PageLook(css=styles.BOOK, margin="24mm", footer=(
        '<div style="font-size:8px;width:100%;text-align:right;padding:0 40px"><span class="pageNumber"></span></div>'
    ))),
)  # fmt: skip
_RUNNING = Layout(
    Style(
        forms={
            "recommendation": Form("labelled", "Recommendation {n}:", explain=True, why_label="Rationale:", parts="(a)"),
            "learning": Form("bold", "Learning {n}:"),
            "": Form("bullets"),
        },
        heading_number="Section {n}: ",
        contents=None,
    ),
    partial(typst_pdf.render, look=typst_pdf.Look(
        font="New Computer Modern", size=12.5, leading=0.85, justify=True, hyphenate=True, outline=False, tags=False,
        margin=(80, 90, 80, 90), header=("", "", "{running}"), footer=("{page}", "", ""), heading_colour="#5b2c6f",
    )),
)  # fmt: skip
_ASSURANCE = Layout(
    Style(
        forms={
            "recommendation/summary": Form("list"),
            "recommendation": Form("titled", "Recommendation {n}", after="Responsible: {to}\nTimescale: {by}"),
            "learning": Form("box", "", title="Key learning"),
            "": Form("bullets"),
        },
        heading_number="{n}. ",
        contents=None,
    ),
    partial(platypus_file.render, look=PlainLook(
        face="Helvetica", size=11.5, colour="#7a1f1f", justify=False, foot="{running}   |   Page {page}", margin=60,
    )),
)  # fmt: skip
_TEMPLATE = Layout(
    Style(
        forms={
            "learning": Form("bold", "Learning point {n}:", explain=True),
            "action": Form("table", "{n}", columns=("", "Action", "Responsible", "Timescale"),
                           fields=("number", "text", "to", "by"), widths=(1, 7, 3, 3)),
            "": Form("bullets"),
        },
    ),
    partial(word_file.render, look=WordLook(styled=False, heading_sizes=(13, 12, 11, 11), underline=True)),
    suffix="docx",
)  # fmt: skip
_TRACKED = Layout(
    Style(
        forms={
            "learning": Form("list", "{n}."),
            "recommendation": Form("list", "{n}.", parts="(i)"),
            "": Form("bullets"),
        },
        heading_number="{n} ",
    ),
    partial(word_file.render, look=WordLook(tracked=True, font="Calibri", colour="2E74B5")),
    suffix="docx",
)
_TEXT_BOXES = Layout(
    Style(
        forms={
            "learning": Form("boxes", "Learning point {n}"),
            "recommendation": Form("labelled", "Recommendation {n}.", explain=True, why_label="Why this matters:"),
            "": Form("bullets"),
        },
    ),
    partial(word_file.render, look=WordLook(styled=False, text_boxes=True, font="Cambria", size=11.5)),
    suffix="docx",
)
_FAX = Layout(
    Style(
        forms={
            "recommendation": Form("labelled", "Recommendation {n}:", parts="(a)"),
            "learning": Form("list", "{n}."),
            "": Form("bullets"),
        },
        heading_number="{n}. ",
        upper_headings=True,
    ),
    partial(browser.render, look=PageLook(css=styles.TYPED, margin="24mm", footer=(
        '<div style="font-size:9px;width:100%;text-align:center"><span class="pageNumber"></span></div>'
    ))),
    scan=partial(scanned, dpi=200, seed=3, bilevel=True),
)  # fmt: skip
_COPIER = Layout(
    Style(
        forms={
            "recommendation/plan": _PLAN,
            "recommendation": Form("list", "{n}."),
            "learning": Form("bold", "Lesson {n}:"),
            "": Form("bullets"),
        },
        heading_number="{n} ",
        paragraph_numbers=True,
    ),
    partial(platypus_file.render, look=PlainLook(
        face="Helvetica", size=13.5, justify=False, centred=True, foot="{running} - {page}", margin=80,
    )),
    scan=partial(scanned, dpi=150, seed=8, bilevel=False, quality=8, speckle=1),
)  # fmt: skip

_CHAPTERS = Layout(
    Style(
        forms={
            "learning/summary": Form("bullets"),
            "learning": Form("box", "", title="What we learned"),
            "recommendation/section": Form("labelled", "Recommendation {n}", explain=True, why_label="Reason:"),
            "recommendation/appendix": Form("list", "{n}"),
            "": Form("bullets"),
        },
        numbers={"recommendation": "section"},
        heading_number="{n}. ",
        contents="Cynnwys / Contents",
        contents_depth=1,
        break_before_sections=True,
    ),
    partial(
        word_file.render_pdf,
        look=WordLook(
            font="DejaVu Sans", size=12.5, colour="7B1E3A", heading_sizes=(20, 15, 13, 12), space=14, justify=False
        ),
    ),
)

PLAN = {
    "gwynedd-anglesey-rhiannon": _CHAPTERS,
    "calderdale-child-k": _OFFICE,
    "kingston-marta": _REGISTER,
    "shropshire-audrey": _SYSTEMS,
    "hertfordshire-baby-ash": _MAGAZINE,
    "brent-serious-youth-violence": _SITE,
    "stockport-family-q": _BOOK,
    "leeds-child-w": _RUNNING,
    "norfolk-adult-t": _ASSURANCE,
    "cwm-taf-cpr-2-2019": _TEMPLATE,
    "falkirk-skye": _TRACKED,
    "bristol-joanne": _TEXT_BOXES,
    "torbay-mr-d": _FAX,
    "sunderland-child-r": _COPIER,
    **long_layouts.PLAN,
}
