"""``lessonbook serve``: the site, for one person on a laptop."""

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
""",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--open", "opens", is_flag=True, help="Open it in the browser, too.")
@click.pass_obj
def serve(home: Path, port: int, *, opens: bool) -> None:
    """Serve the site on this computer, until Ctrl-C. Nobody else can reach it: it listens on 127.0.0.1 only."""
    from lessonbook.web import serving  # noqa: PLC0415 - other commands do without the site

    def told(address: str) -> None:
        OUT.print(f"Lessonbook is at {address} (Ctrl-C ends it)")
        if opens:
            webbrowser.open(address)

    serving.serve(home, port, told)
