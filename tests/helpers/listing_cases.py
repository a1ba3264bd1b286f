"""Twelve invented cases for list pages, and what a list page in each of the seven patterns prints of them.

No child, adult or event in here is real.
"""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True)
class ListedCase:
    area: str
    label: str
    year: int
    month: str
    harm: str
    story: tuple[str, ...]
    issues: tuple[str, ...]
    learning: tuple[str, ...]
    recommendations: tuple[str, ...]
    model: str
    keywords: tuple[str, ...]
    made: str = "Makes recommendations that agencies review their first-contact arrangements."


class Expected(NamedTuple):
    """What must be read back of one case."""

    area: str
    label: str
    published: str
    harm: str
    statements: tuple[tuple[str, str], ...]
    method: str | None
    keywords: tuple[str, ...]
    links: tuple[str, ...]


CASES = (
    ListedCase(
        "Rutland",
        "Child K7",
        2013,
        "March",
        "Death of a 14-month-old boy in January 2011 after a fall from a balcony.",
        ("The tenancy had been reported as unsafe twice.", "No agency held the whole picture."),
        ("housing reports were filed but not read", "a visit was moved four times"),
        (
            "unsafe homes are a safeguarding matter",
            "missed visits need a second look (by phone or in person; both count)",
        ),
        ("agree who acts on unsafe balconies", "train housing officers", "report back to the board within six months"),
        "uses a root cause analysis.",
        ("housing", "falls", "information sharing"),
        "Makes recommendations for a shared register of unsafe homes.",
    ),
    ListedCase(
        "North Somerset",
        "Twins M and N",
        2014,
        "June",
        "Serious injury of 5-week-old twins in August 2012 while asleep on a sofa with a parent.",
        ("Safer sleep advice had been given by leaflet only.",),
        ("advice was given without checking that it was understood", "night-time care was never discussed"),
        ("safer sleep needs a conversation", "both parents need the same advice"),
        ("replace the leaflet by a visit", "record who was in the room"),
        "uses the Significant Incident Learning Process (SILP) model.",
        ("infants", "sleeping behaviour"),
    ),
    ListedCase(
        "Darlington",
        "Child Juniper",
        2016,
        "December",
        "Sexual exploitation of a 15-year-old girl between 2013 and 2015 by men she had met online.",
        ("She went missing eleven times in one summer.", "Her school kept a careful log that nobody asked for."),
        ('use of the words "lifestyle choice; risky behaviour" in case notes', "return interviews did not take place"),
        ("language shapes what is seen", "a log is of use only if it is shared"),
        ("stop using blaming words", "hold a return interview each time"),
        "is based on the Welsh child practice review approach.",
        ("child sexual exploitation", "children missing from home"),
    ),
    ListedCase(
        "Isle of Wight",
        "Family P",
        2017,
        "May",
        "Neglect of four siblings aged 9, 7, 4 and 1 over six years.",
        ("Three assessments reached the same conclusion.",),
        ("optimism about small changes", "dental decay was recorded as a health matter only", "drift"),
        ("neglect needs a chronology", "teeth tell a story"),
        ("use one neglect tool in all agencies", "bring dentists into the core group"),
        "uses the SCIE Learning Together systems model.",
        ("child neglect", "optimistic behaviour", "dental health"),
    ),
    ListedCase(
        "Torbay",
        "Child Q3",
        2018,
        "September",
        "Suicide of a 16-year-old boy in care in November 2016.",
        ("He had moved eight times since he was ten.", "His brother lived three streets away."),
        ("moves were decided by vacancies", "his wish to see his brother was not acted on"),
        ("each move is a loss", "siblings are the longest tie"),
        ("give every child a named person who stays", "review contact between siblings twice a year"),
        "uses a hybrid of documents and a learning event.",
        ("suicide", "children in care", "placement breakdown"),
        "Makes recommendations on placement moves and contact between siblings.",
    ),
    ListedCase(
        "Gateshead",
        "Baby Linnet",
        2019,
        "January",
        "Non-accidental head injuries to a 9-week-old girl in February 2017.",
        ("A bruise had been seen by two professionals.",),
        ("the bruise was thought to be a birth mark", "father was not asked about his own childhood"),
        ("bruises in babies who do not move need a medical", "fathers are part of the assessment"),
        ("relaunch the bruising protocol", "ask about both parents' history"),
        "uses a partnership learning review.",
        ("non-accidental head injuries", "infants", "fathers"),
    ),
    ListedCase(
        "Slough",
        "Child V and Child W",
        2021,
        "April",
        "Stabbing of a 17-year-old boy and a 16-year-old boy in July 2019 outside a shopping centre.",
        ("Both had been excluded from the same school.", "One was known to a gangs panel."),
        ("panels met without the school", "exclusion came before support"),
        ("exclusion raises risk", "panels need schools", "contextual safeguarding works on places"),
        ("consult the panel before any exclusion", "map unsafe places with young people"),
        "used interviews with families and practitioners.",
        ("serious youth violence", "exclusion from school"),
    ),
    ListedCase(
        "Powys",
        "Child Y1",
        2022,
        "October",
        "Life-threatening poisoning of a 3-year-old girl in 2020 by medicine left within reach.",
        ("Her parents were in treatment for substance misuse.",),
        ("storage boxes were issued but never seen in use",),
        ("ask to see the box", "treatment services see parents, not children"),
        ("make storage checks part of each home visit", "tell treatment services who lives in the home"),
        "is a concise child practice review.",
        ("parents with substance misuse", "poisoning"),
    ),
    ListedCase(
        "Medway",
        "Child Alder",
        2023,
        "February",
        "Death of a 12-year-old child with complex health needs in March 2021.",
        ("Twenty-three appointments were missed in two years.", "Each clinic discharged the child by letter."),
        ("did not attend was recorded instead of was not brought", "no clinic knew of the others"),
        ("children are brought or not brought", "a lead clinician is needed", "letters do not safeguard"),
        ("adopt one was-not-brought policy", "name a lead clinician for each child with three or more clinics"),
        "was a rapid review followed by a learning event.",
        ("children with disabilities", "medical neglect"),
    ),
    ListedCase(
        "Hartlepool",
        "Child F9 and siblings",
        2024,
        "July",
        "Physical abuse of three siblings, one of whom was 6 years old, by their stepfather.",
        ("They were educated at home from 2020.",),
        ("no professional had seen the children for a year",),
        ("home education is not a risk by itself, isolation is", "see the child"),
        ("agree a yearly visit", "share school roll changes within five days"),
        "uses a systems model.",
        ("elective home education", "physical abuse"),
    ),
    ListedCase(
        "Bath and North East Somerset",
        "Baby R2",
        2025,
        "March",
        "Death of a 2-day-old baby in December 2023 following a concealed pregnancy.",
        ("Her mother had told a friend at college.",),
        ("signs of pregnancy were explained as weight gain",),
        ("professional curiosity about concealed pregnancy", "safe places to talk in colleges"),
        ("write a concealed pregnancy pathway", "train college staff", "evaluate both after a year"),
        "uses a rapid review and a practitioner event.",
        ("concealed pregnancy", "young mothers"),
    ),
    ListedCase(
        "Leicester",
        "Child Teasel",
        2015,
        "November",
        "Attempted murder of a 10-year-old boy by his mother in 2013.",
        ("She had asked for help with her mental health five times.",),
        ("her requests went to five different services", "nobody asked who cared for her son"),
        ("Think Family", "a request that is repeated is urgent"),
        ("ask every adult patient about children", "let the first service keep the case until another accepts it"),
        "uses individual management reviews.",
        ("parents with mental health problems", "filicide"),
    ),
)


