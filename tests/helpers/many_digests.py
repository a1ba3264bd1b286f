"""A folder of small digests, each of three cases; every second one tells of a case that the one before tells of too."""

from pathlib import Path

from helpers.small_digest import SMALL_DIGEST

_NAMES = ("Juniper", "Sorrel", "Alder")


def write_digests(folder: Path, count: int) -> list[Path]:
    """The files, in order of name."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(count):
        text = SMALL_DIGEST
        for place, name in enumerate(_NAMES):
            told_of = number // 2 if place == 0 else number
            text = text.replace(name, f"{name}{_letters(told_of)}")
        file = folder / f"digest-{number:03}.txt"
        file.write_text(f"{text}\nNumber {number}.\n", encoding="utf-8")
        files.append(file)
    return files


def _letters(number: int) -> str:
    """A number as letters, so that it is part of a name."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))
