"""Addresses as pasted, and the names of what they lead to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessonbook.domain import LessonbookError
from lessonbook.sources.addresses import cleaned, is_address, name_of


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        (" https://www.Example.org/reports/ \n", "https://www.example.org/reports/"),
        ("https://example.org/a report.pdf#page=3", "https://example.org/a%20report.pdf"),
        ("https://example.org/a%20report.pdf?id=3&v=ä", "https://example.org/a%20report.pdf?id=3&v=%C3%A4"),
        ("HTTP://example.org", "http://example.org/"),
        ("http://bücher.example/x", "http://xn--bcher-kva.example/x"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
    ],
)
def test_an_address_is_made_fit_to_travel(pasted, clean):
    assert cleaned(pasted) == clean
    assert cleaned(clean) == clean


@pytest.mark.parametrize(
    "text",
    ["report.pdf", "ftp://example.org/x", "file:///etc/passwd", "https://", "http://exa mple:99999/", "http://[::1"],
)
def test_what_is_no_address_is_refused_in_a_sentence(text):
    with pytest.raises(LessonbookError, match="is no web address") as caught:
        cleaned(text)
    assert caught.value.code == "address-unclear"


def test_an_address_with_a_password_is_refused_and_the_password_not_told():
    with pytest.raises(LessonbookError) as caught:
        cleaned("https://officer:secret@example.org/x")
    assert "secret" not in caught.value.message


def cleaned_or_none(text):
    """The clean address, or none where it is refused as one ought to be."""
    try:
        return cleaned(text)
    except LessonbookError as error:
        return None if error.code == "address-unclear" else error


@given(st.text(max_size=60), st.sampled_from(["", "https://", "https://example.org/", "https://example.org/?"]))
def test_any_text_is_cleaned_or_refused(text, before):
    clean = cleaned_or_none(before + text)
    assert clean is None or (is_address(clean) and clean.isascii() and cleaned(clean) == clean)


@pytest.mark.parametrize(
    ("address", "media_type", "disposition", "name"),
    [
        ("https://example.org/files/Child%20A.pdf", "application/pdf", None, "Child A.pdf"),
        ("https://example.org/get?id=3", "application/pdf", None, "get.pdf"),
        ("https://example.org/", "text/html", None, "example.org.html"),
        ("https://example.org/news.htm", "text/html", None, "news.htm"),
        ("https://example.org/get", "application/pdf", 'attachment; filename="../../Report 1.pdf"', "Report 1.pdf"),
        (
            "https://example.org/get",
            "application/pdf",
            "attachment; filename*=UTF-8''Adolygiad%20%C5%B5.pdf",
            "Adolygiad ŵ.pdf",
        ),
        ("https://example.org/a%2Fb%00c%22.pdf", "application/pdf", None, "a b c .pdf"),
    ],
)
def test_the_name_of_a_file(address, media_type, disposition, name):
    assert name_of(address, media_type, disposition) == name


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=300))
def test_a_name_is_one_part_of_a_path(text):
    name = name_of("https://example.org/x", "application/pdf", f'attachment; filename="{text}"')
    assert name.endswith(".pdf")
    assert not set(name) & set('/\\<>:"|?*\0')
    assert name not in {".", ".."}
    assert len(name) <= 120
