"""Compose an issue from reviews, render it: html, docx, pdf, e-mail, text."""

from lessonbook.publishing.composing import compose
from lessonbook.publishing.issue import Case, Format, Group, Issue, IssueSettings, Part, Section, SourceDocument
from lessonbook.publishing.rendering import RENDERERS, render

__all__ = [
    "RENDERERS",
    "Case",
    "Format",
    "Group",
    "Issue",
    "IssueSettings",
    "Part",
    "Section",
    "SourceDocument",
    "compose",
    "render",
]
