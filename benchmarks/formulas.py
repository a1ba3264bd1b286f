"""How statements begin, by how many reviews and reports: what to add to ``recurrence/formulas.toml`` stands high.

What the file takes off already is taken off first. A person decides: "children's social care to" is no formula.
"""

import argparse
import re
from collections import defaultdict

from benchmarks import said

from lessonbook.recurrence.formulas import without_formulas

_WORD = re.compile(r"[a-z0-9'’]+")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=4, help="How many words a beginning has.")
    parser.add_argument("--least", type=int, default=4, help="The fewest reviews and reports that are listed.")
    chosen = parser.parse_args()
    reviews = defaultdict(set)
    for one in said.everything():
        words = _WORD.findall(without_formulas(one.text))[: chosen.words]
        if len(words) == chosen.words:
            reviews[" ".join(words)].add(one.review)
    for beginning, of in sorted(reviews.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        if len(of) >= chosen.least:
            print(f"{len(of):5}  {beginning}")


if __name__ == "__main__":
    main()
