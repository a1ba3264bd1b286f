"""The command line's front door: the group, where the data is, and what a person sees when something fails."""

import sys
from importlib import import_module
from pathlib import Path

import click
import platformdirs

from lessonbook import __version__
from lessonbook.cli.failures import told_in_a_sentence

_COMMANDS = {
    "import": "taking_in:import_documents",
    "reviews": "looking:reviews",
    "show": "looking:show",
    "matches": "deciding:matches",
    "search": "finding:search",
    "lessons": "lessons:lessons",
    "lesson": "lessons:lesson",
    "themes": "themes:themes",
    "plot": "plotting:plot",
    "verify": "keeping:verify",
    "export": "keeping:export",
    "digest": "publishing:digest",
    "serve": "serving:serve",
    "people": "people:people",
    "eval": "evaluating:evaluate_gold",
    "backup": "keeping:backup",
    "restore": "keeping:restore",
    "reindex": "finding:reindex",
    "completion": "completion:completion",
}


class _Commands(click.Group):
    """Loads a command when it is asked for, so that ``--version`` does not wait for a database."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        command = getattr(import_module(f"lessonbook.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command


def default_home() -> Path:
    """Where the data is unless someone says otherwise: the platform's folder for a person's application data."""
    return Path(platformdirs.user_data_dir("lessonbook", appauthor=False))


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  lessonbook import digest-issue-4.docx reports/
  lessonbook reviews --area Dudley --from 2021-01
  lessonbook digest --issue 5 --date 2021-12 --area Darlington --from 2021-02 --to 2021-09 --out digest-5

Every command has examples of its own: lessonbook import --help
""",
)
@click.option(
    "--home",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="LESSONBOOK_HOME",
    help="Where the data is. Default: LESSONBOOK_HOME, or the usual place on this system.",
)
@click.version_option(__version__, package_name="lessonbook", message="lessonbook %(version)s")
@click.pass_context
def main(ctx: click.Context, home: Path | None) -> None:
    """Take in published safeguarding reviews, keep every lesson with the words it came from, publish the next digest.

    The texts that Lessonbook shows are about people who died or were badly harmed.
    """
    ctx.obj = home or default_home()


def run() -> None:
    """Run the command line, as the installed program does."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may not take every character: never fail on one
            stream.reconfigure(errors="replace")
    with told_in_a_sentence():
        sys.exit(main(prog_name="lessonbook", standalone_mode=False))
