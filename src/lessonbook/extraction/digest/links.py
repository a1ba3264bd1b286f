"""Links that stand among other words: before, after or glued to them."""

import re
from collections.abc import Iterator

from lessonbook.domain import Mark, Passage
from lessonbook.extraction.facts import sentences
from lessonbook.vocabulary import labels

_GLUED = re.compile(r"(?<=\(PDF\))(?=[^\s.;,)])|(?<=[.:)])(?=(?:Read|View|Download)\s)", re.IGNORECASE)
# What each label of a link has: a verb at its beginning, or an ending. Most sentences have neither and are passed by.
_MAY_HAVE_LINK = re.compile(
    r"\b(?:Read|View|Download|See|Open|Access|Click|Find|Visit|Link|Go|Available|Full)\b"
    r"|\b(?i:pdf|docx|word|here|online|link|web ?page|website|window|tab)\b"
)

# The words of a sentence that only leads to its link, and the most of them.
_LEADING = re.compile(
    r"\W*(?:(?:click|here|for|the|a|an|of|on|to|at|in|is|are|can|be|you|and|please|see|read|view|find|found|visit|go|full|"
    r"overview|report|reports|review|reviews|practice|case|summary|executive|briefing|link|links|available|access|"
    r"accessed|download|downloaded|more|information|further|details|website|published|this|via|from|or|pdf|online|it|"
    r"whole|out|our|original|document|following|below|7|minute|seven)\b\W*)+",
    re.IGNORECASE,
)
_MOST_LEADING = 24
# What such a sentence has where the target of its link was lost.
_LOST_TARGET = re.compile(
    r"\bclick\b|\bhere\b.*\b(?:report|review|summary|briefing)\b|\b(?:report|review)\b.*https?://", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def parted(passage: Passage) -> tuple[tuple[Passage, bool], ...]:
    """The parts of a passage in order, each with whether it is a link and nothing else."""
    parts: list[tuple[Passage, bool]] = []
    for start, end, link in _ranges(passage):
        part = passage.cut(start, end).strip()
        if part:
            parts.append((part, link))
    return tuple(parts)


def inner_links(passage: Passage) -> tuple[Passage, ...]:
    """The links with a target inside a sentence, which stay part of it."""
    return tuple(passage.cut(mark.start, mark.end).strip() for mark in passage.links() if mark.href)


def _ranges(passage: Passage) -> Iterator[tuple[int, int, bool]]:
    if _only_leads(passage):
        yield 0, len(passage), True
        return
    position = 0
    for mark in sorted(filter(lambda mark: _is_report(passage, mark), passage.marks), key=lambda mark: mark.start):
        if mark.start < position:
            continue
        yield from _ranges_in_words(passage, position, mark.start)
        yield mark.start, mark.end, True
        position = mark.end
    yield from _ranges_in_words(passage, position, len(passage))


def _only_leads(passage: Passage) -> bool:
    """Whether a sentence does nothing but lead to its link: "Click here for the full report."."""
    marks = passage.links()
    if len(passage.text.split()) > _MOST_LEADING or len(marks) > 1:
        return False
    words = passage.text if not marks else f"{passage.text[: marks[0].start]} {passage.text[marks[0].end :]}"
    if not marks and _LOST_TARGET.search(words) is None:
        return False
    return _LEADING.fullmatch(_ADDRESS.sub(" ", words)) is not None


def _is_report(passage: Passage, mark: Mark) -> bool:
    """A link, or the underline of one that lost its target, that is named as a report or is all there is."""
    text = passage.text[mark.start : mark.end].strip()
    if mark.kind == "link" and text == passage.text.strip():
        return True
    return mark.kind in ("link", "underline") and labels.link_label(text)


def _ranges_in_words(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Cut at the sentences that are links, also where a link is glued to the words beside it."""
    part = passage.cut(start, end)
    if not _MAY_HAVE_LINK.search(part.text):
        yield start, end, False
        return
    cuts = sorted({0, *(match.start() for match in _GLUED.finditer(part.text)), *_sentence_starts(part)})
    words_from: int | None = None
    for first, last in zip(cuts, [*cuts[1:], len(part)], strict=True):
        if labels.link_label(part.text[first:last].strip()):
            if words_from is not None:
                yield start + words_from, start + first, False
            yield start + first, start + last, True
            words_from = None
        elif words_from is None:
            words_from = first
    if words_from is not None:
        yield start + words_from, end, False


def _sentence_starts(passage: Passage) -> Iterator[int]:
    position = 0
    for sentence in sentences(passage):
        position = passage.text.find(sentence.text, position)
        yield position
        position += len(sentence.text)
