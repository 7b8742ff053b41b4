"""Two hundred payloads through every field, in a real browser: none acts, no page breaks.

The page's own lock (its Content-Security-Policy) is taken off where a payload is to have its
chance: what is escaped needs no lock. One visit keeps it, and nothing may even knock at it.
"""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from payloads import ELEMENTS, PAYLOADS
from test_html_escaping import report_of

from transcheck.glossary.native.cells import join_list
from transcheck.glossary.native.sheet import read_sheet
from transcheck.model import ArticleReport, Waiver
from transcheck.reports.formats.html import render, render_folder
from transcheck.waivers.writing import add_waivers

pytestmark = [pytest.mark.browser, pytest.mark.long]

TRAPS = """
window.alert = window.confirm = window.prompt = window.print = () => { window.hurt = 2; };
window.faults = [];
addEventListener('error', (event) => window.faults.push(String(event.message)), true);
addEventListener('unhandledrejection', (event) => window.faults.push(String(event.reason)));
addEventListener('securitypolicyviolation', (event) => window.faults.push(event.blockedURI));
"""
# elements that no page of ours has, attributes that act, what was asked of the network
LOOK = """
const own = (window.hurt === undefined) ? [] : [`acted: ${window.hurt}`];
const strange = ['img', 'image', 'iframe', 'frame', 'object', 'embed', 'base', 'link', 'form',
  'video', 'audio', 'math', 'area', 'foreignObject', 'animate', 'set', 'plaintext', 'xmp',
  'marquee', 'portal', 'isindex', 'noscript', 'textarea', 'keygen', 'applet'].join();
for (const one of document.querySelectorAll(strange)) own.push(`element: ${one.tagName}`);
const acting = /^on|^srcdoc$|^formaction$|^xlink:/, leading = /^(href|src|action|data)$/;
for (const one of document.querySelectorAll('*')) for (const { name, value } of one.attributes) {
  if (acting.test(name)) own.push(`attribute: ${name}`);
  if (leading.test(name) && !/^#|^[a-z0-9.-]+\\.html(#.*)?$/.test(value)) own.push(value);
}
if (document.scripts.length !== arguments[0]) own.push(`scripts: ${document.scripts.length}`);
if (document.querySelectorAll('style').length !== 1) own.push('styles');
if (document.querySelectorAll('meta').length > 8) own.push('meta');
for (const one of performance.getEntriesByType('resource')) own.push(`asked for: ${one.name}`);
return [...own, ...window.faults];
"""
# decide by keyboard as an editor would: a reason in words, a row, a fix; returns what is shown
DECIDE = """
const press = (key) => document.activeElement.dispatchEvent(
  new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const shown = [], lines = () => [...document.querySelectorAll('.done')];
const told = () => shown.push(lines().map((one) => one.textContent).join('\\n'));
press('f');
const field = document.querySelector('.ask input[type=text]');
field.focus();
field.value = arguments[0];
press('Enter'); told(); press('u');
press('g'); press('Enter'); told(); press('u');
press('a'); told(); press('u');
press('2'); press('?'); press('Escape');
return shown;
"""
CARDS = "return [...document.querySelectorAll('.card')].filter((c) => c.checkVisibility()).length"
WHOLE_PAGE = f"""
const look = function () {{ {LOOK} }};
const before = look(2), cards = (() => {{ {CARDS} }})();
const path = JSON.parse(document.getElementById('data').textContent).articles[0].path;
const told = (function () {{ {DECIDE} }})(path);
return [path, cards, told, [...before, ...look(2)]];
"""


