"""Bytes to characters: the same answer every time, for the encodings that offices in these islands write."""

import codecs
import re

import msgspec

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096


class Decoded(msgspec.Struct, frozen=True):
    """The text without its byte order mark, the encoding it was taken for, and how many bytes did not fit it."""

    text: str
    encoding: str
    misfits: int = 0


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of a file: by its byte order mark, as UTF-8, as UTF-16, as declared, and otherwise as Windows-1252.

    UTF-8 with a few bytes that do not fit (a file put together from two) stays UTF-8, and those bytes are read as
    Windows-1252, which is what they nearly always are.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _lenient(data[len(bom) :], encoding)
    if sixteen := _utf16_without_mark(data):
        return _lenient(data, sixteen)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _eight_bits(data)


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "lessonbook-windows" if encoding == "utf-8" else "replace")
    return Decoded(text, encoding, _misfits(data, encoding))


def _misfits(data: bytes, encoding: str) -> int:
    return data.decode(encoding, "replace").count("\ufffd")


def _utf16_without_mark(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in nearly every second byte, and text in anything else has none."""
    sample = data[:_SAMPLE]
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
        # What calls itself Latin-1 is Windows-1252 in practice; the web's encoding standard reads it so.
        name = "cp1252" if name in {"iso8859-1", "ascii"} else name
        return Decoded(data.decode(name), name)
    except (LookupError, UnicodeDecodeError):
        return None


def _eight_bits(data: bytes) -> Decoded:
    several = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]", data))
    misfits = _misfits(data, "utf-8")
    if several > misfits:
        return Decoded(data.decode("utf-8", "lessonbook-windows"), "utf-8", misfits)
    return Decoded(data.decode("cp1252", "lessonbook-latin"), "cp1252")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "lessonbook-latin"), error.end


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return "\ufffd" * (error.end - error.start), error.end


codecs.register_error("lessonbook-windows", _as_windows)
codecs.register_error("lessonbook-latin", _as_latin)
