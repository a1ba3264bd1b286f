"""Reading processes: in order, each file by itself, whatever one of them does."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lessonbook.domain import LessonbookError
from lessonbook.reading import DEFAULT, Limits, Readers, read
from lessonbook.reading.limits import configured

HELPERS = Path(__file__).parents[2] / "helpers"
QUICK = Limits(seconds=2, memory_mb=2048)


@pytest.fixture(autouse=True)
def _helpers_importable(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(HELPERS))


def test_one_file_is_read_from_its_path_or_its_bytes(tmp_path):
    file = tmp_path / "digest.txt"
    file.write_bytes(b"Ask twice.")
    assert read(file) == read(b"Ask twice.")


def test_readings_come_in_the_order_of_the_sources():
    sources = [f"number {n} {'x ' * (3000 if n % 3 == 0 else 1)}".encode() for n in range(12)]
    with Readers(2) as readers:
        readings = list(readers.map(sources))
    assert [reading.source for reading in readings] == sources
    assert [reading.document.text.split()[1] for reading in readings] == [str(n) for n in range(12)]
    assert all(reading.data == reading.source and reading.error is None for reading in readings)


def test_sources_are_taken_as_they_are_needed():
    taken = []

    def sources():
        for number in range(50):
            taken.append(number)
            yield b"some text"

    with Readers(1) as readers:
        next(iter(readers.map(sources())))
    assert len(taken) < 5


def test_processes_are_used_again_and_not_one_for_each_file():
    with Readers(2, then="on_documents:process") as readers:
        processes = {reading.then for reading in readers.map([b"some text"] * 20)}
    assert 1 <= len(processes) <= 2


def test_a_process_is_replaced_after_its_share(monkeypatch):
    monkeypatch.setattr("lessonbook.reading.guard._RETIRE_AFTER", 2)
    with Readers(1, then="on_documents:process") as readers:
        processes = [reading.then for reading in readers.map([b"some text"] * 4)]
    assert processes[0] == processes[1] != processes[2] == processes[3]


def test_what_is_done_with_the_document_comes_with_it():
    with Readers(1, then="on_documents:length") as readers:
        reading = readers.reading(b"12345")
    assert (reading.document.text, reading.then) == ("12345", b"5")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit a process's memory from inside")
def test_one_that_dies_hangs_or_grows_costs_only_its_own_file():
    sources = [b"read", b"die", b"hang", b"grow", b"fail", b"refuse", b"print", b"", b"read"]
    with Readers(2, QUICK, then="on_documents:as_the_text_says") as readers:
        readings = list(readers.map(sources))
    assert [reading.error.code if reading.error else reading.then for reading in readings] == [
        b'"read"',
        "reading-crashed",
        "reading-timed-out",
        "reading-out-of-memory",
        "reading-failed",
        "file-refused",
        b'"read"',
        "file-empty",
        b'"read"',
    ]
    assert all(reading.document is None for reading in readings if reading.error)
    assert all(reading.error.message.endswith(".") for reading in readings if reading.error)


def test_a_fault_of_ours_says_where_it_is():
    with Readers(1, then="on_documents:as_the_text_says") as readers, pytest.raises(LessonbookError) as caught:
        readers.read(b"fail")
    assert "KeyError in on_documents.py:" in caught.value.message


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="only Linux lists a process's open files")
def test_no_open_file_of_the_program_reaches_a_process(tmp_path):
    secret = tmp_path / "register.sqlite3"
    with secret.open("w") as handle:
        os.set_inheritable(handle.fileno(), True)  # noqa: FBT003 - its one argument
        with Readers(1, then="on_documents:open_handles") as readers:
            reading = readers.reading(b"some text")
    assert b"register" not in reading.then


def test_a_folder_full_of_python_files_is_not_imported(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    (tmp_path / "msgspec.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert read(b"some text").text == "some text"


@pytest.mark.parametrize(
    ("name", "code"), [("missing.txt", "file-not-found"), (".", "file-is-a-folder"), ("big.txt", "file-too-large")]
)
def test_what_cannot_be_opened_is_said_before_any_process_starts(tmp_path, name, code):
    (tmp_path / "big.txt").write_bytes(b"x" * 2000)
    with Readers(1, Limits(bytes=1000)) as readers:
        reading = readers.reading(tmp_path / name)
        assert reading.error.code == code
        assert not readers._all


def test_a_function_that_is_not_there_is_an_error_and_no_hang():
    with Readers(1, then="on_documents:nowhere") as readers, pytest.raises(LessonbookError) as caught:
        readers.read(b"some text")
    assert caught.value.code == "reading-not-started"


@pytest.mark.skipif(not Path("/proc").exists(), reason="only Linux shows a process's state in /proc")
def test_processes_end_when_the_program_is_killed():
    program = (
        "import time; from lessonbook.reading import Readers; readers = Readers(1, then='on_documents:process');"
        "print(readers.reading(b'some text').then.decode(), flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as running:
        worker = Path("/proc") / running.stdout.readline().strip()
        assert worker.exists()
        running.kill()
    for _ in range(100):
        if not worker.exists() or ") Z " in (worker / "stat").read_text():
            return
        time.sleep(0.05)
    pytest.fail("the reading process outlived the program")


def test_leaving_ends_processes_that_are_still_reading():
    begun = time.monotonic()
    readers = Readers(1, Limits(seconds=60), then="on_documents:as_the_text_says")
    with readers:
        readers._threads.submit(readers.reading, b"hang")
        while not readers._all:
            time.sleep(0.01)
        processes = set(readers._all)
    assert time.monotonic() - begun < 20
    assert all(process._popen.returncode is not None for process in processes)


def test_the_environment_changes_the_limits():
    assert configured({}) == DEFAULT
    assert configured({"LESSONBOOK_MAX_PAGES": "7", "LESSONBOOK_MAX_FILE_MB": "2"}) == Limits(
        pages=7, bytes=2 * 1024**2
    )
    for wrong in ("0", "many", "-3", "2.5"):
        with pytest.raises(LessonbookError) as caught:
            configured({"LESSONBOOK_MAX_SECONDS": wrong})
        assert "LESSONBOOK_MAX_SECONDS" in caught.value.message
