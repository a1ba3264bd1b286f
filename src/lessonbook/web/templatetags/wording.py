"""Words as pages show them: names for ids, marks in quotations."""

from collections.abc import Sequence

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from lessonbook.domain import PartialDate, Review
from lessonbook.publishing.wording import long_date
from lessonbook.reading.pdf.drawing import DrawnWord
from lessonbook.register.resolution.choosing import in_words as value_in_words
from lessonbook.search.facets import name_of

register = template.Library()


@register.filter
def facet_name(value: str, field: str) -> str:
    """The name of a facet's value: ``"lcspr"|facet_name:"kind"``."""
    return name_of(f"{field}:{value}")


@register.filter
def spelt_out(date: PartialDate | None) -> str:
    """“February 2021”; nothing for no date."""
    return long_date(date) if date else ""


@register.filter
def plain_kind(kind: str) -> str:
    """“Key issue” for ``key-issue``."""
    return kind.replace("-", " ").capitalize()


@register.filter
def headline(review: Review) -> str:
    """“Darlington – Child A (May 2021)”: a review in one line."""
    place = review.area.as_written if review.area else None
    named = " – ".join(part for part in (place, review.label or review.title) if part) or review.id
    return f"{named} ({long_date(review.published)})" if review.published else named


@register.filter
def marked(text: str, marks: Sequence[tuple[int, int]]) -> SafeString:
    """A text with the stretches that were asked for marked; everything is escaped."""
    parts, at = [], 0
    for start, end in sorted(marks):
        if start < at:
            continue
        parts += [conditional_escape(text[at:start]), format_html("<mark>{}</mark>", text[start:end])]
        at = end
    parts.append(conditional_escape(text[at:]))
    return mark_safe("".join(parts))  # noqa: S308 - each part was escaped above


@register.filter
def paragraphs(text: str) -> SafeString:
    """Lines of a text as paragraphs, escaped."""
    return format_html_join("", "<p class='govuk-body'>{}</p>", ((line,) for line in text.splitlines() if line.strip()))


@register.filter
def plus_length(start: int, text: str) -> int:
    """The offset at which a text that begins at ``start`` ends."""
    return start + len(text)


@register.filter
def item(mapping: dict[str, object], key: str) -> object:
    """What a mapping has under a key; nothing where it has none."""
    return mapping.get(key)


@register.filter
def percent(share: float) -> str:
    """“62%” for 0.62."""
    return f"{share:.0%}"


@register.filter
def unlocalized(number: float) -> str:
    """A number for an attribute of a picture, whatever the language."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


@register.filter
def base_line(word: DrawnWord) -> str:
    """The height at which a drawn word's letters stand."""
    return unlocalized(word.bottom - 0.22 * (word.bottom - word.top))


@register.filter
def letter_height(word: DrawnWord) -> str:
    """The size of a drawn word's letters."""
    return unlocalized(max(word.bottom - word.top, 1.0))


@register.filter
def word_width(word: DrawnWord) -> str:
    """How wide a drawn word is."""
    return unlocalized(max(word.right - word.left, 0.5))


@register.filter
def is_web_address(url: str | None) -> bool:
    """Whether a link's target is a page of the web: a script or a file is never linked to."""
    return bool(url) and str(url).lower().startswith(("https://", "http://"))


@register.filter
def in_words(value: object) -> str:
    """The value of a claim as a person reads it."""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else value_in_words(value)
