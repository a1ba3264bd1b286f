"""A statement as it was found, before its repeats are put together and it becomes a claim."""

import msgspec

from lessonbook.domain import Passage, StatementKind


class Found(msgspec.Struct, frozen=True):
    """One statement in one place. ``text`` is the clean wording with its parts; ``words`` are the passages it is of.

    ``whom``, ``when`` and ``whose`` are the words that say to whom it is addressed, by when, and whose it is, with
    their places. ``reasons`` are names in ``sureness.toml``. ``place`` is the kind of section.
    """

    kind: StatementKind
    text: str
    words: tuple[Passage, ...]
    number: str | None = None
    parts: tuple[str, ...] = ()
    whom: Passage | None = None
    when: Passage | None = None
    whose: Passage | None = None
    reasons: tuple[str, ...] = ()
    place: str = "other"


class Draft:
    """A statement being read: its lead-in, the parts that follow, and what stands beside it."""

    def __init__(
        self, kind: StatementKind, lead: Passage, number: str | None, reasons: tuple[str, ...], place: str
    ) -> None:
        self.kind, self.lead, self.number, self.place = kind, lead, number, place
        self.reasons = reasons
        self.parts: list[Passage] = []
        self.whom: Passage | None = None
        self.when: Passage | None = None
        self.whose: Passage | None = None

    def done(self) -> Found:
        """The statement: lead-in and parts joined by single spaces, separators at the parts' ends left out."""
        lead = self.lead.strip()
        parts = [without_joint(part) for part in self.parts]
        texts = [folded(lead.text), *(folded(part.text) for part in parts)]
        return Found(
            self.kind,
            " ".join(text for text in texts if text),
            tuple(passage for passage in (lead, *parts) if passage),
            self.number,
            tuple(text for text in texts[1:] if text),
            self.whom,
            self.when,
            self.whose,
            self.reasons,
            self.place,
        )


def without_joint(part: Passage) -> Passage:
    """A part without ";", "; and" or ", and" at its end."""
    text = part.text.rstrip()
    for joint in ("; and", "; or", "; and/or", ", and", ";", ","):
        if text.endswith(joint):
            return part.cut(0, len(text) - len(joint)).strip()
    return part.strip()


def folded(text: str) -> str:
    """Text with its white space folded to single spaces."""
    return " ".join(text.split())
