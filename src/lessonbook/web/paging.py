"""Pages of a long list."""

from typing import Self

import msgspec
from django.http import QueryDict


class Step(msgspec.Struct, frozen=True):
    """A link of the pagination."""

    number: int
    address: str
    current: bool


class Pages(msgspec.Struct, frozen=True):
    """Page ``number`` (from 1) of a list that is shown ``size`` at a time."""

    number: int
    size: int
    total: int = 0
    query: str = ""

    @classmethod
    def asked(cls, query: QueryDict, size: int) -> Self:
        """The page that an address asks for; what is no number is the first."""
        number = query.get("page", "1")
        return cls(max(1, int(number)) if number.isdecimal() and len(number) < 7 else 1, size)

    @property
    def offset(self) -> int:
        """How many come before this page."""
        return (self.number - 1) * self.size

    def of(self, total: int, query: QueryDict) -> "Pages":
        """The same page of a list of so many."""
        kept = query.copy()
        kept.pop("page", None)
        return Pages(self.number, self.size, total, kept.urlencode())

    @property
    def last(self) -> int:
        """The number of the last page."""
        return max(1, -(-self.total // self.size))

    def address(self, number: int) -> str:
        """The address of another page."""
        return f"?{self.query}{'&' if self.query else ''}page={number}"

    @property
    def before(self) -> str | None:
        """The address of the page before, where there is one."""
        return self.address(self.number - 1) if self.number > 1 else None

    @property
    def after(self) -> str | None:
        """The address of the next page, where there is one."""
        return self.address(self.number + 1) if self.number < self.last else None

    @property
    def first_shown(self) -> int:
        """The number, from 1, of the first one shown."""
        return min(self.offset + 1, self.total)

    @property
    def last_shown(self) -> int:
        """The number of the last one shown."""
        return min(self.offset + self.size, self.total)
