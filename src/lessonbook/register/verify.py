"""Checking that the register says what its documents say."""

from collections.abc import Callable

from lessonbook.register.reports import VerifyReport


def verify(*, again: bool = False, on_progress: Callable[[int, int], None] | None = None) -> VerifyReport:
    """Check every piece of evidence of every claim that holds, against the archived bytes and the document's text.

    With ``again`` each document is read again from its bytes as well. ``on_progress`` is told how many documents are
    done and how many there are.
    """
    raise NotImplementedError
