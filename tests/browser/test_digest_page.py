"""The published web page in a browser: axe finds nothing, a telephone shows all of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from helpers.hostile_texts import BEYOND_FONTS, LONG, MARKUP, SCRIPTS
from helpers.invented_cases import Source, review, reviews, settings
from lessonbook.domain import Harm
from lessonbook.publishing import compose, render

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium"),
    pytest.mark.enable_socket,  # playwright talks to its driver through sockets of this machine
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An issue with every part, and with texts that are hard to lay out."""
    source = Source()
    hard = [
        review(id=f"hard{number}", label=text, harm=Harm(text), statements=(source.statement("learning", text),))
        for number, text in enumerate((*MARKUP, *SCRIPTS, *BEYOND_FONTS, LONG))
    ]
    path = tmp_path_factory.mktemp("page") / "digest.html"
    path.write_bytes(render(compose([*reviews(12), *hard], settings()), "html"))
    return path


def opened(browser: Browser, digest: Path, width: int, **options) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, **options)
    page.goto(digest.as_uri())
    return page


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, digest, width, scheme):
    page = opened(browser, digest, width, color_scheme=scheme)
    found = Axe().run(page, options=RULES).response
    assert [(problem["id"], problem["nodes"][0]["html"][:200]) for problem in found["violations"]] == []
    assert len(found["passes"]) > 20


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_needs_sideways_scrolling(browser, digest, width):
    page = opened(browser, digest, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_telephone_a_row_is_a_card_and_still_a_row(browser, digest):
    page = opened(browser, digest, 320)
    row = page.locator("tbody tr").first
    cells = row.locator("th, td")
    lefts = {round(cells.nth(number).bounding_box()["x"]) for number in range(3)}
    assert len(lefts) == 1
    assert page.get_by_role("row").count() > 12
    assert page.get_by_role("rowheader").count() == page.get_by_role("row").count() - page.get_by_role("table").count()


def test_it_asks_for_nothing(browser, digest):
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(digest.as_uri())
    assert asked == [digest.as_uri()]


def test_no_source_text_is_run_as_script(browser, digest):
    page = browser.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto(digest.as_uri())
    assert said == []
    assert page.locator("script").count() == 0


def test_the_first_stop_of_the_keyboard_is_the_skip_link(browser, digest):
    page = opened(browser, digest, 1280)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the digest"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
