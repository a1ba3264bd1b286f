"""The many ways in which one case of a list is laid out, and what its sentences say beside statements."""

import pytest

from lessonbook import reading
from lessonbook.domain import RecommendationsMade
from lessonbook.extraction import listing, unaccounted

HEADING = "2018 – Kent – Child Z9"
HARM = "Death of a 3-year-old boy in 2016."


def read(source):
    document = reading.read_here(source.encode())
    extraction = listing.extract(document)
    assert unaccounted(document, extraction) == ()
    return extraction.entries


def said(entry):
    return [(statement.kind, statement.text) for statement in entry.values("statement")]


LEARNING = "Learning: visit early; record it."
LINK = "Read the overview report"
LINKED = f"<a href='/a'>{LINK}</a>"


def page(body):
    return f"<!doctype html><html><body>{body}</body></html>"


LAYOUTS = {
    "one line": f"{HEADING} {HARM} {LEARNING} Keywords: housing, aunts {LINK}",
    "one line each": f"{HEADING}\n{HARM}\n{LEARNING}\nKeywords: housing, aunts\n{LINK}",
    "bold heading that opens the paragraph": (
        f"**{HEADING}** {HARM} **Learning:** visit early; record it. **Keywords:** housing, aunts\n\n{LINK}"
    ),
    "bullets": (
        f"## {HEADING}\n\n{HARM}\n\nLearning:\n\n- visit early; and\n- record it.\n\n"
        f"Keywords: housing, aunts\n\n[{LINK}](https://x.example/a.pdf)"
    ),
    "labels as headings": page(
        f"<h3>{HEADING}</h3><p>{HARM}</p><h4>Learning</h4><ol><li>visit early;</li><li>record it.</li></ol>"
        f"<h4>Keywords</h4><p>housing, aunts</p><p>{LINKED}</p>"
    ),
    "a section that opens": page(
        f"<details><summary>{HEADING}</summary><p>{HARM}</p><p>{LEARNING}</p>"
        f"<p>Keywords: housing, aunts</p><p>{LINKED}</p></details>"
    ),
    "items of a list": page(
        f"<ul><li><p><strong>{HEADING}</strong></p><p>{HARM}</p><p>{LEARNING}</p>"
        f"<p>Keywords: housing, aunts<br>{LINKED}</p></li></ul>"
    ),
    "a list of terms": page(
        f"<dl><dt>{HEADING}</dt><dd>{HARM} {LEARNING} Keywords: housing, aunts<br>{LINKED}</dd></dl>"
    ),
    "a table of one column": page(
        f"<table><tr><td><p><b>{HEADING}</b></p><p>{HARM}</p><p>{LEARNING}</p>"
        f"<p>Keywords: housing, aunts</p><p>{LINK}</p></td></tr></table>"
    ),
    "text with markup": f"{HEADING}<br>{HARM}<br>{LEARNING}<br>Keywords: housing, aunts<br>{LINKED}",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_case_is_the_same_in_every_layout(layout):
    (entry,) = read(LAYOUTS[layout])

    assert (entry.value("published").edtf, entry.value("area").as_written) == ("2018", "Kent")
    assert entry.value("label") == "Child Z9"
    assert entry.value("harm").as_written == HARM
    assert said(entry) == [("learning", "visit early"), ("learning", "record it.")]
    assert entry.value("keywords") == ("housing", "aunts")
    assert [link.label for link in entry.values("link")] == ["Read the overview report"]
    assert entry.problems == ()


@pytest.mark.parametrize("dash", ["-", "–", "—", "\u2011", "--", " – - "])
def test_dashes_of_any_kind_part_a_heading(dash):
    (entry,) = read(f"2018 {dash} Kent {dash} Child Z9\n{HARM}\nLearning: visit early; record it.")

    assert (entry.value("area").as_written, entry.value("label")) == ("Kent", "Child Z9")


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("2018 – Kent – Child Z9 and siblings", "Child Z9 and siblings"),
        ("2018 - Kent- Children F, G and H", "Children F, G and H"),
        ("2018 – Kent – Child Z9 (serious case review)", "Child Z9"),
    ],
)
def test_a_label_goes_to_the_end_of_its_line(heading, label):
    (entry,) = read(f"{heading}\n{HARM}\nLearning: visit early; record it.")

    assert (entry.value("area").as_written, entry.value("label")) == ("Kent", label)


def test_an_area_that_nobody_knows_is_kept_as_written():
    (entry,) = read(f"2018 – Northmoor – Child Z9\n{HARM}\nLearning: visit early; record it.")

    assert (entry.value("area").as_written, entry.value("area").status) == ("Northmoor", "unresolved")
    assert entry.value("label") == "Child Z9"


def test_a_heading_with_a_name_alone_begins_a_case():
    first, second = read(
        f"Baby Z9\n\n{HARM}\n\nLearning include: ask.\n\nBaby Y\n\n{HARM}\n\nLearning include: look.\n"
    )

    assert (first.value("label"), second.value("label")) == ("Baby Z9", "Baby Y")
    assert (said(first), said(second)) == ([("learning", "ask.")], [("learning", "look.")])
    assert {problem.code for problem in first.problems} == {"date-missing", "area-missing"}


