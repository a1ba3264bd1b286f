import pytest

from helpers.register_cases import KENT, LEEDS, Case, document_of
from lessonbook.domain import LessonbookError, StatementClaim
from lessonbook.register import edits, meanings, models, reviews
from lessonbook.register.intake.recording import record
from lessonbook.register.lessons import decisions, keeping, telling
from lessonbook.register.lessons.models import Decision, Member, Shelved

VISIT = "Health visitors to see both parents before the baby is six weeks old."
FIRE = "The fire service to visit people who hoard."


def case(label, published, *texts, area=LEEDS, kind="recommendation"):
    return Case(area=area, label=label, published=published, statements=tuple((kind, text) for text in texts))


def take_in(name, *cases):
    record(name, *document_of(*cases, name=name))
    meanings.learn()
    return keeping.update()


@pytest.fixture
def register(home):
    take_in("first", case("Child Z", "2019-03", VISIT, FIRE), case("Child Y", "2021-05", VISIT, area=KENT))
    return {review.label: review for review in reviews.find()}


def id_of(text):
    return next(one.lesson for one in Member.objects.all() if one.wording in _wordings(text))


def _wordings(text):
    return set(models.Wording.objects.filter(text=text).values_list("pk", flat=True))


def test_what_two_reviews_say_is_a_lesson(register):
    (found,) = telling.lessons()
    assert (found.wording, found.reviews, found.first, found.last) == (VISIT, 2, 2019, 2021)
    assert found.areas == ("Kent", "Leeds")
    assert [one.published for one in found.instances] == ["2019-03", "2021-05"]
    assert all(one.evidence for one in found.instances)
    assert telling.lesson(found.id[:6]) == found


def test_it_is_found_by_area(register):
    assert len(telling.lessons(area="Kent")) == 1
    assert telling.lessons(area="Dudley") == []
    assert telling.lessons(theme="neglect") == []


def test_nothing_new_changes_nothing(register):
    assert keeping.update() == 0


def test_a_later_review_moves_no_lesson_and_an_earlier_one_keeps_its_id(register):
    before = id_of(VISIT), id_of(FIRE)
    assert take_in("later", case("Child X", "2022", "Audit the use of written agreements.")) == 1
    take_in("earlier", case("Child W", "2015", VISIT))
    assert (id_of(VISIT), id_of(FIRE)) == before
    assert telling.lesson(before[0]).first == 2015


def test_a_withdrawn_review_is_gone_at_once(register):
    edits.set_status(register["Child Y"].id, "withdrawn")
    assert telling.lessons() == []
    assert telling.lesson(id_of(VISIT)).reviews == 1
    edits.set_status(register["Child Z"].id, "held")
    keeping.update()
    assert Member.objects.count() == 0


def test_key_issues_take_no_part(home):
    take_in("first", case("Child Z", "2019", VISIT, kind="key-issue"))
    assert Member.objects.count() == 0


def test_a_statement_says_whether_it_was_said_before(register):
    take_in("more", case("Child V", "2023-01", VISIT, area=LEEDS))
    said = {review.label: telling.said_before(review) for review in reviews.find()}
    firsts = [one.before for one in said["Child Z"].values()]
    assert firsts == ["new", "new"]
    (kent,), (leeds,) = said["Child Y"].values(), said["Child V"].values()
    assert (kent.before, kent.reviews, kent.areas, kent.since) == ("elsewhere", 1, 1, 2019)
    assert (leeds.before, leeds.reviews, leeds.areas, leeds.since) == ("here", 2, 2, 2019)


def test_reviews_without_a_date_are_counted_apart(register):
    take_in("undated", case("Child U", None, VISIT, area=KENT))
    (said,) = telling.said_before(register["Child Y"]).values()
    assert (said.reviews, said.undated) == (1, 1)


def test_merged_lessons_stay_merged(register):
    kept, other = id_of(VISIT), id_of(FIRE)
    decisions.merge(kept, other, author="An Editor")
    take_in("later", case("Child X", "2022", FIRE))
    assert telling.lesson(kept).reviews == 3
    assert telling.lesson(other).id == kept


def test_a_merge_back_does_not_lose_a_lesson(register):
    one, other = id_of(VISIT), id_of(FIRE)
    decisions.merge(one, other, author="An Editor")
    with pytest.raises(LessonbookError, match="itself"):
        decisions.merge(other, one, author="An Editor")


def test_what_was_split_and_moved_stays_so_when_it_is_worded_otherwise(register):
    fire = next(one for one in register["Child Z"].statements if one.text == FIRE)
    decisions.move(id_of(FIRE), fire.id, id_of(VISIT), author="An Editor")
    edits.correct_statement(
        register["Child Z"].id, fire.id, StatementClaim("recommendation", "Visit people who hoard.")
    )
    meanings.learn()
    keeping.update()
    assert id_of("Visit people who hoard.") == id_of(VISIT)
    new = decisions.split(id_of(VISIT), [fire.id], author="An Editor")
    keeping.update()
    assert id_of("Visit people who hoard.") == new != id_of(VISIT)


def test_a_pinned_wording_stands_for_its_lesson(register):
    lesson = id_of(VISIT)
    decisions.merge(lesson, id_of(FIRE), author="An Editor")
    fire = next(one for one in register["Child Z"].statements if one.text == FIRE)
    decisions.pin(lesson, fire.id, author="An Editor")
    assert telling.lesson(lesson).wording == FIRE


def test_what_cannot_be_decided_says_why(register):
    with pytest.raises(LessonbookError, match="No lesson"):
        decisions.merge(id_of(VISIT), "zzz", author="An Editor")
    with pytest.raises(LessonbookError, match="has no statement"):
        decisions.pin(id_of(FIRE), "zzz", author="An Editor")
    with pytest.raises(LessonbookError, match="author"):
        decisions.merge(id_of(VISIT), id_of(FIRE), author=" ")
    assert Decision.objects.count() == 0


def test_a_lesson_can_be_split_whole_and_its_statements_named_twice(register):
    both = [line.statement for line in models.Line.objects.filter(wording__text=VISIT)]
    new = decisions.split(id_of(VISIT), both, author="An Editor")
    assert telling.lesson(new).reviews == 2


def test_a_digest_is_told_which_recommendations_were_made_before(register):
    take_in("more", case("Child V", "2023-01", VISIT, area=LEEDS))
    lines = telling.lines_for(reviews.find())
    assert sorted(lines.values()) == [
        "Said in 1 earlier review, of 2019.",
        "Said in 2 earlier reviews in 2 areas since 2019.",
    ]


def test_a_formula_is_in_no_lesson(register):
    take_in("formulas", case("Child T", "2022", "The panel recommends that:"), case("Child S", "2023", FIRE))
    assert Member.objects.count() == 2


def test_what_was_compared_by_other_data_is_grouped_anew(register):
    Shelved.objects.update(made_by="others")
    Member.objects.update(leader="0" * 32)
    keeping.update()
    assert not Member.objects.filter(leader="0" * 32).exists()
    assert not Shelved.objects.filter(made_by="others").exists()


def test_much_that_is_new_is_grouped_at_once(register):
    before = id_of(VISIT)
    many = [f"Tell tenants of street {number} about the hostel." for number in range(70)]
    take_in("many", *(case(f"Child {number}", "2020", text) for number, text in enumerate(many)))
    assert Member.objects.count() == 72
    assert id_of(VISIT) == before
