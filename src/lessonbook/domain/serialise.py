"""Values as JSON and MessagePack and back, for database, export and fixtures alike. A date is its EDTF string.

What a type is made of is looked up when it is first decoded. msgspec does that without a lock, and two threads that do
it at once end the program; so every type is looked up here, one after the other.
"""

from threading import RLock
from typing import Any, TypeVar

import msgspec

from lessonbook.domain.claim import VALUE_TYPES, Certainty, Claim, Entry, Extraction, Origin
from lessonbook.domain.dates import PartialDate
from lessonbook.domain.evidence import Evidence
from lessonbook.domain.review import Problem

T = TypeVar("T")


def to_json(value: object) -> bytes:
    """JSON, keys in the order of the type's fields."""
    return _ENCODER.encode(value)


def from_json(data: bytes | str, kind: type[T]) -> T:
    """The value that ``to_json`` wrote. Raises ``msgspec.ValidationError`` where the JSON does not fit the type."""
    return _decoder_of(kind).decode(data)


def from_msgpack(data: bytes, kind: type[T]) -> T:
    """The value that MessagePack was made of. Raises ``msgspec.ValidationError``, or ``msgspec.DecodeError``."""
    _decoder_of(kind)
    return msgspec.msgpack.decode(data, type=kind, dec_hook=_decode)


def extraction_from_json(data: bytes | str) -> Extraction:
    """The extraction that ``to_json`` wrote: each claim's value has the type of its field."""
    written = from_json(data, _WrittenExtraction)
    entries = tuple(_entry(entry) for entry in written.entries)
    fields = {name: getattr(written, name) for name in Extraction.__struct_fields__}
    return Extraction(**{**fields, "entries": entries})


def to_plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """The same as ``to_json``, as dictionaries, lists and strings."""
    return msgspec.to_builtins(value, enc_hook=_encode)


def from_plain(value: object, kind: type[T], *, strict: bool = True) -> T:
    """The value that ``to_plain`` made; where it is not ``strict``, a number in a text is one."""
    _decoder_of(kind)
    return msgspec.convert(value, kind, strict=strict, dec_hook=_decode)


def _decoder_of(kind: type[T]) -> msgspec.json.Decoder[T]:
    with _LOCK:
        decoder: msgspec.json.Decoder[T] | None = _DECODERS.get(kind)
        if decoder is None:
            decoder = _DECODERS[kind] = msgspec.json.Decoder(kind, dec_hook=_decode)
    return decoder


def _encode(value: object) -> str:
    if isinstance(value, PartialDate):
        return value.edtf
    raise NotImplementedError(f"{type(value).__name__} has no JSON form")


def _decode(kind: type, value: object) -> object:
    if kind is PartialDate and isinstance(value, str):
        return PartialDate(value)
    raise NotImplementedError(f"{kind.__name__} has no JSON form")


class _WrittenClaim(msgspec.Struct, frozen=True):
    field: str
    value: msgspec.Raw
    evidence: tuple[Evidence, ...]
    certainty: Certainty
    origin: Origin
    confidence: float | None = None
    reasons: tuple[str, ...] = ()


class _WrittenEntry(msgspec.Struct, frozen=True):
    position: int
    claims: tuple[_WrittenClaim, ...]
    problems: tuple[Problem, ...]


class _WrittenExtraction(Extraction, frozen=True):
    entries: tuple[_WrittenEntry, ...]  # type: ignore[assignment]  # the same, with values not decoded yet


def _entry(entry: _WrittenEntry) -> Entry:
    claims = (
        Claim(
            claim.field,
            from_json(bytes(claim.value), VALUE_TYPES[claim.field]),
            claim.evidence,
            claim.certainty,
            claim.origin,
            claim.confidence,
            claim.reasons,
        )
        for claim in entry.claims
    )
    return Entry(entry.position, tuple(claims), entry.problems)


_LOCK = RLock()
_DECODERS: dict[object, msgspec.json.Decoder[Any]] = {}
_ENCODER = msgspec.json.Encoder(enc_hook=_encode)
