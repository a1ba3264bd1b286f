"""How well themes and sections are told: agreement of two coders, terms and the model on themes, sections.

On the starter set each review is left out in turn: the model that codes a statement, with its bounds, was trained
without the statement's review. The judged statements of ``judged/themes.csv`` are of the seed digest and of coroners'
concerns: keys of wordings, no text. Terms were mended with the ``dev`` half in view, ``test`` was judged afterwards.
Sections are those of the seed digest, each review left out in turn.
"""

import argparse
import csv
from collections import Counter
from pathlib import Path

import numpy as np
from benchmarks import said

from lessonbook import extraction, reading
from lessonbook.coding import code, code_all, starter, terms, training
from lessonbook.coding.agreement import agreements, kappa
from lessonbook.coding.measuring import Measured, measured, whole
from lessonbook.coding.model import Model
from lessonbook.coding.sections import SURE_ENOUGH, Placed, SectionModel
from lessonbook.coding.seeing import IDS
from lessonbook.domain import Entry
from lessonbook.meaning import signed

JUDGED = Path(__file__).parent / "judged" / "themes.csv"
Given = list[tuple[set[str], set[str]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parts = {"agreement": agreement, "published": published, "sections": sections, "left-out": left_out}
    parser.add_argument("--only", choices=parts, help="One of the parts; left-out takes some minutes.")
    chosen = parser.parse_args()
    for name, part in parts.items():
        if chosen.only in (None, name):
            part()


def agreement() -> None:
    """Kappa of the two codings: per theme, over all pairs of a statement and a theme, and how many themes reach 0.8."""
    first, second = starter.codings("first-coding"), starter.codings("second-coding")
    found = agreements(first, second, IDS)
    print(f"{'theme':32} {'first':>6} {'second':>6} {'both':>5} {'kappa':>6}")
    for one in found:
        print(f"{one.theme:32} {one.first:6} {one.second:6} {one.both:5} {_figure(one.kappa):>6}")
    given = [sum(getattr(one, name) for one in found) for name in ("both", "first", "second")]
    kappas = sorted(one.kappa for one in found if one.kappa is not None)
    print(f"\n{len(first)} statements; themes given: {given[1]} and {given[2]}, {given[0]} by both")
    print(f"kappa over all {_figure(kappa(*given, len(first) * len(IDS)))}; median {kappas[len(kappas) // 2]:.2f}")
    print(", ".join(f"{sum(one >= least for one in kappas)} of {len(kappas)} at least {least}" for least in (0.6, 0.8)))


def published() -> None:
    """Terms and the model that ships, on judged statements of published texts."""
    texts = {one.key: one.text for one in said.everything()}
    with JUDGED.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["key"] in texts]
    for split in ("dev", "test"):
        half = [(texts[row["key"]], set(row["themes"].split())) for row in rows if row["split"] == split]
        print(f"\npublished, {split}: {len(half)} statements")
        summary("terms", [({one.theme for one in terms.code(text)}, has) for text, has in half])
        summary("model", [({one.theme for one in code(text)}, has) for text, has in half])


def sections() -> None:
    """Sections of the seed digest, against the commonest section."""
    seed = said.DIGESTS[0]
    if not seed.exists():
        print("\nthe seed digest is not here")
        return
    cases = [placed(entry) for entry in extraction.extract(reading.read_here(seed.read_bytes())).entries]
    known = [case for case in cases if case.section]
    told = []
    for at, case in enumerate(known):
        found = SectionModel([*known[:at], *known[at + 1 :]]).tell(case.text, case.audience)
        told.append((found.section, case.section, found.confidence >= SURE_ENOUGH))
    usual = Counter(case.section for case in known).most_common(1)[0][1]
    sure = [one == other for one, other, is_sure in told if is_sure]
    right = sum(one == other for one, other, _ in told)
    print(f"\nsections: {len(known)} reviews, {right} right ({right / len(known):.2f}); always the commonest {usual}")
    print(f"sure of {len(sure)}, of which {sum(sure)} right ({sum(sure) / max(len(sure), 1):.2f})")
    by_starter = SectionModel()
    alone = sum(by_starter.tell(case.text, case.audience).section == case.section for case in known)
    print(f"from the starter set and headings alone {alone} right ({alone / len(known):.2f})")
    for one in measured([({one}, {other}) for one, other, _ in told], sorted({case.section for case in known})):
        print(f"{one.theme:32} {one.support:4} {_figure(one.precision):>6} {_figure(one.recall):>6}")


def placed(entry: Entry) -> Placed:
    issues = [claim.text for claim in entry.values("statement") if claim.kind == "key-issue"]
    harm = entry.value("harm")
    return Placed(
        " ".join([harm.as_written if harm else "", *issues]).strip(),
        entry.value("audience"),
        entry.value("section") or "",
    )


def left_out() -> None:
    """Terms and the model on the starter set, each review left out in turn."""
    examples = training.of_starter()
    by_terms: Given = [({one.theme for one in terms.code(each.text)}, set(each.themes)) for each in examples]
    by_model: Given = []
    for review in dict.fromkeys(each.review for each in examples):
        model = training.train([each for each in examples if each.review != review]).model
        by_model += given_by(model, [each for each in examples if each.review == review])
    print(f"\nstarter set, each review left out in turn: {len(examples)} statements")
    summary("terms", by_terms)
    summary("model", by_model)
    both = zip(measured(by_terms, IDS), measured(by_model, IDS), strict=True)
    print(f"\n{'':32} {'':>7} {'terms':>13} {'model':>13}")
    print(f"{'theme':32} {'support':>7} {'P':>6} {'R':>6} {'P':>6} {'R':>6}")
    for one, other in both:
        figures = (one.precision, one.recall, other.precision, other.recall)
        print(f"{one.theme:32} {one.support:7} {' '.join(f'{_figure(figure):>6}' for figure in figures)}")


def given_by(model: Model, examples: list[training.Example]) -> Given:
    meanings = signed(np.array([each.meaning for each in examples], np.float32))
    coded = code_all([each.text for each in examples], meanings, model)
    return [({one.theme for one in found}, set(each.themes)) for found, each in zip(coded, examples, strict=True)]


def summary(name: str, pairs: Given) -> None:
    all_themes = whole(measured(pairs, IDS))
    coded = sum(bool(given) for given, _ in pairs) / len(pairs)
    print(f"{name:8} {_of(all_themes)}  statements with a theme {coded:.2f}")


def _of(one: Measured) -> str:
    score = 2 * one.right / (one.found + one.support)
    return f"precision {_figure(one.precision)}  recall {_figure(one.recall)}  F1 {score:.3f}"


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


if __name__ == "__main__":
    main()
