"""The labels that stand before the parts of a case, as in "Learning:", and the words of links."""

import re
from typing import NamedTuple


class LabelMatch(NamedTuple):
    """A label at the start of a text. It ends before character ``end``."""

    role: str
    end: int


_LABELS = (
    ("integrated", r"learning (?:and|&) recommendations are integrated\s*[:;.]?"),
    ("no-recommendations", r"makes no (?:formal )?recommendations"),
    ("recommendation", r"(?:recommendations?(?: are provided under the following themes| include)?|recommends)\s*:"),
    (
        "learning",
        r"(?:key )?(?:learning|findings?)(?: points?)?(?: includes?| relates? to| focuses on the following themes)?\s*:",
    ),
    ("consideration", r"(?:identifies )?considerations?(?: including)?\s*:"),
    ("action", r"(?:actions?|next steps)\s*:"),
    ("key-issue", r"key issues(?:: include)?\s*:"),
    ("method", r"(?:model|methodology)\s*:"),
    ("keywords", r"keywords\s*:"),
    ("background", r"background\s*:"),
)
_PATTERNS = tuple((role, re.compile(rf"\s*{source}\s*", re.IGNORECASE)) for role, source in _LABELS)
_LINK = re.compile(r"\s*(?:>\s*)?(?:read|view|full)\b.*(?:overview|report|review|summary|here)\b.*", re.IGNORECASE)


def label_at(text: str) -> LabelMatch | None:
    """The label at the start of a text."""
    for role, pattern in _PATTERNS:
        if match := pattern.match(text):
            return LabelMatch(role, match.end())
    return None


def link_label(text: str) -> bool:
    """Whether a text is the label of a link to a report."""
    return len(text) < 80 and _LINK.fullmatch(text) is not None
