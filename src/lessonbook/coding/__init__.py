"""Statements to themes, each theme with the words that were the reason. Pure: it knows no register."""

from lessonbook.coding.coded import Coded
from lessonbook.coding.terms import code

__all__ = ["Coded", "code"]
