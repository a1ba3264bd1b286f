"""Opening a register: the home directory, the database and its migrations."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from time import monotonic, sleep
from typing import Any, ParamSpec, TypeVar

import django
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from lessonbook.domain import LessonbookError
from lessonbook.register.settings import DATABASE_NAME, for_home

_OURS = ("register", "lessons", "search", "web")
_SECONDS_TO_MIGRATE = 20
P = ParamSpec("P")
R = TypeVar("R")

__all__ = ["DATABASE_NAME", "changing", "close", "configure", "explained", "setup"]


def setup(home: Path, database: dict[str, Any] | None = None, also: dict[str, Any] | None = None) -> None:
    """Open the register in ``home`` and bring its database up to date; both are made where there are none.

    ``also`` are settings of Django's that must stand before its applications are loaded; the first call of a process
    gives them.
    A later call opens another register in its place. Raises ``LessonbookError``: ``home-not-writable``,
    ``register-newer``, ``register-locked``, ``register-broken``.
    """
    home = home.expanduser().absolute()
    _make(home)
    configure({**for_home(home, database), **(also or {})})
    try:
        _migrate()
    except DatabaseError as error:
        raise explained(error) from error


def close() -> None:
    """Let go of the database's files."""
    if settings.configured:
        connections.close_all()


def explained(error: DatabaseError) -> LessonbookError:
    """A database's error as a sentence."""
    words = str(error).lower()
    place = settings.LESSONBOOK_HOME
    if "locked" in words:
        return LessonbookError(
            "register-locked",
            f"The register in {place} is in use by another program for too long: wait until that has ended, try again.",
        )
    if "disk is full" in words or "no space" in words:
        return LessonbookError("disk-full", f"The disk that holds {place} is full: make room and try again.")
    if "readonly" in words or "unable to open" in words or "permission" in words:
        return _not_writable(place)
    return LessonbookError(
        "register-broken",
        f"The register in {place} cannot be used ({error}): restore it from a backup, or choose another home.",
    )


def changing(work: Callable[P, R]) -> Callable[P, R]:
    """Run a function as one transaction, with the database's errors as sentences."""

    @wraps(work)
    def worked(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with transaction.atomic():
                return work(*args, **kwargs)
        except DatabaseError as error:
            raise explained(error) from error

    return worked


def _make(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
        (home / "archive").mkdir(exist_ok=True)
    except OSError as error:
        raise _not_writable(home) from error
    if not os.access(home, os.W_OK | os.X_OK):
        raise _not_writable(home)


def _not_writable(home: Path) -> LessonbookError:
    return LessonbookError(
        "home-not-writable",
        f"The folder {home} cannot be written: choose another with --home, or ask for the right to write there.",
    )


def configure(values: dict[str, Any]) -> None:
    """Give Django its settings; nothing is opened yet. From then on the register's modules can be imported."""
    if not settings.configured:
        settings.configure(**values)
        django.setup()
        return
    connections["default"].close()
    del connections["default"]
    settings.LESSONBOOK_HOME = values["LESSONBOOK_HOME"]
    settings.DATABASES = values["DATABASES"]
    connections.settings = connections.configure_settings(values["DATABASES"])


def _migrate() -> None:
    executor = MigrationExecutor(connection)
    known = set(executor.loader.graph.nodes)
    if any(name not in known for name in executor.loader.applied_migrations if name[0] in _OURS):
        raise LessonbookError(
            "register-newer",
            f"The register in {settings.LESSONBOOK_HOME} was written by a newer Lessonbook: install that version.",
        )
    deadline = monotonic() + _SECONDS_TO_MIGRATE
    while executor.migration_plan(executor.loader.graph.leaf_nodes()):
        try:
            call_command("migrate", verbosity=0, interactive=False)
        except DatabaseError:
            # Two programs that start at once on a new home: the one that came second waits and finds the work done.
            if monotonic() > deadline:
                raise
            sleep(0.2)
        executor = MigrationExecutor(connection)
