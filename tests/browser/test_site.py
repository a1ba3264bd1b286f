"""The site in a browser: from a digest to a published issue, by hand and keyboard; axe, narrow screens, script off."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from helpers.served import served
from helpers.small_digest import SMALL_DIGEST

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium"),
    pytest.mark.enable_socket,  # playwright talks to its driver, and the browser to the site, on this machine
]
SAMPLE = Path(__file__).parents[2] / "sample"
SHOTS = Path(__file__).parents[2] / "build" / "screenshots"
WIDTHS = (320, 768, 1280)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
ISSUE = "area=Darlington&number=7&date=2023-06&from=2021-01&until=2023-06&which=all"
PAGES = {
    "start": "/",
    "find": "/find?q=babies",
    "find-nothing": "/find?q=%22xylophone+orchestra%22",
    "find-wrong": "/find?q=year:soon",
    "how-to-find": "/find",
    "themes": "/themes",
    "theme": "/themes/engaging-fathers",
    "lessons": "/lessons",
    "areas": "/areas",
    "addressees": "/addressees",
    "addressee": "/addressees/police",
    "plots": "/plots",
    "documents": "/documents",
    "take-in": "/take-in",
    "task": "/take-in/1",
    "check": "/check",
    "publish": "/publish",
    "composed": f"/publish?{ISSUE}",
    "issues": "/issues",
    "accessibility": "/accessibility",
    "tokens": "/tokens",
    "api": "/api/",
    "nowhere": "/nowhere",
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


def disagreeing(folder: Path) -> list[Path]:
    """Two digests that tell one case with two dates."""
    texts = {"one.txt": SMALL_DIGEST, "other.txt": SMALL_DIGEST.replace("Feb 2023", "Jan 2023")}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in texts]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:
    """A site into which the sample's PDF digest was taken through the form."""
    home = tmp_path_factory.mktemp("site") / "home"
    with served(home) as at:
        page = browser.new_page()
        page.goto(f"{at}/take-in")
        page.set_input_files("#files", [SAMPLE / "digest-spring-2023.pdf", *disagreeing(home.parent)])
        page.click("main button[type=submit]")
        expect(page.get_by_role("link", name="Check what was read")).to_be_visible(timeout=60_000)
        page.close()
        yield at


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on which nothing may fail: what the console tells is an error of the test."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    told: list[str] = []
    opened.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    yield opened
    opened.close()
    assert [line for line in told if "status of 40" not in line] == []


