"""Faults in the letters of one form: what would keep it from ever matching a text."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from transcheck.glossary.rules.entries import Entry, Fault
from transcheck.text import mojibake

MOST_LETTERS = 200
_SCRIPTS = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek"}
_HALF = re.compile(r"[^\W\d_a-zA-Z][^\w\s'’.,-]")
_QUESTIONED = re.compile(r"[^\W\d_]\?[^\W\d_]")


def find_spelling_faults(entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong in the letters and blanks of a row, cell by cell."""
    damaged: set[str] = set()
    # With the blanks around it: the second half of a letter may be one (Ĺ and a no-break blank).
    for column, forms in (
        ("name", (entry.raw_name,)),
        ("admitted", entry.raw_admitted),
        ("source", [form for _, form in entry.sources]),
    ):
        for form in forms:
            faults = list(_damage(column, form))
            yield from faults
            damaged.update(form for _ in faults)
    for column, forms in (
        ("name", (entry.raw_name,)),
        ("admitted", entry.raw_admitted),
        ("rejected", entry.raw_rejected),
        # Joiners are letters' shape in some scripts, not dirt.
        ("source", [form.translate(_JOINERS) for form in entry.raw_sources]),
    ):
        for form in forms:
            if form not in damaged:
                yield from _form_faults(column, form)
    for column, cell in entry.raw_others:
        yield from _blanks(column, cell)
        yield from _characters(column, cell)
        yield from _decomposed(column, cell)


def _form_faults(column: str, form: str) -> Iterator[Fault]:
    yield from _blanks(column, form)
    yield from _characters(column, form)
    yield from _decomposed(column, form)
    if len(form) > MOST_LETTERS:
        message = (
            f"“{form[:40]}…” has {len(form):,} letters, more than any name: look for a separator "
            "that is missing, or shorten it"
        )
        yield Fault(column, "long-form", message)


def _decomposed(column: str, form: str) -> Iterator[Fault]:
    if not unicodedata.is_normalized("NFC", form):
        message = f"“{form}” is written with loose marks (NFD): save it composed (NFC)"
        yield Fault(column, "decomposed", message)


def _damage(column: str, form: str) -> Iterator[Fault]:
    """Yield faults that only a rejected form may have, since it may be rejected for them."""
    scripts = {} if form.isascii() else _scripts(form)
    if len(scripts) > 1:
        mixed = " and ".join(f"{script} “{letter}”" for script, letter in sorted(scripts.items()))
        yield Fault(column, "mixed-script", f"“{form}” mixes {mixed}: write it in one script")
    damage = mojibake.find_damage(form, central=mojibake.is_central(form))
    if _QUESTIONED.search(form) or any(one.mended is None for one in damage):
        yield Fault(column, "encoding-damage", f"“{form}” has lost letters: write it anew")
    elif damage or _decode_anew(form) != form:
        mended = mojibake.mend(form) if damage else _decode_anew(form)
        remedy = "write it anew" if mended == form else f"write “{mended}”"
        yield Fault(column, "encoding-damage", f"“{form}” was decoded wrongly: {remedy}")


def _decode_anew(form: str) -> str:
    """Return a form whose ellipses or quotes are halves of letters: in a text they may be right."""
    if not form.isascii() and _HALF.search(form):
        for table in ("cp1250", "cp1252"):
            with contextlib.suppress(UnicodeError):
                return form.encode(table).decode()
    return form


def _blanks(column: str, form: str) -> Iterator[Fault]:
    shown = form.strip()
    if form != shown:
        message = f"“{shown}” has a blank before or after it: remove it"
        yield Fault(column, "blank", message)
    if "  " in shown:
        yield Fault(column, "blank", f"“{shown}” has two blanks in a row: write one")
    odd = not shown.isprintable() and any(
        letter != " " and unicodedata.category(letter) == "Zs" for letter in shown
    )
    if odd and not mojibake.find_damage(form):
        message = f"“{shown}” has a no-break or other odd blank: type a plain one"
        yield Fault(column, "no-break-blank", message)


def _characters(column: str, form: str) -> Iterator[Fault]:
    if form.isprintable():
        return
    kinds = {unicodedata.category(c): f"U+{ord(c):04X}" for c in form.strip()}
    for category in ("Cc", "Zl", "Zp"):
        if category in kinds:
            message = (
                f"“{_visible(form)}” holds a control character or line break "
                f"({kinds[category]}): remove it"
            )
            yield Fault(column, "control-character", message)
    if "Cf" in kinds and not mojibake.find_damage(form):
        message = f"“{_visible(form)}” holds an invisible character ({kinds['Cf']}): type it anew"
        yield Fault(column, "invisible", message)


_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d"))


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
