"""What editors decide of lessons survives, and following a change gives what grouping everything gives."""

from itertools import count

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.register_cases import KENT, LEEDS, Case, document_of
from lessonbook.register import edits, meanings, models, reviews
from lessonbook.register.intake.recording import record
from lessonbook.register.lessons import decisions, keeping
from lessonbook.register.lessons.models import Member, Shelved

VISIT = "Health visitors to see both parents before the baby is six weeks old."
SEEN = "Both parents should be seen by health visitors before the baby is six weeks old."
FIRE = "The fire service to visit people who hoard."
HOARD = "Homes of people who hoard to be visited by the fire service."
NOISE = "Landlords must answer letters about noise."
POOL = (VISIT, SEEN, FIRE, HOARD, NOISE, "Letters about noise have to be answered by landlords.")
BASE = (("2015-01", (VISIT, FIRE)), ("2016-01", (SEEN, NOISE)), ("2017-01", (HOARD,)))
number = count()
some = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
cases = st.tuples(st.sampled_from(("2014-05", "2016-05", "2020-05", None)), st.sets(st.sampled_from(POOL), min_size=1))


def take_in(published, texts):
    name = f"d{next(number)}"
    case = Case(
        area=(LEEDS, KENT)[next(number) % 2],
        label=f"Child {name}",
        published=published,
        statements=tuple(("recommendation", text) for text in sorted(texts)),
    )
    record(name, *document_of(case, name=name))
    meanings.learn()
    keeping.update()


@pytest.fixture
def undone(home):
    """Does a piece of work in a transaction and takes it back."""

    def done(work):
        with transaction.atomic():
            work()
            transaction.set_rollback(True)

    return done


def lesson_of(text):
    return Member.objects.get(wording__in=models.Wording.objects.filter(text=text).values("pk")).lesson


def statement_of(text):
    return models.Line.objects.filter(wording__text=text).earliest("id").statement


def as_stored():
    return set(Member.objects.values_list("wording", "day", "leader", "sureness", "found", "lesson"))


def grouped_anew():
    Shelved.objects.all().delete()
    keeping.update()
    return as_stored()


@some
@given(later=st.lists(cases, max_size=4), random=st.randoms(use_true_random=False))
def test_decisions_survive_reviews_in_any_order_and_grouping_anew(undone, later, random):
    def work():
        for one in BASE:
            take_in(*one)
        decisions.merge(lesson_of(VISIT), lesson_of(NOISE), author="An Editor")
        decisions.pin(lesson_of(VISIT), statement_of(SEEN), author="An Editor")
        apart = decisions.split(lesson_of(FIRE), [statement_of(FIRE)], author="An Editor")
        random.shuffle(later)
        for one in later:
            take_in(*one)
            decided(apart)
        followed = as_stored()
        assert grouped_anew() == followed
        decided(apart)

    def decided(apart):
        assert lesson_of(VISIT) == lesson_of(NOISE)
        assert lesson_of(FIRE) == apart != lesson_of(HOARD)
        assert models.Wording.objects.get(pk=decisions.pinned(lesson_of(VISIT))).text == SEEN

    undone(work)


@some
@given(changes=st.lists(st.one_of(cases, st.integers(0, 5)), max_size=7))
def test_following_changes_gives_what_grouping_anew_gives(undone, changes):
    def work():
        take_in(*BASE[0])
        for change in changes:
            if isinstance(change, int):
                shown = sorted(reviews.find(), key=lambda one: one.label)
                if shown:
                    edits.set_status(shown[change % len(shown)].id, ("held", "withdrawn")[change % 2])
                    keeping.update()
            else:
                take_in(*change)
            followed = as_stored()
            assert grouped_anew() == followed

    undone(work)
