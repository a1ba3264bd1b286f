"""The main job from start to end on the sample collection: take in, check, publish, export. Writes demo-output/."""

import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "demo-output"
LESSONBOOK = Path(sysconfig.get_path("scripts")) / "lessonbook"
FORMATS = {".docx", ".html", ".pdf", ".txt"}


def lessonbook(*arguments: str | Path) -> None:
    """Show a command as a person would type it, and run it."""
    words = [str(word.relative_to(ROOT)) if isinstance(word, Path) else word for word in arguments]
    print(f"\n$ lessonbook {' '.join(words)}", flush=True)
    done = subprocess.run([LESSONBOOK, "--home", OUTPUT / "home", *words], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(f"The demo stopped: the command above ended with code {done.returncode}.")


def main() -> None:
    """Run the demo in a new folder."""
    began = time.monotonic()
    shutil.rmtree(OUTPUT, ignore_errors=True)
    OUTPUT.mkdir()
    sample = sorted(path for path in (ROOT / "sample").iterdir() if path.suffix in FORMATS)
    lessonbook("import", *sample)
    lessonbook("verify")
    lessonbook("reviews", "--limit", "8")
    lessonbook(
        *("digest", "--issue", "4", "--date", "2023-06", "--area", "Darlington"),
        *("--from", "2021-01", "--to", "2023-06", "--out", OUTPUT / "digest"),
    )
    for name in ("jsonl", "csv", "parquet"):
        lessonbook("export", "--format", name, "-o", OUTPUT / f"reviews.{name}")
    print(f"\nDone in {time.monotonic() - began:.0f} seconds. Look at:")
    for path in sorted(path for path in OUTPUT.rglob("*") if path.is_file() and "home" not in path.parts):
        print(f"  {path.relative_to(ROOT)}  ({path.stat().st_size / 1000:,.0f} kB)")


if __name__ == "__main__":
    main()
