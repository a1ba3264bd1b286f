"""What commands share on the screen: consoles, progress, JSON, dates and names as a person writes them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from lessonbook.domain import PartialDate
from lessonbook.domain.serialise import to_json

OUT = Console(highlight=False, soft_wrap=False)
ERR = Console(stderr=True, highlight=False)


class DateOption(click.ParamType[PartialDate]):
    """A date as precise as the person writes it: 2021, 2021-02 or 2021-02-23."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> PartialDate:
        """Raises click's usage error where the words are no date."""
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate(str(value))
        except ValueError:
            self.fail(f"“{value}” is not a date: write 2021, 2021-02 or 2021-02-23.", param, ctx)


DATE = DateOption()


def print_json(value: object) -> None:
    """A value on one line of JSON, for programs."""
    sys.stdout.write(to_json(value).decode() + "\n")


def new_table(*headings: str, numbers: tuple[str, ...] = ()) -> Table:
    """A plain table that reads well without colour."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(heading, justify="right" if heading in numbers else "left", overflow="fold")
    return table


class Moved(Protocol):
    """Told how much is done, how much there is, and what is at hand."""

    def __call__(self, done: int, total: int, name: str = "") -> None: ...


@contextmanager
def progress(label: str) -> Iterator[Moved]:
    """A bar on stderr while work goes on, where a person is watching; silent elsewhere."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", style="dim"),
    )
    with Progress(*columns, console=ERR, transient=True, disable=not ERR.is_terminal) as bar:
        task = bar.add_task(label, total=None, name="")

        def moved(done: int, total: int, name: str = "") -> None:
            bar.update(task, completed=done, total=total, name=name[-40:])

        yield moved
