"""Every address of the site, tried as every role."""

import pytest

from helpers.site import ADDRESSES
from lessonbook.register import edits
from lessonbook.web import people
from lessonbook.web.addresses import urlpatterns
from lessonbook.web.api.description import OPERATIONS

ROLES = ("reader", "editor", "publisher", "administrator")


def test_no_address_is_left_out():
    named = {pattern.name for pattern in urlpatterns if getattr(pattern, "name", None)}
    assert named == set(ADDRESSES)


@pytest.mark.parametrize("who", ROLES)
def test_each_role_reaches_what_is_for_it_and_no_more(site, register_of, role, who):
    edits.set_status(register_of["Baby Sorrel"], "approved")
    role(who)
    for least, example in ADDRESSES.values():
        address = example.format(review=register_of["Baby Sorrel"])
        for answer in (site.get(address), site.post(address)):
            assert answer.status_code < 500, address
            refused = answer.status_code == 403 or (answer.status_code == 405 and least != "reader")
            assert refused or people.Person("x", who).may(least), address
            if people.Person("x", who).may(least):
                assert answer.status_code != 403, address


@pytest.mark.parametrize("status", ["extracted", "checked", "held", "withdrawn"])
def test_what_is_not_approved_is_at_no_address_of_a_reader(site, register_of, role, status):
    review = register_of["Child Juniper"]
    edits.set_status(review, status)
    role("reader")
    asked = [example.format(review=review) for _, example in ADDRESSES.values()]
    paths = [operation.path.format(review=review, statement="x", lesson="x", number="1") for operation in OPERATIONS]
    for address in (*asked, *(f"/api/v1{path}?q=appointments" for path in paths)):
        shown = site.get(address)
        body = b"".join(shown.streaming_content) if shown.streaming else shown.content
        assert b"Juniper" not in body, address
