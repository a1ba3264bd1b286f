"""A team's own pages in a browser: axe finds nothing, and nothing is wider than a telephone."""

import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from helpers.team_site import PASSWORD, Visitor, add, team_served

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: apt-get install chromium"),
    pytest.mark.enable_socket,  # playwright and the site talk through sockets of this machine
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SEND = "main button >> nth=0"


def _sound(page, place):
    found = Axe().run(page, options=RULES).response
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found["violations"]] == [], place
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), place


def _log_in(page, at):
    page.goto(f"{at}/audit")
    page.fill("[name=login]", "the.administrator")
    page.fill("[name=password]", PASSWORD)
    page.click(SEND)


@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_of_a_team_is_accessible(tmp_path, width):
    add(tmp_path / "home", "the.administrator", "administrator")
    add(tmp_path / "home", "robin.field", "editor")
    with team_served(tmp_path / "home") as at, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(f"{at}/find")
        _sound(page, "log-in")
        page.fill("[name=login]", "the.administrator")
        page.fill("[name=password]", "wrong")
        page.click(SEND)
        _sound(page, "log-in refused")
        _log_in(page, at)
        _sound(page, "second factor")
        person = Visitor(at)
        person.key = re.search(r"<code>([A-Z2-7]{32})</code>", page.content())[1]
        page.fill("[name=code]", person.code())
        page.click(SEND)
        _sound(page, "recovery codes")
        for path in ("/people", "/audit", "/account/2fa/", "/account/password/change/", "/account/logout/"):
            page.goto(at + path)
            _sound(page, path)
        page.context.clear_cookies()
        _log_in(page, at)
        assert page.url == f"{at}/account/2fa/authenticate/"
        _sound(page, "code")
        browser.close()
