"""The seed digest, read: how much is found, and that no character of it is lost."""

from pathlib import Path

import pytest

from helpers.outlines import check_places
from lessonbook.domain import Heading, ListItem, Table
from lessonbook.reading import read_here

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "darlington-digest-issue-4.txt"


@pytest.fixture(scope="module")
def seed():
    if not SEED.exists():
        pytest.skip("the seed digest is not here: it lies beside the project, in shared/seed")
    return read_here(SEED.read_bytes())


def test_every_character_is_wording_or_furniture(seed):
    assert seed.text == SEED.read_text(encoding="utf-8")
    check_places(seed)


def test_furniture_is_markup_and_no_wording(seed):
    wording = "".join(seed.text[span.start : span.end] for span in seed.furniture)
    for tag in ("<ul>", "</ul>", "<li>", "</li>", "<u>", "</u>", "<b>", "</b>"):
        wording = wording.replace(tag, "")
    assert not set(wording) - set("#*-•| \t\n")


def test_headings_tables_and_items_are_counted(seed):
    tables = [block for block in seed.blocks if isinstance(block, Table)]
    rows = [row for table in tables for row in table.rows]
    items = [block for row in rows for cell in row.cells for block in cell.blocks if isinstance(block, ListItem)]
    assert sum(isinstance(block, Heading) for block in seed.blocks) == 5
    assert (len(tables), len(rows)) == (55, 281)
    assert {len(row.cells) for row in rows} == {2, 3}
    assert sum(item.marker is None for item in items) == seed.text.count("<li>")


def test_no_tag_or_entity_is_left_in_the_wording(seed):
    for passage in seed.passages():
        assert not {"<li>", "<ul>", "<u>", "&amp;", "**"} & set(passage.text.split())
        assert "<" not in passage.text
