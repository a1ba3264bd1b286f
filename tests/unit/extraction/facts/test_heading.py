"""Headings of cases in the shapes that digests and list pages give them. The cases are invented."""

import re
from pathlib import Path

import pytest

from lessonbook.domain import Passage
from lessonbook.extraction.facts import read_case_heading

# text -> published, area as written, label, title, the first words of the rest
HEADINGS = {
    "Feb 2021 – Hull City Council – Baby Z Serious head injury of a baby.": (
        "2021-02",
        "Hull City Council",
        "Baby Z",
        None,
        "Serious head injury of a baby.",
    ),
    "Apr 2021 - City & Hackney London Borough Council - Child Q": (
        "2021-04",
        "City & Hackney London Borough Council",
        "Child Q",
        None,
        "",
    ),
    "Mar 2021 - – Metropolitan Borough of Dudley Child V Death of a girl": (
        "2021-03",
        "Metropolitan Borough of Dudley",
        "Child V",
        None,
        "Death of a girl",
    ),
    "Mar 2021 – Birmingham City Council Serious injury to a baby": (
        "2021-03",
        "Birmingham City Council",
        None,
        None,
        "Serious injury to a baby",
    ),
    "Jun 2021 – Sefton Council – Clementine": ("2021-06", "Sefton Council", "Clementine", None, ""),
    "Jul 2021 – Unnamed LA – QX": ("2021-07", "Unnamed LA", "QX", None, ""),
    "May 2021 – Borough A and Borough B\nChild W": ("2021-05", "Borough A and Borough B", "Child W", None, ""),
    "Aug 2021 – Dudley Metropolitan Borough Council – Children V&W Serious injuries to two children": (
        "2021-08",
        "Dudley Metropolitan Borough Council",
        "Children V&W",
        None,
        "Serious injuries to two children",
    ),
    "Mar 2021 – Thurrock Council - Pat and Lee Death at home of Pat, a 2-year-old": (
        "2021-03",
        "Thurrock Council",
        "Pat and Lee",
        None,
        "Death at home of Pat, a 2-year-old",
    ),
    "Apr 2021 – Medway Council Baby Larch": ("2021-04", "Medway Council", "Baby Larch", None, ""),
    "Apr 2021 – Wandsworth Borough Council   Rowan   Death of a 3-year-old boy": (
        "2021-04",
        "Wandsworth Borough Council",
        "Rowan",
        None,
        "Death of a 3-year-old boy",
    ),
    "Sept 2021 – Salford Safeguarding Adults Board – 'Edwin' Edwin who had been known": (
        "2021-09",
        "Salford Safeguarding Adults Board",
        "Edwin",
        None,
        "Edwin who had been known",
    ),
    "Jul 2021 – Kent – Ivy Potentially life-threatening injuries to a girl": (
        "2021-07",
        "Kent",
        "Ivy",
        None,
        "Potentially life-threatening injuries to a girl",
    ),
    "May 2021 - Rutland - Stephen Aspen, a 39-year-old man": (
        "2021-05",
        "Rutland",
        "Stephen Aspen",
        None,
        "a 39-year-old man",
    ),
    "Aug 2021 – Cornwall and Isle of Scilly Councils Child Y Death of a girl": (
        "2021-08",
        "Cornwall and Isle of Scilly Councils",
        "Child Y",
        None,
        "Death of a girl",
    ),
    "Aug 2021 – Surrey County Council – 3 children; XX, YY and ZZ": (
        "2021-08",
        "Surrey County Council",
        "3 children; XX, YY and ZZ",
        None,
        "",
    ),
    "Aug 2021 – Richmond upon Thames Council Learning to listen in nurseries": (
        "2021-08",
        "Richmond upon Thames Council",
        None,
        "Learning to listen in nurseries",
        "",
    ),
    'Mar 2021 – Dudley – Child Y (Theme - "a door that\'s open") Placement of a girl': (
        "2021-03",
        "Dudley",
        "Child Y",
        None,
        '(Theme - "a door that\'s open") Placement of a girl',
    ),
    "Apr 2021 – Unnamed LA – Anonymous Family Chronic neglect of siblings": (
        "2021-04",
        "Unnamed LA",
        "Anonymous Family",
        None,
        "Chronic neglect of siblings",
    ),
    "March 2021": ("2021-03", None, None, None, ""),
    "July 2021 –": ("2021-07", None, None, None, ""),
    "March 2021\nHartlepool & Stockton on Tees Safeguarding Children Partnership Fern": (
        "2021-03",
        "Hartlepool & Stockton on Tees Safeguarding Children Partnership",
        "Fern",
        None,
        "",
    ),
    "June 2021\nLondon Borough of Merton Council\n'Ash'\n16-year-old Ash was stabbed": (
        "2021-06",
        "London Borough of Merton Council",
        "Ash",
        None,
        "16-year-old Ash was stabbed",
    ),
    "Jul 2021 – Sandwell Metropolitan Borough\nCouncil - QZ\nInjury of a baby": (
        "2021-07",
        "Sandwell Metropolitan Borough Council",
        "QZ",
        None,
        "Injury of a baby",
    ),
    "2012Kent – Robin": ("2012", "Kent", "Robin", None, ""),
    "2021 Southampton - Child Z": ("2021", "Southampton", "Child Z", None, ""),
    "2017 - Leeds - Baby Fir": ("2017", "Leeds", "Baby Fir", None, ""),
    "November 2013 - Devon - Child X: Death of a child": ("2013-11", "Devon", "Child X", None, "Death of a child"),
    "June 2022 – Leeds – Babies with injuries": ("2022-06", "Leeds", "Babies with injuries", None, ""),
    "2018 - Anonymous - Thematic review of suicides": ("2018", "Anonymous", None, "Thematic review of suicides", ""),
    "2014 – NSPCC on behalf of an unnamed LSCB – Family Y": (
        "2014",
        "NSPCC on behalf of an unnamed LSCB",
        "Family Y",
        None,
        "",
    ),
    "Oct 2020 – Kent – Adults X, Y and Z – Fire": ("2020-10", "Kent", "Adults X, Y and Z", None, "Fire"),
    "Autumn 2021 – Kent – Juniper": ("2021-23", "Kent", "Juniper", None, ""),
    "12 March 2021 – Kent – Mr X": ("2021-03-12", "Kent", "Mr X", None, ""),
    "Feb 2021 – Jersey – Child X": ("2021-02", "Jersey", "Child X", None, ""),
    "Feb 2021 – Ruritania – Child X": ("2021-02", "Ruritania", "Child X", None, ""),
    "Feb 2021 – Child X and Child Y – Kent": ("2021-02", "Kent", "Child X and Child Y", None, ""),
    "Hull City Council – Baby Z – February 2021": ("2021-02", "Hull City Council", "Baby Z", None, ""),
    "Baby Z (Hull City Council, February 2021)": ("2021-02", "Hull City Council", "Baby Z", None, ""),
    "Dudley Child Y": (None, "Dudley", "Child Y", None, ""),
    "South Tees Safeguarding Children Partnership – Kestrel": (
        None,
        "South Tees Safeguarding Children Partnership",
        "Kestrel",
        None,
        "",
    ),
    "1. Feb 2021 – Leeds: Child XY12: Death of a boy": ("2021-02", "Leeds", "Child XY12", None, "Death of a boy"),
    "Feb 2021 | Leeds | Child 'X'": ("2021-02", "Leeds", "Child X", None, ""),
    "Leeds City Council, February 2021: Child X": ("2021-02", "Leeds City Council", "Child X", None, ""),
    "2019 – Haringey – Adult Serious Case Review Mr X": ("2019", "Haringey", "Mr X", None, ""),
    "The Larch family – Kent – 2021": ("2021", "Kent", "The Larch family", None, ""),
    "2020 – Essex – Operation Maple": ("2020", "Essex", "Operation Maple", None, ""),
    "2023 – Norfolk – ‘Child XK’ – Serious injury": ("2023", "Norfolk", "Child XK", None, "Serious injury"),
}
NO_HEADINGS = [
    "November 2015, resulting in lasting harm.",
    "In 2018 Child X was seen by nobody.",
    "Darlington children were seen by nobody.",
    "September 2020 at a hospital in Kent",
    "Death of a boy in May 2020.",
    "2021 was a hard year",
    "Read full overview (PDF)",
    "",
]


