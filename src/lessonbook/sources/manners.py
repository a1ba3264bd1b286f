"""What a site asks of programs, and how long to wait between two requests to it."""

import time
from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

AGENT = "Lessonbook"
_PAUSE = 1.0  # seconds
_LONGEST_PAUSE = 10.0


class Manners:
    """Remembers, for each site, its robots.txt (RFC 9309) and when it was last asked for something."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._rules: dict[str, RobotFileParser] = {}
        self._asked: dict[str, float] = {}

    def may_fetch(self, address: str, read_rules: Callable[[str], tuple[int, str]]) -> bool:
        """Whether the site lets programs fetch an address; ``read_rules`` gives the status and text of its rules.

        A site without rules allows all; one whose rules cannot be had now, by a fault of its own, allows nothing.
        """
        site = site_of(address)
        if site not in self._rules:
            rules = RobotFileParser()
            status, text = read_rules(f"{site}/robots.txt")
            rules.parse(text.splitlines() if status == 200 else _NOTHING if status >= 500 else [])
            self._rules[site] = rules
        return self._rules[site].can_fetch(AGENT, address)

    def wait(self, address: str) -> None:
        """Waits until the site was left alone for a second, or for as long as it asks, up to ten."""
        site = site_of(address)
        rules = self._rules.get(site)
        pause = min(float((rules.crawl_delay(AGENT) if rules else None) or _PAUSE), _LONGEST_PAUSE)
        if site in self._asked and (left := self._asked[site] + pause - self._clock()) > 0:
            self._sleep(left)
        self._asked[site] = self._clock()


def site_of(address: str) -> str:
    """Scheme, host and port of an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


_NOTHING = ["User-agent: *", "Disallow: /"]
