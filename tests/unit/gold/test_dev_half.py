"""The committed documents of the development half are those that its contents and layouts make."""

import json

import pytest
from gold import content, make, pages
from gold.flow import Flow, Printed

_BY_TYPST = [name for name, layout in make.plan("dev").items() if layout.scan is None]


@pytest.mark.parametrize("name", _BY_TYPST)
def test_the_committed_record_is_what_the_content_makes(name):
    made = next(iter(make.made("dev", [name])))
    assert (make.HERE / "dev" / "gold" / f"{made.name}.jsonl").read_bytes() == made.gold


def test_every_place_of_a_pdf_has_pages():
    for path in (make.HERE / "dev" / "gold").glob("*.pdf.jsonl"):
        for said in json.loads(path.read_text())["statements"]:
            assert said["pages"]
            assert all(said["pages"])


def test_words_that_are_not_on_the_pages_are_an_error():
    data = (make.HERE / "dev" / "norfolk-joan.pdf").read_bytes()
    flow = Flow(printed=[Printed(("These words were never printed anywhere.",), "r1")])
    with pytest.raises(pages.NotFoundError, match="never printed"):
        pages.find(flow, data)


def test_a_content_without_its_front_is_an_error():
    with pytest.raises(content.ContentError, match="between two lines"):
        content.of_text("# Introduction", "nothing")
