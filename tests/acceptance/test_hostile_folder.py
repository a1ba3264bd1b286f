"""A folder with good files among bad ones: each bad one gets its sentence, and the good ones are imported."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from helpers.small_digest import SMALL_DIGEST
from helpers.word_files import p, word_file

MEGABYTE = 1024 * 1024
NESTED = "<w:tbl><w:tr><w:tc>" * 10_000 + p("x") + "</w:tc></w:tr></w:tbl>" * 10_000
ENTITIES = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"


def packed(names: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in names.items():
            container.writestr(name, content)
    return file.getvalue()


BAD = {
    "bomb.docx": lambda: packed({"word/document.xml": bytes(100 * MEGABYTE)}),
    "many.docx": lambda: packed({f"word/../{n}.xml": b"" for n in range(12_000)}),
    "nested.docx": lambda: word_file(NESTED),
    "entities.docx": lambda: word_file(p("&b;"), before=ENTITIES),
    "cut.docx": lambda: word_file(p("words " * 500))[:700],
    "nested.html": lambda: b"<html><body>" + b"<div>" * 100_000 + b"words",
    "random.pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "slow.txt": lambda: b"*a _b " * (8 * MEGABYTE),
}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("in")
    for name, content in BAD.items():
        (folder / name).write_bytes(content())
    digest = SMALL_DIGEST
    (folder / "a-good.txt").write_text(digest, encoding="utf-8")
    (folder / "z-good.txt").write_text(digest.replace("Juniper", "Rowan"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "lessonbook", "--home", tmp_path_factory.mktemp("home"), "import", folder, "--json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
        env={**os.environ, "PYTHONUTF8": "1", "LESSONBOOK_MAX_SECONDS": "8", "LESSONBOOK_MAX_MEMORY_MB": "1024"},
    )
    assert "Traceback" not in done.stderr
    return {Path(file["path"]).name: file for file in json.loads(done.stdout)["files"]}


def test_good_files_are_imported(report):
    assert {name: report[name]["entries"] for name in ("a-good.txt", "z-good.txt")} == {
        "a-good.txt": 3,
        "z-good.txt": 3,
    }


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_has_its_sentence(report, name):
    assert report[name]["status"] not in {"imported", "unchanged"}
    assert "fault in Lessonbook" not in json.dumps(report[name])
