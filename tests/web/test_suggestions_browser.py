"""Suggestions in a real browser, by keyboard and by mouse."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from threading import Thread

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from waitress.server import create_server

from archive.settings import Settings
from web.application import create_app

CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium and chromedriver on this machine"),
]

PATIENCE_SECONDS = 60


@pytest.fixture(scope="module")
def site(seeds_settings: Settings) -> Iterator[str]:
    """The address of a running server."""
    server = create_server(create_app(seeds_settings), host="127.0.0.1", port=0)
    Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()


@pytest.fixture(scope="module", params=[390, 1280], ids=["phone", "desk"])
def browser(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[webdriver.Chrome]:
    """A browser with scripts, as wide as a phone and as a desk."""
    options = webdriver.ChromeOptions()
    for argument in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        f"--user-data-dir={tmp_path_factory.mktemp('browser')}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    options.binary_location = str(CHROMIUM)
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": request.param, "height": 900, "deviceScaleFactor": 1, "mobile": request.param < 600},
    )
    yield driver
    driver.quit()


def type_and_wait(browser: webdriver.Chrome, address: str, text: str) -> tuple[WebElement, list[WebElement]]:
    """The search box, and what is suggested under it."""
    browser.get(address)
    box = browser.find_element(By.NAME, "q")
    box.send_keys(text)
    find = lambda _: browser.find_elements(By.CSS_SELECTOR, "[role=option]")  # noqa: E731
    return box, WebDriverWait(browser, PATIENCE_SECONDS).until(find)


def test_the_keyboard_chooses_and_enter_asks(browser: webdriver.Chrome, site: str) -> None:
    box, options = type_and_wait(browser, site, "chu tich")
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "true"
    assert not box.get_attribute("aria-activedescendant")
    box.send_keys(Keys.ARROW_DOWN)
    assert box.get_attribute("aria-activedescendant") == options[0].get_attribute("id")
    assert options[0].get_attribute("aria-selected") == "true"
    box.send_keys(Keys.ENTER)
    WebDriverWait(browser, PATIENCE_SECONDS).until(lambda _: "/search?" in browser.current_url)
    assert browser.find_elements(By.CSS_SELECTOR, ".hit")


def test_the_arrows_go_round_by_way_of_the_box(browser: webdriver.Chrome, site: str) -> None:
    box, options = type_and_wait(browser, site, "chu tich")
    box.send_keys(Keys.ARROW_UP)
    assert options[-1].get_attribute("aria-selected") == "true"
    box.send_keys(Keys.ARROW_DOWN)
    assert not box.get_attribute("aria-activedescendant")


def test_escape_closes_and_leaves_what_was_typed(browser: webdriver.Chrome, site: str) -> None:
    box, _ = type_and_wait(browser, site, "chu tich")
    box.send_keys(Keys.ARROW_DOWN, Keys.ESCAPE)
    assert box.get_attribute("aria-expanded") == "false"
    assert not browser.find_elements(By.CSS_SELECTOR, "[role=option]")
    assert box.get_attribute("value") == "chu tich"


def test_a_click_asks(browser: webdriver.Chrome, site: str) -> None:
    _, options = type_and_wait(browser, site, "chuyen d")
    options[-1].click()
    WebDriverWait(browser, PATIENCE_SECONDS).until(lambda _: "/search?" in browser.current_url)
    assert browser.find_elements(By.CSS_SELECTOR, ".hit")


def test_statements_have_suggestions_of_their_own(browser: webdriver.Chrome, site: str) -> None:
    _, options = type_and_wait(browser, site + "/statements", "hoang")
    options[0].click()
    WebDriverWait(browser, PATIENCE_SECONDS).until(lambda _: "/statements?" in browser.current_url)
    assert browser.find_elements(By.CSS_SELECTOR, ".hit")


def test_the_list_is_no_wider_than_the_window_and_nothing_is_refused(
    browser: webdriver.Chrome, site: str
) -> None:
    type_and_wait(browser, site, "chu tich")
    metrics = browser.execute_cdp_cmd("Page.getLayoutMetrics", {})
    assert metrics["cssContentSize"]["width"] <= metrics["cssLayoutViewport"]["clientWidth"]
    assert browser.get_log("browser") == []
