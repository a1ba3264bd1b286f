"""What a page, a converter or a careless hand does to rows, and how it is put right. All cases are invented."""

import pytest

from helpers.digest_texts import bullets, codes, evidence_of_statement, read_rows, row, said

LEEDS = "Jan 2023 – Leeds City Council – Child Juniper Neglect of a 5-year-old girl, known since May 2021."
KENT = "Feb 2023 – Kent County Council – Child Sorrel Neglect of a 7-year-old boy in June 2022."
LEARNING = bullets("Learning:", "listen;", "be curious.", "Recommendations:", "agree one policy.")


def test_the_last_recommendation_in_the_next_row_goes_back():
    first, second = read_rows(
        row(
            LEEDS, "Juniper lived with an aunt.", bullets("Learning:", "listen.", "Recommendations:", "agree a policy;")
        ),
        None,
        row(KENT, "Sorrel lived with his father.", bullets("tell the GP.", "Learning:", "ask who is at home.")),
    )
    assert said(first, "recommendation") == ["agree a policy", "tell the GP."]
    assert (said(second, "learning"), said(second, "recommendation")) == (["ask who is at home."], [])


def test_all_recommendations_and_the_end_of_a_bullet_in_the_next_row_go_back():
    first, second = read_rows(
        row(LEEDS, "Juniper lived with an aunt.", bullets("Learning:", "listen;", "visits should be made at home,")),
        None,
        row(
            KENT,
            "Sorrel lived with his father.",
            bullets("where children live.", "Recommendations:", "train all staff.", "Learning:", "ask who is at home."),
        ),
    )
    joined = "visits should be made at home, where children live."
    assert said(first, "learning") == ["listen", joined]
    assert evidence_of_statement(first, joined) == ["visits should be made at home,", "where children live."]
    assert said(first, "recommendation") == ["train all staff."]
    assert said(second, "learning") == ["ask who is at home."]


def test_a_lost_label_of_the_own_case_is_no_tail():
    _, first, second = read_rows(
        row("Jan 2023 – Kent County Council – Child Ash", "Ash lived alone.", LEARNING),
        row(LEEDS, "Juniper lived with an aunt.", LEARNING),
        row(KENT, "Sorrel lived with his father.", bullets("ask who is at home;", "write it down.")),
    )
    assert said(first, "recommendation") == ["agree one policy."]
    assert said(second, "learning") == ["ask who is at home", "write it down."]
    assert "label-lost" in codes(second)


def test_items_without_any_signs_stay_apart_and_where_they_are():
    first, second = read_rows(
        row(
            LEEDS, "Juniper lived with an aunt.", bullets("Key learning points:", "listen to her", "the role of aunts")
        ),
        row(KENT, "Sorrel lived with his father.", bullets("Key learning points:", "ask who is home", "fathers count")),
    )
    assert said(first, "learning") == ["listen to her", "the role of aunts"]
    assert said(second, "learning") == ["ask who is home", "fathers count"]


def test_makes_no_recommendations_after_a_tail_read_twice():
    first, second = read_rows(
        row(
            LEEDS,
            "Juniper lived with an aunt.",
            bullets("Learning:", "listen;", "plans should be shared with families"),
        ),
        row(
            KENT,
            "Sorrel lived with his father.",
            bullets("be shared with families.", "Makes no formal recommendations.", "Learning:", "ask who is at home."),
        ),
    )
    assert said(first, "learning") == ["listen", "plans should be shared with families."]
    assert first.value("recommendations_made").status == "none"
    assert "read-twice" in codes(first)
    assert said(second, "learning") == ["ask who is at home."]
    assert second.value("recommendations_made") is None


def test_a_date_alone_beside_the_end_of_the_case_above():
    first, second = read_rows(
        row(LEEDS, "Juniper lived with an aunt and a lack of", bullets("Learning:", "listen;")),
        None,
        row("March 2023", "money was known. Read full overview (PDF)", bullets("believe her.")),
        row("Kent County Council", "Sorrel had been missing.", ""),
        row("'Sorrel'", "", ""),
        row("Serious injuries to a 16-year-old boy", "He came home.", ""),
        row("in April 2022.", "", ""),
    )
    assert said(first, "key-issue") == ["Juniper lived with an aunt and a lack of money was known."]
    assert said(first, "learning") == ["listen", "believe her."]
    assert [link.label for link in first.values("link")] == ["Read full overview (PDF)"]
    assert (str(second.value("published")), second.value("label")) == ("2023-03", "Sorrel")
    assert second.value("area").as_written == "Kent County Council"
    assert second.value("harm").as_written == "Serious injuries to a 16-year-old boy in April 2022."
    assert said(second, "key-issue") == ["Sorrel had been missing.", "He came home."]


def test_rows_that_are_printed_lines_are_put_together_down_the_column():
    (entry,) = read_rows(
        row("Jan 2023 - – Leeds City Council", "Juniper lived with an", "Learning:"),
        row("Child Juniper", "aunt in a house that was", "• visits should be made at"),
        row("", "full of things.", "home and by the same"),
        row("Death of a girl aged under", "Nobody asked about her", "person;"),
        row("3-months-old in May 2021.", "father. He lived nearby.", "• fathers count."),
    )
    assert entry.value("label") == "Child Juniper"
    assert entry.value("harm").as_written == "Death of a girl aged under 3-months-old in May 2021."
    assert said(entry, "key-issue") == [
        "Juniper lived with an aunt in a house that was full of things.",
        "Nobody asked about her father.",
        "He lived nearby.",
    ]
    assert said(entry, "learning") == ["visits should be made at home and by the same person", "fathers count."]


