"""Text that was decoded with the wrong table: found, and mended where it decodes back.

UTF-8 read as a one-byte table gives pairs such as "Ä‡" for "ć", which decode back byte for
byte. A table of Central Europe or of Cyrillic read as Western gives single wrong letters:
"Vuèiæ" for "Vučić", "Âó÷è÷" for "Вучич".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from transcheck.model import Span
from transcheck.text.expressions import compile_late


class Damage(NamedTuple):
    """A damaged word or mark, and what it was before, None when that cannot be told."""

    span: Span
    mended: str | None


# Which characters may lead a pair: others stand in sound text too ("" means any).
_LEADS = {"mac_roman": "ƒ≈√", "cp1252": "", "cp1250": "", "iso8859-1": "", "iso8859-2": ""}
_WINDOWS = ("cp1252", "cp1250", "mac_roman")
_ISO = ("iso8859-1", "iso8859-2")
_CLOSING = "“”‘’–—…•"
# What news is written in; a pair that decodes to anything else was never damaged.
_PLAUSIBLE = compile_late(
    r"[\u0080-\u017f\u0218-\u021b\u0384-\u03ce\u0400-\u045f\u0490\u0491\u2010-\u2027\u2030-\u203a"
    r"\u20ac\u2116\u2122\ufeff]+"
)
# Without one of these there is no damage, but for single wrong letters of Central Europe.
_SUSPECT = re.compile(r"[^\x00-\x7f]{2}|[\u0080-\u009fÃÄÅĂĹ\u0400-\u04ff\ufffd]")
_ENTITY = compile_late(r"&(?:#\d{2,6}|#x[\da-fA-F]{2,6}|[A-Za-z]{2,8}\d?);")
_LOST = compile_late(r"\ufffd|(?<=[a-z])[ÃÄÅĂĹ](?=[a-z]|\W|$)")
_LAST_LOST = compile_late(r"â€(?=[\s,.;:!?)]|$)")
_CONTROL = compile_late(r"[\u0080-\u0084\u0086-\u009f]")
_MAC_MARK = compile_late(r"‚[ÄÇ].")
# Controls that only an ISO table leaves behind: the Windows tables have letters there.
_ISO_CONTROL = compile_late(r"[\u0080\u0082\u0084\u0086\u0087\u0089-\u008c\u008e\u0091-\u0097]")
# Read as Cyrillic: whole words of Р and С with their seconds, marks, single letters in Latin.
_BASIC_CYRILLIC = compile_late(r"[\u0400-\u045f]+")
_CYRILLIC = compile_late(
    r"(?:[РС][^\W\d_а-яР-СA-Za-z]|[РС][\u0080-\u00bf\u2018-\u2122]){2,}|вЂ[\u0080-\u2122Ѓ-џ]|в‚¬"
    r"|(?:(?<=[A-Za-z])[ГДЕ][^\sа-яА-Яa-zA-Z]|[ГДЕ](?!’s\b)[^\sа-яА-Яa-zA-Z](?=[A-Za-z]))"
)
_CENTRAL = str.maketrans("èæðÈÆÐ¹¾", "čćđČĆĐšž")
_CENTRAL_LETTER = re.compile("[èæÈ¹¾]")
_SURELY_CENTRAL = compile_late(
    r"iæ(?:a|u|em|om|i|ev[aeiou]?)?(?![^\W\d_])|[^\W\d_]è[aiou]|\bÈ[aeiou]"
    r"|[^\W\d_][¹¾](?=[^\W\d_])"
)
_MAYBE_CENTRAL = compile_late(r"[èæðÈÆÐ]|(?<=[^\W\d_])[¹¾](?=[^\W\d_])")
_WESTERN = compile_late(r"[À-ÿ]{4,}")


def is_central(text: str) -> bool:
    """Say whether `text` holds a word in letters of Central Europe read as Western ones."""
    if text.isascii() or not _CENTRAL_LETTER.search(text):
        return False
    return bool(_SURELY_CENTRAL.search(text))


def find_damage(text: str, *, central: bool = False) -> list[Damage]:
    """Return the damaged words and marks of `text`, in order.

    With `central`, single wrong letters count too: another word of the article is sure.
    """
    if "&" not in text and (text.isascii() or not (central or _SUSPECT.search(text))):
        return []
    pieces = _choose(text, central)
    spans: list[list[int]] = []
    for start, end, mended in pieces:
        floor = spans[-1][1] if spans else 0
        if end <= floor:
            continue
        left, right = _widen(text, start, end, mended, floor)
        if spans and left <= floor:
            spans[-1][1] = right
        else:
            spans.append([left, right])
    return list(_rebuild(text, spans, pieces))


def mend(text: str) -> str:
    """Return `text` with every pair decoded back, twice damaged text twice."""
    for _ in range(3):
        damage = [one for one in find_damage(text) if one.mended is not None]
        if not damage:
            break
        pieces, position = [], 0
        for one in damage:
            pieces += [text[position : one.span.start], str(one.mended)]
            position = one.span.end
        text = "".join(pieces) + text[position:]
    return text


def _rebuild(
    text: str, spans: list[list[int]], pieces: list[tuple[int, int, str | None]]
) -> Iterator[Damage]:
    position = 0
    for left, right in spans:
        built, end, whole = [], left, True
        while position < len(pieces) and pieces[position][0] < right:
            start, stop, mended = pieces[position]
            whole = whole and mended is not None
            built += [text[end:start], mended or ""]
            end, position = stop, position + 1
        mended = "".join([*built, text[end:right]]).replace("\ufeff", "")
        yield Damage(Span(left, right), mended if whole else None)


def _choose(text: str, central: bool) -> list[tuple[int, int, str | None]]:
    """Return the damaged pieces in order; where two overlap, the one named first stands."""
    mendable = [piece for piece in _pieces(text, central) if piece[2]]
    lost = [(*match.span(), None) for match in _LOST.finditer(text)]
    taken: set[int] = set()
    chosen: list[tuple[int, int, str | None]] = []
    for start, end, mended in (*mendable, *lost):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            chosen.append((start, end, mended))
    return sorted(chosen, key=lambda piece: piece[0])


def _pieces(text: str, central: bool) -> Iterator[tuple[int, int, str]]:
    """Yield what may be damage and what it was, "" where it decodes to nothing."""
    for match in _ENTITY.finditer(text):
        from html import unescape

        plain = unescape(match.group())
        if plain != match.group():
            yield *match.span(), plain
    if text.isascii():
        return
    for match in _MAC_MARK.finditer(text):
        yield *match.span(), _decode(match.group(), _reader("mac_roman")[1])
    for table in _ISO if _ISO_CONTROL.search(text) else _WINDOWS:
        pairs, to_byte = _reader(table)
        for match in pairs.finditer(text):
            if _stands(text, match):
                yield *match.span(), _decode(match.group(), to_byte)
    for match in _CYRILLIC.finditer(text):
        yield *match.span(), _decode(match.group(), _reader("cp1251")[1])
    for match in _WESTERN.finditer(text):
        cyrillic = match.group().encode("latin-1").decode("cp1251")
        sound = _BASIC_CYRILLIC.fullmatch(cyrillic) and len(set(cyrillic)) > 2
        yield *match.span(), cyrillic if sound else ""
    for match in _MAYBE_CENTRAL.finditer(text) if central else ():
        yield *match.span(), match.group().translate(_CENTRAL)
    for match in _CONTROL.finditer(text):
        yield *match.span(), match.group().encode("latin-1").decode("cp1250", "ignore")
    for match in _LAST_LOST.finditer(text):
        yield *match.span(), "”"


def _decode(damaged: str, to_byte: dict[str, int]) -> str:
    try:
        plain = bytes(to_byte[letter] for letter in damaged).decode("utf-8")
    except (UnicodeDecodeError, KeyError):
        return ""
    return plain if _PLAUSIBLE.fullmatch(plain) else ""


def _stands(text: str, match: re.Match[str]) -> bool:
    """Say whether a pair is damage: not the end of a word in capitals before a closing mark."""
    capitals = match.start() > 0 and text[match.start() - 1].isupper()
    return not (capitals and match.group()[-1] in _CLOSING)


def _widen(text: str, start: int, end: int, mended: str | None, floor: int) -> tuple[int, int]:
    """Return the word around a damaged letter; a damaged mark stands for itself."""
    if mended is None or mended[:1].isalpha():
        while start > floor and (text[start - 1].isalnum() or text[start - 1] == "\ufffd"):
            start -= 1
        while end < len(text) and (text[end].isalnum() or text[end] == "\ufffd"):
            end += 1
    return start, end


@lru_cache(maxsize=8)
def _reader(table: str) -> tuple[re.Pattern[str], dict[str, int]]:
    to_byte = {chr(byte): byte for byte in range(0x80, 0xA0)}
    for byte in range(0x80, 0x100):
        letter = bytes([byte]).decode(table, "ignore")
        if letter:
            to_byte[letter] = byte
    leads = _LEADS.get(table, "")

    def of(first: int, last: int, only: str = "") -> str:
        chosen = [c for c, byte in to_byte.items() if first <= byte <= last]
        return "[" + re.escape("".join(c for c in chosen if not only or c in only)) + "]"

    tail = of(0x80, 0xBF)
    pattern = f"{of(0xC2, 0xDF, leads)}{tail}|{of(0xE0, 0xEF, leads)}{tail}{tail}"
    return re.compile(pattern), to_byte
