"""``lessonbook reviews`` and ``lessonbook show``: what the register holds."""

from itertools import islice
from pathlib import Path

import click
from rich.padding import Padding
from rich.text import Text

from lessonbook import register
from lessonbook.cli.screen import DATE, OUT, new_table, print_json
from lessonbook.cli.statements import places, show_statements
from lessonbook.domain import FieldConfidence, PartialDate, Review
from lessonbook.vocabulary import kinds, sections

_MORE = 1
_NARROW_COLUMNS = 41  # id, publication date and problems, with the gaps between all six columns


@click.command(
    short_help="List reviews, with filters.",
    epilog="""\b
Examples:
  lessonbook reviews                                      the newest last
  lessonbook reviews --area Dudley --from 2021-01         an authority, since a month
  lessonbook reviews --section neglect --text "safe sleep"
  lessonbook reviews --json | jq -r .label                one record a line, for a program
""",
)
@click.option("--area", help="A council, as in “Dudley”, or its GSS code.")
@click.option("--from", "published_from", type=DATE, help="Published in or after this month or year.")
@click.option("--to", "published_to", type=DATE, help="Published in or before this month or year.")
@click.option("--section", type=click.Choice([section.id for section in sections.SECTIONS]), metavar="SECTION")
@click.option("--audience", type=click.Choice(["children", "adults", "both"]))
@click.option("--scope", type=click.Choice(["local", "regional", "national", "national-panel"]))
@click.option("--status", type=click.Choice(["extracted", "checked", "approved", "held", "withdrawn"]))
@click.option("--kind", type=click.Choice([kind.id for kind in kinds.KINDS]), metavar="KIND")
@click.option("--label", help="Words in the label of the child or adult.")
@click.option("--text", help="Words in a statement, the harm or the title.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="Print one record a line as JSON.")
@click.pass_obj
def reviews(home: Path, /, *, limit: int | None, as_json: bool, **filters: str | PartialDate | None) -> None:
    """List the reviews in the register, by month of publication."""
    register.setup(home)
    from lessonbook.register import reviews as found_in  # noqa: PLC0415 - the models need the register to be open

    found = found_in.find(**filters)  # type: ignore[arg-type] # click gives each option its type
    if as_json:
        for review in islice(found, limit):
            print_json(review)
        return
    listed = list(islice(found, limit + _MORE if limit else None))
    _print_lines(listed[:limit])
    if limit and len(listed) > limit:
        OUT.print(f"\nThe first {limit}; leave out --limit for all that match.")
    elif not listed:
        OUT.print("No review matches." if found_in.count() else "The register is empty: lessonbook import PATH…")


def _print_lines(listed: list[Review]) -> None:
    table = new_table("Id", "Published", "Problems")
    room = max(OUT.width - _NARROW_COLUMNS, 40)  # on a narrow screen the long ones are shortened: one line a review
    for heading, share in (("Area", 0.45), ("Label", 0.25), ("Section", 0.3)):
        table.add_column(heading, no_wrap=True, overflow="ellipsis", max_width=int(room * share))
    for review in listed:
        table.add_row(*_line(review))
    OUT.print(table)


def _line(review: Review) -> tuple[str, ...]:
    return (
        review.id,
        str(review.published or ""),
        str(len(review.problems) or ""),
        review.area.as_written if review.area else "",
        review.label or review.title or "",
        review.section or review.scope or "",
    )


@click.command(
    short_help="Show one record with its evidence.",
    epilog="""\b
Examples:
  lessonbook show k3v9                 the beginning of an id is enough
  lessonbook show k3v9 --json | jq .statements
""",
)
@click.argument("review_id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON.")
@click.pass_obj
def show(home: Path, review_id: str, *, as_json: bool) -> None:
    """Show one record with the place of every statement in its source."""
    register.setup(home)
    from lessonbook.register import reviews as found_in  # noqa: PLC0415 - the models need the register to be open

    review = found_in.get(review_id)
    if as_json:
        print_json(review)
        return
    OUT.print(Text(headline(review), style="bold"))
    facts = new_table("", "")
    for name, value in _facts(review):
        facts.add_row(Text(name, style="dim"), value)
    OUT.print(facts)
    show_statements(review)
    if review.confidence:
        OUT.print(Text("\nHow sure the reading is, the least sure first", style="bold"))
        sure = new_table("", "", "")
        for one in sorted(review.confidence, key=lambda one: one.confidence):
            sure.add_row(*_sureness(one))
        OUT.print(sure)
    for problem in review.problems:
        OUT.print(Text(f"\nProblem {problem.code}: {problem.message}", style="bold"))
        for piece in problem.evidence:
            OUT.print(Padding(Text(f"“{piece.quote}” {places((piece,))}"), (0, 0, 0, 2)))


def headline(review: Review) -> str:
    """A review in one line: when, where, who."""
    parts = (str(review.published or ""), review.area.as_written if review.area else "", review.label or review.title)
    return " – ".join(part for part in parts if part)


def _facts(review: Review) -> list[tuple[str, str]]:
    authorities = ", ".join(f"{one.name} ({one.gss})" for one in (review.area.authorities if review.area else ()))
    made = review.recommendations_made
    facts = [
        ("id", review.id),
        ("status", review.status),
        ("kind", ", ".join(review.kinds)),
        ("authority", authorities or (review.area.status if review.area else "")),
        ("scope", review.scope or ""),
        ("section", f"{review.section} (inferred)" if review.section_inferred else review.section or ""),
        ("harm", review.harm.as_written if review.harm else ""),
        ("incident", str(review.incident or "")),
        ("period", _period(review)),
        ("commissioned by", review.commissioner or ""),
        *(("subject", _subject(review, number)) for number in range(len(review.subjects))),
        ("method", review.method.as_written or ""),
        ("written by", review.reviewer or ""),
        *((f"{one.kind} proceedings", one.as_written) for one in review.proceedings),
        ("recommendations", (made.as_written or "") if made.status == "none" else ""),
        ("relevance", (review.relevance.reason or "yes") if review.relevance and review.relevance.relevant else ""),
        *(("link", f"{link.label}{f' <{link.url}>' if link.url else ''}") for link in review.links),
    ]
    return [(name, value) for name, value in facts if value]


def _period(review: Review) -> str:
    period = review.period
    if period is None:
        return ""
    return f"{period.as_written} ({period.dates})" if period.dates else period.as_written


def _sureness(one: FieldConfidence) -> tuple[str, str, str]:
    """A field, how sure the reading is of it, and why; of statements it is the least sure."""
    field = one.field.removeprefix("statement:").replace("_", " ").replace("-", " ")
    return field, f"{one.confidence:.0%}", ", ".join(reason.replace("-", " ") for reason in one.reasons)


def _subject(review: Review, number: int) -> str:
    subject = review.subjects[number]
    said = (
        subject.label,
        subject.age.as_written if subject.age else None,
        subject.sex if subject.sex != "not-stated" else None,
        subject.outcome if subject.outcome != "not-stated" else None,
        f"ethnicity: {subject.ethnicity.as_written or subject.ethnicity.status}",
    )
    return "; ".join(word for word in said if word)