def joined(items: tuple[str, ...], *, joint: str = "; and ") -> str:
    """Items as the lists print them: semicolons between, the last with a joint, a full stop at the end."""
    head, last = items[:-1], items[-1]
    return ("; ".join(head) + joint if head else "") + last + "."


def _ended(items: tuple[str, ...]) -> tuple[str, ...]:
    return (*items[:-1], items[-1] + ".")


def lines_of(case: ListedCase, pattern: int, turn: int = 0) -> list[str]:
    """The lines that a list page prints; ``turn`` varies dashes, joints and labels as the real lists do."""
    dash = (" – ", " - ", "- ", " – ")[turn % 4]
    joint = ("; and ", "; ", "; and ", "; ")[turn % 4]
    issues, learning, recommended = (
        joined(items, joint=joint) for items in (case.issues, case.learning, case.recommendations)
    )
    story = " ".join(case.story)
    keywords = ", ".join(case.keywords)
    sometimes_include = " include:" if turn % 2 else ""
    unnamed = "NSPCC on behalf of unnamed LSCB" if turn % 3 == 2 else f" – {case.area}"
    printed = {
        1: [
            f"{case.year}{case.area} – {case.label}",
            f"{case.harm} {story}",
            case.made,
            keywords[0].upper() + keywords[1:] + ".",
        ],
        2: [
            f"{case.month} {case.year} - {case.area} - {case.label}",
            case.harm,
            story,
            f"Issues identified include: {issues}",
            f"Recommendations include: {recommended}",
            keywords[0].upper() + keywords[1:],
        ],
        3: [
            f"{case.month} {case.year}{unnamed} - {case.label}",
            case.harm,
            f"Background: {story}",
            f"Learning: {learning}",
            f"Model: {case.model}",
            f"Keywords: {keywords}",
            "Read the overview report",
        ],
        4: [
            f"{case.year}{dash}{case.area}{dash}{case.label}",
            case.harm,
            f"Background: {story}",
            f"Key issues:{sometimes_include} {issues}",
            f"Recommendations:{sometimes_include} {recommended}",
            f"Keywords: {keywords}",
            "Read the overview report",
        ],
        5: [
            f"{case.year}{dash}{case.area} – {case.label}",
            case.harm,
            f"Learning: {learning}",
            f"Recommendations: {recommended}",
            f"Model: {case.model}",
            f"Keywords: {keywords}.",
            "> Read the overview report",
        ],
        6: [
            f"{case.year} – {case.area} – {case.label}",
            f"{case.harm} {story}",
            f"{'includes' if turn % 3 == 1 else 'Learning includes'}: {learning}",
            f"Recommendations include: {recommended}",
            f"Model: {case.model}",
            "Read the full overview (PDF)",
        ],
        7: [
            f"{case.year} - {case.area} - {case.label}",
            f"{case.harm} {story}",
            f"Learning themes include: {learning}",
            f"Recommendations to the partnership include: {recommended}",
            "Read the overview report",
        ],
    }
    return printed[pattern]


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def expected_of(case: ListedCase, pattern: int, turn: int = 0) -> Expected:
    """What must be read back from the lines of ``lines_of``."""
    area, published = case.area, str(case.year)
    if pattern in (2, 3):
        published = f"{case.year}-{MONTHS.index(case.month) + 1:02d}"
    if pattern == 3 and turn % 3 == 2:
        area = "NSPCC on behalf of unnamed LSCB"
    said: list[tuple[str, str]] = []
    if pattern != 5:
        said += [("key-issue", sentence) for sentence in case.story]
    if pattern == 1:
        said.append(("recommendation", case.made))
    if pattern in (2, 4):
        said += [("key-issue", item) for item in _ended(case.issues)]
    if pattern in (3, 5, 6, 7):
        said += [("learning", item) for item in _ended(case.learning)]
    if pattern in (2, 4, 5, 6, 7):
        said += [("recommendation", item) for item in _ended(case.recommendations)]
    keywords = case.keywords if pattern <= 5 else ()
    if pattern <= 2:
        keywords = (keywords[0][0].upper() + keywords[0][1:], *keywords[1:])
    links = {3: ("Read the overview report",), 6: ("Read the full overview (PDF)",)}
    return Expected(
        area,
        case.label,
        published,
        case.harm,
        tuple(said),
        case.model if pattern in (3, 5, 6) else None,
        keywords,
        () if pattern <= 2 else links.get(pattern, ("Read the overview report",)),
    )
