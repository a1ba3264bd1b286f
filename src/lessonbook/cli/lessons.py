"""``lessons`` and ``lesson``: what was said again, by whom, since when; and what an editor decides of it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.padding import Padding
from rich.text import Text

from lessonbook import register
from lessonbook.cli.screen import OUT, new_table, print_json

if TYPE_CHECKING:
    from lessonbook.register.lessons.telling import Lesson


@click.command(
    short_help="List the lessons that recur.",
    epilog="""\b
Examples:
  lessonbook lessons                              those that most reviews say first
  lessonbook lessons --area Dudley --limit 10
  lessonbook lessons --json | jq '.[].wording'
""",
)
@click.option("--area", metavar="NAME", help="Only lessons that a review of this council's area says.")
@click.option("--theme", metavar="THEME", help="Only lessons with this theme.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print the lessons with every instance as JSON.")
@click.pass_obj
def lessons(home: Path, *, area: str | None, theme: str | None, limit: int, as_json: bool) -> None:
    """List what more than one review says: the wording, how many reviews and areas, to whom, from when to when."""
    register.setup(home)
    from lessonbook.register.lessons import telling  # noqa: PLC0415 - the models need the register to be open

    found = telling.lessons(area=area, theme=theme, limit=limit)
    if as_json:
        print_json(found)
        return
    table = new_table("Id", "Lesson", "Reviews", "Areas", "To", "Said", numbers=("Reviews", "Areas"))
    for one in found:
        numbers = str(one.reviews), str(len(one.areas))
        table.add_row(one.id, Text(one.wording), *numbers, ", ".join(one.addressees), _years(one))
    OUT.print(table if found else "No lesson is said by more than one review.")


@click.command(
    short_help="Show one lesson, or decide what belongs to it.",
    epilog="""\b
Examples:
  lessonbook lesson 3f9a                                    every instance and its source
  lessonbook lesson 3f9a --merge 77b0 --author "A. Editor"   they are one lesson
  lessonbook lesson 3f9a --move STATEMENT 77b0 --author "A. Editor"
""",
)
@click.argument("lesson_id", metavar="ID")
@click.option("--merge", metavar="OTHER", help="Make another lesson part of this one.")
@click.option("--split", multiple=True, metavar="STATEMENT", help="Take a statement into a new lesson; repeatable.")
@click.option("--pin", metavar="STATEMENT", help="Let this statement's wording stand for the lesson.")
@click.option("--move", nargs=2, metavar="STATEMENT OTHER", help="Put a statement into another lesson.")
@click.option("--author", default="", metavar="NAME", help="Who decides.")
@click.option("--json", "as_json", is_flag=True, help="Print the lesson as JSON.")
@click.pass_obj
def lesson(  # noqa: PLR0913 - one argument an option
    home: Path,
    lesson_id: str,
    *,
    merge: str | None,
    split: tuple[str, ...],
    pin: str | None,
    move: tuple[str, str] | None,
    author: str,
    as_json: bool,
) -> None:
    """Show every instance of a lesson and its source, or merge, split, move, pin."""
    if sum(map(bool, (merge, split, pin, move))) > 1:
        raise click.UsageError("One decision at a time: --merge, --split, --pin or --move.")
    if not author and (merge or split or pin or move):
        raise click.UsageError("A decision needs the name of who makes it: --author NAME.")
    register.setup(home)
    from lessonbook.register.lessons import decisions, telling  # noqa: PLC0415 - the models need the register to be open

    if merge:
        decisions.merge(lesson_id, merge, author=author)
    elif split:
        OUT.print(f"The new lesson is {decisions.split(lesson_id, split, author=author)}.")
        return
    elif pin:
        decisions.pin(lesson_id, pin, author=author)
    elif move:
        decisions.move(lesson_id, *move, author=author)
        lesson_id = move[1]
    found = telling.lesson(lesson_id)
    if as_json:
        print_json(found)
    else:
        _show(found)


def _show(found: "Lesson") -> None:
    OUT.print(Text(found.wording, style="bold"))
    places = f"{found.reviews} reviews, {len(found.areas)} areas, {_years(found)}"
    undated = f", {found.undated} of them undated" if found.undated else ""
    OUT.print(f"{found.id} · {places}{undated} · weakest link {found.weakest:.0%}\n")
    for one in found.instances:
        OUT.print(Text(one.text))
        document = one.evidence[0] if one.evidence else None
        place = f"{document.document[:12]}{f', page {document.page}' if document.page else ''}" if document else None
        to = f"to {', '.join(one.addressees)}" if one.addressees else None
        where = " – ".join(part for part in (one.area, one.label, one.published) if part)
        parts = (one.kind.replace("-", " ").capitalize(), where, to, f"{one.sureness:.0%}", one.statement, place)
        OUT.print(Padding(Text(" · ".join(part for part in parts if part), style="dim"), (0, 0, 1, 2)))


def _years(one: "Lesson") -> str:
    return "undated" if one.first is None else str(one.first) if one.first == one.last else f"{one.first}–{one.last}"
