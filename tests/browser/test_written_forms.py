"""What a page shows of an accepted fix is what is written: the part and the capitals that fit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from deciding import DONE, press

import transcheck

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("forgotten")]

DESK = """name,kind,admitted,rejected
Mark Rutte,person,Rutte,Rute|Mark Rute
Ursula von der Leyen,person,von der Leyen,fon der Lajen
Zvečan,place,,Zvecan
"""
TEXT = (
    "MARK RUTE IN ZVECAN\n\nFon der Lajen met Rute. The RUTE-Fon der Lajen talks in Zvecan went on."
)
WRITTEN = (
    "MARK RUTTE IN ZVEČAN\n\n"
    "Von der Leyen met Rutte. The RUTTE-von der Leyen talks in Zvečan went on."
)
PROSE = """return [...document.querySelectorAll('.row > .t')].map(line => {
  const copy = line.cloneNode(true); copy.querySelectorAll('sup').forEach(note => note.remove());
  return copy.textContent.trim() }).join('\\n\\n')"""


def test_the_text_reads_as_fix_writes_it(
    browser: Any, opened: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "desk.csv").write_text(DESK, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    report = transcheck.check_file(
        tmp_path / "a.txt", glossary=tmp_path / "desk.csv", shipped=False
    )
    opened(report)
    assert browser.execute_script(PROSE) == TEXT
    press(browser, "A")
    assert browser.execute_script(PROSE) == WRITTEN
    told = " ".join(browser.execute_script(DONE))
    assert "MARK RUTE becomes MARK RUTTE" in told
    assert "Fon der Lajen becomes von der Leyen, 2 places" in told
    assert "Ursula" not in told
    press(browser, "u")
    assert browser.execute_script(PROSE) == TEXT
