import numpy as np

from lessonbook.meaning import WIDTH, encode

FATHERS = "Fathers should be included in assessments."
DADS = "Health visitors should involve dads when they assess a family."
LOCKS = "The locks of the canal need new gates."


def test_a_vector_a_text_of_length_one() -> None:
    vectors = encode([FATHERS, DADS, LOCKS])
    assert vectors.shape == (3, WIDTH)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_what_means_alike_points_alike() -> None:
    fathers, dads, locks = encode([FATHERS, DADS, LOCKS])
    assert fathers @ dads > 0.5
    assert fathers @ locks < 0.2


def test_a_vector_does_not_depend_on_its_neighbours() -> None:
    assert (encode([FATHERS])[0] == encode([LOCKS, FATHERS, DADS * 20])[1]).all()


def test_no_texts_no_vectors() -> None:
    assert encode([]).shape == (0, WIDTH)


def test_a_long_text_and_an_empty_one_have_vectors() -> None:
    vectors = encode([DADS * 200, ""])
    assert np.isfinite(vectors).all()
