"""Django's settings for a register. ``lessonbook.register.setup`` gives them the home directory.

As a module they serve Django's own commands and the type checker, with a register in memory.
"""

from pathlib import Path
from typing import Any

from lessonbook.register import sqlite

# The search index and the site's tables are applications of their own: Django loads them by name.
INSTALLED_APPS = ["lessonbook.register", "lessonbook.register.lessons", "lessonbook.search", "lessonbook.web"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
DATABASE_NAME = "register.sqlite3"
TIME_ZONE = "UTC"
LESSONBOOK_HOME = Path("lessonbook-home")
DATABASES: dict[str, dict[str, Any]] = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}


def for_home(home: Path, database: dict[str, Any] | None = None) -> dict[str, Any]:
    """The settings of the register in ``home``; ``database`` is Django's description of another server's database."""
    return {
        "INSTALLED_APPS": INSTALLED_APPS,
        "DEFAULT_AUTO_FIELD": DEFAULT_AUTO_FIELD,
        "USE_TZ": USE_TZ,
        "TIME_ZONE": TIME_ZONE,
        "LESSONBOOK_HOME": home,
        "DATABASES": {"default": database or sqlite.database(home / DATABASE_NAME)},
    }
