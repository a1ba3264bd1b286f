"""Training: the same for the same, and it learns from what was confirmed."""

import pytest

from lessonbook.coding import code, model, training


@pytest.fixture(scope="module")
def examples():
    return training.of_starter()[:40]


@pytest.fixture(scope="module")
def trained(examples):
    return training.train(examples)


def test_the_same_statements_make_the_same_model(examples, trained):
    assert model.to_bytes(training.train(examples).model) == model.to_bytes(trained.model)


def test_each_statement_was_judged_without_its_review(examples, trained):
    assert trained.left_out.shape == (40, len(trained.model.themes))
    assert ((trained.left_out >= 0) & (trained.left_out <= 1)).all()


def test_what_is_confirmed_again_and_again_is_learned(examples):
    texts = [
        f"The lollipop man at crossing {number} rang about the twins." for number in ("one", "two", "three", "four")
    ]
    meanings = training.encoded(texts)
    told = [
        training.Example(text, of_text, frozenset({"gangs"}), text)
        for text, of_text in zip(texts, meanings, strict=True)
    ]
    asked = "A lollipop man rang about the twins at the crossing."

    def _sure(made):
        column = made.themes.index("gangs")
        rows = training.seeing.rows_of([asked], training.encoded([asked]), made.rare)
        return made.confidences(rows, training.seeing.terms_used([asked]))[0, column]

    assert "gangs" not in {one.theme for one in code(asked)}
    assert _sure(training.train([*examples, *told]).model) > 3 * _sure(training.train(examples).model)


def test_too_little_to_train_on_is_said(examples):
    with pytest.raises(ValueError, match="two reviews"):
        training.train([one for one in examples if one.review == examples[0].review])
