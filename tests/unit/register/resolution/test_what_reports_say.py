"""How what full reports say is resolved: whose statement it is, parts, who commissioned it, how sure the reading is."""

from helpers.register_cases import Case, source
from lessonbook.domain import Claim, FieldConfidence, PartialDate, Period, Proceeding, StatementClaim
from lessonbook.register.resolution import Anchor, Edit, Source, resolve

TRAIN = "The Board should train everybody."


def spoken(name, *claims):
    bare = source(Case(area=None, label=None, published=None, statements=()), name)
    return Source(bare.key, bare.document, claims)


def statement(text=TRAIN, kind="recommendation", confidence=None, reasons=(), **more):
    return Claim("statement", StatementClaim(kind, text, **more), confidence=confidence, reasons=reasons)


def field(name, value, confidence=None, reasons=(), certainty="stated"):
    return Claim(name, value, certainty=certainty, confidence=confidence, reasons=reasons)


def test_a_quoted_recommendation_is_never_one_with_the_review_s_own():
    quoted = statement(attributed_to="the Elm Inquiry")
    review = resolve("r", [spoken("a", statement(), quoted), spoken("b", quoted, statement())])
    assert [one.attributed_to for one in review.statements] == [None, "the Elm Inquiry"]
    assert len({one.id for one in review.statements}) == 2


def test_a_digest_and_a_report_that_say_the_same_fill_one_statement():
    digest = statement("the Board should train everybody", addressees=("partnership",))
    report = statement(number="4", parts=("train everybody.",), addressed_to="The Board", timescale="May 2030")
    for sources in ([spoken("a", digest), spoken("b", report)], [spoken("b", report), spoken("a", digest)]):
        (one,) = resolve("r", sources).statements
        assert (one.number, one.parts, one.addressed_to, one.timescale) == (
            *("4", ("train everybody.",)),
            *("The Board", "May 2030"),
        )
        assert one.addressees == ("partnership",)


def test_an_editor_s_statement_takes_the_place_of_the_whole_value():
    before = resolve("r", [spoken("a", statement(number="4", timescale="May 2030"))])
    wanted = StatementClaim("good-practice", TRAIN, number="5", attributed_to="the Elm Inquiry")
    edit = Edit("statement", wanted, before.statements[0].id)
    (after,) = resolve("r", [spoken("a", statement(number="4", timescale="May 2030"))], [edit]).statements
    assert (after.kind, after.number, after.timescale, after.attributed_to) == (
        *("good-practice", "5"),
        *(None, "the Elm Inquiry"),
    )


def test_commissioner_reviewer_period_and_proceedings_are_shown():
    sources = [
        spoken(
            "a",
            field("commissioner", "Elm Board"),
            field("reviewer", "independent reviewer"),
            field("period", Period("from May 2029", None)),
            field("proceeding", Proceeding("criminal", "A trial was held.")),
        ),
        spoken(
            "b",
            field("period", Period("May 2029 to June 2030", PartialDate("2029-05/2030-06"))),
            field("proceeding", Proceeding("criminal", "a trial was held")),
            field("proceeding", Proceeding("coroner", "An inquest is open.")),
        ),
    ]
    review = resolve("r", sources)
    assert (review.commissioner, review.reviewer) == ("Elm Board", "independent reviewer")
    assert review.period.as_written == "May 2029 to June 2030"
    assert [one.kind for one in review.proceedings] == ["criminal", "coroner"]
    assert review.problems == ()


def test_periods_that_cannot_both_be_are_a_conflict():
    sources = [
        spoken(name, field("period", Period(words, PartialDate(dates))))
        for name, words, dates in (("a", "2021 to 2022", "2021/2022"), ("b", "2024 to 2025", "2024/2025"))
    ]
    (problem,) = resolve("r", sources).problems
    assert problem.code == "sources-disagree"
    assert "the period under review" in problem.message


def test_a_list_of_proceedings_can_be_claimed_whole():
    edit = Edit("proceeding", (Proceeding("care", "Care orders were made."),))
    said = spoken("a", field("proceeding", Proceeding("criminal", "A trial was held."), 0.8))
    review = resolve("r", [said], [edit])
    assert [one.kind for one in review.proceedings] == ["care"]
    assert review.confidence == ()


def test_a_field_is_as_sure_as_the_claim_that_is_shown():
    sure = field("published", PartialDate("2030-05"), 0.97, ("on-the-cover",))
    less = field("published", PartialDate("2030"), 0.4, ("completion-date",), "unsure")
    review = resolve("r", [spoken("a", sure), spoken("b", less)])
    assert review.confidence == (FieldConfidence("published", 0.97, ("on-the-cover",)),)


def test_what_an_editor_decided_is_no_reading():
    sure = field("label", "Child Z", 0.97, ("on-the-cover",))
    assert resolve("r", [spoken("a", sure)], [Edit("label", "Child Y")]).confidence == ()


def test_statements_of_a_kind_are_as_sure_as_the_least_sure_and_two_documents_make_surer():
    unsure = statement("Train twice.", confidence=0.6, reasons=("in-running-text",))
    review = resolve("r", [spoken("a", statement(confidence=0.98), unsure)])
    assert review.confidence == (FieldConfidence("statement:recommendation", 0.6, ("in-running-text",)),)
    again = statement("Train twice.", confidence=0.9, reasons=("numbered",))
    both = resolve("r", [spoken("a", statement(confidence=0.98), unsure), spoken("b", again)])
    assert both.confidence == (FieldConfidence("statement:recommendation", 0.9, ("numbered",)),)


def test_documents_that_do_not_say_how_sure_they_are_leave_nothing():
    assert resolve("r", [source(Case(age=(140, 146)))]).confidence == ()


def test_an_edit_whose_statement_is_gone_does_not_move_to_another_review_s_words():
    before = resolve("r", [spoken("a", statement())])
    edit = Edit("statement", None, before.statements[0].id, anchor=Anchor("recommendation", TRAIN))
    after = resolve("r", [spoken("a", statement(attributed_to="the Elm Inquiry"))], [edit])
    assert [one.attributed_to for one in after.statements] == ["the Elm Inquiry"]
