"""No text, name or path can steer a terminal, a CI runner, a browser or a Markdown page."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from itertools import takewhile

import pytest
from golden_report import FORMATS, golden_report, render
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from msgspec.structs import replace

from transcheck.model import Report, Skipped
from transcheck.reports.html.page import SCRIPTS, STYLES, read_asset
from transcheck.reports.markdown.escaping import escape_comment
from transcheck.reports.schema import load_schema
from transcheck.text.controls import calm_page, show_controls

PAYLOADS = (
    "\x1b]0;owned\x07", "\x1b[2J", "\x9b31m", "\u202egnp.exe\u2066", "\ufeff\x00\x7f",
    "::stop-commands::x", "\n::stop-commands::x", "\r\n  ::add-mask::y", "\u2028::error::z",
    "\x85::error::z", "##vso[task.setvariable variable=a]b", "##[add-mask]x", "## ##[x]y",
    "%0A::error::w", "a,line=9::b", "</script><script>alert(1)</script>", "<!--<script>",
    "<img src=x onerror=alert(1)>", "a|b`c`*d*_e_~~f~~[g](javascript:h)", "![i](http://x.example)",
    "https://x.example www.x.example @someone #1 $x$", "\\`\\|\\", "]]>&amp;&#60;", "</details><p>",
    "- item", "# head", "\ud800",
)  # fmt: skip
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
OWN = re.compile(r"::(error|warning|notice) (file|title)=")
LINED = [name for name in FORMATS if name != "html"]


def _hostile(payload: str) -> Report:
    """Put a text everywhere an article, a glossary, a file name or an error can put one."""
    one = golden_report().articles[0]
    findings = tuple(
        replace(
            finding,
            text=payload,
            message=f'"{payload}" {payload}',
            suggestions=(payload,),
            concept=payload,
            evidence=tuple(
                replace(item, text=payload, reason=payload, ref=item.ref and f"{payload}:3")
                for item in finding.evidence
            ),
        )
        for finding in one.findings
    )
    segments = tuple(replace(s, target=payload + s.target) for s in one.article.segments)
    article = replace(one.article, path=payload, id=payload, segments=segments)
    confirmed = tuple(replace(c, name=payload, concept=payload, by=payload) for c in one.confirmed)
    left = tuple(replace(item, text=payload, reason=payload) for item in one.left_alone)
    lacking = tuple(replace(item, reason=payload) for item in one.not_checked)
    changed = replace(
        one, article=article, findings=findings, confirmed=confirmed, left_alone=left,
        not_checked=lacking,
    )  # fmt: skip
    again = replace(changed, article=replace(article, id=f"{payload}2"))
    skipped = (Skipped(payload, payload), Skipped(payload, payload, "untranslated"))
    return replace(golden_report(), articles=(changed, again), skipped=skipped)


@pytest.mark.parametrize("name", LINED)
@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_nothing_steers_a_terminal_or_a_runner(name: str, payload: str) -> None:
    text = render(FORMATS[name], _hostile(payload))
    assert not STEERING.search(text)
    assert "##[" not in text
    assert "##vso[" not in text
    for line in text.split("\n"):
        if line.strip().startswith("::"):
            assert name == "github", line
            assert OWN.match(line), line


# What a runner of .NET trims before it looks for `::`, and what ends a line for it or for us.
_BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@pytest.mark.parametrize("payload", [*PAYLOADS, "\u3000::error::a", "x\n\xa0::error::b"], ids=ascii)
def test_no_line_of_a_page_is_a_command_to_a_runner(payload: str) -> None:
    page = render(FORMATS["html"], _hostile(payload))
    assert "##[" not in page
    assert "##vso[" not in page
    assert not [line for line in _BREAKS.split(page) if line.strip().startswith("::")]


def test_a_page_reads_as_before_and_keeps_its_own_script() -> None:
    text = "a\n::error::b ##[c]"
    assert unescape(calm_page(text)) == text
    for name in (*STYLES, *SCRIPTS):
        assert calm_page(read_asset(name)) == read_asset(name), "the lock holds for its bytes"


@pytest.mark.parametrize("text", ["a ::error::b", "::error::", "##[c]", "# ##vso[d]", "a:::b"])
def test_what_a_page_decides_about_is_calm_and_reads_as_it_stands(text: str) -> None:
    page = render(FORMATS["html"], _hostile(text))
    block = page.partition('id="data">')[2].partition("</script>")[0]
    groups = [group for one in json.loads(block)["articles"] for group in one["groups"]]
    assert {one["path"] for one in json.loads(block)["articles"]} == {text}
    assert {(group["text"], *group["fixes"]) for group in groups} == {(text, text)}


_ACTS = (
    "**b** _i_ `c` ~~s~~ $x$ ![i](http://x.example) [g](//x.example) <img src=x> <b>", "*Rute*",
    "@someone", "a @org/team b", "(@x)", "a@x.example", "#1", "org/repo#2", "GH-3", "!4", "~bug",
    "%9", "&7", ":smile:", "https://x.example", "www.x.example", "<https://x.example>", "&lt;b&gt;",
    "```\nx", "[x]: http://x.example", "Rute | x", "\\*x\\*",
)  # fmt: skip
_LINKED = re.compile(
    r"@\w|#\d|\bgh-\d|://|www\.\w|(?<!\w)[!~%&$]\w|(?<!\w):[\w+-]+:", re.IGNORECASE
)


@pytest.mark.parametrize("payload", [*PAYLOADS, *_ACTS], ids=ascii)
def test_a_comment_of_reviewdog_reads_as_it_is_meant_and_calls_nobody(payload: str) -> None:
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for one in json.loads(render(FORMATS["rdjson"], _hostile(payload)))["diagnostics"]:
        seen = _Text()
        seen.feed(page.render(one["message"]))
        assert seen.tags == {"p"}
        assert not _LINKED.search(seen.text), seen.text
    html = page.render(escape_comment(payload))
    read = unescape(html.removeprefix("<p>").removesuffix("</p>\n")).replace("\u200b", "")
    assert read.strip() == show_controls(payload).strip()


def test_a_comment_leaves_ordinary_names_alone() -> None:
    for text in ("“Rute” is Anna O’Brien-Łund (R&D)", "people_2.csv:12 Lund", '3:14 "x", 5%; 1+1'):
        assert escape_comment(text) == text


@pytest.mark.parametrize("payload", _ACTS, ids=ascii)
def test_a_job_summary_calls_nobody(payload: str) -> None:
    prose = re.sub(r"^<details>.*", "", render(FORMATS["markdown"], _hostile(payload)), flags=re.M)
    seen = _Text()
    html = MarkdownIt("commonmark", {"html": True}).enable(["table"]).render(prose)
    seen.feed(re.sub("<code>.*?</code>", "", html))  # in code nothing is looked for
    assert not re.search(r"@\w|#\d|\bGH-\d", seen.text)


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_github_properties_end_where_they_should(payload: str) -> None:
    keys = {"file", "line", "endLine", "col", "endColumn", "title"}
    for line in render(FORMATS["github"], _hostile(payload)).splitlines():
        head = line[2:].split("::", 1)[0]
        assert {part.partition("=")[0] for part in head.split(" ", 1)[1].split(",")} <= keys


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_json_says_what_was_there(payload: str) -> None:
    report = _hostile(payload)
    whole = json.loads(render(FORMATS["json"], report))
    assert whole["articles"][0]["path"] == payload
    assert whole["articles"][0]["findings"][0]["text"] == payload
    assert whole["skipped"][0]["reason"] == payload
    assert not list(Draft202012Validator(load_schema()).iter_errors(whole))
    lines = render(FORMATS["jsonl"], report).splitlines()
    assert len(lines) == 3
    assert json.loads(lines[0]) == whole["articles"][0]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [key for key, _ in attrs]

    def handle_comment(self, data: str) -> None:
        self.tags.add(f"comment {data}")


class _Text(_Tags):
    text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


USUAL = {
    "h2", "h3", "table", "thead", "tbody", "tr", "th", "td", "strong", "code", "p", "ul", "li",
    "details", "summary",
}  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_markdown_holds_only_its_own_markup(payload: str) -> None:
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    text = render(FORMATS["markdown"], _hostile(payload))
    html = page.render(text)
    seen = _Tags()
    seen.feed(html)
    assert seen.tags <= USUAL
    assert not seen.attributes
    assert html.count("<td>") == 5 * text.count("\n| ") - 5 * text.count("\n| | Wrong")
    prose = re.sub(r"^<details>.*", "", text, flags=re.MULTILINE)  # no link is made in HTML
    assert not re.search(r"https?://|www\.", prose)


@pytest.mark.parametrize("payload", [p for p in PAYLOADS if "<" in p], ids=ascii)
def test_html_runs_no_script_but_its_own(payload: str) -> None:
    before, after = _Tags(), _Tags()
    before.feed(render(FORMATS["html"], golden_report()))
    text = render(FORMATS["html"], _hostile(payload))
    after.feed(text)
    assert not any(tag.startswith("comment") or tag == "img" for tag in after.tags)
    assert "onerror" not in after.attributes
    assert "<script>alert" not in text
    assert text.count("<script") == text.count("</script>")


@pytest.mark.parametrize("payload", ["x" * 5000, "<" * 5000, "č|" * 3000])
def test_a_job_summary_stays_below_what_github_takes(payload: str) -> None:
    one = _hostile(payload).articles[0]
    findings = tuple(
        replace(one.findings[n % 5], concept=f"c{n}", text=f"{n}{payload}") for n in range(600)
    )
    articles = tuple(
        replace(one, findings=findings, article=replace(one.article, id=str(n))) for n in range(12)
    )
    text = render(FORMATS["markdown"], replace(golden_report(), articles=articles))
    assert len(text.encode()) < 1024 * 1024
    assert "and 500 more entries" in text
    shown = text.count("\n### ")
    cut = re.search(r"\*\*Cut here:\*\* (\d+) more articles? with ([\d,]+) findings", text)
    assert shown + (int(cut[1]) if cut else 0) == 12
    assert cut is None or int(cut[2].replace(",", "")) == 600 * int(cut[1])
    table = takewhile(lambda line: line.startswith("|"), text.split("\n")[3:])
    assert len(list(table)) == 102
