"""All that is true of SQLite only: how it is opened, and its own way of copying a database that is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

_SECONDS_TO_WAIT = 30


def database(file: Path) -> dict[str, Any]:
    """Django's description of a register in a file: readers never wait for the writer, a writer waits its turn."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            "timeout": _SECONDS_TO_WAIT,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;",
        },
    }


def is_sqlite() -> bool:
    """Whether the register is in SQLite."""
    return connection.vendor == "sqlite"


def copy_to(file: Path) -> None:
    """Write a copy of the register, as it is at one moment, to a file; others may go on working meanwhile."""
    connection.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it


def documents_in(file: Path) -> list[str]:
    """The SHA-256 of each document that a copied register names, in order."""
    with closing(sqlite3.connect(file)) as copy:
        rows = copy.execute("SELECT sha256 FROM register_document ORDER BY sha256").fetchall()
    return [str(row[0]) for row in rows]


def fold_log() -> None:
    """Put what stands in the write-ahead log into the database file, after an import of many."""
    if is_sqlite():
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
