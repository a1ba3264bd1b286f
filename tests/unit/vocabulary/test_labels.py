"""Labels before the parts of a case, and labels of links."""

import pytest

from lessonbook.vocabulary import labels

LABELS = {
    "Learning:": "learning",
    "Learning : ": "learning",
    "LEARNING:": "learning",
    "Learning focuses on the following themes:": "learning",
    "Learning points relate to:": "learning",
    "Key learning points: ": "learning",
    "Learning point 3:": "learning",
    "Findings include:": "learning",
    "Key findings:": "learning",
    "Learning themes include:": "learning",
    "What we learned:": "learning",
    "Good practice:": "learning",
    "includes: ": "learning",
    "Learning and recommendations are integrated:": "integrated",
    "Recommendations: include: ": "recommendation",
    "Recommends:": "recommendation",
    "Recommendations are provided under the following themes:": "recommendation",
    "Recommendations to the partnership include: ": "recommendation",
    "Recommendation 1: ": "recommendation",
    "Identifies considerations including: ": "consideration",
    "Questions to consider:": "consideration",
    "Next steps:": "action",
    "Actions taken by the trust include: ": "action",
    "Key issues: include: ": "key-issue",
    "Issues identified include:": "key-issue",
    "Background:": "background",
    "Summary:": "background",
    "Model: ": "method",
    "Keywords: ": "keywords",
}
NO_LABELS = [
    "Learning to swim was offered",
    "Action to protect the children was slow: nobody came",
    "Recommends that the board should write a policy",
    "Recommendations 3",
    "The mother was seen: nobody asked",
    "Findings of the inquest were late",
    "Identifies an area of learning for schools as to attendance",
    "LEARNING & RECOMMENDATIONS",
    "",
]
LINKS = [
    "Read full overview (PDF)",
    "Read full report here",
    "full overview here",
    "View report online:",
    "> Read the overview report",
    "Read practice review (PDF)",
    "Read executive summary",
    "Overview report (PDF, 1.2MB)",
    "Download the full safeguarding adult review here",
    "Read the overview report Read the executive summary (PDF)",
    "https://example.org/report.pdf",
]
NO_LINKS = [
    "Read full overview (PDF)Father was charged",
    "The report was read by staff",
    "Full review of the evidence should be made",
    "Read about it in the next chapter of this story",
    "Learning review",
    "",
]


@pytest.mark.parametrize("text", LABELS)
def test_a_label_ends_where_the_text_begins(text):
    match = labels.label_at(f"{text}x; y")
    assert match is not None
    assert (match.role, match.end) == (LABELS[text], len(text))


@pytest.mark.parametrize("text", ["Learning", "  Next steps ", "RECOMMENDATIONS", "What we learned"])
def test_a_head_that_is_the_whole_text_needs_no_colon(text):
    match = labels.label_at(text)
    assert match is not None
    assert match.end == len(text)


@pytest.mark.parametrize("text", NO_LABELS)
def test_what_is_no_label(text):
    assert labels.label_at(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Makes no formal recommendations.", "."),
        ("Makes no recommendations but sets out actions including: a", " but sets out actions including: a"),
        ("The review makes no recommendations", ""),
    ],
)
def test_that_there_are_no_recommendations_is_told_without_a_colon(text, rest):
    match = labels.label_at(text)
    assert match is not None
    assert (match.role, text[match.end :]) == ("no-recommendations", rest)


def test_recommendations_that_were_not_followed_are_not_none():
    assert labels.label_at("No recommendations were implemented") is None


@pytest.mark.parametrize("text", LINKS)
def test_the_label_of_a_link(text):
    assert labels.link_label(text)


@pytest.mark.parametrize("text", NO_LINKS)
def test_what_is_no_link(text):
    assert not labels.link_label(text)
