"""The label of a child or adult at the start of a text, and where it ends and the sentence about the harm begins."""

import re
from functools import cache

from lessonbook.vocabulary import harms, people
from lessonbook.vocabulary.matching import any_of, key


def label_end(text: str, *, ends_line: bool = True) -> int:
    """Where the label at the start of a text ends, quotes included; 0 where there is none.

    A label is quoted, or a word for a person with a letter, a code or a name ("Child A", "Children Q&R", "Baby Kim"),
    or initials, or first names. ``ends_line`` says that the text stands after a dash, so that the rest of its line may
    be a label too ("Babies with injuries").
    """
    if quoted := _QUOTED.match(text):
        return quoted.end() if len(quoted[0].split()) <= _MOST_WORDS else 0
    if labelled := _labelled().match(text):
        return _without_opener(text, labelled)
    return _unmarked_end(text, ends_line=ends_line)


def _unmarked_end(text: str, *, ends_line: bool) -> int:
    """Where a label ends that only its place or its capitals show: a family, a plural, initials, first names."""
    if family := _FAMILY.match(text):
        return family.end()
    line = _LINE.match(text)
    if ends_line and line and _plural().match(line[0]) and len(line[0].split()) <= _MOST_WORDS:
        return len(line[0].rstrip())
    if opens_harm(text):
        return 0
    if codes := _codes().match(text):
        return codes.end()
    return _names_end(text)


def is_labelled(text: str) -> bool:
    """Whether a text begins with a label that is no bare name: quoted, "Child A", initials."""
    return any(pattern.match(text) for pattern in (_QUOTED, _labelled(), _codes()))


def opens_harm(text: str) -> bool:
    """Whether a text begins as the sentence about the harm does: "Death of …", "Serious …", "A 4-month-old …"."""
    word = _WORD.match(text)
    if word is None:
        return bool(text)
    first = word[0].rstrip(".,:;").removesuffix("'s").removesuffix("’s")
    return (
        key(first) in people.words("harm_openers")
        or first[:1].isdigit()
        or first[:1].islower()
        or bool(harms.harms_in(first))
    )


def _names_end(text: str) -> int:
    """Where one or more first names end: "Kim", "Kim and Pat", "Kim Lee" where it is the whole line."""
    end = 0
    for name in _NAME.finditer(text):
        if name.start() != end or (name["joint"] is None and end):
            break
        after = text[name.start("name") :]
        if opens_harm(after) or harms.harms_in(name["name"]) or key(name["name"]) in people.words("not_names"):
            break
        end = name.end()
    if not end:
        return 0
    surname = _SURNAME.match(text, end)
    if surname and not opens_harm(text[surname.start("name") :]) and surname["name"] not in text[:end]:
        if _NEW_SENTENCE.match(text, surname.end()):
            return end
        end = surname.end()
    goes_on = _GOES_ON.match(text, end) or (text[end:].lstrip()[:1].isupper() and opens_harm(text[end:].lstrip()))
    return end if _FOLLOWS.match(text, end) or goes_on or _repeats(text, end) else 0


def _repeats(text: str, end: int) -> bool:
    """Whether the sentence begins with the name again: "Kim Kim was …"."""
    return text[end:].split()[:1] == text[:end].split()[-1:]


def _without_opener(text: str, labelled: re.Match[str]) -> int:
    """The end of a label whose last part may be the first word of the sentence: "Child Death of …" has none."""
    name = labelled["name"]
    if name is not None and (opens_harm(name) or harms.harms_in(name)):
        before = labelled.start("name")
        return len(text[:before].rstrip()) if labelled["anonymous"] else 0
    return labelled.end()


@cache
def _labelled() -> re.Pattern[str]:
    nouns = people.pattern("label_nouns")
    code = r"(?-i:[A-Z]{1,3}\d{0,4}|[A-Z]+[a-z]?\d{1,4}|\d{1,3}[A-Z]?|[A-Z]\.?)(?![\w'’]|-\w)"
    name = r"(?-i:[A-Z][a-zà-ÿ'’-]+)(?![\w])"
    one = rf"(?:(?:{nouns})\s+)?(?:{code}|{name})"
    several = rf"(?:\s*[,&/]\s*(?:and\s+)?(?:(?:{nouns})\s+)?(?:{code})|\s+and\s+{one})*"
    count = r"(?:(?:\d{1,2}|two|three|four|five|six|seven|eight)\s+)?"
    anonymous = rf"(?P<anonymous>(?:anonymous|unnamed)\s+(?:{nouns}))(?:\s+{code})?"
    return re.compile(
        rf"(?:{anonymous}|{count}(?:{nouns})\s*[;:,]?\s+['‘’“\"]?(?:{code}|(?P<name>{name}))['‘’”\"]?{several})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _codes() -> re.Pattern[str]:
    code = r"(?:[A-Z]{1,3}\d{0,4}|[A-Z]\.?)(?![\w'’]|-\w)"
    return re.compile(rf"{code}(?:\s*(?:[,&/]|and)\s*{code})*(?=\s|$|[,;:.(–-])")


@cache
def _plural() -> re.Pattern[str]:
    many = any_of(
        word for word in people.words("label_nouns") if word.endswith("s") or word in {"children", "young people"}
    )
    return re.compile(rf"(?:{many})\b(?!\s+(?:was|were|had|has|is|who|died)\b)", re.IGNORECASE)


_QUOTED = re.compile(r"['‘](?!\s)[^'‘’\n]{1,60}['’](?!\w)|[“\"](?!\s)[^“”\"\n]{1,60}[”\"](?!\w)")
_FAMILY = re.compile(r"(?:The\s+)?[A-Z][\w'’-]+\s+[Ff]amily(?=\s*(?:$|\n|\(|[-–—,:;.]\s))")
_LINE = re.compile(r"[^\n–—(]+?(?=\s[-–—]\s|[\n(–—]|$)")
_WORD = re.compile(r"[^\s]+")
_NAME = re.compile(
    r"(?P<joint>\s*(?:,|&|\band\b)\s*(?:and\s+)?)?(?P<name>[A-Z][a-zà-ÿ'’]+(?:-[A-Z][a-zà-ÿ]+)?)(?![\w'’-])"
)
_SURNAME = re.compile(
    r"\s(?P<name>[A-Z][a-zà-ÿ'’]+(?:-[A-Z][a-zà-ÿ]+)?)(?!\w|\s+(?:to|of|from|by|in|on|with|for|at|into)\b)"
)
_FOLLOWS = re.compile(r"\s*(?:$|\n|\(|[-–—,:;.]\s)")
_GOES_ON = re.compile(r"\s+(?:who|was|were|is|had|has|died|aged|took|suffered|sustained|a|an|\d)\b")
# A capital word behind a name begins a sentence where a small word goes on that no surname stands before.
_NEW_SENTENCE = re.compile(r"\s+(?!(?:who|was|were|is|had|has|died|aged|took|suffered|sustained|a|an|and)\b)[a-z]")
_MOST_WORDS = 7
