"""Which reviews stand in an issue, where, and in which order."""

import msgspec
import pytest

from helpers.invented_cases import DARLINGTON, DIGEST, LIST_PAGE, Source, review, reviews, settings
from lessonbook.domain import (
    Area,
    Authority,
    Ethnicity,
    Harm,
    LessonbookError,
    Link,
    Method,
    PartialDate,
    RecommendationsMade,
    Relevance,
    Subject,
)
from lessonbook.publishing import Issue, compose

HARTLEPOOL = Area("Hartlepool", "named", (Authority("Hartlepool", "E06000001"),))
NORTH_YORKSHIRE = Area("North Yorkshire", "named", (Authority("North Yorkshire", "E06000065"),))
KENT = Area("Kent", "named", (Authority("Kent", "E10000016"),))


def headings(issue: Issue) -> dict[str, list[str]]:
    return {part.anchor: [case.heading for section in part.sections for case in section.cases] for part in issue.parts}


def the_case(**changes):
    (case,) = compose([review(**changes)], settings()).cases()
    return case


def place_of(one, *others) -> str:
    issue = compose([one, *others], settings())
    return next(
        part.anchor
        for part in issue.parts
        for section in part.sections
        for case in section.cases
        if case.review == one.id
    )


def test_the_parts_stand_in_their_order():
    assert [part.heading for part in compose([], settings()).parts] == [
        "Local learning",
        "Regional learning",
        "National reviews (Child Safeguarding Practice Review Panel)",
        "National learning – children",
        "National learning – adults",
    ]


def test_a_review_of_our_own_authority_is_local_whatever_its_digest_said():
    assert place_of(review(area=DARLINGTON, scope="regional")) == "local"


def test_a_review_by_the_panel_stands_with_the_panel():
    assert place_of(review(area=DARLINGTON, scope="national-panel")) == "panel"


def test_a_digest_of_our_region_says_what_is_regional():
    home = [review(id=f"h{number}", area=HARTLEPOOL, scope="regional") for number in range(2)]
    assert place_of(review(area=NORTH_YORKSHIRE, scope="regional"), *home) == "regional"
    assert place_of(review(area=HARTLEPOOL, scope="national"), *home) == "children"


def test_a_digest_of_another_region_does_not():
    elsewhere = [review(id=f"k{number}", area=KENT, scope="regional", documents=(LIST_PAGE,)) for number in range(2)]
    one = review(area=KENT, scope="regional", documents=(LIST_PAGE,))
    assert place_of(one, *elsewhere) == "children"
    assert place_of(review(area=HARTLEPOOL, scope="national", documents=(LIST_PAGE,)), *elsewhere) == "regional"


def test_without_a_digest_the_region_decides():
    assert place_of(review(area=HARTLEPOOL, documents=(LIST_PAGE,))) == "regional"
    assert place_of(review(area=KENT, documents=(LIST_PAGE,))) == "children"
    assert place_of(review(area=Area("Unnamed LA", "unnamed"))) == "children"
    assert place_of(review(area=None)) == "children"


def test_adults_stand_apart():
    assert place_of(review(audience="adults")) == "adults"
    assert place_of(review(audience="both")) == "children"
    assert place_of(review(audience=None)) == "children"


def test_a_missing_audience_is_said():
    assert any("children or adults" in text for text in compose([review(audience=None)], settings()).about)


@pytest.mark.parametrize(
    ("published", "inside"),
    [
        ("2021-01", True),
        ("2021-12", True),
        ("2020-12", False),
        ("2022-01", False),
        ("2021", True),
        ("2020", False),
        ("2020-12-31/2021-01-01", True),
    ],
)
def test_the_period_is_inclusive_and_a_bare_year_overlaps_it(published, inside):
    issue = compose([review(published=PartialDate(published))], settings())
    assert bool(issue.cases()) is inside


def test_a_bare_year_overlaps_a_part_of_it():
    few = settings(published_from=PartialDate("2021-05"), published_to=PartialDate("2021-06"))
    assert len(compose([review(published=PartialDate("2021"))], few).cases()) == 1


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(LessonbookError) as caught:
        compose([], settings(published_from=PartialDate("2021-09"), published_to=PartialDate("2021-02")))
    assert caught.value.code == "period-reversed"


def test_undated_reviews_are_left_out_and_counted_but_not_those_by_the_panel():
    issue = compose(
        [review(published=None), review(id="p", published=None, label=None, title="A theme", scope="national-panel")],
        settings(),
    )
    assert headings(issue)["panel"] == ["Kent – A theme"]
    assert "1 review without a date of publication was left out." in issue.about
    assert "1 review by the Panel has no date of publication." in issue.about


def test_held_and_withdrawn_reviews_are_left_out_and_counted():
    issue = compose([review(id="h", status="held"), review(id="w", status="withdrawn")], settings())
    assert issue.cases() == ()
    assert "2 reviews held or withdrawn were left out." in issue.about


