"""Statements wherever they stand: lists, boxes, headings, tables, running text, with and without labels."""

import pytest

from helpers.built_reports import NEXT_PAGE, h, li, p, read, statements_of, table, texts_of
from lessonbook.domain import StatementClaim

PATHWAY = "The partnership should review how bruising is checked."
MOVES = "Schools should tell the health visitor when a child moves."
BOTH = [PATHWAY, MOVES]


def numbered(found):
    return [(each.number, each.text) for each in found]


ONE_AND_TWO = [("1", PATHWAY), ("2", MOVES)]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(
            [h("5. Recommendations"), li("1.", PATHWAY), p("This is because bruises were missed."), li("2.", MOVES)],
            id="a list with explanations",
        ),
        pytest.param(
            [h("Recommendations"), p(f"1. {PATHWAY}"), p("Rationale: they should have known."), p(f"2) {MOVES}")],
            id="typed numbers",
        ),
        pytest.param([h("Recommendations"), p(f"R1: {PATHWAY}"), p(f"R2: {MOVES}")], id="a letter and a number"),
        pytest.param(
            [h("Recommendations"), p(f"Recommendation One: {PATHWAY}"), p(f"Recommendation Two: {MOVES}")],
            id="numbers in words",
        ),
        pytest.param(
            [h("Analysis"), p(f"Recommendation 1 {PATHWAY}", bold=16), p("Why: x."), p(f"Recommendation 2 – {MOVES}")],
            id="bold labels that run in",
        ),
        pytest.param(
            [
                h("Analysis"),
                p(f"Much was seen. Recommendation 1: {PATHWAY} More was said. Recommendation 2: {MOVES} So."),
            ],
            id="labels inside a paragraph",
        ),
        pytest.param(
            [
                *(h("Recommendations"), h("Recommendation 1", 3), p(PATHWAY), p("All must know why this is so.")),
                *(h("Recommendation 2: Moves", 3), p("Moves were not told."), p(MOVES)),
            ],
            id="headings, one with a topic and its reason first",
        ),
        pytest.param(
            [
                *(h("Analysis"), h("Recommendation 1", 3, boxed=1), p(PATHWAY, boxed=1), p("They should have known.")),
                *(p("Recommendation 2", boxed=2), p(MOVES, boxed=2), p("This should not happen again.")),
            ],
            id="boxes",
        ),
        pytest.param(
            [h("Recommendations"), table(("No", "Recommendation"), ("1", PATHWAY), ("2", MOVES))], id="a table"
        ),
        pytest.param(
            [
                h("Recommendations"),
                li("1.", "The partnership should review how"),
                NEXT_PAGE,
                p("bruising is checked."),
                li("2.", MOVES),
            ],
            id="words cut by a page",
        ),
    ],
)
def test_recommendations_are_found_without_their_explanation(blocks):
    assert numbered(statements_of(*blocks)) == ONE_AND_TWO


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([h("Recommendations"), li("•", PATHWAY), li("•", MOVES)], id="bullets"),
        pytest.param(
            [
                h("Conclusion"),
                p("The review makes the following recommendations:"),
                li("•", PATHWAY),
                li("•", MOVES),
                p("All agreed."),
            ],
            id="a list that running text introduces",
        ),
        pytest.param([h("Recommendations"), p(PATHWAY + " Bruising is common."), p(MOVES)], id="sentences"),
        pytest.param(
            [
                h("Recommendations"),
                p("Bruising", bold=True),
                p(PATHWAY),
                p("It was seen late."),
                p("Moves", bold=True),
                p(MOVES),
            ],
            id="bold topics",
        ),
        pytest.param(
            [
                *(h("3. Events"), *(p(f"3.{at} The school was told and nothing was done.") for at in range(1, 9))),
                *(h("4. Recommendations"), p("4.1 These are for all."), p(f"4.2 {PATHWAY}"), p(f"4.3 {MOVES}")),
            ],
            id="paragraphs that all have numbers",
        ),
    ],
)
def test_recommendations_without_numbers_have_none(blocks):
    assert numbered(statements_of(*blocks)) == [(None, PATHWAY), (None, MOVES)]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        (
            ("Ref", "Recommendation", "Lead agency", "Timescale"),
            [("1", PATHWAY, "Police", "May 2024"), ("2", MOVES, "Schools", "June 2024")],
        ),
        (
            ("By when", "Who", "What needs to change"),
            [("May 2024", "Police", PATHWAY), ("June 2024", "Schools", MOVES)],
        ),
        (None, [("1", PATHWAY, "Police", "May 2024"), ("2", MOVES, "Schools", "June 2024")]),
    ],
)
def test_a_table_says_whose_a_recommendation_is_and_by_when(header, rows):
    found = statements_of(h("Recommendations"), table(*([header] if header else []), *rows, header=False))
    assert [(each.text, each.addressed_to, each.timescale) for each in found] == [
        (PATHWAY, "Police", "May 2024"),
        (MOVES, "Schools", "June 2024"),
    ]
    assert [each.addressees for each in found] == [("police",), ("schools",)]


