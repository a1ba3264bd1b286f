"""Facts that all extractors read in the same way: headings of cases, harm, ethnicity, method, links; items, sentences.

Every function takes a passage and gives what it found with the passage that says it, so evidence comes with the value.
"""

from lessonbook.extraction.facts.ethnicity import read_ethnicity
from lessonbook.extraction.facts.found import Found
from lessonbook.extraction.facts.harm import HarmFacts, read_harm
from lessonbook.extraction.facts.heading import CaseHeading, read_case_heading
from lessonbook.extraction.facts.link import read_link
from lessonbook.extraction.facts.method import read_method
from lessonbook.extraction.facts.splitting import items, sentences

__all__ = [
    "CaseHeading",
    "Found",
    "HarmFacts",
    "items",
    "read_case_heading",
    "read_ethnicity",
    "read_harm",
    "read_link",
    "read_method",
    "sentences",
]
