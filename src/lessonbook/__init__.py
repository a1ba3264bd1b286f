"""Lessonbook: the lessons of published safeguarding reviews, each with the words it came from."""

__version__ = "0.1.0"
