"""Mends what the table cut: tails that stand in the next case's row, and sentences and items cut by a row's end."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from lessonbook.extraction.digest.duplicates import read_twice
from lessonbook.extraction.digest.ends import dangling, finished, full_stop, opens_sentence, punctuated, starts_low
from lessonbook.extraction.digest.labelling import (
    LEARNING,
    RECOMMENDING,
    STATING,
    is_kind,
    is_label_only,
    is_link,
    is_method,
    label_of,
    names_learning,
)
from lessonbook.extraction.digest.links import parted
from lessonbook.extraction.digest.model import HEADING_ROLES, Piece, RawCase, Role

_LEARNING_ROLES: tuple[Role, ...] = ("learning", "recommendation", "mixed")


def give_back_tails(cases: Sequence[RawCase]) -> None:
    """Moves to each case the pieces of it that stand at the beginning of the next case's cells."""
    for above, below in pairwise(cases):
        if above.setting.list_number != below.setting.list_number or _is_headed(below):
            continue
        for role in ("key-issue", *_LEARNING_ROLES):
            upper, lower = above.stream(role), below.stream(role)
            if not lower or lower[0].title:
                continue
            count = _straddling(upper, below, lower) if below.date_only else 0
            if not count and role == "key-issue":
                _part_link(upper, lower)
                count = _key_tail(upper, lower)
            elif not count:
                count = _learning_tail(upper, lower, labelled=below.labelled)
            upper.extend(lower[:count])
            del lower[:count]


def _is_headed(case: RawCase) -> bool:
    """Whether a case stands in no table of cases: nothing of the case above can be in its cells."""
    return any(piece.title for role in HEADING_ROLES for piece in case.stream(role))


def _straddling(upper: Sequence[Piece], below: RawCase, lower: Sequence[Piece]) -> int:
    """The pieces beside a heading that is a date alone: the row's cells still belong to the case above.

    Unless they say what kind of review follows, or nothing above is waiting for an end.
    """
    row = below.stream("case")[0].row if below.stream("case") else lower[0].row
    beside = [piece for piece in lower if piece.row == row]
    if not beside or not upper or is_kind(beside[0]):
        return 0
    waits = not full_stop(upper[-1].text) or starts_low(beside[0].text)
    return len(beside) if waits else 0


def _part_link(upper: Sequence[Piece], lower: list[Piece]) -> None:
    """Parts a link at the very beginning of a case that has another one, where the case above has none: a tail."""
    parts = parted(lower[0].passage)
    if len(parts) < 2 or not parts[0][1] or any(_has_link(piece) for piece in upper):
        return
    if not any(link for _, link in parts[1:]) and not any(_has_link(piece) for piece in lower[1:]):
        return
    rest = lower[0].passage.cut(lower[0].text.find(parts[1][0].text, len(parts[0][0].text)))
    lower[0:1] = [
        msgspec.structs.replace(lower[0], passage=parts[0][0], last=False),
        msgspec.structs.replace(lower[0], passage=rest, first=False),
    ]


def _has_link(piece: Piece) -> bool:
    return any(link for _, link in parted(piece.passage))


def _key_tail(upper: Sequence[Piece], lower: Sequence[Piece]) -> int:
    """One piece, where the sentence above is not finished and this begins in its middle, or is the link it lacks."""
    if upper and len(lower) > 1 and is_link(lower[0]) and not any(_has_link(piece) for piece in upper):
        return 1 if any(_has_link(piece) for piece in lower[1:]) else 0
    if not upper or finished(upper[-1].text) or is_link(upper[-1]):
        return 0
    return 1 if starts_low(lower[0].text) else 0


