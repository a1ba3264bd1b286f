"""Formulas: how reports begin a sentence, and set phrases. They make no two statements alike."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class _Patterns(NamedTuple):
    leads: re.Pattern[str]
    phrases: re.Pattern[str]


def without_formulas(text: str) -> str:
    """The text in lower case, with single spaces, without lead-ins and set phrases; empty where it has nothing else."""
    patterns = _patterns()
    left = patterns.phrases.sub(" ", " ".join(text.lower().replace("’", "'").split()))
    left = left.lstrip(" ,.;:–-")
    while (lead := patterns.leads.match(left)) and lead.end():
        left = left[lead.end() :].lstrip(" ,.;:–-")
    return left


@cache
def _patterns() -> _Patterns:
    read = tomllib.loads(files("lessonbook.recurrence").joinpath("formulas.toml").read_text(encoding="utf-8"))
    leads, phrases = ("|".join(f"(?:{one})" for one in read[name]) for name in ("lead_ins", "set_phrases"))
    return _Patterns(re.compile(rf"(?:{leads})(?!\w)"), re.compile(rf"(?<!\w)(?:{phrases})(?!\w)"))
