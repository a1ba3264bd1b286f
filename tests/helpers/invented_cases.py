"""Reviews of invented people and events, as many as a test wants, about as long as those of a real digest."""

import datetime as dt
import random
from dataclasses import dataclass, field

from lessonbook.domain import (
    Age,
    Area,
    Authority,
    Ethnicity,
    Evidence,
    Harm,
    Link,
    Method,
    PartialDate,
    RecommendationsMade,
    Relevance,
    Review,
    Statement,
    StatementKind,
    Subject,
)
from lessonbook.publishing import IssueSettings

DIGEST = "a" * 64
LIST_PAGE = "b" * 64
DARLINGTON = Area("Darlington", "named", (Authority("Darlington", "E06000005"),))
_AREAS = (
    Area("Hartlepool", "named", (Authority("Hartlepool", "E06000001"),)),
    Area("Northumberland", "named", (Authority("Northumberland", "E06000057"),)),
    Area("Leeds", "named", (Authority("Leeds", "E08000035"),)),
    Area("Dudley Safeguarding Children Partnership", "named", (Authority("Dudley", "E08000027"),)),
    Area("Kent", "named", (Authority("Kent", "E10000016"),)),
    Area("London Borough of Merton Council", "named", (Authority("Merton", "E09000024"),)),
    Area("Unnamed LA", "unnamed"),
)
_HARMS = (
    "Serious injuries to {label}, a 4-month-old infant, in {month}.",
    "Death of {label}, a 9-year-old boy, in a fire at home in {month}.",
    "Suicide of {label}, a 16-year-old girl, in {month}. The coroner recorded an open conclusion.",
    "Chronic neglect of {label}, aged 6, and of an older sibling, over several years until {month}.",
)
_ISSUES = (
    "Family was known to children's social care because of concerns about the state of the home.",
    "Mother had moved between four towns in two years and had no settled address when the child was born.",
    "School made three referrals in the autumn term; none of them led to an assessment.",
    "Father was not known to any service and was not seen by a professional during the pregnancy.",
    "There was a history of domestic abuse, which was recorded by the police but not shared with the health visitor.",
    "Appointments at the clinic were missed on eleven occasions and recorded as “did not attend”.",
    "Grandparents had raised worries with the housing officer about shouting at night & a lack of food.",
    "A child in need plan was closed six weeks before the incident.",
)
_LEARNING = (
    "the need to see and to name the adults who live in the home, also when they say that they are only visiting",
    "missed appointments should be understood as a child who was not brought",
    "an injury to a baby who cannot move by himself must lead to a strategy discussion on the same day",
    "professionals worked with the parents' account and did not ask what daily life was like for the child",
    "supervision did not test the assumption that the grandmother's presence was protective",
    "information about the risk was held by five agencies and put together by none of them",
)
_RECOMMENDATIONS = (
    "The partnership should review how strategy discussions are recorded and who is invited to them.",
    "Ensure that GP practices have a named lead who attends the meetings about children on a plan.",
    "Police and children's social care to agree a way of telling schools about incidents before the next morning.",
    "Consider how fathers and partners are included in assessments, and report on the difference it makes.",
    "Seek assurance that staff who work at night know how to reach the emergency duty team.",
)
_SECTIONS = (
    "physical-and-emotional-abuse",
    "neglect",
    "child-death",
    "sexual-abuse",
    "behavioural-and-mental-health",
    "homicide",
)


def settings(**changes: object) -> IssueSettings:
    """The settings of an issue of an invented partnership's digest, for reviews of 2021."""
    values: dict[str, object] = {
        "number": 5,
        "date": PartialDate("2021-12"),
        "area": DARLINGTON,
        "published_from": PartialDate("2021-01"),
        "published_to": PartialDate("2021-12"),
        "made_on": dt.date(2021, 12, 3),
        "partnership": "Darlington Safeguarding Partnership",
        "introduction": ("Welcome to the fifth issue. It shares messages from recently published reviews.",),
        "document_names": {DIGEST: "neighbours-digest.docx", LIST_PAGE: "list-2021.html"},
    }
    return IssueSettings(**{**values, **changes})


