"""Statements to themes, reviews to sections, each with the words that were the reason. Pure: it knows no register."""

from lessonbook.coding.coded import Coded
from lessonbook.coding.model import Model
from lessonbook.coding.telling import code, code_all, suggested

__all__ = ["Coded", "Model", "code", "code_all", "suggested"]
