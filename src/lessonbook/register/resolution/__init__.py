"""The record that people see, resolved from what documents state and what editors claim. Pure: no input or output."""

from lessonbook.register.resolution.review import resolve
from lessonbook.register.resolution.voices import Anchor, Edit, Source

__all__ = ["Anchor", "Edit", "Source", "resolve"]
