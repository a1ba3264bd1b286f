"""Serving the site to a browser."""

import logging
import socket
from collections.abc import Callable
from pathlib import Path

from waitress.server import create_server
from whitenoise import WhiteNoise

from lessonbook.domain import LessonbookError
from lessonbook.web.opening import LOCAL_HOSTS, application

_THREADS = 4  # more only take turns: searching is work for the processor, and two cores were slower with eight


def serve(home: Path, port: int, told: Callable[[str], None], host: str = "127.0.0.1") -> None:
    """Serve the register in ``home`` until the process is ended; ``told`` gets the address once it answers.

    Raises ``LessonbookError`` ``port-taken``, and as ``register.setup`` does.
    """
    listen(application(home, (*LOCAL_HOSTS, host)), host, port, told)


def listen(site: WhiteNoise, host: str, port: int, told: Callable[[str], None], **proxy: object) -> None:
    """Serve a site over an open register; ``proxy`` says, in waitress's words, whose forwarded headers are believed.

    Raises ``LessonbookError`` ``port-taken``.
    """
    from lessonbook.web.tasks import working  # noqa: PLC0415 - the tables need the register to be open

    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # that readers wait for a moment is no news
    try:
        server = create_server(site, host=host, port=port, threads=_THREADS, ident="Lessonbook", **proxy)
    except (OSError, socket.gaierror) as error:
        raise LessonbookError(
            "port-taken", f"Nothing can listen on {host}:{port} ({error.strerror}): choose another with --port."
        ) from error
    with working():
        told(f"http://{host}:{server.effective_port}/")
        try:
            server.run()
        finally:
            server.close()
