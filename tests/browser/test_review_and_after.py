"""From a check to the next one: decided in the page, exported, waived and fixed, checked again."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.long]

SAMPLES = Path(__file__).parents[1] / "samples"
ENTER = "\ue007"
OPTIONS = ("--glossary", "glossary.csv", "--no-glossaries", "--source-lang", "sr")
KEYS = ("a", "a", "f", "1", "a", "s", "g", ENTER, "f", ENTER, "j", "a", "a", "e")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run transcheck in a folder of its own."""
    command = [sys.executable, "-m", "transcheck", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def found(folder: Path) -> list[dict[str, Any]]:
    """Check the article and return its findings, as a program reads them."""
    output = run(folder, "check", "article.txt", *OPTIONS, "--format", "json").stdout
    return list(json.loads(output)["articles"][0]["findings"])


def wait_for(path: Path) -> Path:
    """Wait until a download is there."""
    deadline = time.monotonic() + 10
    while not (path.is_file() and path.stat().st_size) and time.monotonic() < deadline:
        time.sleep(0.05)
    return path


def open_anew(browser: Any, visit: Callable[..., None], folder: Path) -> str:
    """Open a folder's report with nothing decided and downloads beside it; return its address."""
    where = {"behavior": "allow", "downloadPath": str(folder)}
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", where)
    address = folder.joinpath("report.html").as_uri()
    visit(browser, address)
    browser.execute_script("localStorage.clear()")
    visit(browser, address)
    return address


def test_nothing_decided_comes_back_and_nothing_undecided_is_lost(
    browser: Any, visit: Callable[..., None], tmp_path: Path
) -> None:
    for name in ("article.txt", "glossary.csv"):
        tmp_path.joinpath(name).write_bytes(SAMPLES.joinpath(f"review-{name}").read_bytes())
    before = found(tmp_path)
    assert len(before) == 12
    page = run(tmp_path, "check", "article.txt", *OPTIONS, "-o", "report.html")
    assert page.returncode == 1
    address = open_anew(browser, visit, tmp_path)
    start = time.monotonic()
    for key in KEYS:
        browser.switch_to.active_element.send_keys(key)
    exported = wait_for(tmp_path / "decisions.json")
    assert time.monotonic() - start < 60
    assert len(KEYS) <= 2 * len(before)
    made = json.loads(exported.read_text("utf-8"))["decisions"]
    by_text = {entry["text"]: entry["decision"] for entry in made}
    assert by_text == {
        "Grdelac": "accept", "Zabarina": "accept", "Solmar": "not-an-error",
        "Board for River": "accept", "Durevac": "skip", "Lucka": "glossary",
        "Beocinac": "not-an-error", "Krcedin": "accept", "Miroscica": "accept",
    }  # fmt: skip

    waived = run(tmp_path, "waive", "--from", "decisions.json", "--by", "Anna Lund")
    assert waived.returncode == 0, waived.stderr
    fixed = run(
        tmp_path, "fix", "--decisions", "decisions.json", "--write", "article.txt", *OPTIONS
    )
    assert fixed.returncode == 0, fixed.stderr

    after = found(tmp_path)
    left = [finding["text"] for finding in after if finding["waived"] is None]
    assert left == ["Durevac", "Plug Dam"]
    assert [f["text"] for f in after if f["waived"]] == ["Solmar", "Beocinac", "Solmar"]
    text = tmp_path.joinpath("article.txt").read_text("utf-8")
    for word in ("Grdelač", "ferry in Žabarina", "The River Commission", "Lučka", "Krčedin"):
        assert word in text
    again = run(tmp_path, "check", "article.txt", *OPTIONS, "-o", "report.html")
    assert again.returncode == 1
    visit(browser, address)
    tally = "return document.querySelector('.tally').textContent"
    assert browser.execute_script(tally).startswith("1 of 2 decided (1 skipped)")


def test_exported_waivers_are_a_waiver_file(
    browser: Any, visit: Callable[..., None], tmp_path: Path
) -> None:
    from selenium.webdriver.common.by import By

    for name in ("article.txt", "glossary.csv"):
        tmp_path.joinpath(name).write_bytes(SAMPLES.joinpath(f"review-{name}").read_bytes())
    run(tmp_path, "check", "article.txt", *OPTIONS, "-o", "report.html")
    open_anew(browser, visit, tmp_path)
    for key in ("f", "2", "f", "3"):
        browser.switch_to.active_element.send_keys(key)
    browser.find_element(By.CSS_SELECTOR, "[data-export=toml]").click()
    wait_for(tmp_path / "waivers.toml").replace(tmp_path / "transcheck-waivers.toml")
    reasons = {f["text"]: f["waived"]["reason"] for f in found(tmp_path) if f["waived"]}
    assert reasons == {"Grdelac": "Another person", "Zabarina": "House exception"}
