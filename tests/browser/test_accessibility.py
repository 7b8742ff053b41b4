"""axe-core finds nothing on any view of the report, light and dark, wide and in a hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

QUICK = (("article", True, 1440), ("article", False, 390), ("index", False, 1440))
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(
  (found) => done(found.violations.map((v) => [v.id, v.nodes.map((n) => n.html.slice(0, 120))])),
  (error) => done([["axe failed", [String(error)]]]));
"""


VIEWS = [
    pytest.param(
        view,
        dark,
        width,
        id=f"{view}-{'dark' if dark else 'light'}-{width}",
        # a light and a dark one now, a wide one and one in a hand; all of them in the long suite
        marks=[] if (view, dark, width) in QUICK else pytest.mark.long,
    )
    for view in ("article", "clean", "index", "index#article")
    for dark in (False, True)
    for width in (1440, 390)
]


@pytest.mark.parametrize(("view", "dark", "width"), VIEWS)
def test_axe_finds_no_violation(
    browser: Any,
    pages: dict[str, str],
    axe: str,
    visit: Callable[..., None],
    view: str,
    dark: bool,
    width: int,
) -> None:
    name, _, part = view.partition("#")
    visit(browser, pages[name], width, dark)
    if part:
        browser.execute_script("document.querySelector('tbody th a').click()")
    browser.execute_script(axe)
    assert browser.execute_async_script(RUN) == []


@pytest.mark.parametrize("width", [1440, pytest.param(1100, marks=pytest.mark.long), 800, 390])
@pytest.mark.parametrize("view", ["article", "clean", "index"])
def test_no_view_scrolls_sideways(
    browser: Any, pages: dict[str, str], visit: Callable[..., None], view: str, width: int
) -> None:
    visit(browser, pages[view], width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_the_axe_that_looks_does_find_faults(browser: Any, axe: str) -> None:
    browser.get("data:text/html,<title>x</title><img src='data:,'>")
    browser.execute_script(axe)
    assert "image-alt" in [name for name, _ in browser.execute_async_script(RUN)]