@dataclass
class Source:
    """An invented document that statements are taken from, one after another."""

    document: str = DIGEST
    page: int | None = 1
    _at: int = field(default=100)

    def statement(self, kind: StatementKind, text: str) -> Statement:
        """A statement with its words in the document."""
        start = self._at
        self._at += len(text) + 3
        return Statement(
            f"s{self.document[0]}{start}",
            kind,
            text,
            evidence=(Evidence(self.document, self.page, start, start + len(text), text),),
        )


def review(**changes: object) -> Review:
    """One short national children's review; give what a test cares about."""
    source = Source()
    values: dict[str, object] = {
        "id": "r1",
        "kinds": (),
        "audience": "children",
        "scope": "national",
        "label": "Child A",
        "area": _AREAS[4],
        "published": PartialDate("2021-03"),
        "incident": None,
        "section": "neglect",
        "subjects": (),
        "method": Method(),
        "statements": (
            source.statement("key-issue", "A key issue that is a sentence."),
            source.statement("learning", "a thing learnt"),
            source.statement("recommendation", "Do a thing."),
        ),
        "links": (),
        "status": "extracted",
        "problems": (),
        "documents": (DIGEST,),
        "harm": Harm("Neglect of an 8-year-old."),
    }
    return Review(**{**values, **changes})


def reviews(count: int, seed: int = 7) -> list[Review]:
    """Invented reviews of every place, section and form, in no order; always the same for one seed."""
    chance = random.Random(seed)
    source = Source()
    return [_invented(number, chance, source) for number in range(count)]


def _invented(number: int, chance: random.Random, source: Source) -> Review:
    source.page = 1 + number // 4
    label = f"Child {chr(65 + number % 26)}{number // 26 or ''}"
    adults = number % 13 == 5
    month = 1 + chance.randrange(12)
    integrated = number % 17 == 3
    no_recommendations = number % 11 == 4
    statements = [source.statement("key-issue", text) for text in chance.sample(_ISSUES, chance.randrange(3, 8))]
    learning = [source.statement("learning", text) for text in chance.sample(_LEARNING, chance.randrange(2, 6))]
    statements += learning
    if integrated:
        statements += [Statement(f"{s.id}r", "recommendation", s.text, evidence=s.evidence) for s in learning]
    elif not no_recommendations:
        texts = chance.sample(_RECOMMENDATIONS, chance.randrange(1, 5))
        statements += [source.statement("recommendation", text) for text in texts]
    elif number % 2:
        statements.append(source.statement("consideration", "whether the pathway for siblings needs a new form"))
    return Review(
        id=f"r{number:04d}",
        kinds=("sar",) if adults else (("scr", "lcspr", "learning-review")[number % 3],) if number % 2 else (),
        audience="adults" if adults else "children",
        scope="regional" if number % 9 == 1 else "national",
        label=label,
        area=_AREAS[0] if number % 9 == 1 else _AREAS[chance.randrange(1, len(_AREAS))],
        published=PartialDate(f"2021-{month:02d}") if number % 10 else PartialDate("2021"),
        incident=PartialDate("2019-12"),
        section=None if number % 9 == 1 or number % 19 == 6 else _SECTIONS[4 if adults else chance.randrange(6)],
        subjects=(
            Subject(
                label,
                Age("4-month-old", (121, 152)),
                ethnicity=Ethnicity("not-stated", "Ethnicity or nationality is not stated.")
                if number % 2
                else Ethnicity("not-mentioned"),
            ),
        ),
        method=Method("scie-learning-together", "Uses the SCIE Learning Together model.")
        if number % 4 == 0
        else Method(),
        statements=tuple(statements),
        links=(
            Link(
                "Read full overview (PDF)",
                f"https://reviews.example.org.uk/{number}/overview.pdf" if number % 3 else None,
            ),
        ),
        status="checked" if number % 5 == 0 else "extracted",
        problems=(),
        harm=Harm(chance.choice(_HARMS).format(label=label, month="December 2019")),
        recommendations_made=RecommendationsMade("none", "Makes no formal recommendations.")
        if no_recommendations
        else RecommendationsMade("made"),
        relevance=Relevance(relevant=True, reason="a similar pattern of missed appointments")
        if number % 6 == 2
        else None,
        section_inferred=number % 23 == 9,
        integrated=integrated,
        documents=(DIGEST,),
    )
