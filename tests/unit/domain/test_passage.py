from lessonbook.domain import Mark, Passage, Run, Span

ENTITY = Passage("A&E staff", (Run(0, 1, 10, 11), Run(1, 2, 11, 16), Run(2, 9, 16, 23)))  # A&amp;E staff


def test_an_entity_is_one_character_over_five():
    assert ENTITY.spans() == (Span(10, 23),)
    assert ENTITY.cut(1, 2).spans() == (Span(11, 16),)
    assert ENTITY.cut(2).spans() == (Span(16, 23),)


def test_cutting_takes_marks_along():
    passage = Passage.at("see the full report here", 100, [Mark(8, 19, "link", "https://example.org/r")])
    assert passage.cut(4, 12).marks == (Mark(4, 8, "link", "https://example.org/r"),)
    assert passage.cut(20).links() == ()


def test_joining_keeps_both_places_and_marks():
    joined = Passage.at("one", 5).join(Passage.at("two", 50, [Mark(0, 3, "italic")]), between=" … ")
    assert joined.text == "one … two"
    assert joined.spans() == (Span(5, 8), Span(50, 53))
    assert joined.marks == (Mark(6, 9, "italic"),)
    assert joined.cut(6).spans() == (Span(50, 53),)


def test_stripping_moves_the_place():
    assert Passage.at("  both ends;  ", 7).strip().strip(";").spans() == (Span(9, 18),)


def test_what_is_empty_stands_nowhere():
    assert not Passage.at("   ", 3).strip()
    assert Passage.at("   ", 3).strip().spans() == ()
    assert Passage.at("words", 3).cut(4, 2) == Passage("")
