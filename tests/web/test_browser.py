"""The site in a real browser: readable on a phone, a facet is one click, nothing needs a script."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from waitress.server import create_server

from archive.settings import Settings
from web.application import create_app

CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium and chromedriver on this machine"),
]


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
    """A browser without scripts, as wide as a phone and as a desk."""
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
    options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.binary_location = str(CHROMIUM)
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": request.param, "height": 900, "deviceScaleFactor": 1, "mobile": request.param < 600},
    )
    yield driver
    driver.quit()


def width_needed(browser: webdriver.Chrome) -> tuple[int, int]:
    """Width of the page and of the window, in pixels."""
    metrics = browser.execute_cdp_cmd("Page.getLayoutMetrics", {})
    return metrics["cssContentSize"]["width"], metrics["cssLayoutViewport"]["clientWidth"]


PATHS = (
    "/",
    "/provinces",
    "/help",
    "/province/vinh-phuc-1997",
    "/search?q=%22abc",
    "/statements",
    "/check?q=hạ+tầng+đi+trước+một+bước+trong+chuyển+đổi+số",
)


@pytest.mark.parametrize("path", PATHS)
def test_no_page_is_wider_than_its_window(browser: webdriver.Chrome, site: str, path: str) -> None:
    browser.get(site + path)
    page, window = width_needed(browser)
    assert page <= window


def test_a_question_is_typed_narrowed_and_read(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site)
    box = browser.find_element(By.NAME, "q")
    box.send_keys("chuyen doi so")
    box.submit()
    assert len(browser.find_elements(By.CSS_SELECTOR, ".hit")) == 4
    browser.find_element(By.PARTIAL_LINK_TEXT, "Tuyên Quang").click()
    assert "Tuyên Quang" in browser.page_source
    browser.back()
    link = browser.find_element(By.CSS_SELECTOR, ".hit h3 a")
    title = link.text
    link.click()
    assert browser.find_element(By.TAG_NAME, "h1").text == title
    assert browser.find_elements(By.CSS_SELECTOR, "article mark")
    page, window = width_needed(browser)
    assert page <= window


def test_a_statement_leads_to_its_place_in_the_article(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site + "/statements")
    said = browser.find_element(By.CSS_SELECTOR, ".content p").text
    browser.find_element(By.LINK_TEXT, "Liên kết cố định").click()
    assert browser.find_element(By.CSS_SELECTOR, ".said:target").text == said
    page, window = width_needed(browser)
    assert page <= window


def test_a_quote_is_pasted_and_checked(browser: webdriver.Chrome, site: str) -> None:
    browser.get(site + "/check")
    box = browser.find_element(By.NAME, "q")
    box.send_keys("Nganh can phoi hop voi cac co quan, don vi thuc hien cac giai phap")
    box.submit()
    assert browser.find_element(By.CSS_SELECTOR, ".verdict h2").text == "Chỉ được thuật lại"


def test_a_picture_can_be_taken(browser: webdriver.Chrome, site: str, tmp_path: Path) -> None:
    browser.get(site)
    picture = tmp_path / "page.png"
    assert browser.save_screenshot(str(picture))
    assert picture.stat().st_size > 5_000
