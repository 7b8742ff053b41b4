"""Two hundred payloads through every field, in a real browser: none acts, no page breaks.

The page's own lock (its Content-Security-Policy) is taken off where a payload is to have its
chance: what is escaped needs no lock. One visit keeps it, and nothing may even knock at it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from payloads import ELEMENTS, PAYLOADS
from test_html_escaping import report_of
from traps import CARDS, DECIDE, LOOK, WHOLE_PAGE, go, words

from transcheck.files.write import write_folder
from transcheck.model import ArticleReport
from transcheck.reports.formats.html import render, render_folder

pytestmark = [pytest.mark.browser, pytest.mark.long]


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
    folder = tmp_path / "report"
    write_folder(folder, render_folder(report))
    pages = sorted(page.name for page in folder.glob("*.html"))
    assert len(pages) == len(PAYLOADS) + 1
    driver = trapped(lock=False)
    seen = set()
    for name in pages:
        go(driver, folder.joinpath(name).as_uri())
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
    driver = trapped(lock=True)
    for name in ("index.html", *pages[:3]):
        go(driver, folder.joinpath(name).as_uri())
        assert driver.execute_script(LOOK, 2) == []
        assert not driver.execute_script(
            "return document.querySelector('.alone').checkVisibility()"
        )
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
