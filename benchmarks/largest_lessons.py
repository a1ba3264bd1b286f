"""The twenty largest lessons of the coroners' concerns, with what a person judged of each.

The judgements are kept by the key of the wording that began the lesson, in ``judged/largest_lessons.csv``, with a
description in our own words; no text of a report is kept. A lesson without a judgement is new since it was made.
"""

import csv
from collections import defaultdict
from pathlib import Path

from benchmarks import said

from lessonbook import meaning
from lessonbook.recurrence import Item, group, words_of

JUDGED = Path(__file__).parent / "judged" / "largest_lessons.csv"
MOST = 20


def main() -> None:
    first = {one.key: one for one in sorted(said.concerns(), key=lambda one: (one.day, one.review), reverse=True)}
    vectors = meaning.signed(meaning.encode(one.text for one in first.values()))
    items = [
        Item(key, one.day, vector, words_of(one.text))
        for (key, one), vector in zip(first.items(), vectors, strict=True)
        if words_of(one.text).says_something
    ]
    reports = defaultdict(set)
    for one in said.concerns():
        reports[one.key].add(one.review)
    lessons = defaultdict(list)
    for key, place in group(items).items():
        lessons[place.leader].append((place.sureness, key))
    with JUDGED.open(encoding="utf-8", newline="") as file:
        judged = {row["lesson"]: row for row in csv.DictReader(file)}
    sizes = {leader: len(set().union(*(reports[key] for _, key in of))) for leader, of in lessons.items()}
    print(f"{len(items)} statements, {sum(size > 1 for size in sizes.values())} lessons of more than one report")
    print("reports  statements  weakest  belong  judgement  about")
    for leader in sorted(lessons, key=lambda key: (-sizes[key], key))[:MOST]:
        row = judged.get(leader, {"belong": "?", "judgement": "not judged", "about": leader})
        weakest = min(sure for sure, _ in lessons[leader])
        count = len(lessons[leader])
        print(f"{sizes[leader]:7} {count:11} {weakest:8.2f} {row['belong']:>7}  {row['judgement']:9}  {row['about']}")


if __name__ == "__main__":
    main()
