"""A real Chromium for the report's pages: Debian's own, never one downloaded by a client."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "reports")]

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars",
)  # fmt: skip
AXE = "axe_playwright_python"


def missing(words: str) -> None:
    """Skip in words; fail where the browser is demanded."""
    if os.environ.get("TRANSCHECK_DEMAND_BROWSER") == "1":
        pytest.fail(f"{words}, and TRANSCHECK_DEMAND_BROWSER=1 demands it")
    pytest.skip(words)


@pytest.fixture(scope="session")
def open_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Any]]:
    """Return a function that starts a Chromium with an empty profile; all are closed at the end."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    chromedriver = shutil.which("chromedriver")
    if not chromium or not chromedriver:
        missing("no Chromium: install Debian's packages chromium and chromium-driver")
    if find_spec("selenium") is None:
        missing("no selenium: install transcheck's extra [dev]")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    started: list[Any] = []

    def start(script: bool = True) -> Any:
        options = webdriver.ChromeOptions()
        options.binary_location = str(chromium)
        for flag in FLAGS:
            options.add_argument(flag)
        options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('profile')}")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        if not script:
            rule = {"profile.managed_default_content_settings.javascript": 2}
            options.add_experimental_option("prefs", rule)
        service = Service(executable_path=str(chromedriver))
        started.append(webdriver.Chrome(options=options, service=service))
        return started[-1]

    yield start
    for driver in started:
        driver.quit()


@pytest.fixture(scope="session")
def browser(open_browser: Callable[..., Any]) -> Any:
    """A Chromium that runs scripts."""
    return open_browser()


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core, taken from a package without importing it."""
    spec = find_spec(AXE)
    path = Path(spec.origin).with_name("axe.min.js") if spec and spec.origin else None
    if path is None or not path.is_file():
        missing(f"no axe-core: install transcheck's extra [dev] ({AXE})")
    assert path is not None
    return path.read_text("utf-8")


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Write the reports that are looked at, and return their file:// addresses."""
    from report_sample import clean, damaged, make_report, plain

    from transcheck.model import Skipped
    from transcheck.reports.formats.html import render

    unread = Skipped("hr-0093.html", "byte 412 (0xE8) is not UTF-8. Try --encoding cp1250")
    run = (
        damaged(),
        damaged("danube/sr-0108.txt"),
        clean(),
        plain("Rail link", ("Kiev", "Kyiv", "name-house-form", "minor")),
        plain("Grain corridor", ("Cavusoglu", "Çavuşoğlu", "name-diacritics", "critical")),
        *(plain(f"Quiet day {number}") for number in range(12)),
    )
    reports = {
        "article": make_report(damaged()),
        "clean": make_report(clean()),
        "index": make_report(*run, skipped=(unread,)),
    }
    folder = tmp_path_factory.mktemp("pages")
    for name, report in reports.items():
        folder.joinpath(f"{name}.html").write_text(render(report), encoding="utf-8")
    return {name: folder.joinpath(f"{name}.html").as_uri() for name in reports}


@pytest.fixture(scope="session")
def visit() -> Callable[..., None]:
    """Return a function that opens a page at a width, in light or dark."""

    def open_page(driver: Any, address: str, width: int = 1440, dark: bool = False) -> None:
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        driver.get("about:blank")
        driver.get(address)
        ready = "return location.href !== 'about:blank' && document.readyState === 'complete'"
        for _ in range(100):  # a busy machine: the driver comes back before the page is there
            if driver.execute_script(ready):
                break
            time.sleep(0.05)

    return open_page


@pytest.fixture
def opened(
    browser: Any, visit: Callable[..., None], tmp_path: Path, forgotten: None
) -> Callable[..., str]:
    """Write a report and open it with nothing decided; return its address."""

    def open_report(report: Any, name: str = "report.html", **how: Any) -> str:
        path = tmp_path / name
        from transcheck.reports.formats.html import render

        path.write_text(render(report), encoding="utf-8")
        visit(browser, path.as_uri(), **how)
        browser.execute_script("localStorage.clear()")
        visit(browser, path.as_uri(), **how)
        return path.as_uri()

    return open_report


@pytest.fixture
def saved(browser: Any, tmp_path: Path) -> Callable[[str], str]:
    """Return a function that waits for a file to be downloaded, and reads it."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    where = {"behavior": "allow", "downloadPath": str(folder)}
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", where)

    def read(name: str) -> str:
        path = folder / name
        for _ in range(100):
            if path.is_file() and path.stat().st_size:
                break
            time.sleep(0.05)
        text = path.read_text("utf-8")
        path.unlink()
        return text

    return read


@pytest.fixture
def forgotten(browser: Any) -> Iterator[None]:
    """Leave nothing decided behind: all pages of files share one store."""
    yield
    browser.execute_script("localStorage.clear()")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Return a function that starts `transcheck review` in a folder; all are stopped at the end."""
    from serving import Served

    running: list[Served] = []

    def start(*words: str, **how: Any) -> Served:
        running.append(Served(tmp_path, *words, **how))
        return running[-1]

    yield start
    for one in running:
        one.stop()


@pytest.fixture(scope="session")
def trapped(open_browser: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that starts a Chromium whose pages tell what acts in them.

    Without `lock` the pages' own Content-Security-Policy is not minded: a payload has its chance.
    """
    from traps import TRAPS

    def start(lock: bool) -> Any:
        driver = open_browser()
        driver.execute_cdp_cmd("Page.enable", {})
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": TRAPS})
        driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": not lock})
        return driver

    return start
