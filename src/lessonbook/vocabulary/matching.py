"""Finding the words of a vocabulary in running text: whole words, the longest first."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from lessonbook.vocabulary.tables import check_unique, check_variants


class Match(NamedTuple):
    """Characters ``start`` to ``end`` of a text are a variant of the entry ``id``."""

    id: str
    start: int
    end: int


class Entry(Protocol):
    """An entry of a vocabulary: its name and ``variants`` in any case, its ``abbreviations`` as they are written."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def variants(self) -> tuple[str, ...]: ...
    @property
    def abbreviations(self) -> tuple[str, ...]: ...


class Lexicon:
    """Variants, each of one entry. A space or hyphen of a variant stands for white space or any hyphen."""

    def __init__(self, any_case: Mapping[str, str], as_written: Mapping[str, str] | None = None) -> None:
        self._any_case = {key(variant): entry for variant, entry in any_case.items()}
        self._as_written = dict(as_written or {})
        sources = [(variant, source_of(variant)) for variant in self._any_case]
        sources += [(variant, f"(?-i:{re.escape(variant)})") for variant in self._as_written]
        self._pattern = re.compile(rf"(?<!\w)(?<!\w[-‑])(?:{_alternatives(sources)})(?![-‑]?\w)", re.IGNORECASE)

    @classmethod
    def of(cls, file: str, entries: Iterable[Entry]) -> "Lexicon":
        """The names, variants and abbreviations of entries. Raises ``LessonbookError`` where two share one."""
        entries = tuple(entries)
        check_unique(file, (entry.id for entry in entries))
        any_case = check_variants(file, ((key(v), e.id) for e in entries for v in (e.name, *e.variants)))
        as_written = check_variants(file, ((v, e.id) for e in entries for v in e.abbreviations))
        return cls(any_case, as_written)

    def matches(self, text: str) -> Iterator[Match]:
        """Every variant in a text, in order, none over another."""
        for match in self._pattern.finditer(text):
            entry = self._any_case.get(key(match[0])) or self._as_written.get(match[0])
            if entry is not None:
                yield Match(entry, match.start(), match.end())

    def ids_in(self, text: str) -> tuple[str, ...]:
        """The entries that a text names, in order, each once."""
        return tuple(dict.fromkeys(match.id for match in self.matches(text)))

    def id_of(self, text: str) -> str | None:
        """The entry that the whole text names."""
        return self._any_case.get(key(text)) or self._as_written.get(text.strip())


def key(text: str) -> str:
    """Text for comparison: lower case, one kind of apostrophe, hyphens and white space as single spaces."""
    return " ".join(text.translate(_SAME).casefold().split())


def source_of(variant: str) -> str:
    """The source of a pattern for a variant in the form of ``key``."""
    return rf"[\s{_HYPHENS}]+".join(re.escape(word).replace("'", "['’‘]") for word in key(variant).split())


def any_of(variants: Iterable[str]) -> str:
    """The source of a pattern for any of the variants, the longest first."""
    return _alternatives([(variant, source_of(variant)) for variant in variants])


def _alternatives(sources: Iterable[tuple[str, str]]) -> str:
    """Variants and their sources as alternatives, the longest first, those that begin alike behind one look ahead.

    Where a text's letter begins none of them, each is not tried: that is several times as fast.
    """
    groups: dict[str, list[str]] = {}
    for variant, source in sorted(sources, key=lambda pair: len(pair[0]), reverse=True):
        groups.setdefault(source_of(variant[:1]), []).append(source)
    return "|".join(f"(?=(?i:{first}))(?:{'|'.join(group)})" for first, group in groups.items())


_HYPHENS = "\\-\u2010\u2011\u2013\u00ad"
_SAME = str.maketrans({"’": "'", "‘": "'", "-": " ", "\u2010": " ", "\u2011": " ", "–": " ", "\u00ad": " "})
