"""``lessonbook import``: documents in, a table of what was found out."""

import os
from pathlib import Path
from typing import Any

import click

from lessonbook import register
from lessonbook.cli.screen import ERR, OUT, new_table, print_json, progress
from lessonbook.register.reports import FileReport, IntakeReport
from lessonbook.sources import is_address


class _Source(click.ParamType[Path | str]):
    """A file or folder that exists, or a web address."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path | str:  # noqa: ANN401 - as click has it
        if isinstance(value, str) and is_address(value):
            return value
        path: Path = click.Path(exists=True, path_type=Path).convert(value, param, ctx)
        return path


@click.command(
    "import",
    short_help="Read reports, digests and list pages.",
    epilog="""\b
Examples:
  lessonbook import digest-issue-4.docx             one digest
  lessonbook import overview-report.pdf             one full report
  lessonbook import digests/ list-2021.html         a folder, and a saved list page
  lessonbook import https://example.org/report.pdf  what stands at an address, where its site allows
  lessonbook import digests/ --json | jq .files     for a program

Importing the same file again changes nothing. A file that cannot be read is reported, and the
others go on; the exit code is then 1.
""",
)
@click.argument("sources", metavar="PATH…", nargs=-1, required=True, type=_Source())
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_obj
def import_documents(home: Path, sources: tuple[Path | str, ...], *, as_json: bool) -> None:
    """Read full reports, digests and list pages, and keep every case with its evidence.

    Takes text, Markdown, saved web pages, Word files (.docx) and PDF files, scans as well; a folder stands for the
    files in it, a web address for the page or file at it.
    """
    register.setup(home)
    from lessonbook.register import following  # noqa: PLC0415 - the models need the register to be open
    from lessonbook.register.intake.fetching import take_in_all  # noqa: PLC0415 - the same

    paths = [source for source in sources if isinstance(source, Path)]
    addresses = [source for source in sources if isinstance(source, str)]
    with progress("Taking in") as moved:
        report = take_in_all(paths, addresses, on_progress=moved)
    following.follow(progress)
    if as_json:
        print_json(report)
    else:
        _tell(report)
    if report.failed:
        raise click.exceptions.Exit(1)


def _tell(report: IntakeReport) -> None:
    table = new_table(
        *("File", "Status", "Cases", "New", "Statements", "Problems"),
        numbers=("Cases", "New", "Statements", "Problems"),
    )
    for file in report.files:
        problems = sum(problem.count for problem in file.problems)
        numbers = (file.entries, file.new, file.statements, problems)
        shown = ("", "", "", "") if file.status == "failed" else tuple(map(str, numbers))
        table.add_row(_short(file.path), file.status, *shown)
    OUT.print(table)
    _tell_problems(report)
    unsure = sum(file.unsure for file in report.files)
    OUT.print(
        f"\n{len(report.files)} files: {report.entries} cases, {report.statements} statements"
        + (f"; {unsure} cases may be reviews that the register has: a person decides" if unsure else "")
        + (f"; {len(report.failed)} files could not be taken in" if report.failed else "")
        + "."
    )


def _tell_problems(report: IntakeReport) -> None:
    for file in report.files:
        if file.status == "failed":
            for problem in file.problems:
                ERR.print(f"\n{_short(file.path)}: {problem.message}", style="bold")
        elif file.problems:
            OUT.print(f"\n{_short(file.path)}: to be looked at by a person", style="bold")
            _list_problems(file)


def _list_problems(file: FileReport) -> None:
    table = new_table("Times", "Code", "What it means", numbers=("Times",))
    for problem in file.problems:
        table.add_row(str(problem.count), problem.code, problem.message)
    OUT.print(table)


def _short(path: str) -> str:
    if is_address(path):
        return path
    relative = os.path.relpath(path) if Path(path).drive == Path.cwd().drive else path
    return min(path, relative, key=len)
