"""Lessons as a Django application, with tables and migrations of their own."""

from django.apps import AppConfig


class LessonsConfig(AppConfig):
    """Name and label under which the tables of lessons stand."""

    name = "lessonbook.register.lessons"
    label = "lessons"
