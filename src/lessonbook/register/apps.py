"""The register as a Django application."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Name and label under which the register's tables and migrations stand."""

    name = "lessonbook.register"
    label = "register"