@pytest.mark.parametrize(
    "words", ["Makes no recommendations.", "Recommendations: none made.", "No recommendations made."]
)
def test_that_no_recommendations_are_made_is_a_fact_and_no_statement(words):
    (entry,) = read(f"{HEADING}\n{HARM}\nLearning: visit early; record it.\n{words}")

    assert said(entry) == [("learning", "visit early"), ("learning", "record it.")]
    assert entry.value("recommendations_made").status == "none"
    assert entry.value("recommendations_made").as_written in words


def test_considerations_in_place_of_recommendations_are_statements():
    (entry,) = read(
        f"{HEADING}\n{HARM}\nLearning: visit early. Makes no recommendations but identifies considerations including: "
        "how to ask; when to ask."
    )

    assert said(entry) == [
        ("learning", "visit early."),
        ("consideration", "how to ask"),
        ("consideration", "when to ask."),
    ]
    assert entry.value("recommendations_made").status == "none"


@pytest.mark.parametrize(
    ("sentence", "is_statement"),
    [
        ("Makes recommendations for a shared register of unsafe homes.", True),
        ("Makes recommendations that visits are recorded on the day.", True),
        ("Makes various recommendations on record keeping and supervision.", True),
        ("Makes recommendations for police training.", True),
        ("Makes recommendations to the board about safer sleep.", True),
        ("Makes recommendations for all agencies.", False),
        ("Makes multi-agency and single agency recommendations.", False),
        ("Makes 14 recommendations to the LSCB and partner agencies.", False),
    ],
)
def test_a_sentence_about_recommendations_is_one_where_it_names_content(sentence, is_statement):
    (entry,) = read(f"2012Kent – Child Z9\n{HARM} She was known to nobody.\n{sentence}\nHousing, falls.")

    assert (("recommendation", sentence) in said(entry)) is is_statement
    expected = RecommendationsMade("made", None if is_statement else sentence)
    assert entry.value("recommendations_made") == expected
    assert entry.value("keywords") == ("Housing", "falls")


@pytest.mark.parametrize(
    "line", ["Neglect.", "Suicide, self-harm", "Parents with mental health problems, young carers."]
)
def test_keywords_need_no_label(line):
    (entry,) = read(f"2012Kent – Child Z9\n{HARM}\nMakes recommendations for a shared register.\n{line}")

    assert ", ".join(entry.value("keywords")) == line.rstrip(".")


@pytest.mark.parametrize(
    "line", ["He was never seen alone.", "Staff, police and school had met twice the week before."]
)
def test_a_last_sentence_is_no_keyword(line):
    (entry,) = read(f"2012Kent – Child Z9\n{HARM}\nMakes recommendations for a shared register.\n{line}")

    assert entry.value("keywords") is None
    assert ("key-issue", line) in said(entry)


def test_ethnicity_is_a_fact_of_the_subject():
    (unstated,) = read(f"{HEADING}\n{HARM}\nEthnicity or nationality not stated.\nLearning: visit early.")
    (stated,) = read(f"{HEADING}\n{HARM}\nZ9 was White British.\nLearning: visit early.")

    assert unstated.value("subject").ethnicity.status == "not-stated"
    assert said(unstated) == [("learning", "visit early.")]
    assert stated.value("subject").ethnicity.status == "stated"
    assert ("key-issue", "Z9 was White British.") in said(stated)


def test_ethnicity_goes_to_the_child_that_it_names():
    source = "2018 – Kent – Child Y and Child Z\nDeath of a 3-year-old boy and injury of a 5-year-old girl in 2016.\n"
    (entry,) = read(f"{source}Child Y was White British. Child Z was Black British.\nLearning: visit early.")

    words = {subject.label: subject.ethnicity.as_written for subject in entry.values("subject")}
    assert "White" in words["Child Y"]
    assert "Black" in words["Child Z"]


def test_integrated_learning_and_recommendations_are_both():
    (entry,) = read(f"{HEADING}\n{HARM}\nLearning and recommendations are integrated: visit early; record it.")

    assert said(entry) == [
        ("learning", "visit early"),
        ("learning", "record it."),
        ("recommendation", "visit early"),
        ("recommendation", "record it."),
    ]
    assert entry.value("integrated") is True


def test_a_background_that_is_a_list_gives_its_items():
    (entry,) = read(
        f"{HEADING}\n{HARM}\nBackground: history of moves; debts; and no school place. Mother was ill; she hid it."
    )

    assert said(entry) == [
        ("key-issue", "history of moves"),
        ("key-issue", "debts"),
        ("key-issue", "no school place."),
        ("key-issue", "Mother was ill; she hid it."),
    ]


def test_two_links_in_a_line_are_two():
    (entry,) = read(
        page(
            f"<p>{HEADING}<br>{HARM}<br>Learning: visit early.<br><a href='https://x.example/1'>{LINK}</a> | "
            "<a href='https://x.example/2'>Read the executive summary</a></p>"
        )
    )

    assert [(link.label, link.url) for link in entry.values("link")] == [
        (LINK, "https://x.example/1"),
        ("Read the executive summary", "https://x.example/2"),
    ]


def test_a_heading_that_is_a_link_keeps_its_target():
    (entry,) = read(page(f"<h3><a href='https://x.example/9'>{HEADING}</a></h3><p>{HARM}</p><p>{LEARNING}</p>"))

    assert [(link.label, link.url) for link in entry.values("link")] == [(HEADING, "https://x.example/9")]
