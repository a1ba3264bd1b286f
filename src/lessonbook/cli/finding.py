"""``search`` and ``reindex``: what the register says about something."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.padding import Padding
from rich.text import Text

from lessonbook import register
from lessonbook.cli.screen import DATE, ERR, OUT, new_table, print_json, progress
from lessonbook.domain import PartialDate

if TYPE_CHECKING:
    from lessonbook.search.hits import Hit, Results

_FILTERS = {
    "theme": "theme",
    "area": "area",
    "kind": "kind",
    "addressee": "to",
    "audience": "audience",
    "section": "section",
    "statement": "statement",
    "outcome": "outcome",
}
_SHOWN_FACETS = ("statement", "kind", "year", "region", "to", "theme")
_VALUES = 6


@click.command(
    short_help="Find what reviews say, by words and by meaning.",
    epilog="""\b
Examples:
  lessonbook search fathers and babies under one, to health visitors
  lessonbook search '"safer sleep" year:2019-2022' --statement recommendation
  lessonbook search 'police AND (bruise OR injury) NOT school' --exact
  lessonbook search 'kind:sar to:housing' --json | jq '.hits[].text'
""",
)
@click.argument("words", nargs=-1, required=True)
@click.option("--theme", multiple=True, metavar="THEME", help="Only statements with this theme.")
@click.option("--area", multiple=True, metavar="NAME", help="Only reviews of this council's area.")
@click.option("--kind", multiple=True, metavar="KIND", help="Only reviews of this kind, as in sar.")
@click.option("--addressee", multiple=True, metavar="AGENCY", help="Only what is addressed to this agency.")
@click.option("--audience", type=click.Choice(["children", "adults", "both"]), multiple=True)
@click.option("--section", multiple=True, metavar="SECTION", help="Only reviews in this section of a digest.")
@click.option("--statement", multiple=True, metavar="KIND", help="Only statements of this kind, as in recommendation.")
@click.option("--outcome", multiple=True, metavar="OUTCOME", help="Only reviews with this outcome, as in death.")
@click.option("--from", "published_from", type=DATE, metavar="DATE", help="Published in or after.")
@click.option("--to", "published_to", type=DATE, metavar="DATE", help="Published in or before.")
@click.option("--exact", is_flag=True, help="Every word must be there; meaning plays no part.")
@click.option("--documents", is_flag=True, help="Look through the full text of reports too.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print hits and facets as JSON.")
@click.pass_obj
def search(  # noqa: PLR0913 - one argument an option
    home: Path,
    /,
    words: tuple[str, ...],
    published_from: PartialDate | None,
    published_to: PartialDate | None,
    limit: int,
    *,
    exact: bool,
    documents: bool,
    as_json: bool,
    **chosen: tuple[str, ...],
) -> None:
    """Find what reviews say about WORDS: quotations with their sources, the best first.

    Words find what means the same, too. Quoted words are exact. AND, OR, NOT and brackets join words; word* stands for
    all words that begin so; area:, year:, kind:, theme:, to:, audience:, outcome:, region:, section:, method:,
    statement: and status: filter.
    """
    register.setup(home)
    from lessonbook.search.query import Filter  # noqa: PLC0415 - the index needs the register to be open
    from lessonbook.search.searching import Options  # noqa: PLC0415 - the same
    from lessonbook.search.searching import search as look_for  # noqa: PLC0415 - the same

    filters = tuple(Filter(_FILTERS[name], value) for name, values in chosen.items() for value in values)
    options = Options(filters, published_from, published_to, exact, documents, limit)
    results = look_for(" ".join(words), options)
    if as_json:
        print_json(results)
    else:
        _print(results)


@click.command(
    short_help="Make the search index anew.",
    epilog="""\b
Examples:
  lessonbook reindex
  lessonbook --home team reindex --json
""",
)
@click.option("--json", "as_json", is_flag=True, help="Print what was done as JSON.")
@click.pass_obj
def reindex(home: Path, *, as_json: bool) -> None:
    """Make the search index anew from the register.

    The index is kept as the register changes, so this is for after an update of the program, or when in doubt.
    """
    register.setup(home)
    from lessonbook.register import following  # noqa: PLC0415 - the models need the register to be open
    from lessonbook.search import indexing  # noqa: PLC0415 - the same

    reviews = indexing.reindex()
    learned = following.follow(progress).meanings
    if as_json:
        print_json({"reviews": reviews, "meanings": learned})
    else:
        OUT.print(f"{reviews:,} reviews are in the index; {learned:,} meanings were computed.")


def _print(results: "Results") -> None:
    for typed, used in results.respelled.items():
        ERR.print(f"Nothing has “{typed}”; this is what was found for “{used}”.")
    if not results.hits:
        OUT.print("Nothing was found: try fewer words, other words, or fewer filters.")
    for hit in results.hits:
        OUT.print(_wording(hit))
        OUT.print(Padding(Text(_source(hit), style="dim"), (0, 0, 1, 2)))
    if results.total > len(results.hits):
        OUT.print(f"{len(results.hits)} of {results.total:,} found; --limit shows more.")
    if results.without_meaning:
        ERR.print(f"{results.without_meaning:,} statements were searched by words only: run `lessonbook reindex`.")
    _print_facets(results)


def _wording(hit: "Hit") -> Text:
    text = Text(hit.text)
    for start, end in hit.marks:
        text.stylize("bold underline", start, end)
    return text


def _source(hit: "Hit") -> str:
    where = (hit.area, hit.label, str(hit.published) if hit.published else None)
    place = f"{hit.document[:12]}{f', page {hit.page}' if hit.page else ''}" if hit.document else None
    parts = (hit.kind.replace("-", " ").capitalize(), " – ".join(part for part in where if part), hit.review, place)
    return " · ".join(part for part in parts if part)


def _print_facets(results: "Results") -> None:
    from lessonbook.search.facets import name_of  # noqa: PLC0415 - the index needs the register to be open

    table = new_table("", "Reviews")
    for field in _SHOWN_FACETS:
        values = results.facets.get(field, [])
        if values:
            listed = ", ".join(f"{name_of(f'{field}:{value}')} {count}" for value, count in values[:_VALUES])
            more = f", and {len(values) - _VALUES} more" if len(values) > _VALUES else ""
            table.add_row(Text(f"{field}:", style="dim"), listed + more)
    if table.row_count:
        OUT.print(table)
