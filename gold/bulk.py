"""Many invented reports for a benchmark: ``python -m gold.bulk N FOLDER [--short] [--workers 2]``.

Each report mixes paragraphs of the banks and statements of the development half by a seed and a label of its own,
set in one of several layouts; the same number gives the same file. ``--short`` makes them as long as a coroner's report
to prevent future deaths, a few pages.
"""

import argparse
import random
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

from gold import content, make
from gold.content import Report
from gold.render import typst_pdf
from gold.render.typst_pdf import Look
from gold.setting import composed
from gold.style import Form, Style

_COUNCILS = ("Bolton", "Bury", "Kent", "Leeds", "Luton", "Norfolk", "Oldham", "Salford", "Suffolk", "Trafford", "Wigan")
_KINDS = (
    ("Serious Case Review", "scr", "child"),
    ("Local Child Safeguarding Practice Review", "lcspr", "child"),
    ("Safeguarding Adults Review", "sar", "adult"),
    ("Domestic Homicide Review", "dhr", "dhr"),
)
_NAMES = ("Child", "Baby", "Adult", "Family", "Young person")
_FORMS = (
    {"recommendation": Form("list"), "learning": Form("bullets")},
    {"recommendation": Form("boxes", "Recommendation {n}"), "learning": Form("headings", "Finding {n}:")},
    {"recommendation": Form("labelled", "Recommendation {n}:"), "learning": Form("boxes", "Learning point {n}")},
    {
        "recommendation": Form(
            "table",
            label="{n}",
            columns=("No.", "Recommendation", "Agency", "Timescale"),
            fields=("number", "text", "to", "by"),
            widths=(1, 6, 3, 2),
        ),
        "learning": Form("list"),
    },
)
_LOOKS = (
    Look(justify=True, hyphenate=True, size=12, leading=1.05, footer=("{running}", "", "{page}")),
    Look(font="Bitstream Vera Sans", size=11.5, leading=1.05, outline=False, tags=False),
    Look(font="New Computer Modern", size=12, header=("", "{running}", ""), leading=1.05, box="bar"),
    Look(columns=2, justify=True, hyphenate=True, size=12, leading=1.1),
)
_BODY = """# Introduction

@bank scope {scope}

# Context

@bank guidance {guidance}

# What happened

@bank chronology-{group} {events}

# Agencies

@bank agencies {agencies}

# Analysis

@bank analysis {analysis} seed=1

{again}

# Learning

@body l*

# Recommendations

@body r*
"""


def one(number: int, folder: Path, *, short: bool = False) -> None:
    """Write report ``number`` into a folder."""
    chance = random.Random(number)  # noqa: S311 - words of invented reports, no secret
    report = content.of_text(_text(number, chance, short=short), f"report-{number:06}")
    style = Style(
        forms=chance.choice(_FORMS) | {"": Form("bullets")},
        heading_number=chance.choice(("", "{n} ", "{n}. ")),
        contents=chance.choice(("Contents", None)),
    )
    data = typst_pdf.render(composed(report, style), chance.choice(_LOOKS))
    (folder / f"{report.id}.pdf").write_bytes(data)


def _text(number: int, chance: random.Random, *, short: bool) -> str:
    kind, _, group = chance.choice(_KINDS)
    label = f"{chance.choice(_NAMES)} {chr(65 + number % 26)}{number}"
    year = chance.randrange(2012, 2026)
    front = [
        "+++",
        "[cover]",
        f'lines = ["{kind}", "{label}", "{chance.choice(_COUNCILS)} Safeguarding Partnership", "Published {year}"]',
        f'running = "{kind}: {label}"',
        f'[slots]\nlabel = "{label}"\ncarer = "the mother"\npartner = "Mr {chr(65 + number % 23)}"',
        "[record]",
    ]
    for letter, bank in zip("lr", _statements(), strict=True):
        for at, (text, owner, when) in enumerate(
            chance.sample(bank, chance.randrange(2, 5) if short else chance.randrange(4, 11)), 1
        ):
            kind_of = "learning" if letter == "l" else "recommendation"
            front.append(f'[[statement]]\nid = "{letter}{at}"\nkind = "{kind_of}"\ntext = {_quoted(text)}')
            front.append(f"to = {_quoted(owner)}\nby = {_quoted(when)}")
    return "\n".join([*front, "+++", _short(group, chance) if short else _long(group, chance)])


def _long(group: str, chance: random.Random) -> str:
    more = chance.randrange(4)
    return _BODY.format(
        group=group,
        scope=chance.randrange(5, 11),
        guidance=chance.randrange(5, 11),
        events=chance.randrange(12, 19) * (1 + more),
        agencies=chance.randrange(13, 17),
        analysis=chance.randrange(12, 22),
        again=f"@bank analysis {22 * more} seed=2" if more else "",
    )


def _short(group: str, chance: random.Random) -> str:
    return _BODY.format(
        group=group,
        scope=1,
        guidance=1,
        events=chance.randrange(3, 6),
        agencies=1,
        analysis=chance.randrange(2, 4),
        again="",
    )


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "”") + '"'


@cache
def _statements() -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """Learning and recommendations of the development half: text, agency, timescale."""
    reports: list[Report] = [make.report("dev", name) for name in make.plan("dev")]
    found: dict[str, list[tuple[str, str, str]]] = {"learning": [], "recommendation": []}
    for report in reports:
        for said in report.statements.values():
            if said.kind in found and not said.parts and not said.source:
                found[said.kind].append((said.text, said.to or "All agencies", said.by or "Six months"))
    return found["learning"], found["recommendation"]


def write(count: int, folder: Path, workers: int = 2, *, short: bool = False) -> None:
    """Write so many reports into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(workers) as pool:
        for _ in pool.map(partial(one, folder=folder, short=short), range(1, count + 1), chunksize=16):
            pass


def main() -> None:
    """Reads the command line and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    write(arguments.count, arguments.folder, arguments.workers, short=arguments.short)


if __name__ == "__main__":
    main()
