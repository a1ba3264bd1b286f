import pytest

from lessonbook.domain import Document, Evidence, EvidenceError, Page, Passage, evidence_of


def document(text: str, pages: tuple[Page, ...] = ()) -> Document:
    return Document(sha256="ab" * 32, format="text", text=text, blocks=(), pages=pages)


def at(doc: Document, words: str) -> Passage:
    return Passage.at(words, doc.text.index(words))


def test_evidence_is_the_very_words_with_their_page():
    doc = document("First page.\nSecond page.", (Page(1, 0, 12), Page(2, 12, 24)))
    (piece,) = evidence_of(at(doc, "Second"), doc)
    assert piece == Evidence(doc.sha256, 2, 12, 18, "Second")
    assert piece.holds_in(doc.text)


def test_words_from_two_places_are_two_pieces():
    doc = document("a plan was made\tnobody came\nand then forgotten")
    joined = at(doc, "a plan was made").join(at(doc, "and then forgotten"))
    assert joined.text == "a plan was made and then forgotten"
    assert [piece.quote for piece in evidence_of(joined, doc)] == ["a plan was made", "and then forgotten"]


@pytest.mark.parametrize("between", [" <b>", "\n", "  ", "</i> <u>"])
def test_markup_or_white_space_between_two_runs_is_bridged(between):
    doc = document(f"one{between}two")
    (piece,) = evidence_of(at(doc, "one").join(at(doc, "two")), doc)
    assert piece.quote == doc.text


def test_a_page_between_two_runs_is_not_bridged():
    doc = document("one\ntwo", (Page(1, 0, 4), Page(2, 4, 7)))
    assert [piece.page for piece in evidence_of(at(doc, "one").join(at(doc, "two")), doc)] == [1, 2]


def test_wording_between_two_runs_is_never_swallowed():
    doc = document("one x two")
    assert len(evidence_of(at(doc, "one").join(at(doc, "two")), doc)) == 2


@pytest.mark.parametrize("passage", [Passage(""), Passage("in no place"), Passage.at("beyond", 400)])
def test_a_passage_without_a_place_is_refused(passage):
    with pytest.raises(EvidenceError, match="no place in its document"):
        evidence_of(passage, document("short"))


@pytest.mark.parametrize(
    ("start", "end", "quote"), [(0, 3, "two"), (0, 99, "one"), (-3, 3, "one"), (2, 2, ""), (4, 7, "TWO")]
)
def test_a_quote_that_is_not_there_does_not_hold(start, end, quote):
    assert not Evidence("ab" * 32, None, start, end, quote).holds_in("one two")
