"""The issue as one web page that needs nothing else: no script, no file beside it, no request."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from lessonbook.publishing import wording
from lessonbook.publishing.issue import Issue


def render_html(issue: Issue) -> bytes:
    """UTF-8. Every word is escaped; under 700 pixels a row of a table becomes a card and stays a row for a reader."""
    return template("digest.html").render(issue=issue, words=wording, style=_style()).encode()


@cache
def template(name: str) -> Template:
    """A template of this room; what it prints is escaped as HTML."""
    loader = PackageLoader("lessonbook.publishing")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(name)


@cache
def _style() -> str:
    return files("lessonbook.publishing").joinpath("templates/digest.css").read_text("utf-8")
