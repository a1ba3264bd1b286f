"""``lessonbook people``: who may log in to a team's site, and with which role."""

import getpass
from typing import IO

import click
from rich.table import Table

from lessonbook.cli.screen import OUT

_ROLES = click.Choice(["reader", "editor", "publisher", "administrator"])


@click.group(
    invoke_without_command=True,
    short_help="Say who may log in to a team's site.",
    epilog="""\b
Examples:
  lessonbook people                                                     who has an account
  lessonbook people add sam --role administrator --password-from file   - reads what is typed
  lessonbook people role sam editor
  lessonbook people second-factor sam                                   the telephone is lost
  lessonbook people end sam                                             sam has left
""",
)
@click.pass_context
def people(ctx: click.Context) -> None:
    """List the accounts of a team's site, or change them. All of it is in the site's audit log."""
    from lessonbook.web.team import opening  # noqa: PLC0415 - other commands do without the site

    opening.open_register(ctx.obj)
    if ctx.invoked_subcommand is None:
        _list()


@people.command()
@click.argument("name")
@click.option("--role", type=_ROLES, required=True, help="What the person may do.")
@click.option(
    "--password-from", "file", type=click.File(), required=True, help="A file with the first password; - for a pipe."
)
def add(name: str, role: str, file: IO[str]) -> None:
    """Make an account for a person."""
    from lessonbook.web.team import accounts  # noqa: PLC0415 - the models need the register to be open

    accounts.add(name, role, file.readline().rstrip("\r\n"), _author())
    OUT.print(f"{name} can log in; the site asks to set up a second factor then.", markup=False)


@people.command()
@click.argument("name")
@click.argument("role", type=_ROLES)
def role(name: str, role: str) -> None:
    """Give a person another role."""
    from lessonbook.web.team import accounts  # noqa: PLC0415 - as in add

    accounts.give_role(name, role, _author())
    OUT.print(f"{name} is {role} now.", markup=False)


@people.command()
@click.argument("name")
def end(name: str) -> None:
    """Let a person in no more. What they did keeps their name."""
    from lessonbook.web.team import accounts  # noqa: PLC0415 - as in add

    accounts.end(name, _author())
    OUT.print(f"{name} cannot log in any more.", markup=False)


@people.command("second-factor")
@click.argument("name")
def second_factor(name: str) -> None:
    """Let a person who lost the telephone set the second factor up anew."""
    from lessonbook.web.team import accounts  # noqa: PLC0415 - as in add

    accounts.forget_second_factor(name, _author())
    OUT.print(f"{name} sets up a second factor at the next log-in.", markup=False)


@people.command()
@click.argument("name")
@click.option("--from", "file", type=click.File(), required=True, help="A file with the password; - for a pipe.")
def password(name: str, file: IO[str]) -> None:
    """Give a person another password."""
    from lessonbook.web.team import accounts  # noqa: PLC0415 - as in add

    accounts.give_password(name, file.readline().rstrip("\r\n"), _author())
    OUT.print(f"{name} logs in with the new password now.", markup=False)


def _list() -> None:
    from lessonbook.web.team import accounts  # noqa: PLC0415 - as in add

    table = Table("Name", "Role", "Second factor", box=None)
    for one in accounts.listed():
        second = "single sign-on" if one.signs_on else "yes" if one.second_factor else "not yet"
        table.add_row(one.name, "ended" if one.ended else one.role or "none", "" if one.ended else second)
    OUT.print(table if table.row_count else "Nobody has an account yet: lessonbook people add")


def _author() -> str:
    try:
        return f"{getpass.getuser()} (command line)"
    except (OSError, KeyError):
        return "command line"
