from pathlib import Path

import pytest

from lessonbook import register


@pytest.fixture
def home(tmp_path: Path):
    """An open register in a home of its own."""
    place = tmp_path / "home"
    register.setup(place)
    yield place
    register.close()
