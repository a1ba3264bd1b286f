"""How well pairs of statements are told to be one lesson, on judged pairs, and weights made from the dev half of them.

The pairs are keys of wordings of the seed digest, the sample collection, coroners' concerns and invented statements
(``said``). A review of the test half is in no pair of the dev half. Pairs whose wording is not read any more are
left out and counted.
"""

import argparse
import csv
from pathlib import Path
from typing import NamedTuple

from benchmarks import said

from lessonbook import meaning
from lessonbook.recurrence import words_of
from lessonbook.recurrence.sameness import Features, features_of, sureness_by, weights_in_use
from lessonbook.recurrence.training import trained

PAIRS = Path(__file__).parent / "judged" / "pairs.csv"

# Logistic regression on 315 judged pairs of before these; what is made of the dev half is held near it.
EARLIER = {
    "constant": -7.082,
    "likeness": 4.228,
    "overlap": 3.5599,
    "contained": 3.6166,
    "contradiction": -0.1709,
    "same_act": 0.6946,
}


class Judged(NamedTuple):
    features: Features
    judgement: str
    split: str

    @property
    def same(self) -> bool:
        return self.judgement == "same"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", action="store_true", help="Print the weights made from the pairs of the dev half.")
    chosen = parser.parse_args()
    pairs, lost = judged_pairs()
    print(f"{len(pairs)} judged pairs, {sum(pair.same for pair in pairs)} the same; {lost} whose wordings are not here")
    weights = trained([(pair.features, pair.same) for pair in pairs if pair.split == "dev"], EARLIER)
    if chosen.train:
        for name, weight in weights.items():
            print(f"{name} = {weight}")
        return
    for split in ("dev", "test"):
        half = [pair for pair in pairs if pair.split == split]
        print(f"\n{split}: {len(half)} pairs, {sum(pair.same for pair in half)} the same")
        report("weights in use", half, weights_in_use())
        report("weights of the dev half", half, weights)


def report(name: str, pairs: list[Judged], weights: dict[str, float]) -> None:
    """Precision and recall at rising sureness, and how many of those found are related rather than different."""
    print(f"{name}\nsureness  precision  recall  found  of them related")
    wanted = sum(pair.same for pair in pairs)
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        found = [pair for pair in pairs if sureness_by(weights, pair.features) >= least]
        right = sum(pair.same for pair in found)
        related = sum(pair.judgement == "related" for pair in found)
        print(f"{least:8.2f} {right / max(len(found), 1):10.2f} {right / wanted:7.2f} {len(found):6} {related:6}")


def judged_pairs() -> tuple[list[Judged], int]:
    texts = {one.key: one.text for one in said.everything()}
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = [row for row in rows if row["one"] in texts and row["other"] in texts]
    keys = sorted({row[end] for row in known for end in ("one", "other")})
    vectors = dict(zip(keys, meaning.signed(meaning.encode(texts[key] for key in keys)), strict=True))
    words = {key: words_of(texts[key]) for key in keys}
    pairs = []
    for row in known:
        one, other = row["one"], row["other"]
        alike = float(meaning.likeness(vectors[one], vectors[other].reshape(1, -1))[0])
        pairs.append(Judged(features_of(alike, words[one], words[other]), row["judgement"], row["split"]))
    return pairs, len(rows) - len(known)


if __name__ == "__main__":
    main()
