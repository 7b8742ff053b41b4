"""The same payloads through a whole run: files, rows, glossary and waivers, to every report.

And through the served review, where they are the reasons of waivers that it writes.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from payloads import PAYLOADS
from traps import CARDS, GIVE_REASON, LOOK, go, wait_until, words

from transcheck.glossary.native.cells import join_list
from transcheck.glossary.native.sheet import read_sheet
from transcheck.model import Waiver
from transcheck.waivers.writing import add_waivers

pytestmark = [pytest.mark.browser, pytest.mark.long]

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
KINDS = (
    "json", "jsonl", "sarif", "junit", "gitlab", "checkstyle", "rdjson", "csv", "xlsx", "markdown",
    "github", "text",
)  # fmt: skip
BOOKS = 1 + len(PAYLOADS) // 100
OWN = re.compile(r"::(error|warning|notice) (file|title)=")


def wrong_name(number: int) -> str:
    """Return a form that the desk rejects, in letters alone."""
    return f"Qu{chr(97 + number // 26)}{chr(97 + number % 26)}torville"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which every payload is a file name, a text, a row's id and title, a glossary
    row's name, note, source and ref, and a waiver's reason and author; checked into every report.
    """
    folder = tmp_path_factory.mktemp("desk")
    folder.joinpath("wire").mkdir()
    waivers, rows, table = [], [], [["name", "kind", "rejected", "source", "note", "ref"]]
    table.append(["Zvečan", "place", "Zvecan", "", "", ""])
    for number, payload in enumerate(PAYLOADS):
        words = payload.replace("\0", "")
        safe = words.replace("/", "∕").encode()[:200].decode(errors="ignore")
        name = f"wire/{number:03} {safe}.txt"
        wrong = wrong_name(number)
        text = f"{words}\n\nThe boat left {wrong}. In Zvecan {words} waited.\n\n{words}\n"
        folder.joinpath(name).write_text(text, encoding="utf-8", newline="")
        rows.append(json.dumps({"id": payload, "title": payload, "text": text}))
        source = join_list([f"sr:{words}"])
        entry = [words, "place", wrong, source, words, words]
        if not read_sheet("x", sheet([*table, entry])).problems:
            table.append(entry)
        reason = words.strip() or "x"
        waivers.append(Waiver(name, reason, "", "name-rejected", "Zvecan", by=reason))
    for number in range(BOOKS):
        hundred = rows[100 * number : 100 * (number + 1)]
        folder.joinpath(f"rows-{number}.jsonl").write_text("\n".join(hundred), encoding="utf-8")
    folder.joinpath("desk.csv").write_bytes(sheet(table))
    assert len(table) > 0.9 * len(PAYLOADS)
    add_waivers(str(folder / "transcheck-waivers.toml"), waivers, date(2026, 1, 1))
    reports = [f"--report={kind}=report.{kind}" for kind in KINDS]
    check(folder, "wire", "rows-*.jsonl", "--report=html=pages/", *reports)
    for number in range(BOOKS):  # one page holds a hundred articles
        check(folder, f"wire/{number}*.txt", f"--report=html=files-{number}.html")
        check(folder, f"rows-{number}.jsonl", f"--report=html=rows-{number}.html")
    return folder


