"""The whole register as plain values, without what may differ between two equal ones: row numbers and times."""

from typing import Any

from django.apps import apps
from django.db import models

_TIMES = ("imported_at", "made_at", "undone_at")


def dump() -> dict[str, list[Any]]:
    """For each table its rows, in order of content; a row number is the content of its row."""
    return {
        model.__name__: sorted((_plain(row) for row in model.objects.all()), key=repr)
        for model in apps.get_app_config("register").get_models()
    }


def _plain(row: models.Model) -> list[Any]:
    return [
        (field.name, _value(row, field))
        for field in row._meta.concrete_fields
        if field.name not in _TIMES and not (field.primary_key and isinstance(field, models.BigAutoField))
    ]


def _value(row: models.Model, field: models.Field) -> Any:
    if not isinstance(field, models.ForeignKey):
        return getattr(row, field.attname)
    related = getattr(row, field.name)
    if related is None:
        return None
    numbered = isinstance(related._meta.pk, models.BigAutoField)
    return _identity(related) if numbered else related.pk


def _identity(row: models.Model) -> Any:
    """What a numbered row is, without following it further than its own values and the ids it holds."""
    return [
        (field.name, getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.name not in _TIMES
        and not field.primary_key
        and not (isinstance(field, models.ForeignKey) and isinstance(field.related_model._meta.pk, models.BigAutoField))
    ]