def test_a_cell_may_hold_several_recommendations_or_one_with_parts():
    several = [li("1.", PATHWAY), li("2.", MOVES)]
    parts = [p("Housing should:"), li("a)", "look at tenancies; and"), li("b)", "tell schools.")]
    found = statements_of(
        h("Recommendations"), table(("Agency", "Recommendations"), ("Police", several), ("Housing", parts))
    )
    assert [(each.text, each.addressed_to) for each in found] == [
        (PATHWAY, "Police"),
        (MOVES, "Police"),
        ("Housing should: look at tenancies tell schools.", "Housing"),
    ]
    assert found[2].parts == ("look at tenancies", "tell schools.")


def test_a_row_that_a_page_cut_is_one_recommendation():
    rows = [
        ("No.", "Recommendation", "Agency"),
        ("1", "The partnership should review", "Police"),
        ("", "how it checks.", ""),
    ]
    found = statements_of(h("Recommendations"), table(*rows, continued=(2,)))
    assert [each.text for each in found] == ["The partnership should review how it checks."]


def test_an_action_plan_gives_actions_and_says_whose_its_recommendations_are():
    plan = table(
        ("Recommendation", "Action", "Lead", "By when"),
        (PATHWAY, "Write a new pathway.", "Police", "May 2024"),
        ("", "Tell all wards.", "Hospital", "June 2024"),
        (MOVES, "Send a letter.", "Schools", "July 2024"),
    )
    found = statements_of(h("Recommendations"), li("1.", PATHWAY), li("2.", MOVES), h("Action plan", 1), plan)
    assert numbered([each for each in found if each.kind == "recommendation"]) == ONE_AND_TWO
    assert [(each.text, each.addressed_to, each.timescale) for each in found if each.kind == "action"] == [
        ("Write a new pathway.", "Police", "May 2024"),
        ("Tell all wards.", "Hospital", "June 2024"),
        ("Send a letter.", "Schools", "July 2024"),
    ]


@pytest.mark.parametrize("head", [h("For the Police", 3), p("For the Police:"), p("Police", bold=True)])
def test_words_over_a_list_say_whom_it_is_for(head):
    found = statements_of(
        h("Recommendations"), head, li("•", "Officers should record who is in a house."), li("•", MOVES)
    )
    assert [each.addressed_to for each in found] == ["Police", "Police"]


def test_a_line_under_a_recommendation_says_whose_it_is_and_by_when():
    found = statements_of(
        h("Recommendations"),
        p(f"Recommendation 1: {PATHWAY}"),
        p("Lead agency: Police. Timescale: by May 2024"),
        p(f"Recommendation 2: {MOVES}"),
    )
    assert [(each.addressed_to, each.timescale) for each in found] == [("Police", "by May 2024"), (None, None)]


def test_a_label_may_say_whom_it_is_for():
    found = statements_of(
        h("Recommendations"),
        p(f"Recommendation 1 (Police): {PATHWAY}"),
        p(f"Recommendation 2 for the Health Board: {MOVES}"),
    )
    assert [each.addressed_to for each in found] == ["Police", "Health Board"]


@pytest.mark.parametrize(
    "blocks",
    [
        [
            li("1.", "The partnership should:"),
            li("a)", "check it;", 1),
            li("b)", "tell schools; and", 1),
            li("c)", "report.", 1),
        ],
        [p("1. The partnership should: a) check it; b) tell schools; and c) report.")],
        [
            p("Recommendation 1: The partnership should:"),
            li("•", "check it;"),
            li("•", "tell schools; and"),
            li("•", "report."),
        ],
        [
            p("Recommendation 1: The partnership should:"),
            p("(i) check it;"),
            p("(ii) tell schools; and"),
            p("(iii) report."),
        ],
    ],
)
def test_parts_belong_to_their_recommendation(blocks):
    (found,) = statements_of(h("Recommendations"), *blocks)
    assert (found.number, found.parts) == ("1", ("check it", "tell schools", "report."))
    assert found.text == "The partnership should: check it tell schools report."


