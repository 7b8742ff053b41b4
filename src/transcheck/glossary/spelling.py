"""Faults in the letters of one form: what would keep it from ever matching a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from transcheck.text import mojibake

Fault = tuple[str, str]

_SCRIPTS = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek"}
_QUESTIONED = re.compile(r"[^\W\d_]\?[^\W\d_]")


def find_faults(form: str) -> Iterator[Fault]:
    """Yield (id, message) for each fault in a form as it stands in the file."""
    yield from _blanks(form)
    yield from _characters(form)
    if not unicodedata.is_normalized("NFC", form):
        yield (
            "decomposed",
            f"“{form}” is written with loose marks (NFD): save it composed (NFC)",
        )


def find_damage(form: str) -> Iterator[Fault]:
    """Yield faults that only a rejected form may have, since it may be rejected for them."""
    scripts = {} if form.isascii() else _scripts(form)
    if len(scripts) > 1:
        mixed = " and ".join(f"{script} “{letter}”" for script, letter in sorted(scripts.items()))
        yield "mixed-script", f"“{form}” mixes {mixed}: write it in one script"
    damage = mojibake.find_damage(form, central=mojibake.is_central(form))
    if _QUESTIONED.search(form) or any(one.mended is None for one in damage):
        yield "encoding-damage", f"“{form}” has lost letters: write it anew"
    elif damage:
        mended = mojibake.mend(form)
        remedy = "write it anew" if mended == form else f"write “{mended}”"
        yield "encoding-damage", f"“{form}” was decoded wrongly: {remedy}"


def _blanks(form: str) -> Iterator[Fault]:
    shown = form.strip()
    if form != shown:
        yield "blank", f"“{shown}” has a blank before or after it: remove it"
    if "  " in shown:
        yield "blank", f"“{shown}” has two blanks in a row: write one"
    if not shown.isprintable() and any(unicodedata.category(c) == "Zs" for c in shown if c != " "):
        yield "no-break-blank", f"“{shown}” has a no-break or other odd blank: type a plain one"


def _characters(form: str) -> Iterator[Fault]:
    if form.isprintable():
        return
    kinds = {unicodedata.category(c): f"U+{ord(c):04X}" for c in form.strip()}
    for category in ("Cc", "Zl", "Zp"):
        if category in kinds:
            yield (
                "control-character",
                f"“{_visible(form)}” holds a control character or line break "
                f"({kinds[category]}): remove it",
            )
    if "Cf" in kinds:
        yield (
            "invisible",
            f"“{_visible(form)}” holds an invisible character ({kinds['Cf']}): type it anew",
        )


def _visible(form: str) -> str:
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in form.strip())


def _scripts(form: str) -> dict[str, str]:
    """Return the scripts of a form's letters, each with its first letter."""
    found: dict[str, str] = {}
    for letter in form:
        if script := _script(letter):
            found.setdefault(script, letter)
    return found


@lru_cache(maxsize=4096)
def _script(letter: str) -> str | None:
    return _SCRIPTS.get(unicodedata.name(letter, "").split(" ")[0]) if letter.isalpha() else None
