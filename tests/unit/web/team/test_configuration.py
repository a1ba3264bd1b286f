import pytest

from lessonbook.domain import LessonbookError
from lessonbook.web.team import configuration

SIGN_ON = """
hosts = ["lessons.example"]
behind_tls = true

[single_sign_on]
name = "Council account"
address = "https://login.example/tenant"
client_id = "lessonbook"
secret_variable = "LESSONBOOK_TEST_SECRET"
also_at = ["https://forms.example"]

[single_sign_on.roles]
editor = ["learning-team"]
"""


def _read(folder, text):
    (folder / configuration.FILE).write_text(text, encoding="utf-8")
    return configuration.read(folder)


def test_without_a_file_the_site_is_for_this_computer(tmp_path):
    assert configuration.read(tmp_path) == configuration.Team()


def test_single_sign_on_is_read(tmp_path, monkeypatch):
    provider = _read(tmp_path, SIGN_ON).single_sign_on
    assert provider.origins() == ["https://login.example", "https://forms.example"]
    with pytest.raises(LessonbookError, match="secret of Council account is missing"):
        provider.secret()
    monkeypatch.setenv("LESSONBOOK_TEST_SECRET", "of the client")
    assert provider.secret() == "of the client"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hosts = 3", "hosts"),
        ("host = ['x']", "host"),
        ("hosts = [", "team.toml"),
        ("hosts = ['*']", "whole names"),
        ("idle_minutes = 0", "idle_minutes"),
        ("trusted_proxy = 'proxy'", "IP address"),
        (SIGN_ON.replace("https://login", "http://login"), "https://"),
        (SIGN_ON.replace('["learning-team"]', "[]"), "at least one role"),
        (SIGN_ON.replace("editor =", "owner ="), "owner"),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(tmp_path, text, told):
    with pytest.raises(LessonbookError, match=told) as error:
        _read(tmp_path, text)
    assert error.value.code == "team-file"


@pytest.mark.parametrize(
    ("host", "local"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False)]
)
def test_which_hosts_only_this_computer_reaches(host, local):
    assert configuration.is_local(host) == local