def test_parts_that_are_numbered_sentences_are_statements_of_their_own():
    found = statements_of(h("Recommendations"), h("Recommendation 1: Moves", 3), li("1.1", PATHWAY), li("1.2", MOVES))
    assert numbered(found) == [("1.1", PATHWAY), ("1.2", MOVES)]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (
            [h("Findings"), h("Finding 3: The child was not seen alone.", 3), p("It went on.")],
            [("3", "The child was not seen alone.")],
        ),
        (
            [h("Finding B: Moves", 3), p("Moves were not told to the school."), p("More.")],
            [("B", "Moves were not told to the school.")],
        ),
        (
            [h("Analysis"), p("Learning point 2.1 – A move needs a handover."), p("More.")],
            [("2.1", "A move needs a handover.")],
        ),
        (
            [h("Analysis"), p("Learning point 3", boxed=1), p("A move needs a handover.", boxed=1)],
            [("3", "A move needs a handover.")],
        ),
        (
            [
                h("Analysis"),
                h("Key learning", 3, boxed=1),
                li("•", "A move needs a handover.", boxed=1),
                p("They met:"),
                li("•", "at the school on the Monday"),
            ],
            [(None, "A move needs a handover.")],
        ),
        (
            [h("Lessons learned"), p("The lessons are:"), li("•", "A move needs a handover.")],
            [(None, "A move needs a handover.")],
        ),
    ],
)
def test_learning_is_what_is_stated_as_such(blocks, expected):
    assert numbered([each for each in statements_of(*blocks) if each.kind == "learning"]) == expected


def test_findings_in_prose_are_analysis():
    assert (
        statements_of(h("Findings"), p("The school was not told of it."), p("The GP did not ask and it was missed."))
        == []
    )


def test_learning_at_the_end_of_each_section_is_found_by_its_heading():
    found = texts_of(
        "learning",
        *(h("Moves"), p("He moved."), h("Learning from this section", 3), p("A move needs a handover.")),
        *(h("Housing"), p("It was cold."), h("Learning from this section", 3), p("A visit can show who lives there.")),
    )
    assert found == ["A move needs a handover.", "A visit can show who lives there."]


def test_good_practice_is_a_kind_of_its_own():
    found = statements_of(
        *(h("Good practice"), p("There was good practice:"), li("•", "The midwife rang the GP on the same day.")),
        *(h("Analysis"), p("He was seen. The school kept notes every day. This was good practice. Others did not.")),
    )
    assert [(each.kind, each.text) for each in found] == [
        ("good-practice", "The midwife rang the GP on the same day."),
        ("good-practice", "The school kept notes every day. This was good practice."),
    ]


def test_questions_to_the_board_are_considerations():
    found = statements_of(
        h("Questions for the Board to consider"),
        li("•", "How will the Board know of moves?"),
        h("Conclusion"),
        p("The partnership may wish to consider:"),
        li("•", "how moves are told to schools"),
    )
    assert [(each.kind, each.text) for each in found] == [
        ("consideration", "How will the Board know of moves?"),
        ("consideration", "how moves are told to schools"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Recommendation 4 is about moves and should be read with care.",
        "The agencies should have met, as all agree.",
        "See Recommendation 3: it matters.",
    ],
)
def test_words_about_recommendations_are_none(text):
    assert statements_of(h("Analysis"), p(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "This review makes no recommendations, since action was taken.",
        "The panel has chosen not to make formal recommendations.",
    ],
)
def test_a_report_that_makes_no_recommendations_says_so(text):
    (made,) = read(h("Conclusion"), p(text)).claims
    assert (made.value.status, made.value.as_written) == ("none", text)


def test_a_report_that_says_nothing_of_recommendations_says_nothing():
    assert read(h("Conclusion"), p("The family were kind.")).claims == ()


def test_a_count_that_does_not_agree_is_a_problem():
    blocks = [h("Recommendations"), li("1.", PATHWAY), li("2.", MOVES)]
    agrees = read(*blocks, p("The review makes two recommendations."))
    differs = read(*blocks, p("The review makes three recommendations."))
    assert agrees.problems == ()
    assert [problem.code for problem in differs.problems] == ["count-differs"]
    assert differs.problems[0].evidence[0].quote == "makes three recommendations"
    assert all(claim.confidence and claim.reasons for claim in (*agrees.claims, *differs.claims))


def test_a_row_cut_by_a_page_that_repeats_the_header_is_one_statement():
    head = ("", "We recommend that", "Who", "When")
    found = [
        (one.number, one.text, one.addressed_to)
        for one in statements_of(
            h("Recommendations"),
            table(head, ("1", "The Board should agree with all schools that no child", "Schools", "March 2022")),
            table(
                head,
                ("", "is excluded without a meeting of all agencies.", "", ""),
                ("2", "The police should share what they know on the same day.", "Police", "June 2022"),
            ),
        )
    ]
    whole = "The Board should agree with all schools that no child is excluded without a meeting of all agencies."
    second = "The police should share what they know on the same day."
    assert found == [("1", whole, "Schools"), ("2", second, "Police")]


