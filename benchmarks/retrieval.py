"""Measure the search on queries with judged answers: recall@5, recall@20 and nDCG@10 of each way to rank.

    python -m benchmarks.retrieval --home HOME --concerns ../shared/data/pfd/concerns.csv [--full full.onnx] [--join dev]

``HOME`` is a register with the seed and the sample collection. The queries stand in ``judged/queries.jsonl`` with the
keys of the wordings that answer them, so that no source text is kept here; queries whose answers are not in the
collection are left out and counted. ``--full`` also measures the same model without quantisation, ``--join`` tries the
constants of the join on one half. The rank by words is the program's own (FTS5, stems, variants) on a copy of the texts
in a register of its own.
"""  # noqa: E501

import argparse
import csv
import json
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import onnxruntime

from lessonbook import register
from lessonbook.meaning import encode
from lessonbook.vocabulary.stopwords import is_stopword

QUERIES = Path(__file__).parent / "judged" / "queries.jsonl"
DEEP = 20
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“(])")
_NUMBER = re.compile(r"^\W*(?:\(?\w{1,4}[).]\s+)?")
_PARAGRAPH, _FEWEST_WORDS = 400, 8
Rank = Callable[[str], np.ndarray]


def concerns_of(file: Path) -> Iterator[str]:
    """The concerns: a paragraph each, without its number, a long one sentence by sentence; none of a few words."""
    with file.open(newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            for paragraph in re.split(r"\n+", row["concerns"]):
                text = _NUMBER.sub("", " ".join(paragraph.split()))
                for said in [text] if len(text) <= _PARAGRAPH else _SENTENCE.split(text):
                    if len(said.split()) >= _FEWEST_WORDS:
                        yield said.strip()


def collection(home: Path, concerns: Path | None) -> dict[str, str]:
    """Texts under their keys: the register's statements and harms, and the concerns."""
    register.setup(home)
    from lessonbook.register.models import Wording  # noqa: PLC0415
    from lessonbook.register.wordings import TITLE, wording_of  # noqa: PLC0415

    rows = Wording.objects.exclude(lines__kind=TITLE).distinct().order_by("key")
    texts = dict(rows.values_list("key", "text"))
    for text in concerns_of(concerns) if concerns else ():
        texts.setdefault(wording_of(text), text)
    return texts


def by_program(texts: dict[str, str]) -> Rank:
    """BM25 as the program asks for it; opens a register of its own for the texts."""
    register.setup(Path(tempfile.mkdtemp()))
    from lessonbook.search import fulltext, query  # noqa: PLC0415
    from lessonbook.search.models import IndexedReview, Item  # noqa: PLC0415
    from lessonbook.search.searching import _by_words  # noqa: PLC0415

    owner = IndexedReview.objects.create(review="all")
    Item.objects.bulk_create(
        (Item(id=at + 1, owner=owner, kind="learning", text=text) for at, text in enumerate(texts.values())),
        batch_size=500,
    )

    def scores(asked: str) -> np.ndarray:
        _, (ids, found) = _by_words(query.read(asked), fulltext.Wording(), exact=False)
        table = np.zeros(len(texts))
        table[ids - 1] = found
        return table

    return scores


def by_porter(texts: dict[str, str]) -> Rank:
    """Bare FTS5 with its own stemmer, the words joined by OR."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='porter unicode61')")
    database.executemany("INSERT INTO t(rowid, text) VALUES (?, ?)", enumerate(texts.values(), 1))

    def scores(asked: str) -> np.ndarray:
        words = [word for word in re.findall(r"\w+", asked.lower()) if not is_stopword(word)]
        table = np.zeros(len(texts))
        expression = " OR ".join(f'"{word}"' for word in words)
        for row, score in database.execute("SELECT rowid, -rank FROM t WHERE t MATCH ?", [expression]):
            table[row - 1] = score
        return table

    return scores


def by_model(texts: dict[str, str], coded: Callable[[list[str]], np.ndarray], name: str) -> Rank:
    """Likeness under a model; prints how fast it is on one thread."""
    start = time.perf_counter()
    vectors = coded(list(texts.values()))
    print(f"{name}: {len(texts) / (time.perf_counter() - start):.0f} texts/s")
    return lambda asked: vectors @ coded([asked])[0]


def full(file: Path) -> Callable[[list[str]], np.ndarray]:
    """The model without quantisation."""
    from lessonbook.meaning.model import _tokenizer  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options)

    def coded(texts: list[str]) -> np.ndarray:
        rows = []
        for text in texts:
            tokens = np.array([_tokenizer().encode(text).ids], np.int64)
            rows.append(session.run(None, {"tokens": tokens, "mask": np.ones_like(tokens)})[0][0])
        return np.array(rows)

    return coded


def convex(words: np.ndarray, meaning: np.ndarray, share: float) -> np.ndarray:
    """A share of BM25 against its best, the rest of likeness."""
    return share * words / (words.max() or 1.0) + (1 - share) * meaning


def fused(words: np.ndarray, meaning: np.ndarray, share: float) -> np.ndarray:
    """Reciprocal rank fusion (Cormack and others 2009) with k = 60, weighted; what has no word has no rank."""
    ranks = [np.argsort(np.argsort(-scores, kind="stable")) for scores in (words, meaning)]
    return share * (words > 0) / (60 + ranks[0]) + (1 - share) / (60 + ranks[1])


def measured(ranked: list[np.ndarray], queries: list[dict]) -> tuple[float, float, float]:
    """Recall@5, recall@20 and nDCG@10, the mean over queries."""
    totals = np.zeros(3)
    for order, one in zip(ranked, queries, strict=True):
        right = set(one["rows"])
        gains = [float(row in right) for row in order[:DEEP]]
        discount = 1 / np.log2(np.arange(2, 12))
        ideal = discount[: len(right)].sum()
        totals += (
            sum(gains[:5]) / min(5, len(right)),
            sum(gains) / min(DEEP, len(right)),
            float(np.dot(gains[:10], discount)) / ideal,
        )
    return tuple(totals / max(len(queries), 1))


def queries_of(texts: dict[str, str]) -> list[dict]:
    """The queries whose answers are all there, with the rows of the answers."""
    row = {key: at for at, key in enumerate(texts)}
    every = [json.loads(line) for line in QUERIES.read_text(encoding="utf-8").splitlines()]
    there = [{**one, "rows": [row[key] for key in one["answers"]]} for one in every if set(one["answers"]) <= set(row)]
    print(f"{len(there)} of {len(every)} queries, {len(texts)} texts")
    return there


def main() -> None:
    """Print a table."""
    arguments = argparse.ArgumentParser(description="Measure the search on queries with judged answers.")
    arguments.add_argument("--home", type=Path, required=True)
    arguments.add_argument("--concerns", type=Path)
    arguments.add_argument("--full", type=Path)
    arguments.add_argument("--join", choices=["dev", "test"])
    asked = arguments.parse_args()
    texts = collection(asked.home, asked.concerns)
    queries = queries_of(texts)
    ranks = {"FTS5 porter": by_porter(texts), "ours, words": by_program(texts)}
    ranks["int8"] = by_model(texts, encode, "int8")
    if asked.full:
        ranks["fp32"] = by_model(texts, full(asked.full), "fp32")
    scores = {name: [rank(one["query"]) for one in queries] for name, rank in ranks.items()}
    pairs = list(zip(scores["ours, words"], scores["int8"], strict=True))
    from lessonbook.search.searching import _SHARE_OF_WORDS  # noqa: PLC0415

    shares = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5) if asked.join else (_SHARE_OF_WORDS,)
    for share in shares:
        scores[f"convex {share}"] = [convex(*pair, share) for pair in pairs]
        scores[f"fused {share}"] = [fused(*pair, share) for pair in pairs]
    orders = {name: [np.argsort(-one, kind="stable") for one in every] for name, every in scores.items()}
    for part in [asked.join] if asked.join else ["dev", "test", "test, hard"]:
        chosen = [
            at
            for at, one in enumerate(queries)
            if one["part"] == part.split(",")[0] and ("hard" not in part or one["hard"])
        ]
        print(f"{part}: {len(chosen)} queries; recall@5, recall@20, nDCG@10")
        for name, every in orders.items():
            figures = measured([every[at] for at in chosen], [queries[at] for at in chosen])
            print(f"  {name:14}" + "".join(f"{figure:7.3f}" for figure in figures))


if __name__ == "__main__":
    main()