@pytest.fixture(scope="module")
def trapped(open_browser: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """Return a function that opens a Chromium whose pages tell what acts in them."""

    def start(lock: bool) -> Any:
        driver = open_browser()
        driver.execute_cdp_cmd("Page.enable", {})
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": TRAPS})
        driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": not lock})
        return driver

    yield start


def words(text: str) -> str:
    """Return what of a text is seen: blanks are one, what steers has no shape."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", text.replace("\ufffd", ""))


def go(driver: Any, address: str) -> None:
    """Open a page and wait until it is whole: on a busy machine the driver comes back early."""
    driver.get(address)
    ready = "return document.readyState === 'complete' && document.URL === arguments[0]"
    for _ in range(200):
        if driver.execute_script(ready, address):
            return
        time.sleep(0.05)


def with_fingerprints(payload: str) -> ArticleReport:
    """Return an article with a payload in every field but the fingerprints, which are digests."""
    one = report_of(payload).articles[0]
    findings = (replace(f, fingerprint=f"{n:012x}") for n, f in enumerate(one.findings))
    return replace(one, findings=tuple(findings))


def test_there_are_two_hundred() -> None:
    assert len(set(PAYLOADS)) >= 200


def test_no_payload_acts_or_breaks_a_page_of_a_folder(
    trapped: Callable[..., Any], tmp_path: Path
) -> None:
    report = replace(report_of("x"), articles=tuple(map(with_fingerprints, PAYLOADS)))
    pages = dict(render_folder(report))
    assert len(pages) == len(PAYLOADS) + 1
    for name, text in pages.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    driver = trapped(lock=False)
    seen = set()
    for name in pages:
        go(driver, tmp_path.joinpath(name).as_uri())
        if name == "index.html":
            assert driver.execute_script(LOOK, 2) == []
            rows = driver.execute_script("return document.querySelectorAll('tbody tr').length")
            assert rows >= len(PAYLOADS)
            continue
        path, cards, told, faults = driver.execute_script(WHOLE_PAGE)
        assert faults == [], name
        assert cards > 0, name
        assert words(path) in words(told[0]), name
        assert all(told), name
        seen.add(path)
    assert seen == set(PAYLOADS)
    assert driver.get_log("browser") == []
    driver.quit()


def test_no_payload_acts_or_breaks_the_one_file(
    trapped: Callable[..., Any], tmp_path: Path
) -> None:
    reports = [report_of(payload) for payload in PAYLOADS]
    articles = [one.articles[0] for one in reports]
    skipped = [entry for one in reports for entry in one.skipped]
    report = replace(reports[0], articles=tuple(articles), skipped=tuple(skipped))
    path = tmp_path / "report.html"
    path.write_text(render(report), encoding="utf-8")
    for lock in (False, True):
        driver = trapped(lock=lock)
        go(driver, path.as_uri())
        assert driver.execute_script(LOOK, 2) == []
        cards = "return document.querySelectorAll('.card').length"
        assert driver.execute_script(cards) >= 3 * len(PAYLOADS)
        driver.execute_script("document.querySelector('tbody th a').click()")
        assert driver.execute_script(CARDS) > 0
        assert all(driver.execute_script(DECIDE, PAYLOADS[0]))
        assert driver.execute_script(LOOK, 2) == []
        assert driver.get_log("browser") == []
        driver.quit()


def test_no_payload_acts_or_breaks_the_page_of_proposals(
    trapped: Callable[..., Any], tmp_path: Path
) -> None:
    from test_proposals import propose

    from transcheck.audit.proposals.page import make_page
    from transcheck.audit.proposals.proposal import Quote, Variant

    made = []
    for number, payload in enumerate(PAYLOADS):
        plain = propose(f"Ana Lund {number}", several=True)
        made.append(
            replace(
                plain,
                name=f"{payload}{number}", kind=payload, admitted=(payload,), rejected=(payload,),
                source=((payload, payload),), lang=payload, note=payload, ref=payload,
                variants=tuple(Variant(payload, 1, 1, v.standing) for v in plain.variants),
                evidence=(payload,) * 5, respelt=((payload, payload),),
                quotes=tuple(
                    Quote(payload, 4, payload, payload, payload, q.standing) for q in plain.quotes
                ),
            )
        )  # fmt: skip
    path = tmp_path / "proposals.html"
    path.write_text(make_page(made, 12, "transcheck:" + "".join(PAYLOADS)), encoding="utf-8")
    for lock in (False, True):
        driver = trapped(lock=lock)
        go(driver, path.as_uri())
        assert driver.execute_script(LOOK, 1) == []
        assert driver.execute_script(CARDS) == len(PAYLOADS)
        press = """for (const key of arguments[0]) document.activeElement.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))"""
        driver.execute_script(press, list("aaasju?"))
        done = "return document.querySelectorAll('.card.accepted').length"
        assert driver.execute_script(done) == 3
        assert driver.execute_script(LOOK, 1) == []
        assert driver.get_log("browser") == []
        driver.quit()


def test_the_traps_catch_what_acts(trapped: Callable[..., Any], tmp_path: Path) -> None:
    driver = trapped(lock=False)
    for raw in ELEMENTS[:12]:
        path = tmp_path / "raw.html"
        path.write_text(f"<!doctype html><body><div class=card>{raw}</div>", encoding="utf-8")
        go(driver, path.as_uri())
        assert driver.execute_script(LOOK, 0) != [], raw
    driver.quit()


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
    pages = sorted(path.name for path in (desk / "pages").iterdir())
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
