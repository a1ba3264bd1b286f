"""Where the record says that a statement stands, against the document itself and against gold.

A quotation must be at its offsets of the text, and its words on the page that it names. The page is read by the PDF
library alone, so a fault of our reader cannot vouch for itself. A page that is a picture has no such text: there the
statement must be gold's, on a page that gold gives.
"""

from collections.abc import Mapping, Sequence

from lessonbook.domain import Document, Evidence
from lessonbook.domain.serialise import from_plain
from lessonbook.evaluation import wording
from lessonbook.evaluation.gold import Record
from lessonbook.evaluation.printed import PrintedPage
from lessonbook.evaluation.results import EvidenceCount
from lessonbook.evaluation.tallies import Tally

# Of a statement's words: a piece that would bring one place above this is the first of another.
_MORE_THAN_WHOLE = 1.2
_FAR = 1500
_SHORTEST_PIECE = 3


def evidence_of(statement: Record) -> tuple[Evidence, ...]:
    """The evidence of a record's statement."""
    return from_plain(statement["evidence"], tuple[Evidence, ...])


def check(
    evidence: Sequence[Evidence],
    document: Document,
    pages: Mapping[int, PrintedPage],
    match: tuple[Record, float] | None,
) -> tuple[EvidenceCount, list[Evidence]]:
    """The counts for one statement, and the pieces that are not where they are said to be.

    ``match`` is gold's statement and how like it is, where there is one.
    """
    count = EvidenceCount()
    wrong = [piece for piece in evidence if not _check_piece(piece, document, pages, match, count)]
    return count, wrong


def _check_piece(
    piece: Evidence,
    document: Document,
    pages: Mapping[int, PrintedPage],
    match: tuple[Record, float] | None,
    count: EvidenceCount,
) -> bool:
    count.pieces += 1
    in_place = piece.holds_in(document.text)
    count.in_place += in_place
    page = pages.get(piece.page or 0)
    if piece.page is None or not pages:
        return in_place
    if page is not None and page.has_text and piece.ocr_confidence is None:
        count.paged += 1
        together, somewhere = _on_page(piece, pages), page.holds_words(piece.quote)
        count.on_page += together or somewhere
        count.scattered += somewhere and not together
        return in_place and (together or somewhere)
    if match is None or not any(match[0].get("pages") or ()) or _is_aside(piece.quote, match[0]):
        return in_place  # gold says where the statement stands, not where a heading says for whom it is
    count.pictured += 1
    there = match[1] >= wording.NEAR and any(piece.page in place for place in match[0]["pages"])
    count.like_gold += there
    return in_place and there


def _on_page(piece: Evidence, pages: Mapping[int, PrintedPage]) -> bool:
    """Whether the words stand together on the page, or begin there and end at the top of the next."""
    assert piece.page is not None
    quote = wording.letters(piece.quote)
    if quote in pages[piece.page].letters:
        return True
    return any(
        pages[piece.page].letters.endswith(quote[:cut]) and pages[piece.page + 1].letters.startswith(quote[cut:])
        for cut in range(1, len(quote))
        if piece.page + 1 in pages
    )


def places(found: Record, gold: Record) -> Tally:
    """How many of the places that gold has were found, and how many that it has not.

    Where the format has no pages only their number can be compared.
    """
    wanted: list[list[int]] = gold["pages"]
    groups = _places_of(found)
    if not any(wanted):
        right = min(len(groups), len(wanted))
        return Tally(right, len(groups) - right, len(wanted) - right)
    left = list(groups)
    right = 0
    for place in wanted:
        group = next((one for one in left if not one.isdisjoint(place)), None)
        if group is not None:
            left.remove(group)
            right += 1
    return Tally(right, len(left), len(wanted) - right)


def _places_of(found: Record) -> list[set[int | None]]:
    """The pages of each place: pieces that follow each other until they have all the words are one place."""
    most = _MORE_THAN_WHOLE * max(1, len(wording.words(found["text"])))
    groups: list[set[int | None]] = []
    said, end, document = 0, 0, None
    wanted = [piece for piece in found["evidence"] if not _is_beside(piece["quote"], found)]
    for piece in sorted(wanted, key=lambda one: (one["document"], one["start"])):
        size = len(wording.words(piece["quote"]))
        if said + size > most or piece["start"] - end > _FAR or piece["document"] != document:
            groups.append(set())
            said = 0
        groups[-1].add(piece["page"])
        said, end, document = said + size, piece["end"], piece["document"]
    return groups


def _is_beside(quote: str, found: Record) -> bool:
    """Whether a piece is for whom or when, in a cell beside the statement, and not for its words."""
    if wording.letters(quote) in {wording.letters(found.get(key) or "") for key in ("addressed_to", "timescale")}:
        return True
    return not _is_of(quote, found)


def _is_of(quote: str, statement: Record) -> bool:
    """Whether a piece has the words of a statement, at least half of them."""
    own = set(wording.words(statement["text"]))
    piece = wording.words(quote)
    return sum(word in own for word in piece) * 2 >= len(piece)


def _is_aside(quote: str, gold: Record) -> bool:
    """Whether a piece is no more than a name or date, or has other words than gold's statement."""
    return len(wording.words(quote)) < _SHORTEST_PIECE or not _is_of(quote, gold)
