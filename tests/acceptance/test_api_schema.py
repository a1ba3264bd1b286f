"""The API against its own description: whatever is asked, the answer is one that the description allows.

That a value such as an area is a known one is beyond a description: a refusal of it is allowed.
"""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from helpers.site import home, register_of, site
from lessonbook.web.api.description import OPERATIONS
from lessonbook.web.opening import application

__all__ = ["home", "register_of", "site"]
TRIED = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def described(home, register_of):
    """The description as the site over a register with reviews gives it."""
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application(home, ("localhost",)))


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.name)
def test_every_answer_is_one_that_the_description_allows(described, operation):
    @TRIED
    @given(case=described[operation.path][operation.method.upper()].as_strategy())
    def tried(case):
        case.call_and_validate(excluded_checks=[positive_data_acceptance])

    tried()
