"""The record of truth: database, claims and their resolution, intake, archive, export.

Call ``setup(home)`` once, then import what you need: ``lessonbook.register.intake``, ``.reviews``, ``.matching``,
``.edits``, ``.verify``, ``.export``, ``.backup``.
"""

from lessonbook.register.opening import close, setup

__all__ = ["close", "setup"]
