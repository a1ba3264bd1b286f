"""The layouts of the long reports, of Word files as committees send them round, and of files that are part scan."""

from functools import partial

from gold.document import Layout
from gold.render import typst_pdf
from gold.style import Form, Style
from gold.test import browser, platypus_file, styles, word_file
from gold.test.scanning import mixed

_NUMBERED = Layout(
    Style(
        forms={
            "recommendation/summary": Form("list", "{n}.", parts="(i)"),
            "recommendation/appendix": Form(
                "table", "{n}",
                columns=("No.", "Recommendation", "Agency", "By when"),
                fields=("number", "text", "to", "by"), widths=(1, 8, 4, 3), parts="(i)",
            ),
            "recommendation": Form("bold", "Recommendation {n}:", parts="(i)"),
            "learning": Form("boxes", "Learning Point {n}"),
            "": Form("bullets"),
        },
        heading_number="{n}. ",
        paragraph_numbers=True,
        contents="Contents",
        break_before_sections=True,
    ),
    partial(typst_pdf.render, look=typst_pdf.Look(
        size=12, leading=0.9, justify=True, margin=(85, 80, 85, 80), header=("{running}", "", "OFFICIAL"),
        footer=("", "Page {page} of {pages}", ""), heading_colour="#1c3f60", box="bar", box_line="#b8860b", tags=False,
    )),
)  # fmt: skip

_AGENCIES = Layout(
    Style(
        forms={
            "recommendation/single": Form("labelled", "Recommendation {n}:"),
            "recommendation/plan": Form(
                "table", "{n}",
                columns=("No.", "Recommendation", "Intended outcome", "Lead agency", "Target date", "Update"),
                fields=("number", "text", "outcome", "to", "by", "blank"), widths=(1, 7, 4, 4, 3, 3),
            ),
            "recommendation": Form("list", "{n}."),
            "learning": Form("labelled", "Lesson {n}:"),
            "": Form("bullets"),
        },
        heading_number="{n} ",
        contents="Table of Contents",
        contents_depth=2,
    ),
    partial(word_file.render_pdf, look=word_file.WordLook(
        size=12, colour="4B2E83", heading_sizes=(18, 14, 12, 12), wide=6, space=10, lines=1.55,
    )),
)  # fmt: skip

_FINDINGS = Layout(
    Style(
        forms={
            "learning": Form("headings", "Finding {n}:", explain=True),
            "consideration": Form("box", "", title="Questions for the Boards"),
            "recommendation": Form(
                "table", "R{n}",
                columns=("Ref", "Recommendation", "Owner", "Timescale"),
                fields=("number", "text", "to", "by"), widths=(1, 7, 3, 2),
            ),
            "": Form("bullets"),
        },
        heading_number="Part {n}: ",
        contents="In this report",
        contents_depth=2,
    ),
    partial(browser.render, look=browser.PageLook(css=styles.MARGIN, margin="20mm", tagged=True, header=(
        '<div style="font-size:8px;width:100%;padding:0 40px">Joint SAR and DHR: Pearl and Dennis</div>'
    ), footer=(
        '<div style="font-size:8px;width:100%;padding:0 40px;text-align:center"><span class="pageNumber"></span></div>'
    ))),
)  # fmt: skip

_INVESTIGATION = Layout(
    Style(
        forms={
            "recommendation/summary": Form("labelled", "Recommendation {n}", parts="•"),
            "recommendation/quoted": Form("list", "{n}."),
            "recommendation": Form(
                "boxes", "Recommendation {n}", explain=True, after="Owner: {to}\nTimescale: {by}", parts="•",
            ),
            "learning": Form("titled", "Key learning"),
            "": Form("bullets"),
        },
        heading_number="{n} ",
        paragraph_numbers=False,
        contents="Contents",
        contents_depth=1,
        break_before_sections=True,
    ),
    partial(platypus_file.render, look=platypus_file.PlainLook(
        face="Helvetica", size=12.5, colour="#005eb8", justify=False, margin=80, foot="{running}   {page}",
    )),
)  # fmt: skip

_COMMITTEE = Layout(
    Style(
        forms={
            "recommendation/plan": Form(
                "table", "{n}", columns=("", "Recommendation", "Who", "When"),
                fields=("number", "text", "to", "by"), widths=(1, 8, 4, 3), parts="-",
            ),
            "recommendation": Form("labelled", "Recommendation {n}:", parts="-"),
            "learning": Form("boxes", "Key learning {n}"),
            "": Form("bullets"),
        },
        heading_number="{n}. ",
        contents="Contents",
        contents_depth=1,
    ),
    partial(word_file.render, look=word_file.WordLook(
        tracked=True, text_boxes=True, font="Calibri", size=11.5, colour="00573F", heading_sizes=(17, 13, 12, 11),
    )),
    suffix="docx",
)  # fmt: skip
_TYPED_WORD = Layout(
    Style(
        forms={
            "learning": Form("titled", "Learning Point {n}"),
            "recommendation": Form("list", "{n})"),
            "": Form("bullets"),
        },
        upper_headings=True,
    ),
    partial(word_file.render, look=word_file.WordLook(
        styled=False, font="Arial", size=12, heading_sizes=(12, 12, 12, 12), underline=True, justify=True,
    )),
    suffix="docx",
)  # fmt: skip

