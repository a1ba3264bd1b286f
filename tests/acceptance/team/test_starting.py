"""Starting a team's site where something is missing."""

import pytest

from helpers.team_site import run


def test_another_host_needs_a_log_in(tmp_path):
    done = run(tmp_path / "home", "serve", "--host", "0.0.0.0", "--port", "0")
    assert done.returncode == 2
    assert "--team" in done.stderr


def test_a_log_in_on_the_network_needs_encryption(tmp_path):
    done = run(tmp_path / "home", "serve", "--team", "--host", "0.0.0.0", "--port", "0")
    assert done.returncode == 1
    assert "behind_tls" in done.stderr


@pytest.mark.parametrize(
    ("name", "password", "told"),
    [("sam", "short", "12 characters"), ("sam", "1" * 14, "digits"), ("s m", "x" * 20, "name")],
)
def test_a_weak_password_and_a_wrong_name_are_refused(tmp_path, name, password, told):
    done = run(tmp_path / "home", "people", "add", name, "--role", "reader", "--password-from", "-", typed=password)
    assert done.returncode == 1
    assert told in done.stderr