def test_a_statement_without_evidence_is_left_out_and_counted():
    source = Source()
    bare = msgspec.structs.replace(source.statement("learning", "said by nobody"), evidence=())
    issue = compose([review(statements=(bare, source.statement("learning", "said")))], settings())
    (case,) = issue.cases()
    assert [group.statements for group in case.groups] == [("said",)]
    assert "1 statement without a place in a source was left out." in issue.about


def test_cases_stand_by_month_then_area_then_label():
    many = [
        review(id="1", published=PartialDate("2021-05"), label="Child B"),
        review(id="2", published=PartialDate("2021-05"), label="Child A"),
        review(id="3", published=PartialDate("2021-05"), label="Child Z", area=Area("Barnet", "named")),
        review(id="4", published=PartialDate("2021-02-23"), label="Child Y"),
    ]
    assert headings(compose(many, settings()))["children"] == [
        "23 Feb 2021 – Kent – Child Y",
        "May 2021 – Barnet – Child Z",
        "May 2021 – Kent – Child A",
        "May 2021 – Kent – Child B",
    ]


def test_the_order_does_not_depend_on_that_of_the_register():
    many = reviews(40)
    assert compose(many, settings()) == compose(many[::-1], settings())


def test_standing_sections_are_there_when_empty_and_others_only_with_cases():
    issue = compose([review(section="serious-youth-violence")], settings(standing_sections=("neglect",)))
    children = next(part for part in issue.parts if part.anchor == "children")
    assert [(section.heading, len(section.cases)) for section in children.sections] == [
        ("Neglect", 0),
        ("Serious youth violence", 1),
    ]


def test_a_section_for_adults_stands_only_with_the_adults():
    issue = compose([], settings(standing_sections=("self-neglect", "neglect", "homicide")))
    sections = {part.anchor: [section.heading for section in part.sections] for part in issue.parts}
    assert sections["children"] == ["Neglect", "Homicide"]
    assert sections["adults"] == ["Homicide", "Self-neglect"]


def test_a_case_without_a_section_stands_under_others():
    children = next(
        part for part in compose([review(section=None)], settings()).parts if part.anchor == "children"
    ).sections
    assert [section.heading for section in children if section.cases] == ["Other reviews"]


def test_regional_cases_keep_the_section_that_their_source_gives():
    both = [review(id="1", area=HARTLEPOOL), review(id="2", area=HARTLEPOOL, section=None)]
    regional = next(part for part in compose(both, settings()).parts if part.anchor == "regional")
    assert [section.heading for section in regional.sections] == ["Neglect", "Other reviews"]
    alone = next(part for part in compose(both[1:], settings()).parts if part.anchor == "regional")
    assert [section.heading for section in alone.sections] == [None]


def test_inferred_sections_are_said():
    assert any("inferred" in text for text in compose([review(section_inferred=True)], settings()).about)


def test_relevance_is_in_words():
    assert the_case(relevance=Relevance(relevant=True, reason="a like plan")).relevance == (
        "Relevant to Darlington: a like plan"
    )
    assert the_case(relevance=Relevance(relevant=True)).relevance == "Relevant to Darlington"
    assert the_case(relevance=Relevance(relevant=False)).relevance is None


def test_the_front_explains_italics_where_there_are_any():
    marked = compose([review(relevance=Relevance(relevant=True))], settings())
    assert (
        marked.introduction[-1]
        == "Cases that were marked as relevant to Darlington are in italics and say so in words."
    )
    assert compose([review()], settings()).introduction[1:] == (
        "This issue has reviews published from January 2021 to December 2021.",
    )


def test_what_is_learning_and_recommendation_at_once_is_printed_once():
    source = Source()
    learnt = [source.statement("learning", text) for text in ("ask", "listen")]
    again = [msgspec.structs.replace(statement, kind="recommendation") for statement in learnt]
    case = the_case(integrated=True, statements=(*learnt, *again))
    assert [(group.label, group.statements) for group in case.groups] == [
        ("Learning and recommendations are integrated:", ("ask", "listen"))
    ]
    assert case.sources.startswith("2 statements. ")


def test_kinds_of_statement_follow_one_another_as_in_the_source():
    source = Source()
    kinds = ("learning", "consideration", "action", "recommendation", "recommendation", "learning")
    case = the_case(statements=tuple(source.statement(kind, f"{kind} text") for kind in kinds))
    assert [group.label for group in case.groups] == [
        "Learning:",
        "Considerations:",
        "Actions:",
        "Recommendations:",
        "Learning:",
    ]


