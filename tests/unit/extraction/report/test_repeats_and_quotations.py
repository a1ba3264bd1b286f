"""The same statement in several places is one; another review's statement is named as that review's."""

from helpers.built_reports import NEXT_PAGE, h, li, p, read, statements_of, table

PATHWAY = "The partnership should review how bruising is checked."
MOVES = "Schools should tell the health visitor when a child moves."


def test_a_repeat_is_one_statement_with_evidence_for_each_place():
    found = read(
        *(
            h("Executive summary", 1),
            p("The recommendations are:"),
            li("•", PATHWAY),
            li("•", MOVES.rstrip(".")),
            NEXT_PAGE,
        ),
        *(h("Recommendations", 1), h("Recommendation 1"), p(PATHWAY), h("Recommendation 2"), p(MOVES), NEXT_PAGE),
        *(h("Appendix 2: Action plan", 1), table(("Recommendation", "Owner"), (PATHWAY, "Police"), (MOVES, "Schools"))),
    )
    statements = [claim for claim in found.claims if claim.field == "statement"]
    assert [(claim.value.number, claim.value.text) for claim in statements] == [("1", PATHWAY), ("2", MOVES)]
    assert [claim.value.addressed_to for claim in statements] == ["Police", "Schools"]
    assert [sorted({piece.page for piece in claim.evidence}) for claim in statements] == [[1, 2, 3], [1, 2, 3]]
    assert all("repeated" in claim.reasons for claim in statements)


def test_a_shortened_repeat_with_the_same_number_is_the_same():
    long = "The partnership should review how bruising in babies is checked by each agency, and report in a year."
    found = statements_of(
        h("Executive summary", 1),
        p("Recommendation 1: Review how bruising in babies is checked by each agency."),
        h("Recommendations", 1),
        li("1.", long),
    )
    assert [each.text for each in found] == [long]


def test_two_agencies_recommendations_stay_two():
    police = "The Police should review their training on bruising in babies."
    health = "The Health Board should review its training on bruising in babies."
    plan = table(("Recommendation", "Owner"), (health, "Health Board"), (police, "Police"))
    found = statements_of(h("Recommendations"), li("1.", police), li("2.", health), h("Action plan"), plan)
    assert [(each.number, each.text, each.addressed_to) for each in found] == [
        ("1", police, "Police"),
        ("2", health, "Health Board"),
    ]


def test_numbers_may_begin_again_in_each_part():
    home = "The Home Office should publish guidance on moves."
    found = statements_of(
        h("National recommendations"), li("1.", home), h("Local recommendations"), li("1.", PATHWAY), li("2.", MOVES)
    )
    assert [(each.number, each.text) for each in found] == [("1", home), ("1", PATHWAY), ("2", MOVES)]


def test_a_recommendation_of_another_review_names_it():
    found = statements_of(
        h("Analysis"),
        p("The 2015 serious case review of Child X recommended that health visitors should be told of every move. So."),
        *(h("Recommendations"), li("1.", PATHWAY)),
    )
    assert [(each.text, each.attributed_to) for each in found] == [
        ("health visitors should be told of every move.", "The 2015 serious case review of Child X"),
        (PATHWAY, None),
    ]


def test_a_list_of_another_review_names_it():
    found = statements_of(
        h("Learning from other reviews"),
        p("The Safeguarding Adult Review of Adult B (2018) made the following recommendations:"),
        *(li("1.", "Wards should ring carers."), li("2.", "GPs should flag carers.")),
        p("These were agreed."),
    )
    assert {each.attributed_to for each in found} == {"The Safeguarding Adult Review of Adult B (2018)"}
    assert len(found) == 2


def test_an_agencys_own_recommendations_are_its_own():
    found = statements_of(
        h("Analysis"),
        p("The Police IMR made two recommendations:"),
        li("1.", "Officers to be trained."),
        li("2.", "Logs to be kept."),
    )
    assert {each.attributed_to for each in found} == {"The Police IMR"}


def test_another_reviews_recommendations_are_not_taken_for_the_reviews():
    found = read(
        h("Previous reviews"), p("Health visitors should be told of every move."), li("1.", "Wards should ring carers.")
    )
    assert found.claims == ()


def test_what_a_review_also_said_is_its_too():
    text = (
        "6.3 The 2014 review into the death of Adult Q recommended in 2015 that wardens should carry radios at night. "
        "It also said that the council should count them. The panel was told that this was done."
    )
    found = statements_of(h("6.2 Previous reviews"), p(text), p("6.4 Rooms were booked."))
    assert [each.text for each in found] == ["wardens should carry radios at night.", "the council should count them."]
    assert all(each.attributed_to and "2014 review" in each.attributed_to for each in found)


def test_recommendations_of_an_internal_investigation_are_its():
    lead = "The Trust's own report has four pages. It made two recommendations."
    items = [li("•", "the team should meet."), li("•", "the form should be reviewed.")]
    found = statements_of(h("7 The Trust's internal investigation"), p(lead), *items)
    assert [each.attributed_to for each in found] == ["The Trust's internal investigation"] * 2
