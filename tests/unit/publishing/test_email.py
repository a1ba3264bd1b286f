"""The e-mail: a draft that mail programs open, with nothing in sight that distresses."""

from email import message_from_bytes
from email.policy import default

import pytest
from lxml import html

from helpers.hostile_texts import BEYOND_FONTS, MARKUP, SCRIPTS
from helpers.invented_cases import review, reviews, settings
from lessonbook.domain import Link, Relevance
from lessonbook.publishing import compose, render


def message_of(*chosen, **changes):
    return message_from_bytes(render(compose(chosen, settings(**changes)), "email"), policy=default)


def text_of(message) -> str:
    return message.get_body(("plain",)).get_content().replace("\r\n", "\n")


def page_of(message):
    return html.fromstring(message.get_body(("html",)).get_content())


def test_it_is_text_and_html_of_one_message():
    message = message_of(*reviews(3))
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert message.defects == []


def test_headers_are_those_of_a_draft_without_recipient():
    message = message_of(*reviews(3))
    assert message["Subject"] == "Lessons Learned Research Digest, Issue 5 – December 2021"
    assert message["From"] == "Darlington Safeguarding Partnership <digest@lessonbook.invalid>"
    assert message["To"] is None
    assert message["X-Unsent"] == "1"
    assert message["Date"].datetime.date().isoformat() == "2021-12-03"
    assert message_of(sender="digest@example.org")["From"].addresses[0].addr_spec == "digest@example.org"


def test_subject_and_preview_say_nothing_of_what_happened():
    message = message_of(*reviews(30))
    preview = page_of(message).find("body")[0].text
    assert preview == text_of(message).splitlines()[0]
    assert preview == "30 reviews to learn from. Please read the note at the top first."


def test_one_line_a_case_with_its_link_where_there_is_one():
    linked = review(links=(Link("Read it", "https://example.org/a"),))
    message = message_of(linked, review(id="2", label="Child B"))
    items = [item for item in page_of(message).iter("li") if "statements" not in item.text_content()]
    assert [item.text_content() for item in items if "Child" in item.text_content()] == [
        "Mar 2021 – Kent – Child A",
        "Mar 2021 – Kent – Child B",
    ]
    assert [a.get("href") for a in page_of(message).iter("a")] == ["https://example.org/a"]
    assert "- Mar 2021 – Kent – Child A\n  <https://example.org/a>\n- Mar 2021 – Kent – Child B\n" in text_of(message)


def test_what_happened_stays_behind_the_link():
    message = message_of(review())
    for text in (text_of(message), page_of(message).text_content()):
        assert "Neglect of an 8-year-old." not in text
        assert "A key issue" not in text


def test_the_content_note_comes_first():
    for text in (text_of(message_of(*reviews(3))), page_of(message_of(*reviews(3))).text_content()):
        assert text.index("This digest describes") < text.index("Local learning")


def test_relevant_cases_are_marked():
    message = message_of(review(relevance=Relevance(relevant=True, reason="a like plan")))
    assert "  Relevant to Darlington: a like plan\n" in text_of(message)
    assert [em.text for em in page_of(message).iter("em")] == ["Relevant to Darlington: a like plan"]


def test_it_ends_with_the_sources():
    message = message_of(review())
    assert "1 (page 1, 100–131)" in " ".join(text_of(message).split()).split("Sources")[-1]
    assert "1 (page 1, 100–131)" in page_of(message).text_content().split("Sources")[-1]


@pytest.mark.parametrize("text", [*MARKUP, *SCRIPTS, *BEYOND_FONTS])
def test_a_text_stays_the_text_it_is(text):
    message = message_of(review(label=text), title=text)
    assert message["Subject"].startswith(" ".join(text.split()))
    assert any(item.text_content() == f"Mar 2021 – Kent – {text}" for item in page_of(message).iter("li"))


def test_lines_are_no_longer_than_mail_allows():
    data = render(compose(reviews(30), settings()), "email")
    assert max(len(line) for line in data.split(b"\r\n")) <= 998
    assert b"\n" not in data.replace(b"\r\n", b"")
