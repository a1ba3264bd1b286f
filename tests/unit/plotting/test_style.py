import pytest
from matplotlib.colors import to_rgb

from lessonbook.plotting import style


def _luminance(colour):
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@pytest.mark.parametrize("count", range(101))
def test_numbers_can_be_read_on_every_shade(count):
    shade = style.shade(count, 100)
    dark, light = sorted((_luminance(shade.face), _luminance(shade.ink)))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_more_is_darker():
    faces = [_luminance(style.shade(count, 20).face) for count in range(1, 21)]
    assert faces == sorted(faces, reverse=True)
    assert style.shade(1, 1) == style.shade(1, 100_000)


def test_counts_in_words():
    assert style.counted(1, "review") == "1 review"
    assert style.counted(1200, "review") == "1,200 reviews"