def _learning_tail(upper: Sequence[Piece], lower: Sequence[Piece], *, labelled: bool) -> int:
    """The pieces before those with which a case's own learning begins, where the case above waits for them.

    It waits where its last item is not finished, where it has learning but no recommendations and these come first
    here, and where this repeats its end.
    """
    if not upper:
        return 0
    recommended = any(_role(piece) in RECOMMENDING for piece in upper)
    own = _own_start(lower, after_recommendations=recommended)
    if own == 0:
        return 0
    lead = lower[:own] if own is not None else lower
    roles = {_role(piece) for piece in lead} & STATING
    waits = _waits(upper, lead[0], labelled=labelled) or (roles and not recommended)
    if read_twice(upper[-1], lead[0]) is not None:
        waits = True
    if not waits or (own is None and not labelled):
        return 0
    return len(lead) if own is not None else _first_end(lead)


def _role(piece: Piece) -> str | None:
    label = label_of(piece)
    return label.role if label else None


def _begins_learning(piece: Piece) -> bool:
    return _role(piece) in STATING or is_method(piece) or names_learning(piece)


def _own_start(lower: Sequence[Piece], *, after_recommendations: bool) -> int | None:
    """Where a case's own learning begins: at its first label or method, or at the label of learning that follows
    recommendations, if the case above has none yet.
    """
    starts = [index for index, piece in enumerate(lower) if _begins_learning(piece)]
    if not starts:
        return None
    first = starts[0]
    if not after_recommendations and _role(lower[first]) in RECOMMENDING:
        return next((index for index in starts if _role(lower[index]) in LEARNING or is_method(lower[index])), first)
    return first


def _waits(upper: Sequence[Piece], lead: Piece, *, labelled: bool) -> bool:
    """Whether the last item above is not finished, or is not the last of its list."""
    last = upper[-1]
    if is_link(last):
        return False
    if is_label_only(last) or dangling(last.text) or (labelled and last.text.rstrip().endswith(";")):
        return True
    if not punctuated(upper):
        return False
    return (labelled and not full_stop(last.text)) or (not finished(last.text) and starts_low(lead.text))


def _first_end(lead: Sequence[Piece]) -> int:
    """The pieces up to the first that ends a list, all in the first one's row; none where nothing ends there."""
    for index, piece in enumerate(lead):
        if piece.row != lead[0].row:
            break
        if full_stop(piece.text):
            return index + 1
    return 0


def joined(pieces: Sequence[Piece], case: RawCase) -> list[Piece]:
    """The pieces of a column with what a row's end cut put together again, each with all its places."""
    wording = [piece for piece in pieces if not (is_label_only(piece) or is_link(piece))]
    signs = punctuated(wording, case.punctuated)
    whole: list[Piece] = []
    chain = False
    for piece in pieces:
        if whole and _goes_on(whole[-1], piece, signs=signs, chain=chain):
            above = whole.pop()
            chain = True
            whole.append(
                msgspec.structs.replace(
                    above,
                    passage=above.passage.join(piece.passage, _between(above.text)),
                    row=piece.row,
                    last=piece.last,
                    readings=(*above.readings, *piece.readings),
                    unsure=above.unsure or piece.unsure or not signs or above.row == piece.row,
                )
            )
        else:
            chain = False
            whole.append(piece)
    return whole


def _between(text: str) -> str:
    return "" if text.endswith("-") and not text.endswith(" -") else " "


def _goes_on(above: Piece, below: Piece, *, signs: bool, chain: bool) -> bool:
    """Whether a piece goes on with the words of the one above it.

    ``signs`` says that items end with a sign here, ``chain`` that the words above are themselves joined from lines.
    """
    if finished(above.text) or below.bullet or not _are_wording(above, below):
        return False
    in_the_middle = starts_low(below.text) or dangling(above.text)
    if above.row == below.row:
        return signs and starts_low(below.text) and (chain or dangling(above.text) or not below.item)
    if not below.item:
        return in_the_middle or above.bullet or (signs and not opens_sentence(below.text))
    return above.bullet or (signs and (above.item or in_the_middle))


def _are_wording(above: Piece, below: Piece) -> bool:
    if is_link(above) or is_link(below) or is_label_only(above) or above.title or below.title:
        return False
    return label_of(below) is None and not is_method(below)
