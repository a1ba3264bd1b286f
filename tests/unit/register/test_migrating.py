"""A register from before full reports is opened by this program, and nothing in it seems changed that is not."""

import json

from django.core.management import call_command

from helpers.register_cases import Case, document_of
from lessonbook.register import models
from lessonbook.register.intake.recording import record
from lessonbook.register.verify import verify

_STATEMENT = ("number", "parts", "addressed_to", "timescale", "attributed_to")
_REVIEW = ("commissioner", "period", "reviewer", "proceedings", "confidence")


def without(text, keys):
    held = json.loads(text)
    for key in keys:
        del held[key]
    return held


def as_before():
    """Put the rows back into the form that the program wrote before."""
    for claim in models.Claim.objects.filter(field="statement"):
        claim.value = json.dumps(without(claim.value, _STATEMENT), separators=(",", ":"), ensure_ascii=False)
        claim.save(update_fields=["value"])
    for review in models.Review.objects.all():
        held = without(review.record, _REVIEW)
        held["statements"] = [without(json.dumps(one), _STATEMENT) for one in held["statements"]]
        review.record = json.dumps(held, separators=(",", ":"), ensure_ascii=False)
        review.save(update_fields=["record"])


def test_records_and_claims_of_before_are_those_of_now(home):
    read = document_of(Case(), Case(label="Child Y", statements=()))
    record("digest.txt", *read)
    now = list(models.Review.objects.order_by("id").values_list("record", flat=True))
    as_before()
    assert not verify().ok
    call_command("migrate", "register", "0001", verbosity=0, interactive=False)
    call_command("migrate", "register", verbosity=0, interactive=False)
    assert list(models.Review.objects.order_by("id").values_list("record", flat=True)) == now
    assert verify().ok
    models.Run.objects.update(logic_version=0)
    record("digest.txt", *read)
    assert not models.Claim.objects.filter(ended_by__isnull=False).exists()
    assert not models.Event.objects.filter(action="read-again").exists()
