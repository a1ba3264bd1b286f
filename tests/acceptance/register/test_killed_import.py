"""An import of many is ended with kill -9 at any moment; run again, the register is that of an undisturbed run."""

import random
import subprocess
import sys
import time
from pathlib import Path

from helpers.many_digests import write_digests
from helpers.register_dump import dump
from lessonbook import register
from lessonbook.register import verify

IMPORT = """
import sys
from pathlib import Path
from lessonbook import register
register.setup(Path(sys.argv[1]))
from lessonbook.register import intake
print("begun", flush=True)
report = intake.take_in([Path(sys.argv[2])], on_progress=lambda done, total, name: print(done, flush=True))
sys.exit(bool(report.failed))
"""
FILES = 24


def begin(home: Path, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", IMPORT, str(home), str(folder)], stdout=subprocess.PIPE)


def dump_of(home: Path):
    register.setup(home)
    report = verify.verify()
    assert report.ok
    found = dump()
    register.close()
    return found


def kill(home: Path, folder: Path, wait_for: bytes, seconds: float) -> int | None:
    """Begin an import, kill it some time after it says a word; its exit code."""
    with begin(home, folder) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.strip() == wait_for:
                break
        time.sleep(seconds)
        process.kill()
        process.stdout.read()
        return process.wait()


def test_killed_at_random_moments_and_run_again(tmp_path):
    folder = tmp_path / "digests"
    write_digests(folder, FILES)
    with begin(tmp_path / "undisturbed", folder) as process:
        process.communicate()
    assert process.returncode == 0

    chance = random.Random(20310)
    home = tmp_path / "disturbed"
    moments = (b"begun", b"1", b"4", b"9", b"17")
    codes = [kill(home, folder, moment, chance.uniform(0, 0.03)) for moment in moments]
    assert codes.count(-9) >= 4
    with begin(home, folder) as process:
        process.communicate()
    assert process.returncode == 0

    expected = dump_of(tmp_path / "undisturbed")
    assert len(expected["Document"]) == FILES
    assert dump_of(home) == expected
