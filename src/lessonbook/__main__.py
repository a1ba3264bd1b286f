"""``python -m lessonbook`` is the command ``lessonbook``."""

from lessonbook.cli.main import run

if __name__ == "__main__":
    run()
