"""Single sign-on with an OpenID Connect provider: its groups give roles, and take them away."""

import re
import sqlite3

import pytest

from helpers.provider import CLIENT, providing
from helpers.team_site import Visitor, run, team_served

pytestmark = pytest.mark.enable_socket  # the site and the provider answer on this machine's own address
SECRET = {"LESSONBOOK_TEST_SECRET": "of-the-client"}
GROUPS = {"reader": "all-staff", "editor": "learning-team"}


@pytest.fixture(scope="module")
def provider():
    with providing() as found:
        yield found


@pytest.fixture(scope="module")
def home(tmp_path_factory, provider):
    place = tmp_path_factory.mktemp("sign-on") / "home"
    place.mkdir()
    roles = "\n".join(f'{role} = ["{group}"]' for role, group in GROUPS.items())
    (place / "team.toml").write_text(
        f'[single_sign_on]\nname = "Council account"\naddress = "{provider.address}"\nclient_id = "{CLIENT}"\n'
        f'secret_variable = "LESSONBOOK_TEST_SECRET"\n[single_sign_on.roles]\n{roles}\n',
        encoding="utf-8",
    )
    return place


@pytest.fixture(scope="module")
def at(home):
    with team_served(home, **SECRET, NO_PROXY="127.0.0.1", no_proxy="127.0.0.1") as address:
        yield address


def _sign_on(at, provider, name, *groups):
    provider.claims = {"sub": f"id-{name}", "preferred_username": name, "groups": list(groups)}
    visitor = Visitor(at)
    page = visitor.ask("/account/login/")[2]
    assert "Council account" in page
    action = re.search(r'action="([^"]*oidc[^"]*)"', page)[1]
    return visitor, visitor.send(action.replace("&amp;", "&"), "/account/login/")


def _log(home):
    with sqlite3.connect(home / "register.sqlite3") as database:
        return database.execute("SELECT who, kind, about FROM team_auditentry ORDER BY id").fetchall()


def test_a_group_gives_its_role(at, home, provider):
    visitor, (status, where, _) = _sign_on(at, provider, "robin.field", "all-staff", "learning-team")
    assert (status, where) == (200, "/")
    assert visitor.ask("/take-in")[0] == 200
    assert visitor.ask("/people")[0] == 403
    assert ("Council account", "role-given", "robin.field: editor") in _log(home)
    assert ("robin.field", "sign-in", "single sign-on") in _log(home)
    assert provider.asked[-1]["code_challenge_method"] == "S256"


def test_without_a_group_nobody_comes_in(at, home, provider):
    visitor, (status, _, page) = _sign_on(at, provider, "sam.stone", "caterers")
    assert status == 403
    assert "in no group" in page
    assert visitor.ask("/find")[1].startswith("/account/login/")
    assert ("sam.stone", "sign-in-refused", "no group with a role") in _log(home)


def test_a_role_goes_with_its_group(at, provider):
    assert _sign_on(at, provider, "kit.moor", "all-staff")[0].ask("/find")[0] == 200
    visitor, (status, _, _) = _sign_on(at, provider, "kit.moor")
    assert status == 403
    assert visitor.ask("/find")[1].startswith("/account/login/")


def test_who_has_left_stays_out(at, home, provider):
    visitor, _ = _sign_on(at, provider, "lee.hill", "all-staff")
    assert visitor.ask("/find")[0] == 200
    ended = run(home, "people", "end", "lee.hill", **SECRET)
    assert ended.returncode == 0, ended.stderr
    assert visitor.ask("/find")[1].startswith("/account/login/")
    again, _ = _sign_on(at, provider, "lee.hill", "all-staff")
    assert again.ask("/find")[1].startswith("/account/login/")


def test_a_failed_sign_on_is_one_sentence(at, provider):
    provider.refuses = True
    visitor, (_, _, page) = _sign_on(at, provider, "robin.field", "learning-team")
    provider.refuses = False
    assert "Traceback" not in page
    assert "robin.field" not in page
    assert visitor.ask("/find")[1].startswith("/account/login/")


def test_a_site_whose_secret_is_missing_says_so(home):
    started = run(home, "serve", "--team", "--port", "0")
    assert started.returncode == 1
    assert "secret of Council account is missing" in started.stderr
