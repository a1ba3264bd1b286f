"""Makes the model of themes that ships in the package, from the starter set and the vocabulary alone.

Run it again whenever a theme of the vocabulary or a coding of the starter set has changed: a test says so.
"""

from pathlib import Path

from lessonbook.coding import model, training

TARGET = Path(__file__).parents[1] / "src" / "lessonbook" / "coding" / "data" / "model.msgpack"


def main() -> None:
    made = model.to_bytes(training.train(training.of_starter()).model)
    TARGET.write_bytes(made)
    print(f"{TARGET.name}: {len(made):,} bytes")


if __name__ == "__main__":
    main()
