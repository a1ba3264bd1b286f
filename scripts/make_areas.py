"""Make vocabulary/data/areas.csv from mySociety's list of UK local authorities (MIT licence).

    python scripts/make_areas.py ../shared/data/areas

Kept: every council of the four nations, present, or gone since 2010. Left out: combined authorities and the Greater
London Authority, which publish no reviews. What the list does not have (boards, joint partnerships, short forms of
the field) is written by hand in the files beside it.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

DATA = Path(__file__).parent.parent / "src" / "lessonbook" / "vocabulary" / "data"
COLUMNS = (
    "code",
    "name",
    "official",
    "gss",
    "former_gss",
    "nation",
    "region",
    "type",
    "county",
    "until",
    "replaced_by",
)
LEFT_OUT = {"COMB", "SRA"}
# The names of the statistics register (ONS) where they differ from the list's short names.
REGISTER_NAMES = {
    "E06000010": "Kingston upon Hull, City of",
    "E06000019": "Herefordshire, County of",
    "E06000023": "Bristol, City of",
    "E06000059": "Dorset",
    "E07000138": "Lincoln",
    "E08000013": "St. Helens",
    "E10000002": "Buckinghamshire",
    "E10000009": "Dorset",
    "S12000013": "Na h-Eileanan Siar",
    "S12000026": "Scottish Borders",
    "W06000014": "Vale of Glamorgan",
    "W06000016": "Rhondda Cynon Taf",
}
# The list does not say what replaced the districts of Northern Ireland in April 2015 (Local Government Act (NI) 2014).
REPLACED_BY = {
    "Derry": "DRS",
    "Strabane": "DRS",
    "Limavady": "CCG",
    "Coleraine": "CCG",
    "Ballymoney": "CCG",
    "Moyle": "CCG",
    "Larne": "MEA",
    "Ballymena": "MEA",
    "Carrickfergus": "MEA",
    "Magherafelt": "MUL",
    "Cookstown": "MUL",
    "Dungannon and South Tyrone": "MUL",
    "Omagh": "FMO",
    "Fermanagh": "FMO",
    "Craigavon": "ABC",
    "Armagh City": "ABC",
    "Banbridge": "ABC",
    "Newry and Mourne": "NMD",
    "Down": "NMD",
    "Lisburn": "LBC",
    "Castlereagh": "LBC",
    "Antrim": "ANN",
    "Newtownabbey": "ANN",
    "North Down": "AND",
    "Ards": "AND",
}


def area_row(source: dict[str, str]) -> dict[str, str]:
    """The columns that are kept, white space folded."""
    name = REGISTER_NAMES.get(source["gss-code"], source["nice-name"])
    row = {
        "code": source["local-authority-code"],
        "name": name,
        "official": source["official-name"],
        "gss": source["gss-code"],
        "former_gss": source["former-gss-codes"].replace(",", "|"),
        "nation": source["nation"],
        "region": source["region"],
        "type": source["local-authority-type"],
        "county": source["county-la"],
        "until": source["end-date"],
        "replaced_by": source["replaced-by"].replace(",", "|") or (source["end-date"] and REPLACED_BY.get(name, "")),
    }
    return {column: " ".join(value.split()) for column, value in row.items()}


def fill_regions(rows: list[dict[str, str]]) -> None:
    """Some former councils have no region in the list: theirs is that of the council that replaced them."""
    by_code = {row["code"]: row for row in rows}
    for row in rows:
        later = row
        while not later["region"]:
            later = by_code[later["replaced_by"].split("|")[0]]
        row["region"] = later["region"]


def mend_counties(rows: list[dict[str, str]]) -> None:
    """The list puts some counties into a region beside their own: a county lies where most of its districts do."""
    for row in rows:
        regions = Counter(one["region"] for one in rows if row["code"] and one["county"] == row["code"])
        if regions:
            row["region"] = regions.most_common(1)[0][0]


def main(folder: Path) -> None:
    """Write areas.csv and its licence."""
    with (folder / "uk-local-authorities.csv").open(encoding="utf-8", newline="") as file:
        rows = [area_row(row) for row in csv.DictReader(file) if row["local-authority-type"] not in LEFT_OUT]
    fill_regions(rows)
    mend_counties(rows)
    with (DATA / "areas.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: row["code"]))
    licence = (folder / "LICENSE.txt").read_text(encoding="utf-8")
    (DATA / "AREAS-LICENSE.txt").write_text(licence, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
