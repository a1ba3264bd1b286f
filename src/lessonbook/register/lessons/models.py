"""The tables of lessons. Members can be made again from the register; decisions cannot: they are editors' claims."""


# ruff: noqa: DJ008 - rows are shown to nobody

from django.db import models


class Member(models.Model):
    """A wording's place: who began its lesson (``leader``), how sure that is, and the ids of its lesson.

    ``found`` is the lesson that grouping put it in, ``lesson`` the one it is in after what editors decided. ``day`` is
    when the wording was first said, as grouping knew it.
    """

    wording = models.CharField(max_length=32, primary_key=True)
    day = models.DateField(null=True)
    leader = models.CharField(max_length=32, db_index=True)
    sureness = models.FloatField()
    found = models.CharField(max_length=16, db_index=True)
    lesson = models.CharField(max_length=16, db_index=True)


class Touched(models.Model):
    """A wording that a change of the register touched and that lessons have not followed yet."""

    wording = models.CharField(max_length=32, primary_key=True)


class Shelved(models.Model):
    """Some wordings for comparing, as arrays: see ``shelves`` and ``recurrence.Shelf``. ``free`` places are not in use.

    Numbers are little-endian, of four bytes; ``keys`` has 16 bytes a wording. ``made_by`` says by which words, weights
    and model: what others made is of no use.
    """

    id = models.BigAutoField(primary_key=True)
    free = models.PositiveIntegerField(db_index=True)
    keys = models.BinaryField()
    vectors = models.BinaryField()
    stems = models.BinaryField()
    ends = models.BinaryField()
    traits = models.BinaryField()
    numbers = models.BinaryField()
    themes = models.BinaryField(default=b"")
    made_by = models.CharField(max_length=32, default="")


class Decision(models.Model):
    """What an editor decided: ``move`` or ``split`` puts a wording into ``lesson``, ``merge`` a whole lesson
    (``other``) into it, ``pin`` makes a wording stand for it. A later one on the same thing goes before an earlier one.

    ``statement`` is where the editor saw the wording: where the register words it otherwise now, the decision follows.
    """

    id = models.BigAutoField(primary_key=True)
    action = models.CharField(max_length=10)
    lesson = models.CharField(max_length=16)
    other = models.CharField(max_length=16, default="", blank=True)
    wording = models.CharField(max_length=32, default="", blank=True)
    statement = models.CharField(max_length=60, default="", blank=True)
    author = models.TextField(default="", blank=True)
    made_at = models.DateTimeField()
