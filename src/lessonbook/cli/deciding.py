"""``lessonbook matches``: reviews that may be one, and what a person decides."""

from pathlib import Path

import click
from rich.text import Text

from lessonbook import register
from lessonbook.cli.looking import headline
from lessonbook.cli.screen import OUT, print_json


@click.command(
    short_help="Decide whether two reviews are one.",
    epilog="""\b
Examples:
  lessonbook matches                        the pairs that wait for a decision
  lessonbook matches --merge k3v9 p81x      they are one: the second is told in the first
  lessonbook matches --apart k3v9 p81x      they are two
  lessonbook matches --undo 12              takes a merge back
""",
)
@click.option("--merge", nargs=2, metavar="ID ID", help="Make the second review part of the first.")
@click.option("--apart", nargs=2, metavar="ID ID", help="Say that two reviews are two.")
@click.option("--undo", type=int, metavar="NUMBER", help="Take the decision with this number back.")
@click.option("--json", "as_json", is_flag=True, help="Print the pairs as JSON.")
@click.pass_obj
def matches(
    home: Path, *, merge: tuple[str, str] | None, apart: tuple[str, str] | None, undo: int | None, as_json: bool
) -> None:
    """List the reviews of two documents that may be one review, and decide."""
    if sum(choice is not None for choice in (merge, apart, undo)) > 1:
        raise click.UsageError("One decision at a time: --merge, --apart or --undo.")
    register.setup(home)
    from lessonbook.register.matching import deciding  # noqa: PLC0415 - the models need the register to be open

    if merge:
        decision = deciding.merge(*merge)
        OUT.print(f"{merge[1]} is part of {merge[0]} now; to take that back: lessonbook matches --undo {decision}")
    elif apart:
        deciding.keep_apart(*apart)
        OUT.print(f"{apart[0]} and {apart[1]} are two reviews.")
    elif undo is not None:
        deciding.undo(undo)
        OUT.print(f"Decision {undo} is taken back.")
    elif as_json:
        print_json(deciding.unsure())
    else:
        _list()


def _list() -> None:
    from lessonbook.register import reviews  # noqa: PLC0415 - the register is open by now
    from lessonbook.register.matching import deciding  # noqa: PLC0415 - the same

    pairs = deciding.unsure()
    for pair in pairs:
        for review_id in (pair.first, pair.second):
            OUT.print(Text(f"{review_id}  {headline(reviews.get(review_id))}"))
        OUT.print(Text(f"  {pair.reason}\n", style="dim"))
    OUT.print(f"{len(pairs)} pairs wait for a decision." if pairs else "No pair waits for a decision.")
