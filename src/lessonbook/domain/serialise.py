"""Domain values as JSON and back, for database, export and fixtures alike. A ``PartialDate`` is its EDTF string."""

from typing import Any, TypeVar

import msgspec

from lessonbook.domain.dates import PartialDate

T = TypeVar("T")


def to_json(value: object) -> bytes:
    """JSON, keys in the order of the type's fields."""
    return _ENCODER.encode(value)


def from_json(data: bytes | str, kind: type[T]) -> T:
    """The value that ``to_json`` wrote. Raises ``msgspec.ValidationError`` where the JSON does not fit the type."""
    return msgspec.json.decode(data, type=kind, dec_hook=_decode)


def to_plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """The same as ``to_json``, as dictionaries, lists and strings."""
    return msgspec.to_builtins(value, enc_hook=_encode)


def from_plain(value: object, kind: type[T]) -> T:
    """The value that ``to_plain`` made."""
    return msgspec.convert(value, kind, dec_hook=_decode)


def _encode(value: object) -> str:
    if isinstance(value, PartialDate):
        return value.edtf
    raise NotImplementedError(f"{type(value).__name__} has no JSON form")


def _decode(kind: type, value: object) -> object:
    if kind is PartialDate and isinstance(value, str):
        return PartialDate(value)
    raise NotImplementedError(f"{kind.__name__} has no JSON form")


_ENCODER = msgspec.json.Encoder(enc_hook=_encode)
