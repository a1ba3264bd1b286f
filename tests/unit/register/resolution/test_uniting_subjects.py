from lessonbook.domain import Age, Claim, Ethnicity, Evidence, Subject
from lessonbook.register.resolution import Edit, Source, resolve


def review_of(*documents, edits=()):
    sources = [
        Source(f"k{number}", f"{number}" * 64, tuple(_claim(subject, number) for subject in subjects))
        for number, subjects in enumerate(documents)
    ]
    return resolve("r1", sources, edits)


def _claim(subject, number):
    return Claim("subject", subject, (Evidence(f"{number}" * 64, None, 0, 4, "Zoe "),))


def test_subjects_of_one_document_stand_as_they_are():
    two = (Subject("Zed", sex="male"), Subject("Zoe", sex="female"))
    assert review_of(two).subjects == two


def test_a_single_subject_is_filled_in_by_another_document():
    first = Subject("Zed", Age("aged 3", (1095, 1460)))
    second = Subject(None, None, "male", "death", Ethnicity("stated", "Welsh"))
    assert review_of((first,), (second,)).subjects == (
        Subject("Zed", Age("aged 3", (1095, 1460)), "male", "death", Ethnicity("stated", "Welsh")),
    )


def test_several_subjects_meet_by_label():
    first = (Subject("Zed"), Subject("Zoe"))
    second = (Subject("“Zoe”", sex="female"), Subject("Zed", sex="male"), Subject("Zac"))
    assert review_of(first, second).subjects == (
        Subject("Zed", sex="male"),
        Subject("Zoe", sex="female"),
        Subject("Zac"),
    )


def test_two_subjects_of_one_label_meet_two_and_not_one_of_them():
    twins = (Subject("Twin", sex="male"), Subject("Twin", sex="female"))
    review = review_of(twins, twins)
    assert review.subjects == twins
    assert review.problems == ()


def test_said_to_be_not_stated_is_more_than_silence_and_less_than_stated():
    silent, not_stated = Subject("Zed"), Subject("Zed", ethnicity=Ethnicity("not-stated", "Not stated."))
    stated = Subject("Zed", ethnicity=Ethnicity("stated", "Welsh"))
    assert review_of((silent,), (not_stated,)).subjects[0].ethnicity.status == "not-stated"
    review = review_of((not_stated,), (stated,))
    assert review.subjects[0].ethnicity == Ethnicity("stated", "Welsh")
    assert review.problems == ()


def test_what_documents_disagree_on_stays_as_it_was_with_both_places():
    first = Subject("Zed", Age("18", (6570, 6934)), "male", "death")
    second = Subject("Zed", Age("19", (6935, 7299)), "male", "serious-harm")
    review = review_of((first,), (second,))
    assert review.subjects == (first,)
    assert [problem.code for problem in review.problems] == ["sources-disagree"] * 2
    assert all(len({piece.document for piece in problem.evidence}) == 2 for problem in review.problems)


def test_ages_that_can_both_be_right_agree():
    review = review_of((Subject("Z", Age("under 3 months", (0, 91))),), (Subject("Z", Age("9 weeks", (63, 69))),))
    assert review.problems == ()
    assert review.subjects == (Subject("Z", Age("under 3 months", (0, 91))),)


def test_an_editor_claims_all_subjects_at_once():
    edit = Edit("subject", (Subject("Zac"), Subject("Zoe")))
    assert review_of((Subject("Zed"),), edits=[edit]).subjects == (Subject("Zac"), Subject("Zoe"))
    assert review_of((Subject("Zed"),), edits=[Edit("subject", None)]).subjects == ()
