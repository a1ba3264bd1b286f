"""A register in a home of its own, for every kind of test that needs one."""

from pathlib import Path

import pytest

from lessonbook import register
from lessonbook.register.opening import configure
from lessonbook.register.settings import for_home

# The register's modules can be imported; a test that does not ask for `home` finds no database.
configure(for_home(Path("no-home")))


@pytest.fixture
def home(tmp_path: Path):
    """An open register in a home of its own."""
    place = tmp_path / "home"
    register.setup(place)
    yield place
    register.close()
