"""axe-core finds nothing on the served page, whatever it shows: light and dark, wide, in a hand."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from serving import FERRY, GONE, QUIET, VERDICT, Served, wait
from test_accessibility import RUN

pytestmark = pytest.mark.browser

ENTER, ESCAPE = "\ue007", "\ue00c"
WIDE = "return document.documentElement.scrollWidth"
TALLY = "return document.querySelector('.tally').textContent"


class Watched:
    """A page that is looked at in each of its states."""

    def __init__(self, browser: Any, axe: str, width: int) -> None:
        self._browser, self._axe, self._width = browser, axe, width
        self.faults: dict[str, Any] = {}
        self.seen: list[str] = []

    def look(self, state: str) -> None:
        """Let axe look, and see that nothing scrolls sideways."""
        self._browser.execute_script(self._axe)
        found = self._browser.execute_async_script(RUN)
        if self._browser.execute_script(WIDE) > self._width:
            found.append("scrolls sideways")
        self.seen.append(state)
        if found:
            self.faults[state] = found


@pytest.mark.long
@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_in_any_state_of_the_served_page(
    browser: Any,
    visit: Callable[..., None],
    axe: str,
    served: Callable[..., Served],
    tmp_path: Path,
    dark: bool,
    width: int,
) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, "utf-8")
    (tmp_path / "quiet.txt").write_text(QUIET, "utf-8")
    running = served(".", "--into", "names.csv", "--by", "A. Lund")
    see, page = browser.execute_script, Watched(browser, axe, width)
    root = running.address.partition("#")[0]

    def press(*keys: str) -> None:
        for key in keys:
            browser.switch_to.active_element.send_keys(key)

    def until(script: str, words: str) -> None:
        assert words in wait(lambda: see(script), lambda said: words in said)

    visit(browser, root, width, dark)
    until(VERDICT, "transcheck review")
    page.look("a stranger")
    visit(browser, running.address, width, dark)
    until(VERDICT, "4 errors")
    page.look("the index")
    for link in see("return [...document.querySelectorAll('tr.ok th a')].map(a => a.href)"):
        visit(browser, link, width, dark)
        page.look("an article without findings")
    article = see("return document.querySelector('tr[data-article] th a')?.href") or root
    if article == root:
        visit(browser, root, width, dark)
        article = see("return document.querySelector('tr[data-article] th a').href")
    visit(browser, article, width, dark)
    until(VERDICT, "4 errors")
    page.look("an article")
    for key, state in (("f", "asked why"), ("g", "asked for a row"), ("?", "the keys")):
        press(key)
        page.look(state)
        press(ESCAPE)
    (tmp_path / "transcheck-waivers.toml").write_text("[[waiver]\n", "utf-8")
    press("f", "1")
    until(GONE, "transcheck-waivers.toml:1: not valid TOML")
    page.look("a refused decision")
    (tmp_path / "transcheck-waivers.toml").unlink()
    press("a")
    until(VERDICT, "2 errors")
    page.look("decided in part")
    press("s", "g", ENTER)
    until(TALLY, "4 of 4 decided")
    until(VERDICT, "1 error")
    page.look("all decided")
    running.stop(signal.SIGKILL)
    press("u")
    until(GONE, "has stopped")
    page.look("the server gone")
    assert len(page.seen) == 11
    assert page.faults == {}
