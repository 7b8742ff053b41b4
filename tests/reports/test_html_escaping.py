"""Nothing from an article, a glossary or a file name becomes markup, whatever it holds."""

from __future__ import annotations

import re

import lxml.html
import msgspec
import pytest
from report_sample import CHECKS, make_article, make_report

from transcheck.model import (
    ArticleReport,
    Certainty,
    Confirmed,
    Evidence,
    Finding,
    Gate,
    Languages,
    LeftAlone,
    NotChecked,
    Place,
    Report,
    Score,
    Severity,
    Skipped,
    Span,
)
from transcheck.reports.formats.html import render, render_folder

PAYLOADS = (
    "<script>window.hurt=1</script>",
    "</script><script>window.hurt=1</script>",
    "</style><script>window.hurt=1</script>",
    "<img src=x onerror=window.hurt=1>",
    '"><svg onload=window.hurt=1>',
    "' onmouseover='window.hurt=1",
    '" autofocus onfocus="window.hurt=1',
    "<!--<script>",
    "]]><script>window.hurt=1</script>",
    "javascript:window.hurt=1",
    "data:text/html,<script>window.hurt=1</script>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;window.hurt=1&lt;/script&gt;",
    "<a href='javascript:window.hurt=1' id=index>click</a>",
    "<title></title><base href=//example.org>",
    "\u202e\u2066<b>\u0000\ufeff",
    "lone \ud800 surrogate",
    "%00%ff../../etc/passwd",
)


def report_of(payload: str) -> Report:
    """Put a payload into every field that a report can carry it in."""
    text = f"Before {payload} after."
    roles = ("headline", "standfirst", "byline", "body", "quote", "caption", "furniture")
    article = make_article(
        [(role, text) for role in roles], path=payload, metadata={"desk": payload, "title": payload}
    )
    span = Span(7, 7 + len(payload))
    evidence = tuple(
        Evidence(kind, payload, payload, Place(3, span) if kind == "article" else None, payload)
        for kind in ("article", "direction", "source", "glossary", "count", payload)
    )
    findings = [
        Finding(
            check=payload, category=payload, severity=severity, certainty=Certainty.CERTAIN,
            segment=segment, span=span, text=payload, message=payload,
            suggestions=(payload, payload + "x"), evidence=evidence, concept=payload,
            fingerprint=payload, waived=waived,
        )
        for segment, severity, waived in (
            (0, Severity.MAJOR, None), (1, Severity.MINOR, None), (3, Severity.MAJOR, None),
            (4, Severity.MAJOR, {"kind": payload, "reason": payload, "by": payload}),
        )
    ]  # fmt: skip
    places = (Place(5, span),)
    one = ArticleReport(
        article=article,
        languages=Languages(target=payload, source=payload),
        findings=tuple(findings),
        confirmed=(Confirmed(payload, payload, payload, places),),
        left_alone=(
            LeftAlone(payload, payload, payload),
            LeftAlone(payload, "in-no-glossary", payload, places),
        ),
        not_checked=(NotChecked(payload, payload),),
        words=300,
        score=Score(50.0, 10.0, 90.0, 10, 300),
        gate=Gate(False, Severity.MAJOR, {}),
    )
    other = msgspec.structs.replace(one, article=msgspec.structs.replace(article, id=payload + "2"))
    skipped = (Skipped(payload, payload), Skipped(payload, payload, payload))
    report = make_report(one, other, skipped=skipped)
    info = msgspec.structs.replace(CHECKS[0], id=payload, documentation=payload)
    signature = report.signature.replace("people@", f"{payload}@")
    return msgspec.structs.replace(report, checks=(info,), signature=signature)


def skeleton(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page with the names of their attributes, without ids and counts."""
    page = lxml.html.document_fromstring(text.replace("\0", ""))
    return [
        (str(element.tag), tuple(sorted(name for name in element.attrib if name != "lang")))
        for element in page.iter()
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_adds_no_element_and_no_attribute(payload: str) -> None:
    report = report_of(payload)
    harmless = report_of("x" * len(payload))
    tags = {tag for tag, _ in skeleton(render(harmless))} | {"link", "aside"}
    files = dict(render_folder(report))
    for text in (render(report), *(files[name] for name in files if name.endswith(".html"))):
        found = skeleton(text)
        assert {tag for tag, _ in found} <= tags
        assert not [name for _, names in found for name in names if name.startswith("on")]
        page = lxml.html.document_fromstring(text.replace("\0", ""))
        kinds = [script.get("type") for script in page.xpath("//script")]
        assert kinds == ["application/json", None]
        assert len(page.xpath("//style")) == 1
        assert all(
            re.match(r"(#|[a-z0-9-]+\.html(#name-\d+)?$)", href) for href in page.xpath("//a/@href")
        )
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        text.encode("utf-8")


@pytest.mark.parametrize("payload", PAYLOADS[:8])
def test_a_payload_is_shown_as_it_is(payload: str) -> None:
    page = lxml.html.document_fromstring(render(report_of(payload)))
    marks = page.xpath("//mark")
    assert marks
    assert all(mark.text_content() == payload for mark in marks)
    assert all(mark.get("data-fingerprint") == payload for mark in marks)


def test_no_template_switches_escaping_off() -> None:
    from importlib.resources import files

    folder = files("transcheck.reports.html").joinpath("templates")
    for template in folder.iterdir():
        text = template.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", "")
        assert "autoescape" not in text
    assets = files("transcheck.reports.html").joinpath("assets").iterdir()
    scripts = [asset.read_text("utf-8") for asset in assets if asset.name.endswith(".js")]
    unsafe = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|Function\("
    )
    assert len(scripts) > 10
    assert not [script for script in scripts if unsafe.search(script)]
