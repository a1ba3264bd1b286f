import pytest
from click.testing import CliRunner

from lessonbook.cli.main import _COMMANDS, default_home, main


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_teaches_by_example(command):
    shown = CliRunner().invoke(main, [command, "--help"])
    assert shown.exit_code == 0, shown.output
    assert "Example" in shown.output
    assert f"lessonbook {command}" in shown.output or command == "restore"


def test_the_front_page_lists_every_command_on_a_line_of_its_own():
    shown = CliRunner().invoke(main, ["--help"])
    listed = [line.split()[0] for line in shown.output.split("Commands:")[1].splitlines() if line.startswith("  ")]
    assert [name for name in listed if name in _COMMANDS] == list(_COMMANDS)
    assert "..." not in shown.output.split("Commands:")[1]


def test_an_unknown_command_is_bad_use():
    assert CliRunner().invoke(main, ["improt"]).exit_code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_for_the_program(shell):
    shown = CliRunner().invoke(main, ["completion", shell])
    assert "_LESSONBOOK_COMPLETE" in shown.output


def test_the_default_home_is_the_programs_own_folder():
    assert default_home().name == "lessonbook"
