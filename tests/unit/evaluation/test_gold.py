"""Gold files: which documents they are of, and what is said of one that is not as it should be."""

import json

import pytest

from lessonbook.domain import LessonbookError
from lessonbook.evaluation import gold


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "gold" / "a.txt.jsonl").write_text(
        json.dumps({"case": "a", "label": "Child A", "statements": []}) + "\n\n"
    )
    return tmp_path


@pytest.mark.parametrize("named", ["", "gold", "gold/a.txt.jsonl", "a.txt"])
def test_a_folder_its_gold_a_gold_file_and_a_document_mean_the_same(folder, named):
    [one] = gold.find([folder / named, folder / "gold"])
    assert (one.path, one.group, one.records[0]["label"]) == (folder / "a.txt", folder.name, "Child A")


def test_a_folder_of_sets_has_the_documents_of_all(folder):
    both = folder / "both"
    both.mkdir()
    for name in ("a.txt", "gold"):
        (folder / name).rename(both / name)
    assert [(one.path.name, one.group) for one in gold.find([folder])] == [("a.txt", "both")]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "is no JSON"),
        ("[]", "no JSON object"),
        ('{"publised": "2021"}', "“publised”"),
        ('{"published": "March"}', "a value of “published”"),
        ('{"subjects": [{"age": 3}]}', "a value of “subjects”"),
        ('{"statements": [{"kind": "learning"}]}', "without kind or text"),
        ('{"statements": [{"kind": "learning", "text": "x", "page": 3}]}', "“page”"),
        ('{"key_issue_candidates": ["x"]}', "without text"),
    ],
)
def test_what_is_wrong_with_gold_is_told_with_its_line(folder, line, why):
    file = folder / "gold" / "a.txt.jsonl"
    file.write_text('{"case": "a"}\n' + line)
    with pytest.raises(LessonbookError) as failure:
        gold.find([file])
    assert failure.value.code == "gold-malformed"
    assert "Line 2 of" in failure.value.message
    assert why in failure.value.message


def test_gold_without_its_document_and_a_folder_without_gold_are_told(folder, tmp_path):
    (folder / "a.txt").unlink()
    with pytest.raises(LessonbookError, match=r"a\.txt, which is not there"):
        gold.find([folder])
    (tmp_path / "empty").mkdir()
    with pytest.raises(LessonbookError, match="has no gold records"):
        gold.find([tmp_path / "empty"])
