"""A passage in sentences or in list items. No character is lost but white space and the separators of items."""

import re
from collections.abc import Iterator
from functools import cache

import sentencex

from lessonbook.domain import Passage
from lessonbook.vocabulary import people
from lessonbook.vocabulary.tables import words_of


def sentences(passage: Passage) -> tuple[Passage, ...]:
    """The sentences of a passage, without white space around them.

    The library's boundaries are put right where this field writes otherwise: "… with Mr A. Police came" is two
    sentences, "incl. burns" is one, and a number belongs to the sentence behind it.
    """
    starts = sorted({*_library_starts(passage.text), *_after_labels(passage.text)})
    cuts = [0]
    for at in starts:
        is_number = _NUMBER.fullmatch(passage.text, cuts[-1], at) is not None
        if 0 < at < len(passage) and not is_number and not _ends_abbreviated(passage.text, at):
            cuts.append(at)
    return _parts(passage, [(at, at) for at in cuts[1:]])


def items(passage: Passage) -> tuple[Passage, ...]:
    """The items of a passage between semicolons, without ";", "; and" and a comma at their ends; a full stop stays.

    A semicolon inside brackets or quotes joins; so does one in brackets that never close up to the item's end.
    """
    parts = _parts(passage, list(_separators(passage.text)))
    stripped = (_without_joints(part) for part in parts)
    return tuple(part for part in stripped if part)


def _parts(passage: Passage, separators: list[tuple[int, int]]) -> tuple[Passage, ...]:
    starts = [0, *(end for _, end in separators)]
    ends = [*(start for start, _ in separators), len(passage)]
    parts = (passage.cut(start, end).strip() for start, end in zip(starts, ends, strict=True))
    return tuple(part for part in parts if part)


def _library_starts(text: str) -> Iterator[int]:
    for boundary in sentencex.get_sentence_boundaries("en", text):
        yield boundary["start_index"]


def _after_labels(text: str) -> Iterator[int]:
    if _STOP.search(text) is None:
        return
    for match in _label_stop().finditer(text):
        yield match.end()


@cache
def _label_stop() -> re.Pattern[str]:
    """The stop behind a label that the library takes for an initial: "Child C. Child C left"."""
    label = rf"\b(?i:{people.pattern('label_nouns')})\s+[A-Z]{{1,2}}\d{{0,2}}"
    return re.compile(rf"{label}(?:(?:,|\s+and|\s*&)\s+[A-Z]\d{{0,2}})*\.\s+(?=[A-Z‘“'\"(])")


def _ends_abbreviated(text: str, at: int) -> bool:
    """Whether what stands before an offset ends with an abbreviation and the sentence goes on behind it."""
    match = _LAST_WORD.search(text, max(0, at - _LONGEST_ABBREVIATION), at)
    if match is None or match["word"].casefold() not in _abbreviations():
        return False
    return text[at : at + 1].islower() or text[at : at + 1].isdigit()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(words_of("abbreviations.toml", "words"))


def _separators(text: str) -> Iterator[tuple[int, int]]:
    """Where the semicolons that part items stand, with the "and" behind them."""
    closing: list[tuple[str, int]] = []
    found: list[tuple[int, int, int]] = []
    for at, character in enumerate(text):
        if closing and character == closing[-1][0] and _closes(text, at):
            closing.pop()
        elif character in _PAIRS and _opens(text, at):
            closing.append((_PAIRS[character], at))
        elif character == ";":
            joint = _AND.match(text, at + 1)
            found.append((at, joint.end() if joint else at + 1, len(closing)))
    unclosed = [at for _, at in closing]
    for start, end, depth in found:
        if depth == sum(at < start for at in unclosed):
            yield start, end


def _opens(text: str, at: int) -> bool:
    """Whether a quote opens here and not an apostrophe: behind white space or a bracket, before a letter."""
    if text[at] in "([{“":
        return True
    return (at == 0 or text[at - 1] in " \t\n([-–—") and at + 1 < len(text) and not text[at + 1].isspace()


def _closes(text: str, at: int) -> bool:
    return text[at] in ")]}”" or at + 1 == len(text) or not text[at + 1].isalnum()


def _without_joints(part: Passage) -> Passage:
    """Without the joints at both ends: ";", ",", "and" that is left alone."""
    start = _JOINT_BEFORE.match(part.text)
    end = _JOINT_AFTER.search(part.text)
    first = start.end() if start else 0
    return part.cut(first, max(first, end.start() if end else len(part))).strip()


_STOP = re.compile(r"[A-Z]\d{0,2}\.\s")  # without one no label ends: cheap to look for
_LONGEST_ABBREVIATION = 40  # characters to look back for one; the white space behind it included
_PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", '"': '"', "'": "'"}
_AND = re.compile(r"\s*(?:and|&)(?=\s|$)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s*")
_JOINT_BEFORE = re.compile(r"[\s;,]*")
_JOINT_AFTER = re.compile(r"(?:[\s;,]+(?:and|&)[\s;,]*|[\s;,]+)$")
_LAST_WORD = re.compile(r"(?P<word>[\w.]+)\.\s*$")
