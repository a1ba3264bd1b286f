"""Fetching from a site on this machine: what comes, what is refused, and with what manners."""

import gzip

import pytest

from helpers.pages_served import a_site
from lessonbook.domain import LessonbookError
from lessonbook.sources import Fetcher
from lessonbook.sources.manners import Manners

pytestmark = pytest.mark.enable_socket  # the site answers on this machine's own address


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setenv("LESSONBOOK_FETCH_INSIDE", "on")
    with a_site() as served:
        yield served


class Clock:
    """Time that passes only where somebody waits."""

    def __init__(self):
        self.now, self.waits = 0.0, []

    def sleep(self, seconds):
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def fetcher(clock):
    return Fetcher(Manners(lambda: clock.now, clock.sleep))


def test_a_file_comes_with_its_name_and_address(site, fetcher):
    address = site.serve("/reports/child-a.pdf", b"%PDF-1.7 x", "application/pdf")
    fetched = fetcher.fetch(f"{address}#page=2")
    assert (fetched.data, fetched.name, fetched.media_type) == (b"%PDF-1.7 x", "child-a.pdf", "application/pdf")
    assert (fetched.asked, fetched.address) == (address, address)
    assert all("Lessonbook" in agent for _, agent in site.asked)


def test_redirects_are_followed_and_the_last_address_is_kept(site, fetcher):
    site.serve("/new/report", b"words", "text/plain")
    site.leads("/middle", "/new/report")
    fetched = fetcher.fetch(site.leads("/old", site.address + "/middle"))
    assert (fetched.address, fetched.name) == (site.address + "/new/report", "report.txt")


def test_a_circle_of_redirects_ends(site, fetcher):
    with pytest.raises(LessonbookError, match="from one address to the next"):
        fetcher.fetch(site.leads("/round", "/round"))


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/x"])
def test_a_redirect_to_what_is_no_page_is_refused(site, fetcher, target):
    with pytest.raises(LessonbookError, match="no web page or file"):
        fetcher.fetch(site.leads("/x", target))


def test_a_redirect_into_a_network_is_refused(site, fetcher, monkeypatch):
    address = site.leads("/x", "http://10.255.255.1/")
    monkeypatch.setattr("lessonbook.sources.guarding.is_public", lambda place: str(place) == "127.0.0.1")
    monkeypatch.delenv("LESSONBOOK_FETCH_INSIDE")
    with pytest.raises(LessonbookError) as caught:
        fetcher.fetch(address)
    assert caught.value.code == "address-not-public"


@pytest.mark.parametrize(
    ("status", "code"),
    [(404, "address-not-found"), (410, "address-not-found"), (403, "address-refused"), (500, "address-failed")],
)
def test_what_a_site_answers_is_told_in_a_sentence(site, fetcher, status, code):
    with pytest.raises(LessonbookError) as caught:
        fetcher.fetch(site.serve("/x", b"", status=status))
    assert caught.value.code == code


def test_nobody_there_is_told(site, fetcher):
    address = site.address
    site.pages.clear()
    with pytest.raises(LessonbookError, match="cannot be reached"):
        fetcher.fetch(address.rsplit(":", 1)[0] + ":1/x")


def test_packed_pages_are_unpacked(site, fetcher):
    address = site.serve("/x", gzip.compress(b"<html>words</html>"), Content_Encoding="gzip")
    assert fetcher.fetch(address).data == b"<html>words</html>"


def test_what_unpacks_to_too_much_is_refused(site, fetcher, monkeypatch):
    monkeypatch.setenv("LESSONBOOK_MAX_FILE_MB", "1")
    address = site.serve("/x", gzip.compress(b"a" * 3_000_000), Content_Encoding="gzip")
    with pytest.raises(LessonbookError, match="larger than 1 MB"):
        fetcher.fetch(address)


def test_what_a_site_asks_of_programs_is_kept(site, fetcher):
    site.serve("/robots.txt", b"User-agent: *\nDisallow: /private/", "text/plain")
    site.serve("/open/x", b"words", "text/plain")
    assert fetcher.fetch(site.address + "/open/x").data == b"words"
    with pytest.raises(LessonbookError, match="asks programs not to fetch"):
        fetcher.fetch(site.serve("/private/x", b"words"))
    assert site.paths() == ["/open/x"]


def test_a_site_whose_rules_fail_is_left_alone(site, fetcher):
    site.serve("/robots.txt", b"", status=503)
    with pytest.raises(LessonbookError, match="asks programs not to fetch"):
        fetcher.fetch(site.serve("/x", b"words"))


def test_a_site_is_asked_once_a_second_or_as_it_wishes(site, fetcher, clock):
    address = site.serve("/x", b"words", "text/plain")
    fetcher.fetch(address)
    fetcher.fetch(address)
    assert clock.waits == [1.0, 1.0]


def test_a_site_that_wishes_for_more_time_gets_it(site, fetcher, clock):
    site.serve("/robots.txt", b"User-agent: *\nCrawl-delay: 4\nAllow: /", "text/plain")
    fetcher.fetch(site.serve("/x", b"words", "text/plain"))
    assert clock.waits == [4.0]
