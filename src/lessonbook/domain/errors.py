"""The one kind of error that a person is meant to read."""


class LessonbookError(Exception):
    """One sentence that says what is wrong and what to do. ``code`` is for programs, as in ``file-encrypted``."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
