"""``lessonbook digest``: the next issue, in every format."""

import datetime as dt
from pathlib import Path

import click

from lessonbook import register
from lessonbook.cli.screen import DATE, OUT, new_table, progress
from lessonbook.domain import LessonbookError, PartialDate
from lessonbook.publishing import RENDERERS, Issue, IssueSettings, compose, render
from lessonbook.vocabulary import areas

_ENDINGS = {"html": "html", "docx": "docx", "pdf": "pdf", "email": "eml", "text": "txt"}


class _Formats(click.ParamType[tuple[str, ...]]):
    name = "formats"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        chosen = tuple(dict.fromkeys(word.strip() for word in str(value).split(",") if word.strip()))
        unknown = [word for word in chosen if word not in RENDERERS]
        if unknown or not chosen:
            self.fail(f"“{value}”: choose from {', '.join(RENDERERS)}, with commas between.", param, ctx)
        return chosen


@click.command(
    short_help="Publish an issue in every format.",
    epilog="""\b
Example:
  lessonbook digest --issue 5 --date 2021-12 --area Darlington --from 2021-02 --to 2021-09 --out digest-5
  lessonbook digest … --formats docx --template our-branded-digest.docx
""",
)
@click.option("--issue", "number", type=click.IntRange(min=1), required=True, help="The number of this issue.")
@click.option("--date", "date", type=DATE, required=True, help="The month of this issue, as in 2021-12.")
@click.option("--area", required=True, help="Your council or partnership, as in Darlington.")
@click.option("--from", "published_from", type=DATE, required=True, help="Reviews published in or after this month.")
@click.option("--to", "published_to", type=DATE, required=True, help="Reviews published in or before this month.")
@click.option("--out", "out", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder.")
@click.option("--formats", type=_Formats(), default=",".join(_ENDINGS), show_default=True, help="Some or all.")
@click.option("--title", default="Lessons Learned Research Digest", show_default=True, help="The digest's title.")
@click.option("--partnership", default="", help="The partnership's name, for the front.")
@click.option(
    "--introduction",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A text file whose paragraphs stand at the front.",
)
@click.option("--sender", default="", help="The address that the e-mail comes from.")
@click.option(
    "--template",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Your own Word file, whose styles and branding the Word digest takes.",
)
@click.pass_obj
def digest(  # noqa: PLR0913 - one argument an option
    home: Path,
    *,
    number: int,
    date: PartialDate,
    area: str,
    published_from: PartialDate,
    published_to: PartialDate,
    out: Path,
    formats: tuple[str, ...],
    title: str,
    partnership: str,
    introduction: Path | None,
    sender: str,
    template: Path | None,
) -> None:
    """Publish an issue of the digest as web page, Word, PDF, e-mail and text."""
    asked_for = areas.find(area)
    register.setup(home)
    from lessonbook.register import reviews  # noqa: PLC0415 - the models need the register to be open
    from lessonbook.register.lessons import telling  # noqa: PLC0415 - the same

    settings = IssueSettings(
        number=number,
        date=date,
        area=asked_for,
        published_from=published_from,
        published_to=published_to,
        made_on=dt.datetime.now(tz=dt.UTC).date(),
        partnership=partnership,
        introduction=_paragraphs(introduction) if introduction else (),
        sender=sender,
        title=title,
        document_names=reviews.document_names(),
        said_before=telling.lines_for(reviews.find(published_from=published_from, published_to=published_to)),
    )
    issue = compose(reviews.find(), settings)
    files = _write(issue, out, formats, f"digest-issue-{number}", template)
    _tell(issue, files)


def _paragraphs(file: Path) -> tuple[str, ...]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LessonbookError(
            "introduction-unreadable", f"{file} is not a text file: save it as UTF-8 text."
        ) from error
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _write(issue: Issue, out: Path, formats: tuple[str, ...], name: str, template: Path | None) -> list[Path]:
    """Render all first and write then: a format that fails leaves no half issue behind."""
    branded = template.read_bytes() if template else None
    rendered: dict[Path, bytes] = {}
    with progress("Rendering") as moved:
        for done, form in enumerate(formats):
            moved(done, len(formats), form)
            rendered[out / f"{name}.{_ENDINGS[form]}"] = render(issue, form, word_template=branded)  # type: ignore[arg-type]
    try:
        out.mkdir(parents=True, exist_ok=True)
        for path, data in rendered.items():
            path.write_bytes(data)
    except OSError as error:
        raise LessonbookError(
            "output-not-writable", f"The folder {out} cannot be written ({error.strerror}): choose another with --out."
        ) from error
    return list(rendered)


def _tell(issue: Issue, files: list[Path]) -> None:
    OUT.print(f"{issue.title}, {issue.edition}: {len(issue.cases())} cases.")
    table = new_table("Part", "Cases", numbers=("Cases",))
    for part in issue.parts:
        table.add_row(part.heading, str(part.count))
    OUT.print(table)
    for path in files:
        OUT.print(f"  {path}  ({path.stat().st_size / 1000:,.0f} kB)", soft_wrap=True)
