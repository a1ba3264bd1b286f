"""A kind of review that a reader joined to the sentence about the harm is parted from it again."""

import pytest

from lessonbook import extraction, reading

PAGE = """# Lessons for Practice

## National learning - adults

| CASE | KEY ISSUES | LEARNING |
| --- | --- | --- |
| Mar 2023 – Shropshire – Thistle {words} | He lived alone. | Learning: ask twice. |
"""


@pytest.mark.parametrize(
    ("words", "harm", "kinds"),
    [
        ("Safeguarding adult review Death of a man in his 60s.", "Death of a man in his 60s.", ("sar",)),
        ("(Safeguarding adult review) Death of a man in his 60s.", "Death of a man in his 60s.", ("sar",)),
        (
            "Safeguarding adult review about a man in his 60s.",
            "Safeguarding adult review about a man in his 60s.",
            ("sar",),
        ),
        ("Death of a man in his 60s.", "Death of a man in his 60s.", ()),
    ],
)
def test_the_kind_is_no_part_of_the_harm(words, harm, kinds):
    (entry,) = extraction.extract(reading.read_here(PAGE.format(words=words).encode())).entries
    assert entry.value("harm").as_written == harm
    assert (entry.value("kinds") or ()) == kinds