def check_page(browser: Browser, address: str, where: str, name: str) -> None:
    """Axe on the narrowest and the widest screen, nothing cut off and a picture on each."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    opened = browser.new_page()
    opened.goto(address + where, wait_until="networkidle")
    for width in WIDTHS:
        opened.set_viewport_size({"width": width, "height": 900})
        opened.screenshot(path=SHOTS / f"{name}-{width}.png")
        assert not opened.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), width
        if width != WIDTHS[1]:
            found = Axe().run(opened, options=RULES).response["violations"]
            assert [(width, one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    opened.close()


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_cut_off(browser, address, name):
    check_page(browser, address, PAGES[name], name)


def a_record(page: Page, address: str, label: str) -> None:
    page.goto(f"{address}/check")
    page.get_by_role("link", name=re.compile(label)).click()
    page.wait_for_selector("body.js-enabled")


def test_axe_finds_nothing_on_a_record_beside_its_page(browser, address, page):
    a_record(page, address, "Adult Hazel")
    where = page.url.removeprefix(address)
    check_page(browser, address, where, "check-record")
    check_page(browser, address, where.replace("/check/", "/reviews/"), "review")


def choose_words(page: Page, first: str, last: str) -> None:
    """Choose the words from one to another on the page of the source, as a mouse does."""
    page.evaluate(
        """([first, last]) => {
          const words = [...document.querySelectorAll(".lb-page text")];
          const begin = words.find((word) => word.textContent.trim() === first);
          const end = words.slice(words.indexOf(begin)).find((word) => word.textContent.trim() === last);
          const range = document.createRange();
          range.setStart(begin.firstChild, 0);
          range.setEnd(end.firstChild, end.firstChild.length);
          document.getSelection().removeAllRanges();
          document.getSelection().addRange(range);
        }""",
        [first, last],
    )


def test_pointing_at_a_statement_marks_its_words_on_the_page(page, address):
    a_record(page, address, "Adult Hazel")
    page.locator(".lb-statement a[data-show]").first.click()
    expect(page.locator(".lb-page__mark").first).to_be_visible()
    page.reload()
    expect(page.locator(".lb-page__mark").first).to_be_visible()


def test_a_field_is_corrected_with_words_chosen_on_the_page_and_undone(page, address):
    a_record(page, address, "Adult Hazel")
    title = page.locator("[id='field:title']")
    title.get_by_text("Correct").click()
    choose_words(page, "Extended", "adult")
    expect(title.locator("[data-chosen]")).to_contain_text("Extended adult")
    title.get_by_role("button", name="Save").click()
    expect(page.locator("[id='field:title']")).to_contain_text("Set by an editor")
    expect(page.locator("[id='field:title']")).to_contain_text("Extended adult")
    page.get_by_role("button", name=re.compile("Undo edited title")).first.click()
    expect(page.locator("[id='field:title']")).not_to_contain_text("Set by an editor")


def test_words_chosen_on_the_page_become_a_statement(page, address):
    a_record(page, address, "Adult Hazel")
    choose_words(page, "Her", "times.")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    words = "Her daughters took turns to care for her and had asked for respite three times."
    assert page.locator(".lb-statement", has_text=words).count() == 2
    page.get_by_role("button", name=re.compile("Undo edited statement")).first.click()


def test_a_record_is_checked_and_approved_by_keyboard(page, address):
    a_record(page, address, "Adult Hazel")
    where = page.url
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('[data-stop]') !== null")
    page.keyboard.press("w")
    page.keyboard.press("a")
    expect(page.get_by_role("status")).to_contain_text("approved")
    page.goto(where)
    expect(page.locator("main .govuk-tag").first).to_have_text("Approved")


def test_what_stands_in_the_way_is_said_and_settled(page, address):
    page.goto(f"{address}/check")
    page.locator("tr", has_text="Sources disagree").get_by_role("link").first.click()
    expect(page.get_by_text("in the way of approving")).to_be_visible()
    expect(page.get_by_role("button", name="Approve")).to_have_count(0)
    disputed = page.locator(".lb-field", has_text="Sources disagree").first
    name = disputed.get_attribute("id")
    disputed.get_by_text("Correct").click()
    disputed.get_by_role("button", name="Save").click()
    expect(page.locator(f"[id='{name}']")).not_to_contain_text("Sources disagree")


def test_an_issue_is_composed_published_and_its_pdf_opened(page, address):
    page.goto(f"{address}/publish?{ISSUE}")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Issue 7")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile(r"\.pdf$")).click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    page.get_by_role("link", name="Read it").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lessons Learned")
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != '"Times New Roman"'


def test_reading_and_searching_need_no_script(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/find")
    page.get_by_role("searchbox").fill("respite")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("mark").first).to_have_text("respite")
    page.locator(".lb-quote a", has_text="source").first.click()
    expect(page.locator(".lb-page__mark, mark").first).to_be_visible()
    page.go_back()
    page.locator(".lb-quote a").first.click()
    expect(page.get_by_role("heading", name="Sources")).to_be_visible()
    context.close()


def test_high_contrast_and_print_show_everything(browser, address):
    page = browser.new_page(forced_colors="active")
    page.goto(f"{address}/find?q=respite")
    expect(page.locator("mark").first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".lb-quote").first).to_be_visible()
    expect(page.locator(".lb-header")).to_be_hidden()
    page.close()
