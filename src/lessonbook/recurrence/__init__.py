"""Statements that say the same thing, grouped into lessons: would one action answer both? No database, no files read.

``formulas`` takes off what says nothing, ``sameness`` says how sure two wordings are to be one lesson, ``shelf`` has
many of them in arrays, ``grouping`` puts wordings into lessons, ``regrouping`` does so after a change by looking at
what it touches, ``naming`` keeps the ids of lessons when their members change, ``training`` makes the weights from
judged pairs. ADR 0015 says why.
"""

from lessonbook.recurrence.fingerprint import fingerprint
from lessonbook.recurrence.grouping import MOST, Item, Place, group, group_shelf
from lessonbook.recurrence.naming import named
from lessonbook.recurrence.regrouping import Held, regroup
from lessonbook.recurrence.sameness import KINDS, SURE_ENOUGH, sureness
from lessonbook.recurrence.shelf import Shelf
from lessonbook.recurrence.words import Words, words_of

__all__ = [
    "KINDS",
    "MOST",
    "SURE_ENOUGH",
    "Held",
    "Item",
    "Place",
    "Shelf",
    "Words",
    "fingerprint",
    "group",
    "group_shelf",
    "named",
    "regroup",
    "sureness",
    "words_of",
]
