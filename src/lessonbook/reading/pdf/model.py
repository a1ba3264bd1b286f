"""What the pages of a PDF are made of on their way to blocks. Lengths are points from the page's top left corner."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from lessonbook.reading.pdf.grid import Grid


@dataclass(slots=True, frozen=True)
class Style:
    """How a word is set: ``size`` in points as printed."""

    bold: bool
    italic: bool
    size: float
    font: str


@dataclass(slots=True)
class Word:
    """Characters with nothing between them, in one style. ``glued`` where no space stands before it in its line.

    ``base`` is where the letters stand; ``tag`` the number of the marked content it belongs to, on pages with links.
    A ``sign`` leads to a footnote and is not part of the wording. ``sure``, from 0 to 1, is set where it was read from
    a picture.
    """

    text: str
    left: float
    right: float
    base: float
    style: Style
    tag: int = -1
    glued: bool = False
    link: str | None = None
    sign: bool = False
    sure: float | None = None

    @property
    def top(self) -> float:
        """The height to which capital letters and accents reach, near enough for every font."""
        return self.base - 0.78 * self.style.size

    @property
    def bottom(self) -> float:
        """The depth to which letters go under the line they stand on."""
        return self.base + 0.22 * self.style.size


@dataclass(slots=True)
class Line:
    """Words that stand side by side on one base line, left to right."""

    words: list[Word]
    left: float = field(init=False)
    right: float = field(init=False)
    base: float = field(init=False)
    size: float = field(init=False)
    top: float = field(init=False)
    bottom: float = field(init=False)
    known_text: str | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        main = self.words[0]
        longest, right = len(main.text), main.right
        for word in self.words:
            if word.right > right:  # noqa: PLR1730 - a call for each word costs a tenth of reading lines
                right = word.right
            length = len(word.text)
            if length > longest:
                longest, main = length, word
        self.left, self.right = self.words[0].left, right
        self.base, self.size = main.base, max(main.style.size, 1.0)
        self.top, self.bottom = self.base - 0.78 * self.size, self.base + 0.22 * self.size

    @property
    def text(self) -> str:
        """The line as read, one space between words."""
        if self.known_text is None:
            self.known_text = "".join([word.text if word.glued else " " + word.text for word in self.words]).lstrip(" ")
        return self.known_text

    @property
    def bold(self) -> bool:
        """Whether all its wording is bold."""
        return all(word.style.bold for word in self.words)

    @property
    def italic(self) -> bool:
        """Whether all its wording is italic."""
        return all(word.style.italic for word in self.words)


@dataclass(slots=True, frozen=True)
class Edge:
    """A drawn line or the side of a rectangle: at ``at`` across, from ``start`` to ``end`` along.

    ``drawn`` is false where it is only the border of a coloured ground.
    """

    at: float
    start: float
    end: float
    drawn: bool = True


@dataclass(slots=True, frozen=True)
class Panel:
    """A drawn rectangle that may be a box around text, or the ground under it, which has a ``colour``."""

    left: float
    top: float
    right: float
    bottom: float
    colour: int | None = None
    stroked: bool = False

    def holds(self, word: Word) -> bool:
        """Whether a word stands in it."""
        x, y = (word.left + word.right) / 2, word.base - 0.3 * word.style.size
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(slots=True)
class PageContent:
    """What one page holds before anything is made of it."""

    number: int
    width: float
    height: float
    words: list[Word]
    across: list[Edge] = field(default_factory=list)
    upright: list[Edge] = field(default_factory=list)
    grids: "list[Grid]" = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    images: int = 0
    unmapped: int = 0
    nameless: frozenset[str] = frozenset()
    apart: "list[Apart]" = field(default_factory=list)
    known_lines: list[Line] | None = None

    def take(self, lines: list[Line]) -> None:
        """Takes lines out of what is still to be laid out."""
        gone = {id(line) for line in lines}
        words = {id(word) for line in lines for word in line.words}
        self.words = [word for word in self.words if id(word) not in words]
        if self.known_lines is not None:
            self.known_lines = [line for line in self.known_lines if id(line) not in gone]


BlockKind = Literal["heading", "paragraph", "item", "note"]


@dataclass(slots=True)
class Draft:
    """A block before it has a place in the text: its lines on one page, or on several (``rest``).

    ``limit`` is how far right its wording may go, where a border says so; ``first`` the first line with the marker
    that was taken off it; ``boxed`` the number of the box around it. A note's ``marker`` is the sign that leads to it.
    """

    kind: BlockKind
    lines: list[Line]
    page: int
    level: int = 0
    marker: str | None = None
    ordered: bool = False
    rest: "Draft | None" = None
    limit: float | None = None
    first: Line | None = None
    boxed: int | None = None


@dataclass(slots=True)
class DraftCell:
    """A cell of a row being made."""

    column: int
    blocks: list[Draft]
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class DraftRow:
    """A row being made. ``open_top`` and ``open_bottom`` say that no rule closes it there."""

    cells: list[DraftCell]
    page: int
    top: float = 0.0
    bottom: float = 0.0
    header: bool = False
    continued: bool = False
    open_top: bool = False
    open_bottom: bool = False

    def text(self) -> str:
        """All its wording, for comparing one row with another."""
        return "\t".join(" ".join(line.text for block in cell.blocks for line in block.lines) for cell in self.cells)


@dataclass(slots=True)
class DraftTable:
    """A table being made; ``columns`` are the left edges of its columns and the right edge of the last."""

    rows: list[DraftRow]
    columns: list[float]
    ruled: bool = True
    repeats: list[DraftRow] = field(default_factory=list)


@dataclass(slots=True)
class Furniture:
    """Lines that belong to the page and not to the text."""

    lines: list[Line]
    page: int


DraftBlock = Draft | DraftTable | Furniture
Apart = Draft | Furniture