@pytest.mark.parametrize(
    "label",
    ["What we learned", "What was learnt", "What this tells us", "Practice implication", "Implications for practice"],
)
def test_what_was_learned_stands_behind_its_label_in_running_text(label):
    found = texts_of(
        "learning",
        h("After the first visit"),
        p("The report of the visit was filed and nobody asked what it meant."),
        p(f"{label}: A report that asks for nothing is read by nobody who could help."),
    )
    assert found == ["A report that asks for nothing is read by nobody who could help."]


def test_numbers_in_a_column_of_their_own_are_a_list():
    found = texts_of(
        "learning",
        h("Lessons learned"),
        p("The lessons of this review are:"),
        table(
            ("(1)", "Health visitors were not told when a family moved into the borough."),
            ("(2)", "Assessments were completed without either father having been seen."),
            header=False,
        ),
    )
    assert found == [
        "Health visitors were not told when a family moved into the borough.",
        "Assessments were completed without either father having been seen.",
    ]


def test_what_stands_behind_a_box_says_whose_it_is_and_by_when():
    found = statements_of(
        *(h("6 Analysis"), p("Much was seen."), h("Recommendation 1", 3, boxed=1), p(PATHWAY, boxed=1)),
        *(p("Owner: Partnership"), p("Timescale: 3 months"), p("The policy was old.")),
    )
    assert [(each.text, each.addressed_to, each.timescale) for each in found] == [(PATHWAY, "Partnership", "3 months")]


def test_themes_and_lessons_are_learning():
    texts = ["Fathers were not seen by any of the agencies.", "Letters went to an address that was known to be old."]
    items = [p("The panel met twice."), *(li(f"({at})", text) for at, text in enumerate(texts, 1))]
    assert texts_of("learning", h("5. KEY THEMES AND LESSONS"), *items) == texts


@pytest.mark.parametrize(
    "title", ["Multi-agency recommendations", "10.2 North Fell and Lowmoor NHS Foundation Trust", "National lessons"]
)
def test_a_title_joined_to_a_label_is_no_part_of_the_statement(title):
    assert texts_of("recommendation", h("8 Recommendations"), p(f"{title} Recommendation 1: {PATHWAY}")) == [PATHWAY]


@pytest.mark.parametrize("label", [f"Recommendation 3: {PATHWAY}", f"Recommendation 3 {PATHWAY}"])
def test_the_explanation_in_the_same_paragraph_is_left_out(label):
    text = f"{label} It must also publish what it finds. The reviewer thinks that the present form counts miles."
    bold = len("Recommendation 3")
    wanted = f"{PATHWAY} It must also publish what it finds."
    assert texts_of("recommendation", h("Analysis"), p(text, bold=bold)) == [wanted]


def test_a_summary_that_lists_them_here_and_an_appendix_are_further_places():
    numbered = [li("1.", PATHWAY), li("2.", MOVES)]
    found = read(
        *(h("1 Summary"), p("The board accepts two recommendations, which are listed here and explained below.")),
        *numbered,
        *(NEXT_PAGE, h("6 Checks"), p(f"Recommendation 1: {PATHWAY}"), p(f"Recommendation 2: {MOVES}")),
        *(NEXT_PAGE, h("9 Appendix: recommendations in one list"), *numbered),
    )
    assert [
        len({piece.page for piece in claim.evidence})
        for claim in found.claims
        if isinstance(claim.value, StatementClaim)
    ] == [3, 3]


def test_learning_points_below_are_a_list():
    lead = "The shortest account is in the learning points below. Each is explained in its chapter."
    texts = ["Distance gives an abuser time.", "Discharge is a risk for the whole family."]
    assert texts_of("learning", h("1. Summary"), p(lead), *(li("•", text) for text in texts)) == texts


def test_a_numbered_paragraph_that_only_leads_to_them_is_none():
    rows = [["7.1", "The author recommends as follows. Others were made elsewhere."], ["1,", PATHWAY], ["2.", MOVES]]
    assert texts_of("recommendation", h("7 Recommendations"), table(*rows, header=False)) == BOTH


def test_a_header_that_its_narrow_column_breaks_is_known():
    rows = [["Re f", "Recommendation", "Owner", "Timescal e"], ["R1", PATHWAY, "Board", "Within 6 months"]]
    (found,) = statements_of(h("Action plan"), table(*rows))
    assert (found.number, found.addressed_to, found.timescale) == ("1", "Board", "Within 6 months")
