import pytest

from helpers.register_cases import KENT, LEEDS, UNNAMED, Case, source
from lessonbook.domain import Area, Authority, Claim, Evidence, Link, Method, PartialDate, RecommendationsMade
from lessonbook.register.resolution import Edit, Source, resolve


def review_of(*cases: Case, edits=()):
    return resolve("r1", [source(case, f"d{number}") for number, case in enumerate(cases)], edits)


def codes(review):
    return [problem.code for problem in review.problems]


def test_one_source_is_shown_as_it_is():
    review = review_of(Case(area=KENT, label="Child Z", published="2031-03", problems=("cut-off",)))
    assert (review.area, review.label, review.published) == (KENT, "Child Z", PartialDate("2031-03"))
    assert codes(review) == ["cut-off"]
    assert review.documents == (source(Case(area=KENT, problems=("cut-off",)), "d0").document,)


def test_what_nobody_says_is_empty():
    review = resolve("r1", [])
    assert (review.area, review.label, review.published, review.harm) == (None, None, None, None)
    assert review.method == Method()
    assert review.recommendations_made == RecommendationsMade()
    assert (review.statements, review.subjects, review.links, review.kinds) == ((), (), (), ())


def test_of_two_documents_that_disagree_the_later_is_shown_and_the_conflict_has_both_places():
    review = review_of(Case(published="2031-03"), Case(published="2031-05"))
    assert review.published == PartialDate("2031-05")
    problem = next(problem for problem in review.problems if problem.code == "sources-disagree")
    assert {piece.document for piece in problem.evidence} == set(review.documents)
    assert "2031-03" in problem.message
    assert "2031-05" in problem.message


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_is_stated_beats_what_is_inferred_whichever_came_later_and_is_no_conflict(order):
    both = (Case(published="2031-03"), Case(published="2031-05", certainty={"published": "inferred"}))
    review = review_of(*(both[index] for index in order))
    assert review.published == PartialDate("2031-03")
    assert "sources-disagree" not in codes(review)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_is_inferred_beats_what_is_unsure(order):
    both = (
        Case(label="Child Z", certainty={"label": "inferred"}),
        Case(label="Child Y", certainty={"label": "unsure"}),
    )
    assert review_of(*(both[index] for index in order)).label == "Child Z"


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_that_agree_the_more_precise_is_shown(order):
    both = (Case(published="2031", area=UNNAMED), Case(published="2031-05", area=KENT))
    review = review_of(*(both[index] for index in order))
    assert review.published == PartialDate("2031-05")
    assert review.area == KENT
    assert codes(review) == []


def test_two_spellings_of_one_authority_agree():
    review = review_of(Case(area=LEEDS), Case(area=Area("Leeds City Council", "named", LEEDS.authorities)))
    assert review.area == Area("Leeds City Council", "named", LEEDS.authorities)
    assert codes(review) == []


def test_two_authorities_disagree():
    elsewhere = Area("York", "named", (Authority("York", "E06000014"),))
    assert codes(review_of(Case(area=LEEDS), Case(area=elsewhere))) == ["sources-disagree"]


def test_two_readings_in_one_document_that_differ_are_a_conflict_and_the_first_counts():
    first = source(Case(label=None))
    place = Evidence(first.document, None, 0, 1, "d")
    twice = (Claim("incident", PartialDate("2030-01"), (place,)), Claim("incident", PartialDate("2030-02"), (place,)))
    review = resolve("r1", [Source("k", first.document, twice)])
    assert review.incident == PartialDate("2030-01")
    assert codes(review) == ["sources-disagree"]


def test_external_beats_document_and_editor_beats_both():
    stated = source(Case(label="Child Z"))
    catalogue = Source("k2", "e" * 64, (Claim("label", "Child Y", certainty="unsure", origin="external"),))
    assert resolve("r1", [catalogue, stated]).label == "Child Y"
    assert resolve("r1", [catalogue, stated], [Edit("label", "Child X")]).label == "Child X"


def test_an_editor_s_word_settles_a_conflict():
    review = review_of(
        Case(published="2031-03"), Case(published="2031-05"), edits=[Edit("published", PartialDate("2031-04"))]
    )
    assert review.published == PartialDate("2031-04")
    assert codes(review) == []


def test_an_editor_can_empty_a_field_and_the_last_edit_counts():
    assert review_of(Case(), edits=[Edit("label", None)]).label is None
    assert review_of(Case(), edits=[Edit("label", None), Edit("label", "Child X")]).label == "Child X"
    assert review_of(Case(more=(("method", Method("silp", "SILP")),)), edits=[Edit("method", None)]).method == Method()


def test_prose_is_worded_by_each_source_and_no_conflict():
    review = review_of(Case(harm="A fall in March."), Case(harm="A serious fall."))
    assert review.harm is not None
    assert review.harm.as_written == "A serious fall."
    assert codes(review) == []


def test_a_scope_is_seen_from_where_the_source_was_published():
    assert codes(review_of(Case(more=(("scope", "regional"),)), Case(more=(("scope", "national"),)))) == []


def test_made_and_none_disagree_but_silence_does_not():
    made = (("recommendations_made", RecommendationsMade("made")),)
    none = (("recommendations_made", RecommendationsMade("none", "Makes none.")),)
    silent = (("recommendations_made", RecommendationsMade()),)
    assert codes(review_of(Case(more=none), Case(more=made))) == ["sources-disagree"]
    review = review_of(Case(more=none), Case(more=silent))
    assert review.recommendations_made.status == "none"
    assert codes(review) == []


def test_kinds_of_all_sources_are_united_each_once():
    review = review_of(Case(more=(("kinds", ("dhr", "scr")),)), Case(more=(("kinds", ("scr", "lcspr")),)))
    assert review.kinds == ("dhr", "scr", "lcspr")


def test_inferred_kinds_do_not_stand_beside_stated_ones():
    review = review_of(
        Case(more=(("kinds", ("scr",)),)), Case(more=(("kinds", ("sar",)),), certainty={"kinds": "inferred"})
    )
    assert review.kinds == ("scr",)


def test_an_inferred_section_is_marked():
    inferred = Case(more=(("section", "neglect"),), certainty={"section": "inferred"})
    assert review_of(inferred).section_inferred
    assert not review_of(inferred, Case(more=(("section", "neglect"),))).section_inferred
    assert not review_of(Case()).section_inferred
    assert not review_of(inferred, edits=[Edit("section", "child-death")]).section_inferred


def test_a_link_takes_the_target_that_another_source_has():
    review = review_of(
        Case(more=(("link", Link("Read the report")),)),
        Case(more=(("link", Link("Read the report:", "https://example.org/z")), ("link", Link("Summary")))),
    )
    assert review.links == (Link("Read the report", "https://example.org/z"), Link("Summary"))


def test_two_links_of_one_source_that_look_the_same_are_two():
    twice = (("link", Link("View")), ("link", Link("View")))
    assert review_of(Case(more=twice)).links == (Link("View"), Link("View"))


def test_integrated_only_where_every_source_with_lessons_says_so():
    integrated = Case(more=(("integrated", True),))
    assert review_of(integrated).integrated
    assert not review_of(integrated, Case()).integrated
    assert review_of(integrated, Case(statements=())).integrated


def test_problems_that_the_register_knows_stand_with_the_others():
    [own] = source(Case(problems=("cut-off",))).problems
    review = resolve("r1", [source(Case(problems=("cut-off",)))], problems=[own])
    assert review.problems == (own,)
