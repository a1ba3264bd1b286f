import numpy as np
import pytest

from lessonbook.recurrence import SURE_ENOUGH, Shelf, sureness, words_of
from lessonbook.recurrence.sameness import Features, features_of
from lessonbook.recurrence.training import trained


def test_words_that_mean_alike_are_one():
    assert words_of("Ask the mum.").stems == words_of("ask the mother").stems


def test_grammar_numbers_and_denials_are_no_content():
    words = words_of("Do not leave them for 28 days")
    assert words.numbers == {"28"}
    assert words.denies
    assert "not" not in words.stems


def test_the_same_words_are_the_same():
    words = words_of("Share information with the school nurse.")
    assert sureness(1.0, words, words) > 0.9 > SURE_ENOUGH


def test_unlike_statements_are_not():
    one, other = words_of("Check the brakes of every bus."), words_of("Ask fathers about sleep.")
    assert sureness(0.1, one, other) < SURE_ENOUGH


def test_the_order_of_two_does_not_matter():
    one, other = words_of("Train staff on neglect"), words_of("Staff need training about neglect, not leaflets")
    assert features_of(0.7, one, other) == features_of(0.7, other, one)


def test_other_numbers_and_a_denial_contradict():
    assert features_of(0.9, words_of("within 5 days"), words_of("within 10 days")).contradiction == 1
    assert features_of(0.9, words_of("share records"), words_of("never share records")).contradiction == 1
    assert features_of(0.9, words_of("within 5 days"), words_of("within days")).contradiction == 0


def test_one_kind_of_act_is_seen_in_other_words():
    assert features_of(0.5, words_of("Train all staff"), words_of("Educate new officers")).same_act == 1


def test_no_words_have_nothing_in_common():
    assert features_of(0.5, words_of(""), words_of("the")).overlap == 0


def test_training_learns_what_divides():
    pairs = [(Features(likeness / 20, 0.2, 0.2, 0, 0, 0), likeness > 10) for likeness in range(20)]
    weights = trained(pairs)
    assert weights["likeness"] > 1
    assert trained(pairs) == weights


def test_training_needs_both():
    with pytest.raises(ValueError, match="needed"):
        trained([(Features(1, 1, 1, 0, 0, 0), True)])


def test_weights_stay_near_what_was_known():
    pairs = [(Features(likeness / 20, 0.2, 0.2, 0, 0, 0), likeness % 3 == 0) for likeness in range(20)]
    known = dict.fromkeys(("constant", *Features._fields), 5.0)
    assert trained(pairs, known)["overlap"] == pytest.approx(5, abs=2)


def test_themes_that_both_are_about_speak_for_them():
    one, other = words_of("Record bullying at school."), words_of("Bullying was not seen.")
    assert features_of(0.5, one, other).same_themes > 0
    assert features_of(0.5, one, words_of("Order new chairs.")).same_themes == 0


def test_many_pairs_have_the_features_of_each():
    texts = ["Record bullying within 5 days.", "Never share bullying records", "", "Train staff for 7 days on bullying"]
    words = [words_of(text) for text in texts]
    shelf = Shelf.of((np.zeros(384, np.int8), one) for one in words)
    rows = np.arange(len(words))
    for at, one in enumerate(words):
        many = shelf.features(shelf, at, rows, np.full(len(words), 0.5))
        for row, other in enumerate(words):
            assert tuple(column[row] for column in many) == features_of(0.5, one, other)
