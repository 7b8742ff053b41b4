"""`transcheck review` in a real browser, by keyboard: what is decided is on the disk at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from serving import FERRY, GONE, OPEN, VERDICT, Served, wait

pytestmark = pytest.mark.browser

ENTER = "\ue007"
CURRENT = """return [...document.querySelectorAll('.place.current mark')]
  .map(m => m.textContent).join()"""
LINKS = """return [...new Set([...document.querySelectorAll('tbody th a')].map(a => a.href))]"""


@pytest.fixture
def review(served: Callable[..., Served]) -> Callable[..., str]:
    """Return a function that starts the command in a folder and returns the address it prints."""
    return lambda *words: served(*words).address


def press(browser: Any, *keys: str) -> None:
    for key in keys:
        browser.switch_to.active_element.send_keys(key)


def test_an_article_is_decided_by_keyboard(
    browser: Any, visit: Callable[..., None], review: Callable[..., str], tmp_path: Path
) -> None:
    ferry, rows, waived = (
        tmp_path / name for name in ("ferry.txt", "names.csv", "transcheck-waivers.toml")
    )
    ferry.write_text(FERRY, "utf-8")
    browser.get("about:blank")  # the page of an earlier test asks its server, which is gone
    browser.get_log("browser")
    address = review("ferry.txt", "--into", "names.csv", "--by", "A. Lund")
    visit(browser, address)
    see = browser.execute_script
    assert wait(lambda: see(VERDICT), lambda said: "4 errors" in said)
    assert "token" not in browser.current_url

    first = see(CURRENT)
    assert first == "Rute"
    press(browser, "a")
    fixed = FERRY.replace("Rute", "Rutte")
    assert wait(lambda: ferry.read_text("utf-8"), lambda text: text == fixed) == fixed
    assert "2 errors" in wait(lambda: see(VERDICT), lambda said: "2 errors" in said)

    assert see(CURRENT) == "Zvecan"
    press(browser, "f", "1")
    (waiver,) = wait(lambda: tomllib.loads(waived.read_text("utf-8")), bool)["waiver"]
    assert (waiver["form"], waiver["reason"]) == ("Zvecan", "Quoted spelling")
    assert waiver["by"] == "A. Lund"

    assert see(CURRENT) == "Cavusoglu"
    press(browser, "g", ENTER)
    listed = wait(lambda: rows.read_text("utf-8").splitlines(), lambda lines: len(lines) == 2)
    assert listed[1].startswith("Çavuşoğlu,")
    done = fixed.replace("Cavusoglu", "Çavuşoğlu")
    assert wait(lambda: ferry.read_text("utf-8"), lambda text: text == done) == done
    assert "passed" in wait(lambda: see(VERDICT), lambda said: "passed" in said)

    press(browser, "u")
    assert wait(lambda: not rows.exists(), bool)
    assert wait(lambda: ferry.read_text("utf-8"), lambda text: text == fixed) == fixed
    assert "1 error" in wait(lambda: see(VERDICT), lambda said: "1 error" in said)
    visit(browser, address.partition("#")[0])
    assert see(OPEN) == "Cavusoglu", "only the undecided is left"

    press(browser, "u")
    assert wait(lambda: not waived.exists(), bool)
    assert wait(lambda: see(OPEN), lambda left: left == "Cavusoglu Zvecan") == "Cavusoglu Zvecan"
    press(browser, "u")
    assert wait(lambda: ferry.read_text("utf-8"), lambda text: text == FERRY) == FERRY
    assert wait(lambda: see(OPEN), lambda left: "Rute" in left) == "Cavusoglu Rute Zvecan"
    worst = [one for one in browser.get_log("browser") if "401" not in one["message"]]
    assert [one for one in worst if one["level"] == "SEVERE"] == []


@pytest.mark.long
def test_a_page_that_is_too_old_says_so_and_follows(
    browser: Any, visit: Callable[..., None], review: Callable[..., str], tmp_path: Path
) -> None:
    ferry = tmp_path / "ferry.txt"
    ferry.write_text(FERRY, "utf-8")
    visit(browser, review("ferry.txt"))
    see = browser.execute_script
    assert wait(lambda: see(VERDICT), lambda said: "4 errors" in said)
    ferry.write_text(FERRY.replace("Rute", "He"), "utf-8")
    press(browser, "a")
    assert wait(lambda: see(OPEN), lambda left: "Rute" not in left) == "Cavusoglu Zvecan"
    assert "was changed since this page was made" in see(GONE)
    assert see(CURRENT) == "Zvecan"
    assert ferry.read_text("utf-8") == FERRY.replace("Rute", "He")


@pytest.mark.long
def test_articles_are_decided_one_after_the_other(
    browser: Any, visit: Callable[..., None], review: Callable[..., str], tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(FERRY, "utf-8")
    visit(browser, review("a.txt", "b.txt"))
    see = browser.execute_script
    assert wait(lambda: see(VERDICT), lambda said: "8 errors" in said)
    press(browser, "j", ENTER)
    assert wait(lambda: see(VERDICT), lambda said: "4 errors" in said)
    press(browser, "A", "a")
    wanted = FERRY.replace("Rute", "Rutte").replace("Zvecan", "Zvečan")
    wanted = wanted.replace("Cavusoglu", "Çavuşoğlu")
    assert (
        wait(lambda: (tmp_path / "a.txt").read_text("utf-8"), lambda text: text == wanted) == wanted
    )
    assert wait(lambda: see(VERDICT), lambda said: "passed" in said)
    press(browser, "J")
    assert wait(lambda: see(VERDICT), lambda said: "4 errors" in said)
    press(browser, "s")
    browser.back()
    browser.back()
    assert "4 errors" in wait(lambda: see(VERDICT), lambda said: "4 errors" in said)
    press(browser, "u")


@pytest.mark.long
def test_payloads_in_articles_names_and_reasons_do_not_run(
    browser: Any, visit: Callable[..., None], review: Callable[..., str], tmp_path: Path
) -> None:
    from test_html_escaping import PAYLOADS

    assert len(PAYLOADS) >= 18
    for number, payload in enumerate(PAYLOADS):
        name = re.sub(r"[/\x00]", "_", payload)[:60].encode("utf-8", "replace").decode()
        words = " ".join(payload.replace("\0", " ").split())
        text = f"Ferry {words}\n\nMark Rutte met {words} again.\n\nRute said {words} today.\n"
        (tmp_path / f"{number} {name}.txt").write_bytes(text.encode("utf-8", "replace"))
    address = review(".", "--into", "names.csv")
    visit(browser, address)
    see = browser.execute_script
    hurt, key, given = "return window.hurt", "\nreason = ", 0
    waived = tmp_path / "transcheck-waivers.toml"
    links = wait(lambda: see(LINKS), lambda found: len(found) == len(PAYLOADS))
    assert len(links) == len(PAYLOADS)
    assert see(hurt) is None
    for number, link in enumerate(links):
        visit(browser, link)
        assert see(hurt) is None and see("return document.querySelectorAll('mark').length") >= 1
        payload = PAYLOADS[number]
        if payload.isascii() and payload.isprintable():
            press(browser, "f")
            see("document.querySelector('.ask input').focus()")
            press(browser, payload, ENTER)
            reasons = wait(
                lambda: waived.read_text("utf-8"), lambda text, old=given: text.count(key) > old
            )
            given = reasons.count(key)
            assert tomllib.loads(reasons)["waiver"][-1]["reason"] == payload.strip()
            visit(browser, link)
            assert see(hurt) is None
