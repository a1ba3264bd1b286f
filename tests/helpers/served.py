"""The site as a process of its own, as a person starts it; it is ended whatever becomes of the test."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The address, without a slash at its end, at which the site over ``home`` answers."""
    words = [sys.executable, "-m", "lessonbook", "--home", str(home), "serve", "--port", "0"]
    environment = {**os.environ, "COLUMNS": "200", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            yield server.stdout.readline().split()[3].rstrip("/")
        finally:
            server.terminate()  # not as Ctrl-C does: a test run in the background passes on that it is ignored
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()
