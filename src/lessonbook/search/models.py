"""The index's tables. They hold nothing that cannot be made again from the register."""

# ruff: noqa: DJ008 - rows are shown to nobody

from django.db import models


class IndexedReview(models.Model):
    """A review that can be found. ``facets`` is a JSON list as in ``["kind:sar", "year:2021"]``.

    What is held or withdrawn has no row here.
    """

    id = models.BigAutoField(primary_key=True)
    review = models.CharField(max_length=32, unique=True)
    facets = models.TextField(default="[]")


class Item(models.Model):
    """Words that can be found: a statement, the harm or title of a review, or a passage of a document.

    ``kind`` is the statement's kind, ``harm``, ``title`` or ``document``. ``wording`` is the register's key of the
    text, whose meaning stands there; passages of documents have none. Ids are never used again, so that what was
    written out of this table can tell new rows from old ones.
    """

    id = models.BigAutoField(primary_key=True)
    owner = models.ForeignKey(IndexedReview, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=20)
    statement = models.CharField(max_length=60, default="", blank=True)
    text = models.TextField()
    facets = models.TextField(default="[]")
    document = models.CharField(max_length=64, default="", blank=True)
    page = models.PositiveIntegerField(null=True)
    start = models.PositiveIntegerField(default=0)
    wording = models.CharField(max_length=32, default="", blank=True)


class Gone(models.Model):
    """An item that was taken out: what was written out of the table before must not be shown any more."""

    id = models.BigAutoField(primary_key=True)
    item = models.BigIntegerField()