def test_no_recommendations_is_a_fact_in_the_sources_words():
    none = RecommendationsMade("none", "Makes no formal recommendations.")
    assert the_case(recommendations_made=none).closing == "Makes no formal recommendations."
    made = RecommendationsMade("made", "Makes recommendations in the report.")
    assert the_case(recommendations_made=made).closing is None
    assert the_case(recommendations_made=made, statements=()).closing == "Makes recommendations in the report."


def test_words_on_ethnicity_are_printed_where_no_key_issue_has_them():
    not_stated = Subject("A", ethnicity=Ethnicity("not-stated", "Ethnicity is not stated."))
    assert the_case(subjects=(not_stated, not_stated)).ethnicity == ("Ethnicity is not stated.",)
    in_an_issue = Subject("A", ethnicity=Ethnicity("stated", "a sentence"))
    assert the_case(subjects=(in_an_issue, Subject("B"))).ethnicity == ()


@pytest.mark.parametrize(
    ("method", "printed"),
    [
        (Method("root-cause-analysis", "Uses root cause analysis."), "Uses root cause analysis."),
        (Method("root-cause-analysis", "Root cause analysis."), "Method: Root cause analysis."),
        (Method("root-cause-analysis"), "Method: Root cause analysis"),
        (Method(), None),
    ],
)
def test_a_method_is_labelled_where_its_words_are_no_sentence(method, printed):
    assert the_case(method=method).method == printed


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "http://[broken", ""])
def test_only_a_web_page_is_a_link(url):
    case = the_case(links=(Link("Read it", url), Link("And here", "https://example.org/a")))
    assert [link.url for link in case.links] == [None, "https://example.org/a"]
    assert case.url == "https://example.org/a"


def test_each_statement_says_where_it_came_from():
    source, other = Source(DIGEST, 3), Source(LIST_PAGE, None)
    first = source.statement("key-issue", "one")
    second = source.statement("learning", "two")
    joined = msgspec.structs.replace(second, evidence=(*second.evidence, *other.statement("learning", "two").evidence))
    case = the_case(statements=(joined, first))
    assert case.sources == (
        "2 statements. neighbours-digest.docx: 1 (page 3, 100–103), 2 (page 3, 106–109); list-2021.html: 2 (100–103)."
    )


def test_a_document_without_a_name_is_shown_by_its_hash():
    issue = compose([review()], settings(document_names={}))
    assert "aaaaaaaaaaaa: 1" in issue.cases()[0].sources
    assert [(document.sha256, document.short) for document in issue.documents] == [(DIGEST, "aaaaaaaaaaaa")]


def test_control_characters_go_and_line_ends_are_spaces():
    case = the_case(harm=Harm("One\ntwo\x00\x1b\ud800 \u202ethree\ufffe"))
    assert case.harm == "One two three"


def test_the_note_says_who_made_it_when_and_what_was_checked():
    issue = compose([review(id="1", status="checked"), review(id="2")], settings())
    assert issue.about[0].startswith(
        "Made by Darlington Safeguarding Partnership on 3 December 2021 from 2 reviews, 1 of which had been checked"
    )


def test_anchors_are_unique():
    issue = compose(reviews(80), settings())
    anchors = [case.anchor for case in issue.cases()]
    assert len(set(anchors)) == len(anchors) == 80


def of(kind, text, **more):
    return msgspec.structs.replace(Source().statement(kind, text), **more)


def test_good_practice_stands_under_its_own_label_after_the_learning():
    said = (of("good-practice", "She went back."), of("learning", "Ask again."), of("recommendation", "Train."))
    groups = the_case(statements=said).groups
    assert [(group.label, group.statements) for group in groups] == [
        ("Learning:", ("Ask again.",)),
        ("Good practice:", ("She went back.",)),
        ("Recommendations:", ("Train.",)),
    ]


def test_what_another_review_recommended_is_not_printed_as_this_one_s():
    said = (of("recommendation", "Train."), of("recommendation", "Write a plan.", attributed_to="the Elm Inquiry"))
    issue = compose([review(statements=said)], settings())
    (case,) = issue.cases()
    assert [group.statements for group in case.groups] == [("Train.",)]
    assert "1 statement of another review or inquiry that a source quotes was left out." in issue.about


def test_what_an_inquiry_recommended_is_printed_under_its_own_name():
    inquiries = (("Write a plan.", "The Elm Inquiry"), ("Tell them.", "Oak Inquiry"))
    said = tuple(of("recommendation", text, attributed_to=inquiry) for text, inquiry in inquiries)
    case = the_case(statements=said, title="Elm Inquiry", label=None)
    assert [group.statements for group in case.groups] == [("Write a plan.",)]


def test_to_whom_and_by_when_stand_in_the_sources_and_not_in_the_words():
    case = the_case(statements=(of("recommendation", "Train.", addressed_to="Police; Housing", timescale="May 2030"),))
    assert case.groups[0].statements == ("Train.",)
    assert "addressed to Police; Housing; timescale May 2030)" in case.sources
