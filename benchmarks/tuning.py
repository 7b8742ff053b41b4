"""The tuning view: every miss, wrong fix and false alarm with its context and evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from benchmarks.corpus import Corpus, Mark, Place
from benchmarks.figures import Alarm, Result, select_alike
from benchmarks.scorer import Finding, Verdict, counts, find_form, overlaps, turns

Articles = Mapping[str, dict[str, Any]]
"""Each slug's part of the JSON report."""


def print_errors(
    corpus: Corpus, result: Result, articles: Articles, *, fixes: bool, every: bool
) -> None:
    """Print what went wrong, marks by phenomenon and then findings by check.

    Equal cases of one text stand together. `fixes` adds what was found and rightly fixed,
    `every` the marks whose right form does not stand in the text or is not alike.
    """
    verdicts = result.certain if every else select_alike(result.verdicts)
    order = {"MISS": 0, "UNFIXED": 1, "fixed": 2}
    by_phenomenon: dict[str, list[tuple[str, Verdict]]] = {}
    for verdict in verdicts:
        state = "fixed" if verdict.fixed else "UNFIXED" if verdict.found else "MISS"
        if fixes or state != "fixed":
            by_phenomenon.setdefault(verdict.mark.phenomenon, []).append((state, verdict))
    for phenomenon in sorted(by_phenomenon):
        cases = sorted(by_phenomenon[phenomenon], key=lambda c: (order[c[0]], c[1].mark.context))
        states = Counter(state for state, _ in cases)
        print(f"\n── {phenomenon}: " + ", ".join(f"{n} {s}" for s, n in states.items()))
        for state, verdicts in _group_marks(cases):
            _print_marks(corpus, articles, state, verdicts)
    for title, alarms in (
        ("false on marked and planted texts", result.false),
        ("false alarms on clean originals", result.originals),
        ("false alarms on human references", result.references),
    ):
        if alarms:
            print(f"\n── {title}: {len(alarms)}")
            _print_alarms(corpus, alarms)


def show_context(text: str, start: int, end: int, width: int = 45) -> str:
    """Return a place with its neighbourhood on one line."""
    before, after = text[max(0, start - width) : start], text[end : end + width]
    return f"…{before}[{text[start:end]}]{after}…".replace("\n", "⏎")


def show_finding(finding: Finding) -> str:
    """Return a finding's check, certainty, proposal and evidence on one line."""
    proposal = " | ".join(finding["suggestions"]) or "(open)"
    proof = "; ".join(_show_evidence(one) for one in finding["evidence"])
    head = f"{finding['check']} {finding['certainty']}: {finding['text']} → {proposal}"
    return f"{head}  ⟨{proof}⟩"


def _show_evidence(one: dict[str, Any]) -> str:
    place = f"@{one['start']}" if one["start"] is not None else ""
    quoted = f" “{one['text']}”{place}" if one["text"] else ""
    return f"{one['reason']}{quoted}"


def _group_marks(cases: Iterable[tuple[str, Verdict]]) -> list[tuple[str, list[Verdict]]]:
    groups: dict[tuple[str, ...], list[Verdict]] = {}
    for state, verdict in cases:
        mark, finding = verdict.mark, verdict.finding
        proposal = "|".join(finding["suggestions"]) if finding else ""
        key = (state, mark.slug, mark.text, mark.expected, mark.context, proposal)
        groups.setdefault(key, []).append(verdict)
    return [(key[0], verdicts) for key, verdicts in groups.items()]


def _print_marks(corpus: Corpus, articles: Articles, state: str, verdicts: list[Verdict]) -> None:
    verdict = verdicts[0]
    mark, text = verdict.mark, corpus.texts[verdict.mark.slug]
    here = f"{mark.text}×{_count(mark.text, text)} {mark.expected}×{_count(mark.expected, text)}"
    places = ",".join(str(one.mark.start) for one in verdicts)
    kind = mark.pattern or mark.context
    print(f"{state:<8}{mark.text} ⇒ {mark.expected}  ({kind}; {here})  {mark.slug} @{places}")
    print(f"        {show_context(text, mark.start, mark.end)}")
    if verdict.finding:
        rule = "" if verdict.rule == "overlap" else f"[{verdict.rule}] "
        print(f"        {rule}{show_finding(verdict.finding)}")
    elif mark.slug in articles:
        for line in _explain(mark, articles[mark.slug]):
            print(f"        {line}")


def _explain(mark: Mark, article: dict[str, Any]) -> list[str]:
    """Say what the report holds about a missed mark: findings that do not count, guards."""
    lines = []
    for one in article["findings"]:
        if overlaps(one, mark) and not counts(one):
            lines.append(f"does not count: {show_finding(one)}")
        elif turns(one, mark):
            lines.append(f"other way round, not everywhere: {show_finding(one)}")
        elif one["text"] and counts(one) and find_form(mark.expected, one["text"]):
            lines.append(f"on the right form: {show_finding(one)}")
        elif mark.text in one["suggestions"]:
            lines.append(f"proposes the wrong form: {show_finding(one)}")
    words = [word for word in mark.text.split() if len(word) > 2]
    for one in article.get("left_alone", []):
        if any(find_form(word, one["text"]) for word in words):
            lines.append(f"guard {one['guard']}: {one['text']}: {one['reason']}")
    for one in article.get("confirmed", []):
        if any(find_form(word, one["name"]) for word in words):
            lines.append(f"confirmed: {one['name']} ×{one['count']} by {one['by']}")
    return list(dict.fromkeys(lines))


def _print_alarms(corpus: Corpus, alarms: Iterable[Alarm]) -> None:
    groups: dict[tuple[str, ...], list[Alarm]] = {}
    for slug, one in alarms:
        key = (one["check"], one["text"], "|".join(one["suggestions"]))
        groups.setdefault(key, []).append((slug, one))
    for _, held in sorted(groups.items()):
        slug, one = held[0]
        text = corpus.texts[slug]
        proposal = one["suggestions"][0] if one["suggestions"] else ""
        here = f"{one['text']}×{_count(one['text'], text)} {proposal}×{_count(proposal, text)}"
        notes = [_note(place) for alarm in held for place in _touching(corpus, *alarm)]
        print(f"FALSE   {show_finding(one)}")
        print(f"        {show_context(text, one['start'], one['end'])}")
        for note, number in Counter(notes).items():
            print(f"        {note} ×{number}")
        places: dict[str, list[int]] = {}
        for name, finding in held:
            places.setdefault(name, []).append(finding["start"])
        print(f"        ({here})  {_show_places(places)}")


def _show_places(places: Mapping[str, list[int]]) -> str:
    shown = [f"{slug} @{','.join(map(str, starts))}" for slug, starts in places.items()]
    return "  ".join(shown[:3]) + (f"  and {len(shown) - 3} more texts" if shown[3:] else "")


def _touching(corpus: Corpus, slug: str, finding: Finding) -> list[Place]:
    """Return the traps a false alarm touches and the marks whose right form it lies on."""
    traps = [one for one in corpus.traps if one.slug == slug and overlaps(finding, one)]
    marks = [
        one for one in corpus.marks if one.slug == slug and find_form(one.expected, finding["text"])
    ]
    return [*traps, *marks]


def _note(place: Place) -> str:
    why = getattr(place, "why", None)
    if why is not None:
        return f"TRAP: {why}"
    return f"LIES ON THE RIGHT FORM of {place.text}"


def _count(form: str, text: str) -> int:
    return len(find_form(form, text)) if form else 0
