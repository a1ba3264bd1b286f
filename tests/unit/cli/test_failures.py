import click
import pytest

from lessonbook.cli.failures import told_in_a_sentence
from lessonbook.domain import LessonbookError


def ended(error: BaseException) -> int:
    with pytest.raises(SystemExit) as stop, told_in_a_sentence():
        raise error
    return stop.value.code


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (
            LessonbookError("file-empty", "a.pdf is empty: get it again."),
            1,
            "lessonbook: a.pdf is empty: get it again.",
        ),
        (click.UsageError("No such option: --fron"), 2, "lessonbook: No such option: --fron; see lessonbook --help"),
        (click.ClickException("No."), 1, "lessonbook: No."),
        (KeyboardInterrupt(), 130, "lessonbook: stopped; what was finished is kept"),
        (PermissionError(13, "Permission denied", "x.csv"), 1, "lessonbook: Permission denied: x.csv"),
    ],
)
def test_a_failure_is_one_sentence_and_a_code(error, code, sentence, capsys):
    assert ended(error) == code
    shown = capsys.readouterr()
    assert shown.err.strip() == sentence
    assert shown.out == ""


def test_what_nobody_expected_is_a_sentence_too_and_the_details_are_kept(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert ended(ZeroDivisionError("by nought")) == 1
    shown = capsys.readouterr().err
    assert "Traceback" not in shown
    (kept,) = tmp_path.iterdir()
    assert str(kept) in shown
    assert "by nought" in kept.read_text()
