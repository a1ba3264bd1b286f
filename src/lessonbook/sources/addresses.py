"""Web addresses as people paste them, and the names of files that they lead to."""

import re
from email.message import Message
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

from lessonbook.domain import LessonbookError

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]*:[0-9a-f:.]*(?:%25[a-z0-9]+)?", re.IGNORECASE)
_PLAIN = "/%:@!$&'()*+,;=~-._"  # what may stand in a path as it is (RFC 3986)
_ENDINGS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')  # what one operating system or another has no names with
_LONGEST_NAME = 120
_LONGEST_ADDRESS = 4_000


def is_address(text: str) -> bool:
    """Whether a text is meant as a web address and not as a file."""
    return _SCHEME.match(text.strip()) is not None


def cleaned(text: str) -> str:
    """An address without white space around it, without fragment, and with what may not stand in one written safely.

    Raises ``LessonbookError`` ``address-unclear`` where it is none, or has a name and password in it.
    """
    text = text.strip()
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        clear = is_address(text) and _HOST.fullmatch(host) is not None and parts.port != 0
    except ValueError:
        clear = False
    if not clear or len(text) > _LONGEST_ADDRESS:
        raise LessonbookError(
            "address-unclear",
            f"“{text[:80]}” is no web address: it begins with https:// and names a page or a file.",
        )
    if parts.username is not None or parts.password is not None:
        raise LessonbookError(
            "address-unclear", "The address has a name and a password in it: download the file and take that in."
        )
    return urlunsplit(_quoted(parts, host))


def _quoted(parts: SplitResult, host: str) -> tuple[str, str, str, str, str]:
    """Spaces and letters of other alphabets, as browsers show them, in the form that travels."""
    place = f"[{host}]" if ":" in host else host
    netloc = f"{place}:{parts.port}" if parts.port else place
    path, query = quote(parts.path or "/", safe=_PLAIN), quote(parts.query, safe=_PLAIN + "?[]")
    return parts.scheme.lower(), netloc, path, query, ""


def name_of(address: str, media_type: str, disposition: str | None) -> str:
    """What to call the file: as the site says, else the last part of the address, with an ending that fits."""
    name = _said(disposition) or unquote(urlsplit(address).path.rstrip("/").rsplit("/", 1)[-1])
    name = name or (urlsplit(address).hostname or "page")
    name = _UNSAFE.sub(" ", name).strip(" .") or "page"
    ending = _ENDINGS.get(media_type, "")
    if ending and not name.casefold().endswith((ending, ending[:-1] if ending == ".html" else ending)):
        return name[: _LONGEST_NAME - len(ending)] + ending
    return name[-_LONGEST_NAME:]


def _said(disposition: str | None) -> str:
    if not disposition:
        return ""
    message = Message()
    message["content-disposition"] = disposition
    return (message.get_filename() or "").replace("\\", "/").rsplit("/", 1)[-1]
