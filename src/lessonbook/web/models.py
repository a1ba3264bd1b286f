"""The site's own tables: work in the background, issues that were published, keys of programs.

All live in the register's database, so one backup holds all.
"""

# ruff: noqa: DJ008 - rows are shown to nobody; pages show their fields

from typing import ClassVar

from django.db import models


class Task(models.Model):
    """Work that goes on when the page is left. ``state`` is ``waiting``, ``working``, ``done`` or ``failed``.

    ``worker`` names the server that has it; a task whose worker gave no sign for long (``seen_at``) is waiting again.
    ``addresses`` are those to be fetched, a list as JSON. ``step`` is what is at hand, ``done`` of ``total`` files are
    finished. ``report`` is an ``IntakeReport`` as JSON.
    """

    name = models.TextField()
    folder = models.TextField()
    addresses = models.TextField(default="[]")
    author = models.TextField(default="", blank=True)
    state = models.CharField(max_length=10, default="waiting")
    worker = models.CharField(max_length=40, default="", blank=True)
    step = models.TextField(default="", blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    report = models.TextField(default="{}")
    message = models.TextField(default="", blank=True)
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "id"], name="task_by_state")]


class PublishedIssue(models.Model):
    """An issue as it was published: nothing in it changes. A correction is a new version with a note.

    ``settings`` are the ``IssueSettings``, ``issue`` the composed ``Issue``, both as JSON.
    """

    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=1)
    area = models.TextField()
    title = models.TextField()
    edition = models.TextField()
    cases = models.PositiveIntegerField()
    settings = models.TextField()
    issue = models.TextField()
    note = models.TextField(default="", blank=True)
    author = models.TextField(default="", blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["area", "number", "version"], name="one_version")]


class IssueFile(models.Model):
    """A file of a published issue: its bytes, and their SHA-256 in hexadecimal."""

    issue = models.ForeignKey(PublishedIssue, on_delete=models.PROTECT, related_name="files")
    format = models.CharField(max_length=10)
    name = models.TextField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()


class Token(models.Model):
    """A program's key to the API. The key is told once and kept nowhere: ``sha256`` is its hash in hexadecimal.

    ``scopes`` are words with spaces between them; from ``ends_at`` on the key opens nothing.
    """

    name = models.TextField()
    sha256 = models.CharField(max_length=64, unique=True)
    scopes = models.TextField()
    author = models.TextField(default="", blank=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
