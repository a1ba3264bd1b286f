from helpers import small_reports
from lessonbook.domain import Document, Span, StatementClaim
from lessonbook.extraction.report import key_issues, sections
from lessonbook.reading import read_here


def _read(text: str) -> Document:
    return read_here(text.encode())


def _chosen(document: Document, taken: tuple[Span, ...] = ()) -> list[str]:
    claims = key_issues.choose(document, sections.read(document), taken)
    assert all(isinstance(claim.value, StatementClaim) and claim.value.kind == "key-issue" for claim in claims)
    assert all(piece.holds_in(document.text) for claim in claims for piece in claim.evidence)
    return [claim.value.text for claim in claims if isinstance(claim.value, StatementClaim)]


TOLD = (
    "In January 2019 police were called to an assault on the mother by her former partner.",
    "The health visitor recorded bruising to the baby in February 2019 and made no referral.",
    "A social worker closed the assessment in March 2019 without seeing the father.",
    "The midwife heard in April 2019 of cannabis and alcohol during the pregnancy.",
    "The nursery reported weight loss and dirty clothes in May 2019 to early help.",
    "The landlord cut off the heating in June 2019 and housing officers were unaware.",
    "Paramedics treated a burn in July 2019 that the grandmother could not explain.",
    "The hospital discharged the baby in August 2019 although the consultant suspected neglect.",
    "Probation learned in September 2019 that the stepfather had left prison on bail.",
    "An appointment with the GP was cancelled in October 2019 and never rearranged.",
    "The baby died in November 2019 of a head injury at the family's flat.",
)
LONG = "\n\n".join(TOLD)
EVENTS = f"# Serious Case Review\n\n## Summary of events\n\n{LONG}\n"


def test_at_most_eight_in_order_of_time() -> None:
    chosen = _chosen(_read(EVENTS))
    assert len(chosen) == 8
    places = [EVENTS.index(text) for text in chosen]
    assert places == sorted(places)


def test_a_later_telling_of_an_earlier_time_comes_first() -> None:
    text = """# Review

## Summary

In May 2020 the baby died in hospital of a head injury.

## Summary of events

In June 2019 the health visitor made no referral after bruising to the baby was seen.
"""
    assert [sentence[:12] for sentence in _chosen(_read(text))] == ["In June 2019", "In May 2020 "]


def test_words_that_are_taken_are_not_chosen_again() -> None:
    document = _read(EVENTS)
    free = _chosen(document)
    at = document.text.index(free[0])
    again = _chosen(document, (Span(at, at + len(free[0])),))
    assert free[0] not in again
    assert again


def test_sentences_that_lean_on_others_or_speak_of_the_review_are_left_out() -> None:
    text = """# Review

## Summary of events

This led to an injury to the baby and the police were called to the home.

However, the social worker closed the case in May 2019 after the assault on the mother.

The panel noted the injury to the baby that the social worker had not seen in May 2019.

Services should have seen the injury to the baby before the death in May 2019.

The social worker closed the case in May 2019 after the assault on the mother.
"""
    assert _chosen(_read(text)) == ["The social worker closed the case in May 2019 after the assault on the mother."]


def test_a_chronology_in_a_table_is_read_with_the_dates_of_its_rows() -> None:
    text = """# Review

## Chronology

| Date | Event |
|---|---|
| 3 March 2020 | Police found the mother injured after an assault by her partner. |
| 1 May 2019 | The health visitor recorded bruising and no referral was made. |
"""
    assert [sentence[:10] for sentence in _chosen(_read(text))] == ["The health", "Police fou"]


def test_nothing_is_chosen_from_method_and_recommendations() -> None:
    text = """# Review

## Methodology

The police told of the death of the child in May 2019 and the assault on the mother.

## Recommendations

The police record the death of the child and the assault on the mother in May 2019.
"""
    assert _chosen(_read(text)) == []


def test_the_same_choice_every_time() -> None:
    document = _read(small_reports.PARTNERSHIP_REVIEW)
    assert _chosen(document) == _chosen(document) != []
