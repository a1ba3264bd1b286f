"""The issue as one web page that needs nothing else: no script, no file beside it, no request."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from lessonbook.publishing.issue import Issue
from lessonbook.publishing.wording import HEADINGS


def render_html(issue: Issue) -> bytes:
    """UTF-8. Every word is escaped; under 700 pixels a row of a table becomes a card and stays a row for a reader."""
    return template("digest.html").render(issue=issue, style=_style(), **HEADINGS).encode()


@cache
def template(name: str) -> Template:
    """A template of this room; what it prints is escaped as HTML."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_read(name))


@cache
def _style() -> str:
    return _read("digest.css")


def _read(name: str) -> str:
    return files("lessonbook.publishing").joinpath("templates", name).read_text("utf-8")
