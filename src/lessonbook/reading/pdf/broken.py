"""Words that a narrow cell breaks without a hyphen.

Word processors do so where a word is wider than its cell: it stands by itself on a line, fills it, and goes on at the
left edge of the next. A word may also fill a line by chance, so the wording must say it as well: the word is known
from elsewhere in the document, or the second part is none by itself.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from lessonbook.reading.pdf.hyphens import SOFT_HYPHEN, line_groups
from lessonbook.reading.pdf.model import Draft, DraftBlock, DraftTable, Line

_BEGINNING = re.compile(r"[^\W\d_]{3,}")
_REST = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_VOWEL = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]")
_ASIDE = 0.35  # how far, in shares of the type size, the left edges may differ
_WIDEST = 1.7  # a letter is at most so many times as wide as the letters of a word on average
# What English words end in and are no words themselves.
_ENDINGS = re.compile(
    r"(?:[as]?t|ss?)?ion(?:s|al|ally)?|ons|onal|ations?|[st]?ments|n?ess|nesses|[ct]?e[drs]|[a-z]?ing[s]?ly|[nt]ings?"
    r"|[it]?al|[ai]?lly|[tr]?ies|[lit]?ty|ities|[ae]nces?|[ae]ncy|[st]?ive(?:s|ly)?|[ut]?ous(?:ly)?|i[sz](?:ed|ing|ation)"
    r"|t?ures?|tory|cal|ly|cy"
)


def resolve(blocks: list[DraftBlock]) -> None:
    """Marks the parts of broken words, so that they are written down as one."""
    cuts = [(draft.limit, *pair) for draft in _drafts(blocks) for pair in pairwise(draft.lines) if draft.limit]
    cuts = [cut for cut in cuts if _fills(*cut)]
    if not cuts:
        return
    known = _vocabulary(blocks)
    often = Counter(_parts(above, line) for _, above, line in cuts)
    for _, above, line in cuts:
        parts = _parts(above, line)
        if _is_one_word(*parts, known, often[parts]):
            above.words[-1].text += SOFT_HYPHEN
            above.known_text = None


def _drafts(blocks: list[DraftBlock]) -> Iterator[Draft]:
    for block in blocks:
        if isinstance(block, DraftTable):
            yield from (draft for row in block.rows for cell in row.cells for draft in cell.blocks)


def _fills(limit: float, above: Line, line: Line) -> bool:
    """Whether a line is one word that leaves no room for a letter, and the next may be the rest of it."""
    word = above.text
    rest = _REST.match(line.text)
    if not _BEGINNING.fullmatch(word) or rest is None or not rest[0].islower():
        return False
    if above.words[0].style != line.words[0].style or abs(above.left - line.left) > _ASIDE * line.size:
        return False
    return limit - above.right < _WIDEST * (above.right - above.left) / len(word)


def _parts(above: Line, line: Line) -> tuple[str, str]:
    rest = _REST.match(line.text)
    return above.text.casefold(), rest[0].casefold() if rest else ""


def _is_one_word(first: str, rest: str, known: Counter[str], times: int) -> bool:
    if known[rest] and known[first]:
        return False
    if known[first + rest] or not _VOWEL.search(rest):
        return True
    return not known[rest] and (_ENDINGS.fullmatch(rest) is not None or (times > 1 and not known[first]))


def _vocabulary(blocks: list[DraftBlock]) -> Counter[str]:
    """The words of the document but for those that may be parts: a line's only word, a small first one."""
    known: Counter[str] = Counter()
    for line in (line for group in line_groups(blocks) for line in group):
        words = _WORD.findall(line.text)
        if len(words) > 1:
            known.update(word.casefold() for word in words[int(words[0].islower()) :])
    return known
