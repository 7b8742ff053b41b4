"""The naive peer: near spellings among the capitalised forms of one article."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

from benchmarks.scorer import Finding

LEAST = 80
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TAIL = re.compile(r"['’]s?$")


def fold(form: str) -> str:
    """Strip marks (NFKD, and đ by hand) and case."""
    form = unicodedata.normalize("NFKD", form.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in form if not unicodedata.combining(c)).lower()


def find_near(text: str) -> list[Finding]:
    """Flag the rarer (or later) of two near forms; suggest the commoner (or earlier)."""
    places: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        if match[0][0].isupper():
            places.setdefault(_TAIL.sub("", match[0]), []).append(match.start())
    ranked = sorted(places, key=lambda form: (-len(places[form]), places[form][0]))
    folded = {form: fold(form) for form in ranked}
    findings: list[Finding] = []
    for index, form in enumerate(ranked):
        near = [(fuzz.ratio(folded[form], folded[other]), other) for other in ranked[:index]]
        best = max(near, key=lambda pair: pair[0], default=(0.0, ""))
        if best[0] >= LEAST:
            findings += [_finding(form, start, best) for start in places[form]]
    return sorted(findings, key=lambda one: int(one["start"]))


def _finding(form: str, start: int, best: tuple[float, str]) -> Finding:
    return {
        "check": "name-near",
        "certainty": "likely",
        "start": start,
        "end": start + len(form),
        "text": form,
        "suggestions": [best[1]],
        "evidence": [
            {"start": None, "end": None, "text": best[1], "reason": f"ratio {best[0]:.0f}"}
        ],
    }
