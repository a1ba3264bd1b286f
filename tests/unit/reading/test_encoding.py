"""Every encoding that an office writes gives the same text, the same each time."""

import pytest

from lessonbook.reading.encoding import decode

TEXT = "Cafés – “ŵyn” and £5"
WESTERN = "Cafés – “naïve” and £5"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_told_with_and_without_a_mark(encoding):
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_what_is_not_unicode_is_windows():
    assert decode(WESTERN.encode("cp1252")).text == WESTERN
    assert decode(WESTERN.encode("cp1252")).encoding == "cp1252"


def test_a_declared_encoding_is_believed_where_the_bytes_fit_it():
    assert decode("ŵy".encode("iso8859-14"), "ISO-8859-14").text == "ŵy"
    assert decode("“x”".encode("cp1252"), "ISO-8859-1").text == "“x”"
    assert decode("é".encode(), "no-such-encoding").text == "é"


def test_a_few_wrong_bytes_do_not_spoil_the_rest():
    decoded = decode("naïve – é".encode() + b" \x93x\x94")
    assert decoded.text == "naïve – é “x”"
    assert decoded.misfits == 2


def test_bytes_that_windows_does_not_know_are_shown_as_unknown():
    assert decode(b"a\x81b\xe9").text == "a\ufffdbé"
