"""``lessonbook serve`` as a person starts it."""

import subprocess
import sys
import urllib.request

import pytest

from helpers.served import served

pytestmark = pytest.mark.enable_socket  # the site answers on this machine's own address
COMMAND = [sys.executable, "-m", "lessonbook"]


@pytest.fixture
def serving(tmp_path):
    """The address that the server tells."""
    with served(tmp_path / "home") as address:
        yield address


def test_the_site_is_set_up_and_answers(serving):
    assert serving.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(f"{serving}/") as page:
        assert b"The register is empty" in page.read()
    with urllib.request.urlopen(f"{serving}/static/lessonbook/site.css") as style:
        assert style.headers["Content-Type"].startswith("text/css")


def test_a_port_that_is_taken_is_a_sentence(serving, tmp_path):
    port = serving.rsplit(":", 1)[1]
    words = [*COMMAND, "--home", str(tmp_path / "other"), "serve", "--port", port]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "choose another with --port" in done.stderr
    assert "Traceback" not in done.stderr
