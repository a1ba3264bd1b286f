"""``lessonbook verify``, ``export``, ``backup`` and ``restore``: keeping the register true and safe."""

import sys
from pathlib import Path

import click

from lessonbook import register
from lessonbook.cli.screen import ERR, OUT, print_json, progress

_FAILURES_SHOWN = 20


@click.command(
    short_help="Check every quotation against its document.",
    epilog="""\b
Examples:
  lessonbook verify                every quotation against its document
  lessonbook verify --again        and read each document again from its bytes
  lessonbook verify --json | jq .failures
""",
)
@click.option("--again", is_flag=True, help="Read each document again from its bytes as well.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@click.pass_obj
def verify(home: Path, *, again: bool, as_json: bool) -> None:
    """Check every piece of evidence against its document; the exit code is 1 where one fails."""
    register.setup(home)
    from lessonbook.register import verify as checking  # noqa: PLC0415 - the models need the register to be open

    with progress("Checking") as moved:
        report = checking.verify(again=again, on_progress=moved)
    if as_json:
        print_json(report)
    else:
        OUT.print(
            f"{report.evidence} pieces of evidence for {report.claims} claims on {report.reviews} reviews, "
            f"in {report.documents} documents: {'all hold' if report.ok else f'{len(report.failures)} fail'}."
        )
        for failure in report.failures[:_FAILURES_SHOWN]:
            ERR.print(f"  {failure.code}: {failure.message}")
        if len(report.failures) > _FAILURES_SHOWN:
            ERR.print(f"  … and {len(report.failures) - _FAILURES_SHOWN} more: see them with --json")
    if not report.ok:
        raise click.exceptions.Exit(1)


@click.command(
    short_help="Write all records for other programs.",
    epilog="""\b
Examples:
  lessonbook export --format jsonl > reviews.jsonl       one record a line, with evidence
  lessonbook export --format csv -o statements.csv       one statement a line, for a spreadsheet
  lessonbook export --format parquet -o statements.parquet
""",
)
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "parquet"]), required=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file; default: the screen.")
@click.pass_obj
def export(home: Path, form: str, output: Path | None) -> None:
    """Write all records for other programs; docs/data-dictionary.md explains each field."""
    if output is None and form == "parquet" and sys.stdout.isatty():
        raise click.UsageError("Parquet is not for the screen: add -o FILE.")
    register.setup(home)
    from lessonbook.register import export as exporting  # noqa: PLC0415 - the models need the register to be open
    from lessonbook.register import reviews  # noqa: PLC0415 - the same

    if output is None:
        for piece in exporting.export(form, reviews.find()):  # type: ignore[arg-type] # click checked the choice
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    else:
        count = exporting.write(form, reviews.find(), output)  # type: ignore[arg-type] # the same
        OUT.print(f"{count} reviews written to {output}.")


@click.command(
    short_help="Write the whole register to one file.",
    epilog="""\b
Example:
  lessonbook backup register-2021-10-31.zip
""",
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def backup(home: Path, file: Path) -> None:
    """Write the whole register, with every document, to one file."""
    register.setup(home)
    from lessonbook.register import backup as keeping  # noqa: PLC0415 - the models need the register to be open

    keeping.backup(file)
    OUT.print(f"The register in {home} is backed up in {file} ({file.stat().st_size / 1e6:,.1f} MB).")


@click.command(
    short_help="Make a register from a backup.",
    epilog="""\b
Examples:
  lessonbook --home new-place restore register-2021-10-31.zip
  lessonbook restore register-2021-10-31.zip --force     replaces what is there
""",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Put the backup in the place of the register that is there.")
@click.pass_obj
def restore(home: Path, file: Path, *, force: bool) -> None:
    """Make a register from a backup, every byte checked."""
    from lessonbook.register import backup as keeping  # noqa: PLC0415 - asked for by these two commands only

    keeping.restore(file, home, force=force)
    OUT.print(f"The register of {file} stands in {home}.")
