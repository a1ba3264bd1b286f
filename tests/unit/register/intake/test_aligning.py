from helpers.register_cases import KENT, LEEDS
from lessonbook.domain import Claim, Evidence, PartialDate, StatementClaim
from lessonbook.register.intake.aligning import align


def entry(*statements, area=LEEDS, label="Child Z", start=0):
    place = (Evidence("a" * 64, None, start, start + 5, "words"),)
    heading = (Claim("area", area, place), Claim("label", label, place), Claim("published", PartialDate("2031"), place))
    return (*heading, *(Claim("statement", StatementClaim("learning", text), place) for text in statements))


def test_entries_are_told_by_what_they_say_first():
    old = [entry("Ask.", "Tell.", label="Child Z"), entry("Call.", "Train.", label="Child Y")]
    new = [entry("Call.", "Train.", label="Child Z"), entry("Ask.", "Tell.", label="Child Y")]
    assert align(old, new, same_text=True) == {0: 1, 1: 0}


def test_then_by_their_heading():
    old = [entry("Ask.", label="Child Z"), entry("Call.", label="Child Y")]
    new = [entry("Other.", label="Child Y"), entry("Another.", label="Child Z")]
    assert align(old, new, same_text=False) == {0: 1, 1: 0}


def test_then_by_their_place_where_the_text_is_the_same():
    old = [entry("Ask.", start=0), entry("Call.", area=KENT, start=50)]
    new = [entry("New.", label="Baby Q", start=50), entry("Newer.", label="Baby R", start=0)]
    assert align(old, new, same_text=True) == {0: 1, 1: 0}
    assert align(old, new, same_text=False) == {}


def test_no_entry_is_two():
    old = [entry("Ask.", "Tell.")]
    assert align(old, [entry("Ask.", "Tell."), entry("Ask.", "Tell.")], same_text=True) == {0: 0}
    assert align(old * 2, [entry("Ask.", "Tell.")], same_text=True) == {0: 0}
