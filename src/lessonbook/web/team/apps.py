"""The team's accounts and audit log as a Django application."""

from django.apps import AppConfig


class TeamConfig(AppConfig):
    """The team's tables and templates, and who listens to log-ins."""

    name = "lessonbook.web.team"
    label = "team"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Begin to note log-ins."""
        from lessonbook.web.team import listening  # noqa: PLC0415 - its models need the applications to be loaded

        listening.begin()
