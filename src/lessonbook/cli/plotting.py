"""``plot``: a picture for a board paper, and the numbers behind it."""

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from lessonbook import register
from lessonbook.cli.screen import DATE, OUT
from lessonbook.domain import LessonbookError, PartialDate

if TYPE_CHECKING:
    from lessonbook.plotting import Picture

Subject = Literal["themes", "lessons", "areas", "timeline"]
_OF_REVIEWS = ("--area", "--audience", "--from", "--to")
_OPTIONS: dict[Subject, tuple[str, ...]] = {
    "themes": _OF_REVIEWS,
    "areas": _OF_REVIEWS,
    "lessons": ("--area", "--theme"),
    "timeline": ("--lesson",),
}


@click.command(
    short_help="Draw themes, lessons, areas or a timeline.",
    epilog="""\b
Examples:
  lessonbook plot themes -o themes.svg --from 2018         what reviews are about, year by year
  lessonbook plot lessons -o lessons.png --limit 10        what is said most often
  lessonbook plot areas -o areas.svg --audience adults     who published how many
  lessonbook plot timeline --lesson 3f9a -o timeline.png   when and where one lesson was said
""",
)
@click.argument("subject", type=click.Choice(get_args(Subject)))
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="FILE.svg or .png."
)
@click.option("--lesson", metavar="ID", help="The lesson of a timeline; without it, the one that most reviews say.")
@click.option("--area", metavar="NAME", help="Only reviews, or lessons said in reviews, of this council's area.")
@click.option("--theme", metavar="THEME", help="Only lessons with this theme.")
@click.option("--audience", type=click.Choice(["children", "adults", "both"]), help="Only reviews of this audience.")
@click.option("--from", "published_from", type=DATE, help="Only reviews published in or after this month or year.")
@click.option("--to", "published_to", type=DATE, help="Only reviews published in or before this month or year.")
@click.option("--limit", type=click.IntRange(1, 40), default=15, show_default=True, help="At most so many rows.")
@click.pass_obj
def plot(  # noqa: PLR0913 - one argument an option
    home: Path,
    *,
    subject: Subject,
    output: Path,
    lesson: str | None,
    area: str | None,
    theme: str | None,
    audience: str | None,
    published_from: PartialDate | None,
    published_to: PartialDate | None,
    limit: int,
) -> None:
    """Draw a picture for a board paper as SVG or PNG. The numbers behind it go into a CSV file beside it.

    The picture has a title and a description in words for those who do not see it.
    """
    form = output.suffix.lower().removeprefix(".")
    if form not in {"svg", "png"}:
        raise click.UsageError("Name a file that ends in .svg or .png: -o themes.svg.")
    given = {
        "--lesson": lesson,
        "--area": area,
        "--theme": theme,
        "--audience": audience,
        "--from": published_from,
        "--to": published_to,
    }
    for option, value in given.items():
        if value is not None and option not in _OPTIONS[subject]:
            raise click.UsageError(f"{option} says nothing of a picture of {subject}.")
    register.setup(home)
    picture: Picture
    if subject in {"themes", "areas"}:
        filters = {"area": area, "audience": audience, "published_from": published_from, "published_to": published_to}
        picture = _of_reviews(subject, filters, limit)
    else:
        picture = _of_lessons(subject, lesson, area, theme, limit)
    _write(picture, output, "svg" if form == "svg" else "png")
    table = output.with_suffix(".csv")
    OUT.print(f"{picture.description}\n\nWritten: {output} and, with the numbers, {table}.", soft_wrap=True)


def _of_reviews(subject: Subject, filters: dict[str, str | PartialDate | None], limit: int) -> "Picture":
    from lessonbook.plotting import area_grid, themes_by_year  # noqa: PLC0415 - drawing takes long to load
    from lessonbook.register import reviews  # noqa: PLC0415 - the models need the register to be open
    from lessonbook.register.models import HIDDEN  # noqa: PLC0415 - as above

    found = reviews.find(**filters)  # type: ignore[arg-type] # each filter has the type of its keyword
    shown = (review for review in found if review.status not in HIDDEN)
    return themes_by_year(shown, shown=limit) if subject == "themes" else area_grid(shown)


def _of_lessons(subject: Subject, lesson: str | None, area: str | None, theme: str | None, limit: int) -> "Picture":
    from lessonbook.plotting import LessonBars, Recurring, Saying, Timeline  # noqa: PLC0415 - drawing takes long to load
    from lessonbook.register.lessons import telling  # noqa: PLC0415 - the models need the register to be open

    if subject == "lessons":
        found = telling.lessons(area=area, theme=theme, limit=limit)
        lines = (Recurring(one.id, one.wording, one.reviews, len(one.areas), one.first, one.last) for one in found)
        return LessonBars(tuple(lines))
    most_said = [] if lesson else telling.lessons(limit=1)
    if not lesson and not most_said:
        raise LessonbookError("lesson-none", "No lesson is said by more than one review: there is no timeline to draw.")
    told = telling.lesson(lesson) if lesson else most_said[0]
    sayings = (
        Saying(one.review, one.label, one.area, one.kind, PartialDate(one.published) if one.published else None)
        for one in told.instances
    )
    return Timeline(told.wording, tuple(sayings))


def _write(picture: "Picture", output: Path, form: Literal["svg", "png"]) -> None:
    from lessonbook.plotting import render  # noqa: PLC0415 - drawing takes long to load
    from lessonbook.register.export.formats import cell  # noqa: PLC0415 - the models need the register to be open
    from lessonbook.register.whole_files import written_whole  # noqa: PLC0415 - as above

    table = io.StringIO(newline="")
    csv.writer(table).writerows([cell(value) for value in row] for row in picture.rows())
    try:
        for place, data in ((output, render(picture, form)), (output.with_suffix(".csv"), table.getvalue().encode())):
            with written_whole(place) as stream:
                stream.write(data)
    except OSError as error:
        raise LessonbookError(
            "output-not-writable", f"{output} cannot be written ({error.strerror}): choose another place with -o."
        ) from error
