"""How good the extraction is: documents with gold records, read and compared field by field.

``evaluate(paths)`` reads and compares; ``changes(new, old)`` says what got better and worse. Nothing here knows the
register's database.
"""

from lessonbook.evaluation.changes import Change, Changes, changes, read
from lessonbook.evaluation.evaluating import evaluate, put_together
from lessonbook.evaluation.results import Difference, DocumentResult, Evaluation, Summary

__all__ = [
    "Change",
    "Changes",
    "Difference",
    "DocumentResult",
    "Evaluation",
    "Summary",
    "changes",
    "evaluate",
    "put_together",
    "read",
]
