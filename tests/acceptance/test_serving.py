"""``lessonbook serve`` as a person starts it."""

import os
import signal
import subprocess
import sys
import urllib.request

import pytest

pytestmark = pytest.mark.enable_socket  # the site answers on this machine's own address
COMMAND = [sys.executable, "-m", "lessonbook"]


@pytest.fixture
def serving(tmp_path):
    """The address that the server tells; it is ended as Ctrl-C ends it."""
    words = [*COMMAND, "--home", str(tmp_path / "home"), "serve", "--port", "0"]
    environment = {**os.environ, "COLUMNS": "200", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as server:
        yield server.stdout.readline().split()[3], server
        if server.poll() is None:
            server.send_signal(signal.SIGINT)
        server.wait(timeout=20)


def test_the_site_is_set_up_and_answers(serving):
    address, _ = serving
    assert address.startswith("http://127.0.0.1:")
    with urllib.request.urlopen(address) as page:
        assert b"The register is empty" in page.read()
    with urllib.request.urlopen(f"{address}static/lessonbook/site.css") as style:
        assert style.headers["Content-Type"].startswith("text/css")


def test_a_port_that_is_taken_is_a_sentence(serving, tmp_path):
    port = serving[0].rsplit(":", 1)[1].strip("/")
    words = [*COMMAND, "--home", str(tmp_path / "other"), "serve", "--port", port]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "choose another with --port" in done.stderr
    assert "Traceback" not in done.stderr
