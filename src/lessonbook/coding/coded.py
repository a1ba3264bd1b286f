"""What coding says of a text."""

import msgspec


class Coded(msgspec.Struct, frozen=True, array_like=True):
    """A text has a theme, for the words at ``reasons``: start and end in characters of the text, in order."""

    theme: str
    reasons: tuple[tuple[int, int], ...]
