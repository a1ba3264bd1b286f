"""A link to a report: its label, and its target where the source has one."""

from lessonbook.domain import Link, Passage
from lessonbook.extraction.facts.found import Found
from lessonbook.vocabulary import labels


def read_link(passage: Passage) -> Found[Link] | None:
    """The link that a passage is, or none where it is something else."""
    text = passage.strip(" \t\n>")
    mark = next(iter(text.links()), None)
    if not text or (mark is None and not labels.link_label(text.text)):
        return None
    return Found(Link(text.text, mark.href if mark else None), text)
