"""The register's tables.

Claims are never deleted: one that no longer holds says which reading ended it and which claim took its place. A
review's ``record`` is resolved from its claims and written in the same transaction, so listing and export need no
resolving.
Texts of domain values are JSON as ``lessonbook.domain.serialise`` writes it.
"""

# ruff: noqa: DJ001 - nothing and an empty text are two facts here
# ruff: noqa: DJ008 - rows are shown to nobody; what people see is the domain's types

from typing import ClassVar

from django.db import models

# Reviews with these statuses are found by nobody but editors who ask for them.
HIDDEN = frozenset({"held", "withdrawn"})


class Document(models.Model):
    """Bytes that were taken in, under their SHA-256, and the text that the last reading made of them."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    name = models.TextField()
    format = models.CharField(max_length=20)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    title = models.TextField(null=True)
    issue_date = models.CharField(max_length=60, null=True)
    reader = models.CharField(max_length=60)
    text = models.TextField()
    problems = models.TextField(default="[]")
    imported_at = models.DateTimeField()


class DocumentAddress(models.Model):
    """A web address at which a document stood, in the end of all redirects, and when it was fetched there last."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="addresses")
    address = models.TextField()
    fetched_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["document", "address"], name="document_address")]


class Run(models.Model):
    """One reading of a document: by which reader, by which extractor, in which version of its logic.

    ``furniture`` and ``passed_over`` are lists of [start, end] of the document's text.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="runs")
    extractor = models.CharField(max_length=60)
    logic_version = models.PositiveIntegerField()
    reader = models.CharField(max_length=60)
    problems = models.TextField(default="[]")
    furniture = models.TextField(default="[]")
    passed_over = models.TextField(default="[]")
    made_at = models.DateTimeField()


class Review(models.Model):
    """A review: its record as JSON, and what lists are sorted and filtered by.

    ``live`` is false where it was merged into another or no document speaks of it any more. ``facts`` are what
    matching compares.
    """

    id = models.CharField(max_length=32, primary_key=True)
    live = models.BooleanField(default=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    status = models.CharField(max_length=20, default="extracted")
    label = models.TextField(null=True)
    area = models.TextField(null=True)
    audience = models.CharField(max_length=20, null=True)
    scope = models.CharField(max_length=20, null=True)
    section = models.CharField(max_length=80, null=True)
    published_from = models.DateField(null=True)
    published_to = models.DateField(null=True)
    statements = models.PositiveIntegerField(default=0)
    facts = models.TextField(default="{}")
    record = models.TextField(default="{}")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["published_from", "id"], name="review_by_month")]


class ReviewKey(models.Model):
    """A key under which a review is looked up, as in ``area:E06000005`` or ``label:E06000005:a``."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="keys")
    key = models.CharField(max_length=200)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["key", "review"], name="review_by_key")]


class Entry(models.Model):
    """What one document says of one review. ``key`` never changes: the review's id comes from its first entry."""

    key = models.CharField(max_length=32, unique=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="entries")
    run = models.ForeignKey(Run, on_delete=models.PROTECT, db_index=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="entries")
    position = models.PositiveIntegerField()
    live = models.BooleanField(default=True)
    problems = models.TextField(default="[]")


class Claim(models.Model):
    """A value that a document states of a field. ``evidence`` is a list of [page, start, end, quote] in that document,
    each with its OCR confidence where it has one. ``confidence`` is from 0 to 1, ``reasons`` a list of names.

    A claim holds until a reading ends it (``ended_by``); ``superseded_by`` is what that reading found in its place.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="claims")
    run = models.ForeignKey(Run, on_delete=models.PROTECT, db_index=False)
    position = models.PositiveIntegerField()
    field = models.CharField(max_length=40)
    value = models.TextField()
    evidence = models.TextField()
    certainty = models.CharField(max_length=10)
    origin = models.CharField(max_length=10)
    confidence = models.FloatField(null=True)
    reasons = models.TextField(default="[]")
    ended_by = models.ForeignKey(Run, on_delete=models.PROTECT, null=True, related_name="ended", db_index=False)
    superseded_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)


class EditorClaim(models.Model):
    """A value that an editor claims. ``target`` is the id of the statement it corrects or suppresses.

    ``anchor`` is that statement as it was, so that it is found again when a reading words it otherwise. No value means
    suppressed: the field is empty, the statement is not shown. A later claim on the same target supersedes this one;
    a withdrawn one no longer holds.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="editor_claims")
    field = models.CharField(max_length=40)
    target = models.CharField(max_length=60, default="", blank=True)
    value = models.TextField(null=True)
    evidence = models.TextField(default="[]")
    anchor = models.TextField(default="null")
    author = models.TextField(default="", blank=True)
    made_at = models.DateTimeField()
    withdrawn = models.BooleanField(default=False)
    superseded_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")


class MatchCandidate(models.Model):
    """Two reviews that may be one: a person decides. ``state`` is ``open``, ``merged`` or ``apart``."""

    first = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    state = models.CharField(max_length=10, default="open")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["first", "second"], name="one_candidate_a_pair")]


class MatchDecision(models.Model):
    """A merge or a split, with what it moved, so that it can be undone."""

    action = models.CharField(max_length=10)
    kept = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="+")
    entries = models.TextField(default="[]")
    editor_claims = models.TextField(default="[]")
    author = models.TextField(default="", blank=True)
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)


class Event(models.Model):
    """A line of a review's history: who did what, when."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="events")
    action = models.CharField(max_length=40)
    detail = models.TextField(default="{}")
    author = models.TextField(default="", blank=True)
    made_at = models.DateTimeField()


class Wording(models.Model):
    """A text that records have, once, however many say it; ``key`` is a hash of it.

    ``vector`` is its meaning, 384 signed bytes, empty until it has been computed. ``themes`` is what coding made of it.
    """

    key = models.CharField(max_length=32, primary_key=True)
    text = models.TextField()
    vector = models.BinaryField(null=True)
    themes = models.TextField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["key"], name="wording_to_learn", condition=models.Q(vector__isnull=True)),
            models.Index(fields=["key"], name="wording_to_code", condition=models.Q(themes__isnull=True)),
        ]


class Line(models.Model):
    """A statement of a review, or its harm or title, and its wording. What is held or withdrawn has no lines."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="lines")
    statement = models.CharField(max_length=60)
    kind = models.CharField(max_length=20)
    position = models.PositiveIntegerField()
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="lines")


class ThemeDecision(models.Model):
    """The themes that a person confirmed for a wording: all that it has, none other. ``themes`` is a list of ids."""

    wording = models.CharField(max_length=32, primary_key=True)
    themes = models.TextField()
    author = models.TextField(default="", blank=True)
    made_at = models.DateTimeField()


class ThemeModel(models.Model):
    """One row: the model of themes that the register trained, nothing where it uses the one in the package, and a
    hash of the model and vocabulary by which its wordings were coded.
    """

    model = models.BinaryField(null=True)
    coded_by = models.CharField(max_length=32, default="")
