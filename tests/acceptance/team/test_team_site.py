"""A team's site as people use it: log-in, second factor, roles, the audit log."""

import sqlite3

import pytest

from helpers.site import ADDRESSES
from helpers.team_site import Visitor, add, age_sessions, run, team_served
from lessonbook.web.people import Person

pytestmark = pytest.mark.enable_socket  # the site answers on this machine's own address
ROLES = ("reader", "editor", "publisher", "administrator")
TEAM = {"people": "/people", "change-person": "/people/change", "audit": "/audit"}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    place = tmp_path_factory.mktemp("team") / "home"
    for role in ROLES:
        add(place, f"the.{role}", role)
    for name in ("throttled", "leaver", "twice"):
        add(place, name, "editor")
    return place


@pytest.fixture(scope="module")
def at(home):
    with team_served(home) as address:
        yield address


@pytest.fixture(scope="module")
def people(at):
    visitors = {role: Visitor(at) for role in ROLES}
    for role, visitor in visitors.items():
        visitor.set_up(f"the.{role}")
    return visitors


def _log(home):
    with sqlite3.connect(home / "register.sqlite3") as database:
        return database.execute("SELECT who, kind, about FROM team_auditentry ORDER BY id").fetchall()


@pytest.mark.parametrize("name", [*ADDRESSES, *TEAM])
def test_without_a_log_in_every_address_leads_to_it(at, name):
    example = ADDRESSES[name][1] if name in ADDRESSES else TEAM[name]
    status, where, page = Visitor(at).ask(example.format(review="none"))
    if name == "accessibility":
        assert (status, where) == (200, example)
    else:
        assert where.startswith("/account/login/"), where
        assert "Reviews" not in page


def test_a_program_without_a_token_is_told_so(at):
    for path in ("/api/v1/reviews", "/api/v1/openapi.json", "/api/v1/nowhere"):
        status, where, body = Visitor(at).ask(path)
        assert (status, where) == (401, path)
        assert "urn:lessonbook:problem:token-needed" in body


@pytest.mark.parametrize("role", ROLES)
def test_each_role_reaches_what_is_for_it_and_no_more(people, role):
    wanted = {name: (least, example) for name, (least, example) in ADDRESSES.items()}
    wanted |= {name: ("administrator", example) for name, example in TEAM.items()}
    for least, example in wanted.values():
        status, where, _ = people[role].ask(example.format(review="none"))
        assert not where.startswith("/account/"), example
        assert status < 500, example
        assert (status == 403) == (not Person("x", role).may(least)) or status == 405, example


def test_a_password_alone_opens_nothing(at, people):
    visitor = Visitor(at)
    assert visitor.password("the.reader")[1] == "/account/2fa/authenticate/"
    assert visitor.ask("/find")[1] == "/account/2fa/authenticate/"
    assert visitor.send("/account/2fa/authenticate/", code="000000")[1] == "/account/2fa/authenticate/"
    assert visitor.ask("/find")[1] == "/account/2fa/authenticate/"


def test_a_session_from_before_the_second_factor_ends_when_one_is_set_up(at, home):
    early, owner = Visitor(at), Visitor(at)
    early.password("twice")
    assert early.ask("/find")[1] == "/account/2fa/totp/activate/"
    owner.set_up("twice")
    assert early.ask("/find")[1].startswith("/account/login/")
    assert owner.ask("/find")[:2] == (200, "/find")


def test_nobody_makes_an_account_or_goes_without_a_second_factor(at, people):
    for path in ("signup/", "email/", "password/reset/", "3rdparty/", "3rdparty/signup/", "2fa/totp/deactivate/"):
        assert people["editor"].ask(f"/account/{path}")[0] == 404, path


def test_guessing_is_throttled(at, home):
    visitor = Visitor(at)
    for _ in range(5):
        assert "not correct" in visitor.password("throttled", "wrong")[2]
    assert "Too many" in visitor.password("throttled")[2]
    assert visitor.ask("/find")[1].startswith("/account/login/")
    assert ("throttled", "sign-in-failed", "") in _log(home)


def test_somebody_who_left_is_out_at_once(at, home):
    visitor = Visitor(at)
    visitor.set_up("leaver")
    assert visitor.ask("/find")[1] == "/find"
    assert run(home, "people", "end", "leaver").returncode == 0
    assert visitor.ask("/find")[1].startswith("/account/login/")


def test_the_last_administrator_stays(people, home):
    status, _, page = people["administrator"].send("/people/change", "/people", name="the.administrator", do="end")
    assert status == 400
    assert "only administrator" in page


def test_an_administrator_adds_a_person_and_it_is_in_the_log(people, home):
    page = people["administrator"].send("/people", name="newcomer", role="reader")[2]
    assert "The password of newcomer" in page
    assert ("the.administrator", "person-added", "newcomer: reader") in _log(home)
    assert "newcomer: reader" in people["administrator"].ask("/audit")[2]


def test_what_somebody_sends_is_in_the_log(people, home):
    people["editor"].send("/check/none/status", "/take-in", status="approved")
    assert ("the.editor", "set-status", "/check/none/status, status approved, not done (404)") in _log(home)


def test_the_log_cannot_be_changed_in_the_database_either(people, home):
    with sqlite3.connect(home / "register.sqlite3") as database:
        for change in ("UPDATE team_auditentry SET who = 'x'", "DELETE FROM team_auditentry"):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                database.execute(change)


def test_logging_out_ends_the_session(at, home):
    add(home, "brief", "reader")
    visitor = Visitor(at)
    visitor.set_up("brief")
    visitor.send("/account/logout/")
    assert visitor.ask("/find")[1].startswith("/account/login/")
    assert ("brief", "sign-out", "") in _log(home)


HOUR = 3600


@pytest.mark.parametrize(
    ("idle", "since", "goes_on"),
    [(50 * 60, 2 * HOUR, True), (61 * 60, 2 * HOUR, False), (0, 13 * HOUR, False)],
    ids=["a pause", "idle for too long", "too old"],
)
def test_a_session_ends_when_it_is_idle_or_old(tmp_path, idle, since, goes_on):
    place = tmp_path / "home"
    add(place, "sessions", "reader")
    with team_served(place) as address:
        visitor = Visitor(address)
        visitor.set_up("sessions")
        age_sessions(place, idle, since)
        assert (visitor.ask("/find")[1] == "/find") == goes_on
    assert (("sessions", "session-ended", "") in _log(place)) != goes_on


@pytest.mark.parametrize("path", ["/account/login/", "/people", "/audit", "/"])
def test_every_page_has_the_headers_that_protect_it(at, people, path):
    answer = people["administrator"].headers(path)
    assert "default-src" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY" or "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["Referrer-Policy"]
    assert "no-cache" in answer["Cache-Control"] or "no-store" in answer["Cache-Control"]
