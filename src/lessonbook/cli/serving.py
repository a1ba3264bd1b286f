"""``lessonbook serve``: the site, for one person on a laptop or for a team."""

import webbrowser
from pathlib import Path

import click

from lessonbook.cli.screen import OUT


@click.command(
    short_help="Open the site in a browser.",
    epilog="""\b
Examples:
  lessonbook serve                   http://127.0.0.1:8000/
  lessonbook serve --port 8010 --open
  lessonbook serve --team            people log in; make accounts with lessonbook people
""",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--open", "opens", is_flag=True, help="Open it in the browser, too.")
@click.option("--team", is_flag=True, help="Ask everybody to log in, as team.toml in the home says.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; another one needs --team.")
@click.pass_obj
def serve(home: Path, port: int, host: str, *, opens: bool, team: bool) -> None:
    """Serve the site on this computer, until Ctrl-C.

    Nobody else can reach it: it listens on 127.0.0.1 only. For a team there is a log-in: see docs/team.md.
    """

    def told(address: str) -> None:
        OUT.print(f"Lessonbook is at {address} (Ctrl-C ends it)")
        if opens:
            webbrowser.open(address)

    if team:
        from lessonbook.web.team import opening  # noqa: PLC0415 - the laptop's site does without a log-in

        opening.serve(home, port, told, host)
        return
    from lessonbook.web import serving  # noqa: PLC0415 - other commands do without the site
    from lessonbook.web.team.configuration import is_local  # noqa: PLC0415 - the same

    if not is_local(host):
        raise click.UsageError(f"Without a log-in nobody else may reach the site: use --team to listen on {host}.")
    serving.serve(home, port, told, host)
