"""A sub-editor's day: the shipped glossaries' names, decided by keyboard, and what lasts of it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from serving import wait
from test_review_and_after import ENTER, SAMPLES, open_anew, run, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.long]

DOWN = "\ue015"
ADDED = "name,kind,admitted,rejected,source,lang,note,ref\nAnna Lund,person,,,,,,\n"
CONFIG = 'source-lang = "sr"\nglossary = ["desk.csv"]\n'
# what stands in the article: the keys that decide it, and what comes of it
DECIDED = {
    "Rute": ("a", "Rutte"),
    "Ursula fon der Lajen": ("a", "Ursula von der Leyen"),
    "Emanuel Makron": ("a", "Emmanuel Macron"),
    "Olaf Šolc": ("f1", None),
    "Đorđa Meloni": ("s", None),
    "Cacak": (f"g{ENTER}", "Čačak"),
    "Zvecan": ("a", "Zvečan"),
    "Gracanica": (f"g{DOWN}{ENTER}", None),
    "Milojko Spajic": ("f2", None),
    "Ana Brnabic": ("a", "Ana Brnabić"),
    "Brcko": ("s", None),
}
SKIPPED, WAIVED = ["Đorđa Meloni", "Brcko"], ["Olaf Šolc", "Milojko Spajic"]


def findings(folder: Path) -> list[dict[str, Any]]:
    """Check the article as the desk does and return its findings."""
    output = run(folder, "check", "article.txt", "--format", "json").stdout
    return list(json.loads(output)["articles"][0]["findings"])


def test_twelve_findings_are_decided_in_a_minute_and_only_the_skipped_come_back(
    browser: Any, visit: Callable[..., None], tmp_path: Path
) -> None:
    text = SAMPLES.joinpath("sub-editor-article.txt").read_text("utf-8")
    tmp_path.joinpath("article.txt").write_text(text, "utf-8")
    tmp_path.joinpath("desk.csv").write_text(ADDED, "utf-8")
    tmp_path.joinpath("transcheck.toml").write_text(CONFIG, "utf-8")
    before = findings(tmp_path)
    assert len(before) == 12
    assert list(dict.fromkeys(one["text"] for one in before)) == list(DECIDED)

    page = run(tmp_path, "check", "article.txt", "-o", "report.html")
    assert page.returncode == 1
    address = open_anew(browser, visit, tmp_path)
    keys = [*"".join(keys for keys, _ in DECIDED.values()), "e"]
    start = time.monotonic()
    for key in keys:
        browser.switch_to.active_element.send_keys(key)
    made = json.loads(wait_for(tmp_path / "decisions.json").read_text("utf-8"))["decisions"]
    assert time.monotonic() - start <= 60
    assert len(keys) <= 2 * len(before)
    assert sorted(one["fingerprint"] for one in made) == sorted(f["fingerprint"] for f in before)

    for words in (
        ("waive", "--from", "decisions.json", "--by", "Anna Lund", "article.txt"),
        ("fix", "--decisions", "decisions.json", "--write", "article.txt"),
        ("glossary", "accept", "decisions.json", "--into", "desk.csv"),
    ):
        done = run(tmp_path, *words)
        assert done.returncode == 0, done.stderr

    for wrong, (_, right) in DECIDED.items():
        text = text.replace(wrong, right or wrong)
    assert tmp_path.joinpath("article.txt").read_text("utf-8") == text
    rows = "Čačak,place,,,,,,\nGracanica,place,,,,,,\n"
    assert tmp_path.joinpath("desk.csv").read_text("utf-8") == ADDED + rows
    after = findings(tmp_path)
    assert [one["text"] for one in after if one["waived"] is None] == SKIPPED
    assert [one["text"] for one in after if one["waived"]] == WAIVED

    assert run(tmp_path, "check", "article.txt", "-o", "report.html").returncode == 1
    visit(browser, address)
    tally = "return document.querySelector('.tally').textContent"
    assert browser.execute_script(tally).startswith("2 of 2 decided (2 skipped)")


def test_twelve_findings_are_written_as_they_are_decided_in_the_served_page(
    browser: Any, visit: Callable[..., None], served: Callable[..., Any], tmp_path: Path
) -> None:
    text = SAMPLES.joinpath("sub-editor-article.txt").read_text("utf-8")
    tmp_path.joinpath("article.txt").write_text(text, "utf-8")
    tmp_path.joinpath("desk.csv").write_text(ADDED, "utf-8")
    tmp_path.joinpath("transcheck.toml").write_text(CONFIG, "utf-8")
    visit(browser, served("article.txt", "--by", "Anna Lund", shipped=True).address)
    current = "return document.querySelector('.place.current mark')?.textContent"
    assert wait(lambda: browser.execute_script(current), bool) == "Rute"
    start, count = time.monotonic(), 0
    for wrong, (keys, _) in DECIDED.items():
        assert wait(lambda: browser.execute_script(current), lambda now, it=wrong: now == it)
        for key in keys:
            browser.switch_to.active_element.send_keys(key)
            count += 1
    left = "return document.querySelectorAll('.card:not(.decided)').length"
    assert wait(lambda: browser.execute_script(left) or 0, lambda now: not now) == 0
    assert time.monotonic() - start <= 60
    assert count <= 2 * 12
    for wrong, (_, right) in DECIDED.items():
        text = text.replace(wrong, right or wrong)
    written = tmp_path / "article.txt"
    assert wait(lambda: written.read_text("utf-8"), lambda now: now == text) == text
    rows = "Čačak,place,,,,,,\nGracanica,place,,,,,,\n"
    desk = tmp_path / "desk.csv"
    assert wait(lambda: desk.read_text("utf-8"), lambda now: now == ADDED + rows) == ADDED + rows
    after = findings(tmp_path)
    assert [one["text"] for one in after if one["waived"] is None] == SKIPPED
    assert [one["text"] for one in after if one["waived"]] == WAIVED
