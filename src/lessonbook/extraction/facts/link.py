"""A link to a report: its label, and its target where the source has one."""

import re

from lessonbook.domain import Link, Passage
from lessonbook.extraction.facts.found import Found
from lessonbook.vocabulary import labels


def read_link(passage: Passage) -> Found[Link] | None:
    """The link that a passage is, or none where it is something else; a link within a sentence is no such passage.

    The label is as written, without the ">" before it. A label that is an address is its own target.
    """
    words = passage.strip(" \t\n>»→•*")
    mark = max(words.links(), key=lambda mark: mark.end - mark.start, default=None)
    is_all = mark is not None and (mark.end - mark.start) * 2 >= len(words)
    if not words or not (is_all or labels.link_label(words.text)):
        return None
    label = " ".join(words.text.split())
    url = mark.href if mark is not None else None
    return Found(Link(label, url or (label if _ADDRESS.fullmatch(label) else None)), words)


_ADDRESS = re.compile(r"https?://\S+")
