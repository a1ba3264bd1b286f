"""Pictures for a board paper, of reviews and lessons: SVG or PNG, with the numbers behind them as rows.

>>> picture = themes_by_year(reviews)
>>> render(picture, "svg")
"""

from lessonbook.plotting.areas import AreaGrid, area_grid
from lessonbook.plotting.lessons import LessonBars, Recurring
from lessonbook.plotting.rendering import FORMATS, Format, Picture, render
from lessonbook.plotting.themes import ThemesByYear, themes_by_year
from lessonbook.plotting.timeline import Saying, Timeline

__all__ = [
    "FORMATS",
    "AreaGrid",
    "Format",
    "LessonBars",
    "Picture",
    "Recurring",
    "Saying",
    "ThemesByYear",
    "Timeline",
    "area_grid",
    "render",
    "themes_by_year",
]
