"""Coding by terms: a text has the themes whose words it uses."""

from lessonbook.coding.coded import Coded
from lessonbook.vocabulary import themes


def code(text: str) -> tuple[Coded, ...]:
    """The themes of a text, in the order in which their first words stand.

    Words that lie within a longer term of another theme say nothing by themselves: “placing himself at risk” is not
    about a placement, “excluded from school” not about being out of school.
    """
    matches = themes.terms_in(text)
    longest = max((match.end - match.start for match in matches), default=0)
    reasons: dict[str, list[tuple[int, int]]] = {}
    for match in matches:
        within = match.end - match.start < longest and any(
            other.id != match.id
            and other.start <= match.start
            and match.end <= other.end
            and other.end - other.start > match.end - match.start
            for other in matches
        )
        if not within:
            reasons.setdefault(match.id, []).append((match.start, match.end))
    return tuple(Coded(theme, tuple(places)) for theme, places in reasons.items())