_LANDSCAPE = Layout(
    Style(
        forms={
            "recommendation": Form(
                "table", "{n}", columns=("", "We recommend", "For", "By"),
                fields=("number", "text", "to", "by"), widths=(1, 8, 4, 3),
            ),
            "learning": Form("bold", "What we learned:"),
            "": Form("bullets"),
        },
        contents=None,
        break_before_sections=True,
    ),
    partial(typst_pdf.render, look=typst_pdf.Look(
        font="Bitstream Vera Sans", size=12, leading=0.8, paper="a4", flipped=True, columns=2, margin=(60, 55, 60, 55),
        heading_sizes=(24, 16, 13, 12), heading_colour="#a03000", box="fill", box_fill="#fbe9e0", table="rows",
        header=("", "", ""), footer=("{running}", "", "{page}"), cover="left", outline=False,
    )),
)  # fmt: skip
_PART_SCAN = Layout(
    Style(
        forms={
            "recommendation": Form("list", "{n}."),
            "learning": Form("list", "({n})"),
            "": Form("bullets"),
        },
        heading_number="{n}. ",
        paragraph_numbers=True,
        upper_headings=True,
    ),
    partial(platypus_file.render, look=platypus_file.PlainLook(size=14, margin=84, foot="{page}")),
    scan=partial(mixed, pages=(0, 6, -3, -2, -1), dpi=200, seed=21, bilevel=True),
)  # fmt: skip

_RAPID = Layout(
    Style(
        forms={
            "learning": Form(
                "table", "{n}", columns=("No.", "Theme", "Learning for the system"),
                fields=("number", "topic", "text"), widths=(1, 3, 9),
            ),
            "": Form("bullets"),
        },
        heading_number="{n} ",
        contents="Contents",
    ),
    partial(word_file.render_pdf, look=word_file.WordLook(
        font="Liberation Sans Narrow", size=13, colour="005A70", heading_sizes=(19, 15, 13, 12), lines=1.25,
    )),
)  # fmt: skip
_PAMPHLET = Layout(
    Style(
        forms={
            "learning": Form("box", "", title="Learning"),
            "": Form("bullets"),
        },
        contents=None,
    ),
    partial(typst_pdf.render, look=typst_pdf.Look(
        font="New Computer Modern", heading_font="Bitstream Vera Sans", size=12.5, leading=0.95, justify=True,
        hyphenate=True, heading_colour="#444444", box="line", margin=(80, 85, 80, 85),
        header=("{page}", "", "{running}"), footer=("", "", ""), tags=False, outline=False,
    )),
)  # fmt: skip

_CHAPTER_ENDS = Layout(
    Style(
        forms={
            "recommendation/appendix": Form(
                "table", "{n}", columns=("Rec.", "Lead", "What we recommend", "Timescale"),
                fields=("number", "to", "text", "by"), widths=(2, 4, 8, 3), parts="i.",
            ),
            "recommendation": Form("box", "{n}", title="Recommendations", parts="i."),
            "learning": Form("labelled", "Learning {n}:"),
            "": Form("bullets"),
        },
        numbers={"recommendation": "section", "learning": "letter"},
        heading_number="{n} ",
        contents="Contents",
        contents_depth=2,
        break_before_sections=True,
    ),
    partial(browser.render, look=browser.PageLook(css=styles.LARGE_PRINT, margin="22mm", header=(
        '<div style="font-size:9px;width:100%;padding:0 60px;text-align:right">Household M: joint review</div>'
    ), footer=(
        '<div style="font-size:9px;width:100%;padding:0 60px">Page <span class="pageNumber"></span> of '
        '<span class="totalPages"></span></div>'
    ))),
)  # fmt: skip

PLAN = {
    "croydon-imogen": _NUMBERED,
    "doncaster-halina": _AGENCIES,
    "nottingham-pearl-dennis": _FINDINGS,
    "essex-mr-g": _INVESTIGATION,
    "highland-finlay": _COMMITTEE,
    "cardiff-vale-cpr-teilo": _TYPED_WORD,
    "birmingham-owhr-kadeem": _LANDSCAPE,
    "rochdale-child-t": _PART_SCAN,
    "plymouth-mr-w": _RAPID,
    "medway-sibling-group-e": _PAMPHLET,
    "wakefield-household-m": _CHAPTER_ENDS,
}
