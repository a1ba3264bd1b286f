"""``lessonbook eval``: how well documents with gold records are read."""

from pathlib import Path

import click
from rich.padding import Padding
from rich.text import Text

from lessonbook.cli.evaluation_tables import print_changes, print_documents, print_summary
from lessonbook.cli.screen import ERR, OUT, print_json, progress
from lessonbook.domain.serialise import to_json
from lessonbook.evaluation import Difference, Evaluation, changes, evaluate, read


@click.command(
    "eval",
    short_help="Say how well documents are read.",
    epilog="""\b
Examples:
  lessonbook eval gold/dev                               every document with gold in a folder
  lessonbook eval gold/dev/gold/report.pdf.jsonl -v      one, with each miss in its words
  lessonbook eval gold/dev -o before.json                keep the figures; then, after a change:
  lessonbook eval gold/dev --against before.json         what got better and worse

A gold file NAME.jsonl stands in a folder “gold” beside the document NAME: one review a line, keys as
in an exported record. What gold leaves out is not judged.
""",
)
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print every figure as JSON.")
@click.option("-o", "--out", "file", type=click.Path(path_type=Path, dir_okay=False), help="Write the JSON to a file.")
@click.option(
    "--against",
    type=click.Path(exists=True, path_type=Path, dir_okay=False),
    help="An evaluation kept before: print what got better and worse.",
)
@click.option("-v", "--verbose", is_flag=True, help="List each miss and each false find with its words.")
def evaluate_gold(
    gold: tuple[Path, ...], *, as_json: bool, file: Path | None, against: Path | None, verbose: bool
) -> None:
    """Read documents that have gold records, and say how well, field by field. The register is not touched."""
    if as_json and against:
        raise click.UsageError("--against prints a table: keep the JSON with -o, or leave one of the two out.")
    before = read(against) if against else None
    with progress("Reading") as moved:
        evaluation = evaluate(gold, on_progress=moved)
    if file:
        file.write_bytes(to_json(evaluation) + b"\n")
        ERR.print(f"Written to {file}.", style="dim")
    if as_json:
        print_json(evaluation)
        return
    _tell(evaluation, verbose=verbose)
    if before:
        print_changes(changes(evaluation, before), verbose=verbose)


def _tell(evaluation: Evaluation, *, verbose: bool) -> None:
    if verbose:
        for result in evaluation.documents:
            for difference in result.differences:
                tell_difference(difference)
    print_documents(evaluation)
    for groups in (evaluation.groups, evaluation.layouts):
        if len(groups) > 1:
            for name, summary in groups.items():
                print_summary(summary, name)
    print_summary(evaluation.summary, "All")


def tell_difference(difference: Difference) -> None:
    """One difference with its words."""
    OUT.print(Text(f"{Path(difference.document).name} [{difference.case}] {difference.what}: {difference.name}"))
    for whose, words in (("gold ", difference.gold), ("found", difference.found)):
        if words is not None:
            OUT.print(Padding(Text(f"{whose}: {words}"), (0, 0, 0, 4)))
