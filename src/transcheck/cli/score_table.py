"""How the scores of systems are laid out for reading: one table, signatures, wrong names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.scoring.comparison import CorpusScore, SystemScore
from transcheck.scoring.metrics import NAME_ACCURACY, MetricScore
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural

FIRST_NAMES = 20
FEW_LINES = 100
_HEAD = ("metric", "system", "score", "95 % interval", "p")
_RIGHT = (False, False, True, True, True)
_LABELS = {"BLEU": "BLEU ↑", "chrF2++": "chrF2++ ↑", "TER": "TER ↓", NAME_ACCURACY: "names % ↑"}
_KINDS = {
    "marks": " (marks differ)",
    "capital": " (no capital)",
    "part": " (part of it)",
    "adjective": " (people, adjective)",
}


def lay_out(score: CorpusScore, all_names: bool = False) -> str:
    """Return the scores as text; of each system's wrong names the first 20 unless all."""
    blocks = [
        [_heading(score)],
        _columns([_HEAD, *_rows(score)]),
        list(_notes(score)),
        _signatures(score.signatures),
        *(list(_names(system, all_names)) for system in score.systems),
    ]
    text = "\n\n".join("\n".join(map(show_controls, block)) for block in blocks if block)
    return text + "\n"


def _heading(score: CorpusScore) -> str:
    names = score.systems[0].names
    return f"{score.reference}: {plural(score.lines, 'line')}, {plural(names, 'name')}"


def _rows(score: CorpusScore) -> Iterator[tuple[str, ...]]:
    for column in zip(*(system.scores for system in score.systems), strict=True):
        for number, (one, system) in enumerate(zip(column, score.systems, strict=True)):
            yield (
                "" if number else _LABELS[one.metric],
                system.path,
                "–" if one.value is None else f"{one.value:.2f}",
                _interval(one),
                "" if one.p is None else f"{one.p:.3f}",
            )


def _interval(one: MetricScore) -> str:
    if one.low is None or one.high is None:
        return ""
    return f"{one.low:.2f} – {one.high:6.2f}"


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Align the columns; a column that is empty below its heading is left out."""
    filled = [n for n in range(len(_HEAD)) if any(row[n] for row in rows[1:])]
    widths = {n: max(len(row[n]) for row in rows) for n in filled}
    return [
        "  ".join(
            row[n].rjust(widths[n]) if _RIGHT[n] else row[n].ljust(widths[n]) for n in filled
        ).rstrip()
        for row in rows
    ]


def _notes(score: CorpusScore) -> Iterator[str]:
    if not score.samples:
        yield f"No intervals: {score.lines:,} lines are too many to resample in memory."
        return
    if len(score.systems) > 1:
        first = score.systems[0].path
        yield f"p: paired bootstrap of {score.samples:,} resamples, against {first}."
    if score.lines < FEW_LINES:
        yield f"{plural(score.lines, 'line')}: too few to trust an interval or a p value."


def _signatures(signatures: dict[str, str]) -> list[str]:
    width = max(map(len, signatures))
    return [f"{name.ljust(width)}  {signature}" for name, signature in signatures.items()]


def _names(system: SystemScore, all_names: bool) -> Iterator[str]:
    if not system.names:
        return
    wrong = len(system.misses)
    yield f"{system.path}: {system.right} of {plural(system.names, 'name')} right" + (
        f", {wrong} wrong:" if wrong else "."
    )
    shown = system.misses if all_names else system.misses[:FIRST_NAMES]
    places = [f"{miss.path}:{miss.line}" for miss in shown]
    place_width = max(map(len, places), default=0)
    name_width = max((len(miss.name) for miss in shown), default=0)
    for place, miss in zip(places, shown, strict=True):
        instead = miss.instead + _KINDS.get(miss.kind, "") if miss.instead else "– (not there)"
        yield f"  {place.ljust(place_width)}  {miss.name.ljust(name_width)}  {instead}"
    if len(shown) < wrong:
        yield f"  … and {wrong - len(shown)} more: --all-names lists them."