def found(text):
    return read_case_heading(Passage.at(text, 7))


def value(part):
    return None if part is None else part.value


@pytest.mark.parametrize("text", HEADINGS)
def test_a_heading_gives_its_parts(text):
    published, area, label, title, rest = HEADINGS[text]
    heading = found(text)
    assert (value(heading.published) and heading.published.value.edtf) == published
    assert (value(heading.area) and heading.area.value.as_written) == area
    assert (value(heading.label), value(heading.title)) == (label, title)
    assert heading.rest.text == rest


@pytest.mark.parametrize("text", HEADINGS)
def test_each_part_says_where_it_stands(text):
    heading = found(text)
    for part in (heading.published, heading.area, heading.label, heading.title):
        if part is not None:
            (span,) = part.passage.spans()
            assert text[span.start - 7 : span.end - 7] == part.passage.text


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_what_is_no_heading_is_all_rest(text):
    heading = found(text)
    assert (heading.published, heading.area, heading.label, heading.title) == (None, None, None, None)
    assert heading.rest.text == text


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("May 2021 Practice Review;\nSouth Tees Safeguarding Children Partnership – Kestrel", ("lcspr",)),
        ("March 2021 – SAR – Kent – Adult Y", ("sar",)),
        ("Safeguarding Adult Review – Kent – Adult Y", ("sar",)),
        ("May 2021 – Kent – Adult Y", None),
    ],
)
def test_kinds_among_the_parts_are_kept(text, kinds):
    assert value(found(text).kinds) == kinds


def test_a_typing_error_in_the_area_makes_it_inferred():
    assert found("Feb 2021 – Richard upon Thames – Child X").area.certainty == "inferred"
    assert found("Feb 2021 – Richmond upon Thames – Child X").area.certainty == "stated"


SEED = Path(__file__).parents[5] / "shared" / "seed" / "darlington-digest-issue-4.txt"


@pytest.mark.skipif(not SEED.exists(), reason="the seed digest is not beside the project")
def test_the_headings_of_the_seed():
    lines = [line.split("\t")[0].strip() for line in SEED.read_text(encoding="utf-8").splitlines()]
    starts = [line for line in lines if re.match(r"[A-Z][a-z]+ 2021\s+[-–]", line)]
    headings = [found(line) for line in starts]
    assert len(headings) == 55
    assert all(heading.published is not None and heading.area is not None for heading in headings)
    assert sum(heading.area.value.status == "named" for heading in headings) == 50
    assert not any(heading.area.value.status == "unresolved" for heading in headings)
