"""What coding says of a text."""

import msgspec


class Coded(msgspec.Struct, frozen=True, array_like=True):
    """A text has a theme, for the words at ``reasons``: start and end in characters of the text, in order.

    ``confidence`` is from 0 to 1: how many in one would be right of texts that the model is as sure of.
    """

    theme: str
    reasons: tuple[tuple[int, int], ...]
    confidence: float = 1.0
