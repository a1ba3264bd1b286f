"""The method of a review as a sentence names it."""

import re

from lessonbook.domain import Method, Passage
from lessonbook.extraction.facts.found import Found
from lessonbook.vocabulary import labels, methods


def read_method(passage: Passage) -> Found[Method] | None:
    """The method of a sentence that says how the review was done, its label ("Model:") left out; none for any other.

    ``Method.name`` is the vocabulary's id, none where the words name a method that it does not have.
    """
    label = labels.label_at(passage.text)
    is_labelled = label is not None and label.role == "method" and label.end < len(passage)
    words = passage.cut(label.end).strip() if label is not None and is_labelled else passage
    match = methods.method_in(words.text)
    if not is_labelled and not _says_how(words.text, names_one=match is not None):
        return None
    return Found(Method(match.id if match else None, " ".join(words.text.split())), words)


def _says_how(text: str, *, names_one: bool) -> bool:
    if _ADVICE.search(text):
        return False
    if _USES.match(text):
        return names_one or _MODEL.search(text) is not None
    return names_one and _APPROACH.match(text) is not None


_WHO = r"(?:\w+\s+){0,4}?(?:review|report|methodology|method|model|approach|author|reviewer)"
_REVIEW = rf"(?:(?:(?:the|this)\s+)?{_WHO}|it|scr|sar|dhr)"
_USES = re.compile(
    rf"\s*(?:{_REVIEW}\s+)?(?:uses|used|utilises|utilised|adopts|adopted|follows|followed|applies|applied|employs|employed"
    r"|draws\s+on|is\s+based\s+on|was\s+based\s+on|based\s+on|was\s+(?:conducted|undertaken|carried\s+out|completed)\s+using"
    r"|(?:is|was)\s+(?:an?|the)\b)",
    re.IGNORECASE,
)
_MODEL = re.compile(
    r"^[^.;:]{0,80}\b(?:model|methodology|methodologies|method|framework|systems?\s+approach|review\s+process|approach)\b",
    re.IGNORECASE,
)
# "Blended approach based on …", "The … model was used.", "Partnership learning review model": a sentence of its own.
_APPROACH = re.compile(
    r"\s*[A-Z](?:[^.;:]*\b(?:based\s+on|(?:was|were)\s+(?:used|adopted|applied|followed|utilised|undertaken))\b"
    r"|(?:[^\s.;:]*\s+){0,7}(?i:model|methodology|approach|method|process|review|together|silp|analysis)\.?\s*$)"
)
_ADVICE = re.compile(
    r"\b(?:should|must|needs?\s+to|ensure|consider|recommend\w*|improve\w*|practitioners?\s+(?:to|need)|professionals"
    r"|child\s+[A-Z]\b)",
    re.IGNORECASE,
)
