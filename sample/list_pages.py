"""Pages that list case reviews one after another, as their wording changed over the years.

2012 to 2017 are a web page, 2018 to 2025 are text copied from one, each with the furniture of such a page.
"""

from html import escape
from typing import Any

from sample.content import Case, Item, cases, text_of
from sample.gold import told_links
from sample.telling import date_of, issues_of

_WEB_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Case reviews published 2012 to 2017 | Review library</title></head>
<body>
<header><a href="#main">Skip to main content</a>
<nav><ul><li><a href="/">Home</a></li><li><a href="/training">Training</a></li>
<li><a href="/shop">Shop</a></li></ul></nav>
<form action="/search"><label>Search <input name="q"></label><button>Search</button></form></header>
<main id="main">
<p class="breadcrumb"><a href="/">Home</a> &gt; <a href="/reviews">Case reviews</a> &gt; 2012 to 2017</p>
<h1>Case reviews published 2012 to 2017</h1>
<p>A list of the reviews added to the library, with the newest first.</p>
<p><a href="#y2017">2017</a> | <a href="#y2016">2016</a> |
<a href="#y2014">2014</a> | <a href="#y2013">2013</a> | <a href="#y2012">2012</a></p>
{cases}
<p><a href="#main">Back to top</a></p>
</main>
<footer><p>Was this page helpful? <a href="/yes">Yes</a> <a href="/no">No</a></p>
<p>Sign up to our newsletter</p><p>© Review library. Registered charity.
<a href="/cookies">Cookies</a> <a href="/privacy">Privacy</a></p></footer>
</body>
</html>
"""
_TEXT_PAGE = """Skip to content
Home > Case reviews > Recently published
Menu
Search

Recently published case reviews

Summaries of the reviews added to the library. Last updated: 30 June 2025

On this page: 2025 | 2023 | 2022 | 2021 | 2019 | 2018

{cases}
Back to top

Share this page
Facebook  X  Email
Was this page useful? Yes / No
Related content
How to use the library
© Review library 2025. All rights reserved.
Privacy | Cookies | Accessibility
"""


def make_html(plan: dict[str, Any]) -> bytes:
    """The list of 2012 to 2017 as a web page."""
    parts, year = [], ""
    for case in (cases()[case_id] for case_id in plan["cases"]):
        if case.published[:4] != year:
            year = case.published[:4]
            parts.append(f'<h2 id="y{year}">{year}</h2>')
        lines = [f"<p><strong>{escape(_heading(case))}</strong></p>"]
        lines += [f"<p>{_with_bold_label(line)}</p>" for line in _body(case)]
        for link in told_links(case, plan):
            lines.append(f'<p><a href="{escape(link["url"])}">{escape(link["label"])}</a></p>')
        parts.append("\n".join(lines))
    return _WEB_PAGE.format(cases="\n".join(parts)).encode()


def make_text(plan: dict[str, Any]) -> bytes:
    """The list of 2018 to 2025 as text."""
    parts, year = [], ""
    for case in (cases()[case_id] for case_id in plan["cases"]):
        if case.published[:4] != year:
            year = case.published[:4]
            parts.append(f"{year}\n")
        lines = [_heading(case), *_body(case), *(f"> {link['label']}" for link in told_links(case, plan))]
        parts.append("\n".join(lines) + "\n")
    return _TEXT_PAGE.format(cases="\n".join(parts)).encode()


def _heading(case: Case) -> str:
    """Year and area ran together in 2012; later came months, then years alone, then months again."""
    year = int(case.published[:4])
    if year == 2012:
        return f"2012{case.area} – {case.label}"
    dash = " - " if year in {2013, 2014, 2022} else " – "
    return dash.join(part for part in (date_of(case, "long"), case.area, case.label) if part)


def _body(case: Case) -> list[str]:
    year = int(case.published[:4])
    writers = {2012: _unlabelled, 2013: _issues_identified, 2014: _background, 2016: _key_issues, 2017: _key_issues}
    return writers.get(year, _learning_first if year < 2020 else _narrative)(case)


def _unlabelled(case: Case) -> list[str]:
    story = " ".join([case.harm or "", *case.issues])
    return [f"{story} {case.recommendations_label} {_series(case.recommendations)}", ", ".join(case.keywords)]


def _issues_identified(case: Case) -> list[str]:
    issues = f"{case.harm} {case.issues_label} {_series(list(case.issues))}"
    return [f"{issues} {case.recommendations_label} {_series(case.recommendations)}", _keywords(case)]


def _background(case: Case) -> list[str]:
    return [
        case.harm or "",
        "Background: " + " ".join(case.issues),
        "Learning: " + _series(case.learning),
        f"Model: {case.method.text if case.method else ''}",
        _keywords(case),
    ]


def _key_issues(case: Case) -> list[str]:
    return [
        case.harm or "",
        "Background: " + " ".join(case.background),
        f"{case.issues_label} {_series(list(case.issues))}",
        f"{case.recommendations_label} {_series(case.recommendations)}",
        _keywords(case),
    ]


def _learning_first(case: Case) -> list[str]:
    return [
        case.harm or "",
        "Learning: " + _series(case.learning),
        f"{case.recommendations_label} {_series(case.recommendations)}",
        f"Model: {case.method.text if case.method else ''}",
        _keywords(case),
    ]


def _narrative(case: Case) -> list[str]:
    """2021 and later; a label can be lost."""
    label = "Learning themes include:" if int(case.published[:4]) >= 2025 else "Learning includes:"
    label = "includes:" if case.lost_learning_label else label
    story = [" ".join([case.harm or "", *issues_of(case)])]
    if case.method:
        story.append(case.method.text)
    return [
        *story,
        f"{label} {_series(case.learning)}",
        f"{case.recommendations_label or 'Recommendations include:'} {_series(case.recommendations)}",
        *([_keywords(case)] if case.keywords else []),
    ]


def _series(items: list[Item]) -> str:
    """Items parted by semicolons, the last with “; and”."""
    texts = [text_of(item) for item in items]
    return "; ".join(texts[:-1]) + ("; and " if texts[1:] else "") + texts[-1]


def _keywords(case: Case) -> str:
    return "Keywords: " + ", ".join(case.keywords)


def _with_bold_label(line: str) -> str:
    label, colon, rest = line.partition(":")
    if colon and label in {"Background", "Learning", "Model", "Keywords", "Key issues", "Recommendations"}:
        return f"<strong>{label}:</strong>{escape(rest, quote=False)}"
    return escape(line, quote=False)
