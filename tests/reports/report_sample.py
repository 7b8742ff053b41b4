"""Reports to look at: an invented article with two damaged names, and runs made around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from transcheck.model import (
    Article,
    ArticleReport,
    Certainty,
    CheckInfo,
    Confirmed,
    Evidence,
    Finding,
    Gate,
    Languages,
    LeftAlone,
    NotChecked,
    Place,
    Report,
    Role,
    Score,
    Segment,
    Severity,
    Span,
    Summary,
)

SIGNATURE = (
    "transcheck:0.1.0|checks:15@4f1c0a|glossaries:people@3c9e11,places@80d2f7|config:aa01bc|"
    "language:langdetect-1.0.9|unicode:15.0.0|weights:0-1-5-25|report/1"
)
# an article invented for these tests: `role: text` a line
TEXT: tuple[tuple[str, str], ...] = tuple(
    (role, text.replace("\\n", "\n"))
    for line in Path(__file__).with_name("ferry.txt").read_text("utf-8").splitlines()
    for role, _, text in [line.partition(": ")]
)
CONFIRMED = {
    "Marta Kowalczyk": "people.csv row 7", "Serbia": "places.csv row 2",
    "Croatia": "places.csv row 3", "Danube": "places.csv row 40",
    "Danube Commission": "orgs.csv row 8", "European Commission": "orgs.csv row 2",
    "Šabac": "places.csv row 28", "Brussels": "places.csv row 11", "Novi Sad": "places.csv row 17",
    "Vukovar": "places.csv row 18", "Osijek": "places.csv row 19", "Zagreb": "places.csv row 20",
    "Belgrade": "places.csv row 12",
}  # fmt: skip
CHECKS = tuple(
    CheckInfo(id=name, category="accuracy/names", severity=Severity.MAJOR, documentation=name,
              needs=("source",) if name in ("omission", "addition", "number-mismatch") else ())
    for name in ("name-diacritics", "name-respelt", "repeated-word", "omission", "addition",
                 "number-mismatch")
)  # fmt: skip
NO_SOURCE = tuple(
    NotChecked(name, "no source text came with this article. Numbers, omissions and names lost on "
               "the way are unseen")
    for name in ("number-mismatch", "omission", "addition")
)  # fmt: skip


def make_article(
    text: Sequence[tuple[str, str]] = TEXT, path: str = "danube/sr-0107.txt", **values: Any
) -> Article:
    """Join the segments as lines of a file, with their places in it."""
    segments = tuple(
        Segment(id=str(number), target=words, role=Role(role))
        for number, (role, words) in enumerate(text)
    )
    lines = tuple(range(0, 100 * len(segments), 100))
    return Article(path=path, id=path, segments=segments, lines=lines, **values)


def find_places(article: Article, form: str, taken: Sequence[Place] = ()) -> tuple[Place, ...]:
    """Return where a form stands as a whole word, leaving out places within `taken`."""
    return tuple(
        Place(index, Span(*match.span()))
        for index, segment in enumerate(article.segments)
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", segment.target)
        if not any(p.segment == index and p.span.overlaps(Span(*match.span())) for p in taken)
    )


def make_findings(
    article: Article, wrong: str, right: str, check: str, **values: Any
) -> list[Finding]:
    """Return a finding for every place of a wrong form."""
    base: dict[str, Any] = {
        "category": "accuracy/names", "severity": "major", "certainty": "certain",
        "message": f"“{wrong}” is damaged", "concept": right, "suggestions": (right,),
    } | values  # fmt: skip
    base |= {"severity": Severity(base["severity"]), "certainty": Certainty(base["certainty"])}
    return [
        Finding(check=check, segment=place.segment, span=place.span,
                fingerprint=f"{check}-{number}-{wrong.encode().hex()[:8]}",
                **({"text": wrong} | base))
        for number, place in enumerate(find_places(article, wrong), start=1)
    ]  # fmt: skip


def report_article(
    article: Article,
    findings: Sequence[Finding] = (),
    confirmed: dict[str, str] | None = None,
    **values: Any,
) -> ArticleReport:
    """Score and gate an article in round numbers; enough to look at."""
    taken: list[Place] = [Place(f.segment, f.span) for f in findings]
    names = []
    for name, by in sorted((confirmed or {}).items(), key=lambda item: -len(item[0])):
        places = find_places(article, name, taken)
        taken += places
        if places:
            names.append(Confirmed(name, name, by, places))
    names.sort(key=lambda item: item.places)
    words = sum(len(segment.target.split()) for segment in article.segments)
    errors = sum(f.severity in ("major", "critical") and f.waived is None and
                 f.certainty != "possible" for f in findings)  # fmt: skip
    value = max(0.0, 100 - 5000 * errors / max(1, words))
    score = Score(value, max(0.0, value - 45), min(100.0, value + 20), 5 * errors, words)
    if words < 100:
        score = Score(None, None, None, 5 * errors, words)
    base: dict[str, Any] = {
        "languages": Languages(target="en", source="sr", source_from="letters and names"),
        "left_alone": (), "not_checked": NO_SOURCE, "words": words, "score": score,
        "gate": Gate(passed=not errors, fail_on=Severity.MAJOR, counts={"major": errors}),
    } | values  # fmt: skip
    return ArticleReport(article=article, findings=tuple(findings), confirmed=tuple(names), **base)


def make_report(*articles: ArticleReport, **values: Any) -> Report:
    """Gather articles into a run."""
    summary = Summary(
        articles=len(articles), words=sum(one.words for one in articles), findings={},
        skipped=len(values.get("skipped", ())), passed=all(one.gate.passed for one in articles),
    )  # fmt: skip
    return Report(SIGNATURE, summary, articles, checks=CHECKS, **values)


def damaged(path: str = "danube/sr-0107.txt", desk: str = "River desk") -> ArticleReport:
    """The article with one name that lost its mark and one spelt by ear, at two places."""
    article = make_article(path=path, metadata={"desk": desk})
    lead = find_places(article, "Šabac")[1]
    full = find_places(article, "Marta Kowalczyk")[0]
    marks = make_findings(
        article, "Sabac", "Šabac", "name-diacritics",
        message="The name lost its caron. The lead has it",
        evidence=(
            Evidence("article", "same place, in this article", "Šabac", lead),
            Evidence("direction", "marks get lost in translation; they do not appear"),
            Evidence("glossary", "a place in the glossary", "Šabac", ref="places.csv:28"),
        ),
    )  # fmt: skip
    respelt = make_findings(
        article, "Kovalčik", "Kowalczyk", "name-respelt",
        message="Left as Serbian spells it by ear",
        evidence=(
            Evidence("article", "full name in this article", "Marta Kowalczyk", full),
            Evidence("direction", "Serbian writes Kowalczyk as Kovalčik, never the reverse"),
            Evidence("glossary", "a person", "Marta Kowalczyk", ref="people.csv:7"),
            Evidence("count", "Not decided by count (Kovalčik 2, Kowalczyk 1)"),
        ),
    )  # fmt: skip
    left = (
        LeftAlone("Serbian", "demonym", "beside Serbia: adjective"),
        LeftAlone("Croatian", "demonym", "beside Croatia: adjective"),
        LeftAlone("Sava Basin Agreement", "in-no-glossary", "in no glossary, written one way",
                  find_places(article, "Sava Basin Agreement")),
    )  # fmt: skip
    return report_article(article, [*marks, *respelt], CONFIRMED, left_alone=left)


def clean() -> ArticleReport:
    """The same article, mended."""
    mend = {"Sabac": "Šabac", "Kovalčik": "Kowalczyk"}
    text = [(role, re.sub("Sabac|Kovalčik", lambda m: mend[m[0]], words)) for role, words in TEXT]
    article = make_article(text, metadata={"desk": "River desk"})
    left = (
        LeftAlone("Serbian", "demonym", "beside Serbia: adjective"),
        LeftAlone("Sava Basin Agreement", "in-no-glossary", "in no glossary, written one way",
                  find_places(article, "Sava Basin Agreement")),
    )  # fmt: skip
    by = CONFIRMED | {"Kowalczyk": "surname of Marta Kowalczyk, ¶2"}
    return report_article(article, (), by, left_alone=left)


def plain(name: str, *findings: tuple[str, str, str, str]) -> ArticleReport:
    """A short article with findings of (wrong, right, check, severity)."""
    wrongs = " ".join(f"{wrong} spoke to the council about the works." for wrong, *_ in findings)
    filler = "The council meets on Thursday and the papers are on the table for everybody. " * 20
    text = [("headline", name), ("body", f"{wrongs} {filler}".strip())]
    slug = re.sub(r"\W+", "-", name.lower())
    article = make_article(text, path=f"region/{slug}.txt", metadata={"desk": "Region desk"})
    found = [
        one
        for wrong, right, check, severity in findings
        for one in make_findings(article, wrong, right, check, severity=severity)
    ]
    return report_article(article, found, {})
