"""What `lessonbook show` says of statements of a full report."""

import pytest

from helpers.invented_cases import review
from lessonbook.cli import statements as shown
from lessonbook.domain import Evidence, Statement

PLACE = Evidence("d" * 64, 3, 10, 20, "0123456789")
PICTURE = Evidence("d" * 64, 4, 30, 40, "0123456789", 0.93)


def said(kind, text, *, evidence=(PLACE,), **more):
    return Statement("s", kind, text, evidence=evidence, **more)


@pytest.fixture
def printed(capsys):
    def lines(*statements):
        shown.show_statements(review(statements=statements))
        return [line.strip() for line in capsys.readouterr().out.splitlines() if line.strip()]

    return lines


def test_a_statement_in_parts_is_shown_in_parts_under_its_number(printed):
    parts = ("train staff", "and write a plan.")
    lines = printed(said("recommendation", f"The Board should: {' '.join(parts)}", number="4", parts=parts))
    assert lines[:4] == ["Recommendations", "4. The Board should:", "– train staff", "– and write a plan."]


def test_to_whom_and_by_when_are_shown_beside_it(printed):
    assert "for: Police; when: May 2030" in printed(
        said("action", "Train.", addressed_to="Police", timescale="May 2030")
    )


def test_what_the_document_describes_of_others_stands_apart_and_last(printed):
    lines = printed(said("recommendation", "Theirs.", attributed_to="the Elm Inquiry"), said("good-practice", "Ours."))
    assert [line for line in lines if not line.startswith(("•", "d"))] == [
        "Good practice",
        "Recommendations of the Elm Inquiry that the document describes",
    ]


def test_words_from_a_picture_say_so_and_how_sure(printed):
    lines = printed(said("learning", "Ask.", evidence=(PLACE, PICTURE)))
    assert " ".join(lines).endswith(
        "characters 10–20; dddddddddddd, page 4, characters 30–40, read from a picture, 93% sure"
    )
