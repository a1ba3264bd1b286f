# ruff: noqa: PLR0911, E501 - a block has many kinds; templates
"""A flow as a web page that Chromium prints: a magazine in two columns, a page of a site, a book."""

import html
import re
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import sync_playwright

from gold import flow as blocks
from gold.flow import Block, Flow
from gold.test.numbering import numbered

_MARKS = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True)
class PageLook:
    """The style sheet and the margins of a print. ``header`` and ``footer`` are Chromium's templates; empty for none."""

    css: str
    header: str = ""
    footer: str = ""
    margin: str = "18mm"
    tagged: bool = False
    page_numbers: bool = True
    columns: bool = False


def render(flow: Flow, look: PageLook) -> bytes:
    """The PDF of a flow."""
    return numbered(flow, partial(_printed, look=look))


def _printed(flow: Flow, numbers: list[str], look: PageLook) -> bytes:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(_page(flow, numbers, look))
        data = page.pdf(
            format="A4",
            print_background=True,
            display_header_footer=bool(look.header or look.footer),
            header_template=look.header or "<span></span>",
            footer_template=look.footer or "<span></span>",
            margin=dict.fromkeys(("top", "bottom", "left", "right"), look.margin),
            tagged=look.tagged,
        )
        browser.close()
    return data


def _page(flow: Flow, numbers: list[str], look: PageLook) -> str:
    waiting = iter(numbers)
    listed = [(one, next(waiting)) for one in _listed(flow, len(numbers))]
    inside = "\n".join(_laid(one, _block(one, listed, look), look) for one in flow.blocks)
    inside = inside.replace('</div><!--in-->\n<div class="cols">', "\n") if look.columns else inside
    title = html.escape(flow.title)
    return (
        f'<html lang="en-GB"><head><title>{title}</title><style>{look.css}</style></head><body>{inside}</body></html>'
    )


def _laid(one: Block, made: str, look: PageLook) -> str:
    """Under a heading of the first level text runs in columns; covers and such headings cross the page."""
    crossing = isinstance(one, blocks.Cover | blocks.Contents | blocks.PageBreak)
    if not look.columns or crossing or (isinstance(one, blocks.Heading) and one.level == 1):
        return made
    return f'<div class="cols">{made}</div><!--in-->'


def _listed(flow: Flow, count: int) -> list[blocks.Heading]:
    depth = max((one.depth for one in flow.blocks if isinstance(one, blocks.Contents)), default=0)
    found = [one for one in flow.blocks if isinstance(one, blocks.Heading) and one.level <= depth]
    return found[:count]


def _block(one: Block, listed: list[tuple[blocks.Heading, str]], look: PageLook) -> str:
    match one:
        case blocks.Cover():
            lines = "".join(f'<p class="c{at}">{_inline(line)}</p>' for at, line in enumerate(one.lines))
            return (
                f'<div class="cover">{lines}<div class="imprint">{"<br>".join(map(_inline, one.imprint))}</div></div>'
            )
        case blocks.Contents():
            rows = "".join(
                f'<p class="toc l{heading.level}"><span>{_inline(heading.text)}</span>'
                + (f"<span>{number}</span>" if look.page_numbers else "")
                + "</p>"
                for heading, number in listed
            )
            return f'<div class="contents"><p class="toctitle">{html.escape(one.title)}</p>{rows}</div>'
        case blocks.PageBreak():
            return '<div class="break"></div>'
        case blocks.Heading():
            return f"<h{one.level}>{_inline(one.text)}</h{one.level}>"
        case blocks.Paragraph():
            number = f'<span class="n">{one.number}</span> ' if one.number else ""
            return f"<p>{number}{_inline(one.text)}</p>"
        case blocks.Items():
            return '<div class="list">' + "".join(map(_item, one.items)) + "</div>"
        case blocks.Table():
            return _table(one)
        case blocks.Box():
            title = f'<p class="boxtitle">{_inline(one.title)}</p>' if one.title else ""
            return f'<div class="box">{title}{"".join(_block(inner, listed, look) for inner in one.blocks)}</div>'


def _item(item: blocks.Item) -> str:
    parts = "".join(_line(marker, text, "part") for marker, text in item.parts)
    return _line(item.marker, item.text, "item") + parts


def _line(marker: str | None, text: str, kind: str) -> str:
    return f'<div class="{kind}"><span class="m">{html.escape(marker or "•")}</span><div>{_inline(text)}</div></div>'


def _table(table: blocks.Table) -> str:
    whole = sum(table.widths) or 1
    columns = "".join(f'<col style="width:{100 * width // whole}%">' for width in table.widths)
    head = "".join(f"<th>{_inline(name)}</th>" for name in table.columns)
    rows = "".join(
        "<tr>" + "".join(f"<td>{'<br>'.join(map(_inline, cell.split(chr(10))))}</td>" for cell in row) + "</tr>"
        for row in table.rows
    )
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _inline(text: str) -> str:
    return _MARKS.sub(r"<b>\1</b>", html.escape(text, quote=False))
