"""The served page when something is in the way: nothing is lost without a line that says so."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from serving import FERRY, GONE, VERDICT, wait

pytestmark = [pytest.mark.browser, pytest.mark.long]

ENTER = "\ue007"
FORMS = """return [...document.querySelectorAll('.ask .forms label span')].map(s => s.innerText)"""
ASKED = "return document.querySelectorAll('.ask').length"


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY, "utf-8")
    return path


@pytest.fixture
def press(browser: Any) -> Callable[..., None]:
    def send(*keys: str) -> None:
        for key in keys:
            browser.switch_to.active_element.send_keys(key)

    return send


@pytest.fixture
def until(browser: Any) -> Callable[[str, str], None]:
    """Return what waits until a page shows words."""

    def look(script: str, words: str) -> None:
        see = browser.execute_script
        said = wait(lambda: see(script), lambda said: words in said)
        assert words in said, said

    return look


def test_a_server_that_is_gone_or_another_is_said_and_the_page_stays(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, press: Any, until: Any
) -> None:
    first = served("ferry.txt")
    visit(browser, first.address)
    until(VERDICT, "4 errors")
    first.stop(signal.SIGKILL)
    press("a")
    until(GONE, "transcheck review has stopped: this was not written. Start it again")
    until(VERDICT, "4 errors")
    other = served("ferry.txt", port=first.port)
    press("a")
    until(GONE, "was started anew: this was not written. Open the address it printed")
    until(VERDICT, "4 errors")
    assert ferry.read_text("utf-8") == FERRY
    visit(browser, other.address)
    press("a")
    until(VERDICT, "2 errors")
    assert ferry.read_text("utf-8") == FERRY.replace("Rute", "Rutte")


@pytest.mark.long
def test_what_was_refused_stays_until_the_next_decision(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, press: Any, until: Any
) -> None:
    (ferry.parent / "names.csv").write_text("name,kind\nAnna Lund,person\n", "utf-8")
    visit(browser, served("ferry.txt", "--into", "names.csv").address)
    until(VERDICT, "4 errors")
    (ferry.parent / "names.csv").write_text("nom,kind\nAnna Lund,person\n", "utf-8")
    press("g", ENTER)
    until(GONE, "names.csv:1: no column is called `name`")
    browser.execute_async_script("setTimeout(arguments[0], 7000)")
    until(GONE, "names.csv:1: no column is called `name`")
    assert ferry.read_text("utf-8") == FERRY
    (ferry.parent / "names.csv").write_text("name,kind\nAnna Lund,person\n", "utf-8")
    press("g", ENTER)
    until(VERDICT, "2 errors")
    assert browser.execute_script(GONE) == ""
    assert (ferry.parent / "names.csv").read_text("utf-8").endswith("Rutte,\n")


NEXT = """const [status, body] = arguments, real = window.fetch;
  window.fetch = async () => { window.fetch = real; return new Response(body, { status }); };"""


def test_an_answer_that_is_none_holds_up_no_decision_that_comes_after(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, press: Any, until: Any
) -> None:
    visit(browser, served("ferry.txt").address)
    until(VERDICT, "4 errors")
    browser.execute_script(NEXT, 200, "null")
    press("a")
    until(GONE, "The page met an error of its own: reload it to see what was written")
    press("a")
    until(VERDICT, "3 errors")
    assert ferry.read_text("utf-8") == FERRY.replace("Zvecan", "Zvečan")


def test_a_page_that_cannot_be_followed_says_why(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, until: Any
) -> None:
    visit(browser, served("ferry.txt").address)
    until(VERDICT, "4 errors")
    look = "document.dispatchEvent(new Event('visibilitychange'))"
    browser.execute_script(NEXT, 500, '{"error":"the server met an error"}')
    browser.execute_script(look)
    until(GONE, "This page may be out of date: the server met an error")
    browser.execute_script(NEXT, 401, '{"error":"open the address"}')
    browser.execute_script(look)
    until(GONE, "transcheck review was started anew: open the address it printed")


def test_a_long_reason_in_other_letters_is_written(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, press: Any, until: Any
) -> None:
    visit(browser, served("ferry.txt").address)
    until(VERDICT, "4 errors")
    press("f")
    browser.execute_script("document.querySelector('.ask input').value = 'ж'.repeat(20000)")
    browser.execute_script("document.querySelector('.ask input').focus()")
    press(ENTER)
    until(VERDICT, "2 errors")
    waivers = ferry.parent / "transcheck-waivers.toml"
    assert wait(lambda: waivers.read_text("utf-8"), lambda text: "ж" * 20000 in text)


@pytest.mark.long
@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_what_may_not_be_written_is_said(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, press: Any, until: Any
) -> None:
    visit(browser, served("ferry.txt").address)
    until(VERDICT, "4 errors")
    ferry.chmod(0o444)
    press("a")
    until(GONE, "cannot write ferry.txt: Permission denied")
    ferry.chmod(0o644)
    assert ferry.read_text("utf-8") == FERRY


@pytest.mark.long
def test_two_tabs_of_one_review_follow_each_other(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, press: Any, until: Any
) -> None:
    running = served("ferry.txt")
    visit(browser, running.address)
    until(VERDICT, "4 errors")
    one = browser.current_window_handle
    browser.switch_to.new_window("tab")
    try:
        visit(browser, running.address.partition("#")[0])
        press("a")
        until(VERDICT, "2 errors")
        browser.switch_to.window(one)
        until(VERDICT, "2 errors")
        press("a")
        until(VERDICT, "1 error")
    finally:
        browser.switch_to.window(browser.window_handles[-1])
        browser.close()
        browser.switch_to.window(one)
    fixed = FERRY.replace("Rute", "Rutte").replace("Zvecan", "Zvečan")
    assert ferry.read_text("utf-8") == fixed


@pytest.mark.long
def test_the_way_on_waits_for_what_is_being_written(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, press: Any, until: Any
) -> None:
    (ferry.parent / "train.txt").write_text(FERRY.replace("ferry", "train"), "utf-8")
    visit(browser, served(".").address)
    until(VERDICT, "8 errors")
    press("j", ENTER)
    until("return document.querySelector('.path').innerText", "ferry.txt")
    press("a", "s", "a", "J")
    until("return document.querySelector('.path').innerText", "train.txt")
    wanted = FERRY.replace("Rute", "Rutte").replace("Cavusoglu", "Çavuşoğlu")
    assert ferry.read_text("utf-8") == wanted


def test_a_form_that_stays_is_another_name_or_a_second_form(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, press: Any, until: Any
) -> None:
    see, rows = browser.execute_script, ferry.parent / "names.csv"
    visit(browser, served("ferry.txt", "--into", "names.csv").address)
    until(VERDICT, "4 errors")
    press("g")
    assert [form.replace("\n", " ") for form in see(FORMS)] == [
        "Rutte",
        "Rute, as it stands: another name than Rutte Both get a row.",
        "Rutte, with Rute as a second form "
        "Side by side in one article, as here, they stay to review.",
    ]
    press("2", ENTER)
    until(VERDICT, "2 errors")
    assert rows.read_text("utf-8").splitlines()[1:] == ["Rute,,,,,,,", "Rutte,,,,,,,"]
    press("g", "3", ENTER)
    until(VERDICT, "1 error")
    assert "Zvečan,,Zvecan,,,,," in rows.read_text("utf-8").splitlines()
    assert ferry.read_text("utf-8") == FERRY


def test_what_is_asked_goes_when_another_button_decides_it(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, press: Any, until: Any
) -> None:
    visit(browser, served("ferry.txt").address, 390)
    until(VERDICT, "4 errors")
    press("f")
    assert browser.execute_script(ASKED) == 1
    browser.execute_script("document.querySelector('.dock [data-go=a]').click()")
    until(VERDICT, "2 errors")
    assert browser.execute_script(ASKED) == 0


@pytest.mark.long
def test_an_article_that_went_away_leads_to_the_index_with_a_word(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, press: Any, until: Any
) -> None:
    (ferry.parent / "train.txt").write_text(FERRY.replace("ferry", "train"), "utf-8")
    visit(browser, served(".").address)
    until(VERDICT, "8 errors")
    press("j", ENTER)
    until("return document.querySelector('.path').innerText", "ferry.txt")
    ferry.unlink()
    press("a")
    until(VERDICT, "1 of 2 articles, 4 errors")
    until(GONE, "ferry.txt: cannot be read: No such file or directory")


@pytest.mark.long
def test_a_name_is_decided_in_all_articles_at_once_and_taken_back(
    browser: Any, visit: Callable[..., None], served: Any, ferry: Path, press: Any, until: Any
) -> None:
    train = ferry.parent / "train.txt"
    train.write_text(FERRY.replace("ferry", "train"), "utf-8")
    visit(browser, served(".").address)
    until(VERDICT, "8 errors")
    browser.execute_script("document.querySelector('.same .actions button').click()")
    until(VERDICT, "4 errors")
    until(GONE, "4 places accepted in 2 articles")
    assert [path.read_text("utf-8").count("Rute") for path in (ferry, train)] == [0, 0]
    press("u")
    until(VERDICT, "8 errors")
    assert ferry.read_text("utf-8") == FERRY
