"""What a person sees when something fails: one sentence on stderr and an exit code, never a traceback.

Exit codes: 2 for a command that was used wrongly, 1 for work that failed (design, section 5).
"""

import os
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from lessonbook.domain import LessonbookError


@contextmanager
def told_in_a_sentence() -> Iterator[None]:
    """Turn what is raised inside into a sentence and an exit code."""
    try:
        yield
    except LessonbookError as error:
        _stop(error.message)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "lessonbook"
        _stop(f"{error.format_message().rstrip('.')}; see {path} --help", code=2)
    except click.ClickException as error:
        _stop(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        _stop("stopped; what was finished is kept", code=130)
    except BrokenPipeError:  # the reader of our output, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        _stop(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
    except Exception as error:  # noqa: BLE001 - a person sees a sentence; the traceback goes to a file
        _stop(f"Something in Lessonbook itself failed ({type(error).__name__}); please report it with {_kept(error)}")


def _stop(sentence: str, code: int = 1) -> None:
    click.echo(f"lessonbook: {sentence}", err=True)
    sys.exit(code)


def _kept(error: BaseException) -> Path:
    handle, name = tempfile.mkstemp(prefix="lessonbook-failure-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        traceback.print_exception(error, file=file)
    return Path(name)