def test_a_continued_row_of_two_cells_has_no_case_cell():
    (entry,) = read_rows(
        row(LEEDS, "Juniper lived with an aunt who had asked for", bullets("Learning:", "listen;")),
        None,
        row("help three times.", bullets("believe her.")),
    )
    assert said(entry, "key-issue") == ["Juniper lived with an aunt who had asked for help three times."]
    assert said(entry, "learning") == ["listen", "believe her."]


def test_a_row_read_twice_is_kept_once_and_numbers_that_differ_are_shown():
    (entry,) = read_rows(
        row("Jan 2023 - Lecds City Council - Child Juniper", "In 2016, before Junipcr's 19th birthday, Junipcr", ""),
        row(LEEDS, "In 2016, before Juniper's 18th birthday, Juniper was moved twice.", LEARNING),
    )
    assert entry.value("area").as_written == "Leeds City Council"
    assert said(entry, "key-issue") == ["In 2016, before Juniper's 18th birthday, Juniper was moved twice."]
    (problem,) = [problem for problem in entry.problems if problem.code == "readings-disagree"]
    assert ["19th" in problem.evidence[0].quote, "18th" in problem.evidence[1].quote] == [True, True]


@pytest.mark.parametrize(("first", "second"), [("Child A", "Child B"), ("Baby KK", "Baby LL"), ("Child 1", "Child 2")])
def test_two_cases_of_one_council_are_never_one_case_read_twice(first, second):
    entries = read_rows(
        row(f"Jan 2023 – Surrey County Council – {first}", f"{first} was taken to hospital by ambulance.", LEARNING),
        row(f"Jan 2023 – Surrey County Council – {second}", f"{second} was taken to hospital by ambulance.", LEARNING),
    )
    assert [entry.value("label") for entry in entries] == [first, second]
    assert [len(said(entry, "learning")) for entry in entries] == [2, 2]


def test_what_was_cut_off_is_reported_and_not_glued_to_the_next_sentence():
    (entry,) = read_rows(
        row(LEEDS, "Juniper was known to Early Help and Health", LEARNING),
        row("", "At the time of the visit she was at school.", ""),
    )
    assert said(entry, "key-issue") == [
        "Juniper was known to Early Help and Health",
        "At the time of the visit she was at school.",
    ]
    assert "cut-off" in codes(entry)


def test_a_link_at_the_beginning_belongs_to_the_case_above_that_has_none():
    first, second = read_rows(
        row(LEEDS, "Juniper lived with an aunt.", LEARNING),
        row(KENT, "Read full overview (PDF)Sorrel lived alone. <u>Read practice review (PDF)</u>", LEARNING),
    )
    assert [link.label for link in first.values("link")] == ["Read full overview (PDF)"]
    assert [link.label for link in second.values("link")] == ["Read practice review (PDF)"]
    assert said(second, "key-issue") == ["Sorrel lived alone."]


def test_recommendations_whose_label_was_lost_after_the_end_of_a_list():
    (entry,) = read_rows(
        row(
            LEEDS,
            "Juniper lived with an aunt.",
            bullets("Findings:", "listen;", "believe her.", "the Home Office should pay;", "courts should be told."),
        ),
    )
    assert said(entry, "learning") == ["listen", "believe her."]
    assert said(entry, "recommendation") == ["the Home Office should pay", "courts should be told."]
    assert "label-lost" in codes(entry)


def test_two_items_in_one_bullet_are_two_and_a_list_after_a_colon_is_one():
    (entry,) = read_rows(
        row(
            LEEDS,
            "Concerns included: drink; drugs; debts.",
            bullets("Learning:", "isolation harms children; schools should act on it;", "importance of: play; sleep."),
        ),
    )
    assert said(entry, "key-issue") == ["Concerns included: drink; drugs; debts."]
    assert said(entry, "learning") == [
        "isolation harms children",
        "schools should act on it",
        "importance of: play; sleep.",
    ]


def test_integrated_items_are_learning_and_recommendation_with_the_same_evidence():
    (entry,) = read_rows(
        row(
            LEEDS, "Juniper moved.", bullets("Learning and recommendations are integrated:", "ask her;", "tell the GP.")
        ),
    )
    assert entry.value("integrated") is True
    assert said(entry, "learning") == said(entry, "recommendation") == ["ask her", "tell the GP."]
    kinds = [statement.kind for statement in entry.values("statement")]
    assert kinds == ["key-issue", "learning", "learning", "recommendation", "recommendation"]


def test_a_header_fused_with_the_first_case():
    (entry,) = read_rows(
        row(f"CASE {LEEDS}", "KEY ISSUES Juniper moved twice.", bullets("LEARNING &amp; RECOMMENDATIONS", "ask her.")),
    )
    assert entry.value("label") == "Child Juniper"
    assert said(entry, "key-issue") == ["Juniper moved twice."]
    assert said(entry, "learning") == ["ask her."]


def test_makes_no_recommendations_but_sets_out_actions():
    (entry,) = read_rows(
        row(
            LEEDS,
            "Juniper moved.",
            bullets(
                "Learning:", "ask her.", "Makes no recommendations but sets out actions including:", "hold an event."
            ),
        ),
    )
    assert entry.value("recommendations_made").status == "none"
    assert said(entry, "action") == ["hold an event."]
