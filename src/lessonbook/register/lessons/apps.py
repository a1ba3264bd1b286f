"""Lessons as a Django application, with tables and migrations of their own."""

from django.apps import AppConfig


class LessonsConfig(AppConfig):
    """Name and label under which the tables of lessons stand."""

    name = "lessonbook.register.lessons"
    label = "lessons"

    def ready(self) -> None:
        """Note from now on which wordings the register's changes touch."""
        from lessonbook.register.lessons.keeping import note  # noqa: PLC0415 - models need the apps to be ready
        from lessonbook.register.signals import reviews_changed  # noqa: PLC0415 - the same

        reviews_changed.connect(note, dispatch_uid="lessonbook.lessons")
