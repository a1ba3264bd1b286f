"""A team's site as a process of its own, and a person's browser at it: a jar of cookies and an authenticator app."""

import base64
import hmac
import os
import re
import struct
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

PASSWORD = "seven quiet herons wade"
COMMAND = [sys.executable, "-m", "lessonbook"]


def run(home: Path, *words: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """A command over the home, as a person gives it; ``settings`` are variables of its environment."""
    environment = {**os.environ, "COLUMNS": "200", **settings}
    return subprocess.run(
        [*COMMAND, "--home", str(home), *words],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


def add(home: Path, name: str, role: str) -> None:
    """Make an account."""
    done = run(home, "people", "add", name, "--role", role, "--password-from", "-", typed=PASSWORD)
    assert done.returncode == 0, done.stderr


@contextmanager
def team_served(home: Path, **settings: str) -> Iterator[str]:
    """The address at which the team's site answers; ``settings`` are variables of its environment."""
    words = [*COMMAND, "--home", str(home), "serve", "--team", "--port", "0"]
    environment = {**os.environ, "COLUMNS": "200", "PYTHONUNBUFFERED": "1", **settings}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            yield server.stdout.readline().split()[3].rstrip("/")
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()


def age_sessions(home: Path, idle: int, since: int) -> None:
    """Let every session be as old as if nobody had asked for ``idle`` seconds, and the log-in were ``since`` ago."""
    done = subprocess.run(
        [sys.executable, "-c", _AGE, str(home), str(idle), str(since)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


_AGE = """
import sys, time
from pathlib import Path
from lessonbook.web.team import opening
opening.open_register(Path(sys.argv[1]))
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from lessonbook.web.team import entrance
for key in list(Session.objects.values_list("session_key", flat=True)):
    session = SessionStore(key)
    session[entrance.SEEN] = time.time() - int(sys.argv[2])
    session[entrance.BEGAN] = time.time() - int(sys.argv[3])
    session.save()
"""


class Visitor:
    """Somebody at the site. ``ask`` and ``send`` give status, final address and page; redirects are followed."""

    def __init__(self, at: str) -> None:
        self.at, self.jar, self.key = at, CookieJar(), ""
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def ask(self, path: str, sent: dict[str, str] | None = None) -> tuple[int, str, str]:
        data = None if sent is None else urllib.parse.urlencode(sent).encode()
        try:
            with self._opener.open(self.at + path, data, timeout=20) as answer:
                return answer.status, answer.url.removeprefix(self.at), answer.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.url.removeprefix(self.at), error.read().decode(errors="replace")

    def headers(self, path: str) -> dict[str, str]:
        """What a page says beside itself."""
        with self._opener.open(self.at + path, timeout=20) as answer:
            return dict(answer.headers)

    def send(self, path: str, form: str = "", **fields: str) -> tuple[int, str, str]:
        """Send a form of the page ``form``, which has the token that guards it."""
        page = self.ask(form or path)[2]
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        return self.ask(path, {**fields, "csrfmiddlewaretoken": found[1] if found else ""})

    def password(self, name: str, password: str = PASSWORD) -> tuple[int, str, str]:
        return self.send("/account/login/", login=name, password=password)

    def code(self) -> str:
        """The code that an authenticator app shows now (RFC 6238)."""
        digest = hmac.new(base64.b32decode(self.key), struct.pack(">Q", int(time.time()) // 30), "sha1").digest()
        return f"{(struct.unpack_from('>I', digest, digest[-1] & 15)[0] & 0x7FFFFFFF) % 10**6:06}"

    def set_up(self, name: str) -> None:
        """Log in for the first time, and set the second factor up."""
        where, page = self.password(name)[1:]
        assert where == "/account/2fa/totp/activate/", where
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        self.key = re.search(r"<code>([A-Z2-7]{32})</code>", page)[1]
        where = self.ask(where, {"code": self.code(), "csrfmiddlewaretoken": token})[1]
        assert where == "/account/2fa/recovery-codes/", where
