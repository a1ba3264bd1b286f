"""Cases set apart from one another: tables on their side, boxes, headings with their parts in any order."""

import pytest

from helpers.digest_texts import said
from lessonbook import reading
from lessonbook.domain import Passage
from lessonbook.extraction import digest, unaccounted
from lessonbook.extraction.digest.headings import opens, read_heading


def read(*parts):
    data = f"<!doctype html><html lang=en><body>{''.join(parts)}</body></html>".encode()
    document = reading.read_here(data)
    extraction = digest.extract(document)
    assert unaccounted(document, extraction) == ()
    assert digest.fits(document) > 0.5
    return extraction


def table(*rows):
    return (
        "<table>" + "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"
    )


@pytest.mark.parametrize(
    ("text", "area", "label", "published"),
    [
        ("Child Osprey, Leeds Safeguarding Children Partnership, March 2022", "Leeds Safeguarding Children Partnership",
         "Child Osprey", "2022-03"),
        ("Serious Case Review: Child X, Leeds, 2019", "Leeds", "Child X", "2019"),
        ("Leeds SCP – 'Kite' – published 03/2022", "Leeds SCP", "Kite", "2022-03"),
        ("Child A – Northmoor SCP (March 2022)", "Northmoor SCP", "Child A", "2022-03"),
        ("Case 2: Child A (Kent)", "Kent", "Child A", None),
    ],
)  # fmt: skip
def test_the_parts_of_a_heading_stand_in_any_order(text, area, label, published):
    heading = read_heading(Passage(text))
    assert (heading.area.value.as_written, heading.label.value) == (area, label)
    assert (str(heading.published.value) if heading.published else None) == published
    assert opens(Passage(text))


@pytest.mark.parametrize(
    "text", ["Issue 12 | August 2022", "Family Hubs (Leeds)", "Conference – March 2022", "Autumn 2022"]
)
def test_what_is_no_heading_of_a_case(text):
    assert not opens(Passage(text))


def test_cases_side_by_side_also_where_a_page_cut_a_row():
    first, second = read(
        "<h1>Reviews at a glance</h1>",
        table(
            ("Case", "Child Osprey", "Child Plume"),
            ("Area", "Leeds City Council", "Kent County Council"),
            ("Published", "May 2022", "June 2022"),
            ("Learning", "Ask about the", "Fathers count."),
            ("", "grandparents.", ""),
            ("Recommendations", "Train all staff.", "Agree one policy."),
        ),
    ).entries
    assert (first.value("label"), str(second.value("published"))) == ("Child Osprey", "2022-06")
    assert said(first, "learning") == ["Ask about the grandparents."]
    assert said(second, "recommendation") == ["Agree one policy."]


def test_an_action_plan_and_the_training_are_no_cases():
    extraction = read(
        "<h1>Learning digest</h1><h2>Child Osprey – Leeds City Council (May 2022)</h2>",
        "<p>Death of a 3-year-old boy.</p><h3>Learning</h3><ul><li>Ask him.</li><li>Visit.</li></ul>",
        "<h2>Action plan</h2>",
        table(("Action", "Lead", "By when", "Progress"), ("Audit files", "Nurse", "March 2023", "Started")),
        "<h2>Training and events</h2><p>Learning hours take place each month.</p>",
    )
    (entry,) = extraction.entries
    assert said(entry, "learning") == ["Ask him.", "Visit."]
    assert [problem.code for problem in extraction.problems] == ["outside-a-case"]


def test_a_heading_above_a_list_addresses_it():
    (entry,) = read(
        "<h1>Learning digest</h1><h2>Child Osprey – Leeds City Council (May 2022)</h2>",
        "<h3>Learning</h3><p><b>For schools:</b></p><ul><li>Ask him.</li><li>Tell others.</li></ul>",
        "<p>Click <a href='https://example.org/osprey.pdf'>here</a> for the full report.</p>",
    ).entries
    statements = entry.values("statement")
    assert [(each.text, each.addressees) for each in statements] == [
        ("Ask him.", ("schools",)),
        ("Tell others.", ("schools",)),
    ]
    assert [link.url for link in entry.values("link")] == ["https://example.org/osprey.pdf"]
