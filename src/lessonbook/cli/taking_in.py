"""``lessonbook import``: documents in, a table of what was found out."""

import os
from pathlib import Path

import click

from lessonbook import register
from lessonbook.cli.screen import ERR, OUT, new_table, print_json, progress
from lessonbook.register.reports import FileReport, IntakeReport


@click.command(
    "import",
    short_help="Read reports, digests and list pages.",
    epilog="""\b
Examples:
  lessonbook import digest-issue-4.docx             one digest
  lessonbook import overview-report.pdf             one full report
  lessonbook import digests/ list-2021.html         a folder, and a saved list page
  lessonbook import digests/ --json | jq .files     for a program

Importing the same file again changes nothing. A file that cannot be read is reported, and the
others go on; the exit code is then 1.
""",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_obj
def import_documents(home: Path, paths: tuple[Path, ...], *, as_json: bool) -> None:
    """Read full reports, digests and list pages, and keep every case with its evidence.

    Takes text, Markdown, saved web pages, Word files (.docx) and PDF files, scans as well; a folder stands for the
    files in it.
    """
    register.setup(home)
    from lessonbook.register import following, intake  # noqa: PLC0415 - the models need the register to be open

    with progress("Taking in") as moved:
        report = intake.take_in(paths, on_progress=moved)
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
    relative = os.path.relpath(path) if Path(path).drive == Path.cwd().drive else path
    return min(path, relative, key=len)
