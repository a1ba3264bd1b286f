"""The site as a Django application: its tables belong to the register's database."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The site's tables, templates and words."""

    name = "lessonbook.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
