"""What a layout is given: sections of cases."""

from dataclasses import dataclass

from sample.content import Case


@dataclass(frozen=True)
class Section:
    """A section under its heading."""

    heading: str
    cases: list[Case]
