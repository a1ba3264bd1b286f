"""The recommendations of an inquiry that a document describes: its own list of them, not what is said about them."""

from collections.abc import Sequence

from lessonbook.extraction.report.found import Found
from lessonbook.extraction.report.wording import is_directive, is_sentence


def recommendations(found: Sequence[Found]) -> list[Found]:
    """The recommendations in tables, where tables list them; else those that are numbered or introduced as a list.

    A briefing tells the same recommendations again in its own prose, and what governments said to them. A row that is
    only the topic of recommendations that another row words ("4 Safety culture", "4a Introduce …") is left out.
    """
    ours = [each for each in found if each.kind == "recommendation" and each.whose is not None]
    tabled = [each for each in ours if "in-a-table" in each.reasons]
    kept = tabled if len(tabled) >= _FEWEST else [each for each in ours if "in-running-text" not in each.reasons]
    kept = kept or ours
    return [each for each in kept if not _is_topic(each, kept)]


def _is_topic(one: Found, others: Sequence[Found]) -> bool:
    if one.number is None or (is_directive(one.text) and is_sentence(one.text)):
        return False
    return any(
        other is not one
        and other.number is not None
        and _belongs(other.number, one.number)
        and len(other.text) > len(one.text)
        for other in others
    )


def _belongs(number: str, to: str) -> bool:
    """Whether a number is another's or one of its parts: "4a(i)" belongs to "4", "41" does not."""
    return number == to or (number.startswith(to) and not number[len(to)].isdigit())


_FEWEST = 3
