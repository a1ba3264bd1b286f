"""``themes``: what statements are coded with, how often, what waits for a person, and training."""

from pathlib import Path

import click
from rich.text import Text

from lessonbook import register
from lessonbook.cli.screen import OUT, new_table, print_json, progress


@click.command(
    short_help="The themes of statements: uses, checks, training.",
    epilog="""\b
Examples:
  lessonbook themes
  lessonbook themes --of 3f9c21
  lessonbook themes --waiting
  lessonbook themes --confirm 3f9c21 neglect,thresholds --author "A. Editor"
  lessonbook themes --confirm 3f9c21 none --author "A. Editor"
  lessonbook themes --train
  lessonbook themes --check
""",
)
@click.option(
    "--check", "do", flag_value="check", help="Quality gates: too many themes, too few uses, overlap, synonyms."
)
@click.option("--train", "do", flag_value="train", help="Learn from what was confirmed, code anew, tell what changed.")
@click.option("--waiting", "do", flag_value="waiting", help="Statements that no theme is sure enough for.")
@click.option("--of", metavar="REVIEW", help="The themes of a review, and the section that its words tell of.")
@click.option("--confirm", nargs=2, metavar="STATEMENT THEMES", help="Say all the themes of a statement, or none.")
@click.option("--forget", metavar="STATEMENT", help="Take back what was confirmed of a statement.")
@click.option("--author", help="Who confirms.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def themes(  # noqa: PLR0913 - as many as there are options
    home: Path,
    *,
    do: str | None,
    of: str | None,
    confirm: tuple[str, str] | None,
    forget: str | None,
    author: str | None,
    as_json: bool,
) -> None:
    """List the themes that statements are coded with: what each means, and how many statements and reviews have it."""
    if sum(choice is not None for choice in (do, of, confirm, forget)) > 1:
        raise click.UsageError("One thing at a time: --check, --train, --waiting, --of, --confirm or --forget.")
    if (confirm or forget) and not author:
        raise click.UsageError("Say who confirms with --author.")
    register.setup(home)
    if confirm or forget:
        _decide(confirm, forget, author or "")
        return
    if of:
        _of(of, as_json)
        return
    {"check": _check, "train": _train, "waiting": _waiting, None: _list}[do](as_json)


def _list(as_json: bool) -> None:  # noqa: FBT001 - each of these is called from one place
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


def _of(review: str, as_json: bool) -> None:  # noqa: FBT001 - the same
    from lessonbook.register import theming  # noqa: PLC0415 - the same

    found = theming.of_review(review)
    if as_json:
        print_json(found)
        return
    for theme, statements in found.themes:
        OUT.print(f"{statements:4}  {theme}")
    OUT.print(Text(f"Section: {found.section or 'not stated'}"))
    proposal = "told" if found.sure else "likeliest, for a person to settle"
    OUT.print(Text(f"  {proposal}: {found.told} ({found.confidence:.2f}), for: {', '.join(found.reasons) or '–'}"))


def _check(as_json: bool) -> None:  # noqa: FBT001 - the same
    from lessonbook.register import theming  # noqa: PLC0415 - the same

    found = theming.check()
    if as_json:
        print_json(found)
        return
    for finding in found:
        OUT.print(Text(f"{finding.code}: {finding.sentence}"))
    OUT.print(f"{len(found)} findings." if found else "All gates are passed.")


def _train(as_json: bool) -> None:  # noqa: FBT001 - the same
    from lessonbook.register import theming  # noqa: PLC0415 - the same

    with progress("Coding what statements are about") as moved:
        learned = theming.train(moved)
    if as_json:
        print_json(learned)
        return
    OUT.print(f"Trained on {learned.statements:,} statements, {learned.confirmed:,} of them confirmed here.")
    if not learned.changes:
        OUT.print("No statement has other themes than before.")
        return
    table = new_table("Theme", "Gained", "Lost", numbers=("Gained", "Lost"))
    for change in learned.changes:
        table.add_row(change.theme, f"{change.gained:,}", f"{change.lost:,}")
    OUT.print(table)


def _waiting(as_json: bool) -> None:  # noqa: FBT001 - the same
    from lessonbook.register import theming  # noqa: PLC0415 - the same

    count, first = theming.waiting()
    if as_json:
        print_json({"count": count, "statements": first})
        return
    for one in first:
        OUT.print(Text(f"{one.statement}  {one.text}"))
        OUT.print(Text("  " + ", ".join(f"{each.theme} {each.confidence:.2f}" for each in one.suggested), style="dim"))
    OUT.print(f"{count:,} statements have no theme.")


def _decide(confirm: tuple[str, str] | None, forget: str | None, author: str) -> None:
    from lessonbook.register import theming  # noqa: PLC0415 - the same

    if confirm:
        statement, given = confirm
        ids = [] if given.strip().lower() == "none" else [one.strip() for one in given.split(",") if one.strip()]
        theming.confirm(statement, ids, author=author)
        OUT.print(Text(f"{statement} has: {', '.join(ids) or 'no theme'}."))
    elif forget:
        theming.forget(forget, author=author)
        OUT.print(Text(f"{forget} has the themes that coding gives it."))
