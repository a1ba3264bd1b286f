"""How well pairs of statements are told to be one lesson, on judged pairs, and the weights made from them.

The pairs are ids of wordings of the seed digest and the sample collection; no text is kept. Where a wording is not read
any more, its pairs are left out and counted. ``--train`` prints the weights for ``recurrence/sameness.toml``.
"""

import argparse
import csv
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from lessonbook import extraction, meaning, reading
from lessonbook.domain import StatementClaim
from lessonbook.recurrence import KINDS, words_of
from lessonbook.recurrence.sameness import Features, features_of
from lessonbook.recurrence.training import trained
from lessonbook.register.opening import configure
from lessonbook.register.settings import for_home

HERE = Path(__file__).parent
PAIRS = HERE / "judged" / "pairs.csv"
SEED = HERE.parents[1] / "shared" / "seed" / "darlington-digest-issue-4.txt"
SAMPLE = HERE.parent / "sample"
SAMPLES = ("digest-autumn-2022.docx", "digest-spring-2023.pdf", "digest-issue-3.txt")
LISTS = ("list-2012-2017.html", "list-2018-2025.txt")
SCALE = 127


class Judged(NamedTuple):
    features: Features
    judgement: str
    reviews: frozenset[str]

    @property
    def same(self) -> bool:
        return self.judgement == "same"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", action="store_true", help="Print the weights made from all pairs.")
    chosen = parser.parse_args()
    configure(for_home(Path("no-home")))  # wordings' keys are the register's; nothing is opened
    pairs, lost = judged_pairs()
    print(f"{len(pairs)} judged pairs, {sum(pair.same for pair in pairs)} the same; {lost} whose wordings are not here")
    if chosen.train:
        for name, weight in trained([(pair.features, pair.same) for pair in pairs]).items():
            print(f"{name} = {weight}")
        return
    report(pairs)


def report(pairs: list[Judged]) -> None:
    """Precision and recall; each pair is told by weights made without any pair of its two reviews."""
    held = [sure_without(pair, pairs) for pair in pairs]
    print("sureness  precision  recall  found  of them related")
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        found = [pair for pair, sure in zip(pairs, held, strict=True) if sure >= least]
        right = sum(pair.same for pair in found)
        related = sum(pair.judgement == "related" for pair in found)
        wanted = sum(pair.same for pair in pairs)
        print(f"{least:8.2f} {right / max(len(found), 1):10.2f} {right / wanted:7.2f} {len(found):6} {related:6}")


def sure_without(pair: Judged, pairs: list[Judged]) -> float:
    others = [(one.features, one.same) for one in pairs if pair.reviews.isdisjoint(one.reviews)]
    weights = trained(others)
    total = sum(weights[name] * value for name, value in pair.features._asdict().items())
    return 1 / (1 + math.exp(-total - weights["constant"]))


def judged_pairs() -> tuple[list[Judged], int]:
    from lessonbook.register.wordings import wording_of  # noqa: PLC0415 - the register's models need settings

    texts: dict[str, str] = {}
    reviews: dict[str, set[str]] = {}
    for review, text in statements():
        texts[wording_of(text)] = text
        reviews.setdefault(wording_of(text), set()).add(review)
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = [row for row in rows if row["one"] in texts and row["other"] in texts]
    keys = sorted({row[end] for row in known for end in ("one", "other")})
    vectors = np.clip(np.rint(meaning.encode(texts[key] for key in keys) * SCALE), -SCALE, SCALE)
    of = dict(zip(keys, vectors, strict=True))
    words = {key: words_of(texts[key]) for key in keys}
    pairs = [
        Judged(
            features_of(float(of[row["one"]] @ of[row["other"]]) / SCALE**2, words[row["one"]], words[row["other"]]),
            row["judgement"],
            frozenset(reviews[row["one"]] | reviews[row["other"]]),
        )
        for row in known
    ]
    return pairs, len(rows) - len(known)


def statements() -> Iterator[tuple[str, str]]:
    """(review, text) of every statement that can be part of a lesson."""
    files = [SEED, *(SAMPLE / name for name in (*SAMPLES, *LISTS))]
    for file in files:
        if not file.exists():
            print(f"{file.name} is not here", file=sys.stderr)
            continue
        for entry in extraction.extract(reading.read_here(file.read_bytes())).entries:
            for claim in entry.claims:
                value = claim.value
                if isinstance(value, StatementClaim) and value.kind in KINDS and not value.attributed_to:
                    yield f"{file.name}#{entry.position}", value.text


if __name__ == "__main__":
    main()
