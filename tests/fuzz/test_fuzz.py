"""A few changed files for each reader, always the same; ``make fuzz`` tries others as long as it may."""

import pytest
from hypothesis import HealthCheck, given, settings

from fuzz.laws import check
from fuzz.making import FILES


@pytest.mark.parametrize("reader", FILES)
def test_changed_files_are_read_or_refused(reader):
    @settings(derandomize=True, max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(FILES[reader])
    def changed(data: bytes) -> None:
        check(data)

    changed()
