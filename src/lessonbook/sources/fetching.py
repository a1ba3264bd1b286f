"""One page or file from an address, as bytes, within limits of size, time and redirects."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit

import msgspec
from urllib3 import BaseHTTPResponse, Timeout
from urllib3.exceptions import HTTPError, NameResolutionError, SSLError
from urllib3.exceptions import TimeoutError as Slow

from lessonbook.domain import LessonbookError
from lessonbook.reading.limits import MEGABYTE, configured
from lessonbook.sources.addresses import cleaned, is_address, name_of
from lessonbook.sources.guarding import manager_for
from lessonbook.sources.manners import AGENT, Manners

_CONNECT_SECONDS, _READ_SECONDS, _ALL_SECONDS = 10.0, 30.0, 120.0
_MOST_REDIRECTS = 5
_MOST_OF_RULES = 512 * 1024  # bytes; RFC 9309 asks for 500 KiB
_PIECE = 64 * 1024
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_ACCEPTED = (
    "application/pdf, application/vnd.openxmlformats-officedocument.wordprocessingml.document, text/html, */*;q=0.5"
)


class Fetched(msgspec.Struct, frozen=True):
    """A file from the web. ``address`` is where it was in the end, ``asked`` what was asked for."""

    asked: str
    address: str
    name: str
    media_type: str
    data: bytes
    fetched_at: datetime


class Fetcher:
    """Fetches addresses one after the other; keeps what it learns of each site's manners."""

    def __init__(self, manners: Manners | None = None) -> None:
        self._manners = manners or Manners()
        self._headers = {
            "User-Agent": f"{AGENT}/{version('lessonbook')} (reads published safeguarding reviews)",
            "Accept": _ACCEPTED,
            "Accept-Encoding": "gzip, deflate",
        }

    def fetch(self, address: str) -> Fetched:
        """The file at an address.

        Raises ``LessonbookError``: ``address-unclear``, ``address-not-public``, ``address-disallowed`` (by robots.txt),
        ``address-refused``, ``address-not-found``, ``address-failed``, ``address-untrusted``, ``address-too-slow``,
        ``address-redirects`` or ``file-too-large``.
        """
        asked = at = cleaned(address)
        until = time.monotonic() + _ALL_SECONDS
        for _ in range(_MOST_REDIRECTS + 1):
            if not self._manners.may_fetch(at, self._rules):
                raise LessonbookError(
                    "address-disallowed",
                    f"{urlsplit(at).hostname} asks programs not to fetch this: open it in a browser and save it.",
                )
            with self._opened(at) as response:
                target = response.headers.get("Location")
                if response.status not in _REDIRECTS or not target:
                    return self._kept(asked, at, response, until)
            at = _redirected(at, target)
        raise LessonbookError(
            "address-redirects", f"{urlsplit(asked).hostname} sends from one address to the next: open it in a browser."
        )

    def _rules(self, address: str) -> tuple[int, str]:
        """The status and text of a site's robots.txt, behind redirects as well."""
        for _ in range(_MOST_REDIRECTS + 1):
            with self._opened(address) as response:
                target = response.headers.get("Location")
                if response.status not in _REDIRECTS or not target:
                    return response.status, response.read(_MOST_OF_RULES).decode("utf-8", "replace")
            address = _redirected(address, target)
        return 404, ""

    @contextmanager
    def _opened(self, address: str) -> Iterator[BaseHTTPResponse]:
        self._manners.wait(address)
        with manager_for(address) as manager, _explained(address):
            response = manager.request(
                "GET",
                address,
                headers=self._headers,
                timeout=Timeout(connect=_CONNECT_SECONDS, read=_READ_SECONDS),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            try:
                yield response
            finally:
                response.close()

    def _kept(self, asked: str, address: str, response: BaseHTTPResponse, until: float) -> Fetched:
        _check(address, response.status)
        media_type = response.headers.get("Content-Type", "").split(";")[0].strip().lower()
        name = name_of(address, media_type, response.headers.get("Content-Disposition"))
        return Fetched(asked, address, name, media_type, _read(address, response, until), datetime.now(tz=UTC))


def _redirected(address: str, target: str) -> str:
    after = urljoin(address, target)
    if not is_address(after):
        raise LessonbookError("address-redirects", "The address leads to something that is no web page or file.")
    return cleaned(after)


def _check(address: str, status: int) -> None:
    host = urlsplit(address).hostname
    if status == 200:
        return
    if status in {404, 410}:
        raise LessonbookError("address-not-found", f"{host} has nothing at this address any more: check the address.")
    if status in {401, 403, 407, 429, 451}:
        raise LessonbookError(
            "address-refused", f"{host} refuses programs or wants a log-in: open it in a browser and save it."
        )
    raise LessonbookError("address-failed", f"{host} answered with an error ({status}): try again later.")


def _read(address: str, response: BaseHTTPResponse, until: float) -> bytes:
    most = configured().bytes
    pieces: list[bytes] = []
    size = 0
    for piece in response.stream(_PIECE, decode_content=True):
        size += len(piece)
        pieces.append(piece)
        if size > most:
            raise LessonbookError(
                "file-too-large",
                f"It is larger than {most // MEGABYTE} MB: save it and split it, or raise LESSONBOOK_MAX_FILE_MB.",
            )
        if time.monotonic() > until:
            raise _too_slow(address)
    return b"".join(pieces)


@contextmanager
def _explained(address: str) -> Iterator[None]:
    """Faults of connections as sentences."""
    host = urlsplit(address).hostname
    try:
        yield
    except NameResolutionError as error:
        raise LessonbookError("address-failed", f"There is no {host} to be found: check the address.") from error
    except SSLError as error:
        raise LessonbookError(
            "address-untrusted", f"{host} cannot prove that it is {host}: do not trust it; get the file another way."
        ) from error
    except Slow as error:
        raise _too_slow(address) from error
    except HTTPError as error:
        raise LessonbookError("address-failed", f"{host} cannot be reached, or broke off: try again later.") from error


def _too_slow(address: str) -> LessonbookError:
    return LessonbookError(
        "address-too-slow", f"{urlsplit(address).hostname} takes too long: open it in a browser and save it."
    )
