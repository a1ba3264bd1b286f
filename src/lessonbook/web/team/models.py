"""The audit log of a team's site."""

# ruff: noqa: DJ008 - rows are shown to nobody; the page of the log shows their fields

from django.db import models


class AuditEntry(models.Model):
    """Something that was done. The database itself refuses to change or delete a row.

    ``kind`` is what happened (``sign-in``, ``role-given``), or the name of the address that was
    sent something; ``about`` is whom or what it was done to; ``origin`` the network address that it came from.
    """

    at = models.DateTimeField()
    who = models.TextField()
    kind = models.CharField(max_length=40)
    about = models.TextField(default="", blank=True)
    origin = models.CharField(max_length=45, default="", blank=True)