def check(folder: Path, *arguments: str) -> None:
    """Check articles with the desk's glossary; nothing said may steer a terminal."""
    options = ("--no-glossaries", "--glossary", "desk.csv")
    command = [sys.executable, "-m", "transcheck", "check", *options, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode()
    assert not STEERING.search((done.stdout + done.stderr).decode())


def sheet(table: Sequence[Sequence[str]]) -> bytes:
    """Return rows as the bytes of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(table)
    return out.getvalue().encode()


def test_a_whole_run_shows_every_payload_and_does_none(
    trapped: Callable[..., Any], desk: Path
) -> None:
    run = json.loads(desk.joinpath("report.json").read_text("utf-8"))
    files = [one for one in run["articles"] if one["path"].startswith("wire/")]
    rows = [one for one in run["articles"] if one["path"].startswith("rows-")]
    assert len(files) == len(PAYLOADS)
    assert [one["id"] for one in rows] == list(PAYLOADS)
    for number, one in enumerate(files):
        waived = next(f["waived"] for f in one["findings"] if f["text"] == "Zvecan")
        assert waived["reason"] == waived["by"] == (PAYLOADS[number].replace("\0", "").strip())
    found = [f for one in files for f in one["findings"] if f["check"] == "name-rejected"]
    assert len(found) > 1.9 * len(PAYLOADS)

    driver = trapped(lock=False)
    cards = 0
    for name in (f"{kind}-{n}.html" for kind in ("files", "rows") for n in range(BOOKS)):
        go(driver, (desk / name).as_uri())
        assert driver.execute_script(LOOK, 2) == [], name
        cards += driver.execute_script("return document.querySelectorAll('.card').length")
    assert cards > 3.8 * len(PAYLOADS)
    driver.quit()
    driver = trapped(lock=True)
    pages = sorted(path.name for path in (desk / "pages").glob("*.html"))
    assert len(pages) == 2 * len(PAYLOADS) + 1
    for name in ("index.html", *pages[::20]):
        go(driver, (desk / "pages" / name).as_uri())
        assert driver.execute_script(LOOK, 2) == [], name
        assert name == "index.html" or driver.execute_script(CARDS) > 0, name
    assert driver.get_log("browser") == []
    driver.quit()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "xlsx"])
def test_no_payload_of_a_whole_run_steers_a_terminal_or_a_log(desk: Path, kind: str) -> None:
    text = desk.joinpath(f"report.{kind}").read_bytes().decode()
    assert not STEERING.search(text)
    for line in text.splitlines():
        assert "##[" not in line
        assert "##vso[" not in line
        if line.lstrip().startswith("::"):
            assert kind == "github"
            assert OWN.match(line)
    if kind == "csv":
        for row in csv.reader(io.StringIO(text)):
            assert not [cell for cell in row if re.match(r"\s*[=+@＝\t\r-]", cell)]


@pytest.fixture
def served(desk: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a review of the same folder, copied: what is decided is written there."""
    folder = tmp_path / "served"
    shutil.copytree(desk, folder, ignore=lambda *_: ["pages"])
    command = [
        sys.executable, "-m", "transcheck", "review", "wire", "rows-0.jsonl", "--no-glossaries",
        "--glossary", "desk.csv", "--by", PAYLOADS[0],
    ]  # fmt: skip
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        said = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/#token=[\w-]+", said)
        assert found, said
        yield found[0], folder
        process.send_signal(signal.SIGINT)
        process.wait(20)


def test_no_payload_acts_in_the_served_review(
    trapped: Callable[..., Any], served: tuple[str, Path]
) -> None:
    address, folder = served
    driver = trapped(lock=True)
    driver.get(address)
    links = """return document.readyState === 'complete' &&
      [...document.querySelectorAll('tbody th a')].map((a) => a.href)"""
    pages = wait_until(lambda: driver.execute_script(links))
    assert driver.execute_script(LOOK, 2) == []
    assert len(pages) > len(PAYLOADS)
    for page, payload in zip(pages[::30], PAYLOADS[::20], strict=False):
        waive_in_page(driver, page, payload, folder / "transcheck-waivers.toml")
    told = [one for one in driver.get_log("browser") if one["source"] != "intervention"]
    assert [one for one in told if "401" not in one["message"]] == []
    driver.quit()


def waive_in_page(driver: Any, page: str, payload: str, waivers: Path) -> None:
    """Give a payload as the reason of a waiver; it is written, shown, and does nothing."""
    driver.get(page)
    assert wait_until(lambda: driver.execute_script(CARDS)), page
    assert driver.execute_script(LOOK, 2) == [], page
    driver.execute_script(GIVE_REASON, payload)
    reason = payload.replace("\0", "").strip()
    assert wait_until(lambda: reason in read_reasons(waivers)[len(PAYLOADS) :]), payload
    driver.get(page)
    shown = "return document.querySelector('article')?.textContent"
    assert words(reason) in words(wait_until(lambda: driver.execute_script(shown))), payload
    assert driver.execute_script(LOOK, 2) == [], page


def read_reasons(path: Path) -> list[str]:
    return [one["reason"] for one in tomllib.loads(path.read_text("utf-8"))["waiver"]]
