"""``themes``: what statements are coded with, and how often."""

from pathlib import Path

import click

from lessonbook import register
from lessonbook.cli.screen import OUT, new_table, print_json


@click.command(
    short_help="The themes, and how many statements have each.",
    epilog="""\b
Examples:
  lessonbook themes
  lessonbook themes --json
""",
)
@click.option("--json", "as_json", is_flag=True, help="Print the themes as JSON.")
@click.pass_obj
def themes(home: Path, *, as_json: bool) -> None:
    """List the themes that statements are coded with: what each means, and how many statements and reviews have it."""
    register.setup(home)
    from lessonbook.register import coding  # noqa: PLC0415 - the models need the register to be open

    uses = coding.uses()
    if as_json:
        print_json(uses)
        return
    table = new_table("Theme", "What it is", "Statements", "Reviews", numbers=("Statements", "Reviews"))
    for use in uses:
        table.add_row(use.theme, use.definition, f"{use.statements:,}", f"{use.reviews:,}")
    OUT.print(table)
    waiting = coding.missing()
    if waiting:
        OUT.print(f"\n{waiting:,} wordings are not coded yet: `lessonbook import` codes them.")
