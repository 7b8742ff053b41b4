"""Bodies, events and landmarks: names made of ordinary words; and acronyms with their meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.model import Span
from transcheck.names.words.lexicon import FUNCTION_WORDS, PEOPLES, is_title, is_word
from transcheck.names.words.units import is_no_name

_HEADS = {
    "org": """agency academy alliance association authority bank board brigade bureau center centre
    chamber chambers church club college confederation congress corporation council federation
    forum foundation front fund group guard initiative inspectorate institute institution league
    mission movement network observatory orchestra organisation organization party prosecutor's
    radio society television theatre theater tribunal union university watch company museum
    orthodox press post times""",
    "place": """airport boulevard bridge canyon castle cathedral cemetery county district gulf
    island islands lake monastery mosque mount mountain mountains oblast krai park peninsula port
    province region river sea square stadium street temple valley""",
    "event": """championship cup festival games marathon memorial olympics olympiad prize award""",
}
_KIND_OF = {word: kind for kind, words in _HEADS.items() for word in words.split()}
_MOST_WORDS = 12
_FIRST = ("lake", "mount", "radio")
_CAPITAL = r"[A-ZÀ-ÖØ-ÞČĆŠĐŽĞİŁŚŻ]"
_WORD = rf"{_CAPITAL}[\w’'-]*[\w]"
_JOINT = r"(?: of the| for the| on the| of| for| on| and| de| del| della| &)?"
_PHRASE = re.compile(rf"(?<![\w’'-]){_WORD}(?:{_JOINT} {_WORD})+")
_JOINED = re.compile(r" (?:(?:of|for|on)(?: the)?|and|de|del|della|&) ")
_ACRONYM = re.compile(rf"(?<![\w’'./-])(?:{_CAPITAL}){{2,7}}(?![\w’'./&-]|\.{_CAPITAL})")
_ROMAN = re.compile(r"[IVXLCDM]+")
_COMMON = frozenset(
    """AM PM TV UK US USA EU UN OK CEO CFO COO PR IT AI ID HR FC FK NK KK RK SC AC DVD CD GPS SMS
    URL PDF VIP DNA RNA HIV AIDS GDP GNP PCR LGBT LGBTQ FAQ ATM SUV VAT NGO NGOS MP MPS MEP MEPS
    BBC CNN ABC CBS NBC DW AP AFP SPD IS AD BC BCE CE GMT CET EDT EST PST UTC FM ASAP RIP MC DJ
    BST USD EUR RSD KM
    II III IV VI VII VIII IX XI XII LED LCD WC CCTV MRI SIM PC TB PTSD IQ MVP GOP NFL NBA NHL MLB
    NYPD PHD MBA BA MA UV SOS ETA PIN USB RSS HTML WIFI""".split()
)


def find_bodies(text: str) -> Iterator[Span]:
    """Yield where the names of bodies, events and landmarks stand, the longest of each."""
    for match in _PHRASE.finditer(text):
        span = _trim(text, _own_part(text, match.start(), match.end()))
        if span is not None and _is_distinct(text[span.start : span.end]):
            yield span


def kind_of_body(name: str) -> str:
    """Return org, place or event by the noun in a name, "" without one."""
    words = [word.lower() for word in re.split(r"[\s-]+", name)]
    for number, word in enumerate(words):
        if word in ("of", "for") and number and words[number - 1] in _KIND_OF:
            return _KIND_OF[words[number - 1]]
    if words[0] in _FIRST:
        return _KIND_OF[words[0]]
    return _KIND_OF.get(words[-1], "")


def find_acronyms(text: str) -> Iterator[tuple[Span, str]]:
    """Yield where acronyms stand, each with what the text says it stands for, "" if nothing."""
    letters = [letter for letter in text if letter.isalpha()]
    if 2 * sum(map(str.isupper, letters)) > len(letters):
        return
    for match in _ACRONYM.finditer(text):
        acronym = match.group()
        meaning = _meaning(text, match.start(), match.end())
        plain = acronym in _COMMON or _ROMAN.fullmatch(acronym) or is_word(acronym)
        if meaning or not plain:
            yield Span(*match.span()), meaning


def _meaning(text: str, start: int, end: int) -> str:
    """Read the full name before an acronym in brackets: European Court of Auditors (ECA)."""
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return ""
    before = text[max(0, start - 120) : start - 1].rstrip()
    phrases = [match for match in _PHRASE.finditer(before) if match.end() == len(before)]
    if not phrases:
        return ""
    words, acronym = phrases[0].group().split(" "), text[start:end]
    for first in range(len(words)):
        tail = words[first:]
        initials = "".join(word[0] for word in tail if word[0].isupper())
        every = "".join(word[0].upper() for word in tail)
        if tail[0][0].isupper() and acronym in (initials, every):
            return " ".join(tail)
    return ""


def _own_part(text: str, start: int, end: int) -> Span:
    """Leave out who belongs to a body: Ana Lund of the Institute of Physics."""
    joint = _JOINED.search(text, start, end)
    while joint is not None:
        words = text[start : joint.start()].split(" ")
        if any(word.lower() in _KIND_OF for word in words):
            break
        start = joint.end()
        joint = _JOINED.search(text, start, end)
    return Span(start, end)


def _trim(text: str, span: Span) -> Span | None:
    """Cut words off both ends that are no part of the name: The, President, Last Friday's."""
    words = [*re.finditer(r"[^\s]+", text[span.start : span.end])]
    first, last = 0, len(words)
    while first < last and _is_loose(words[first].group()):
        first += 1
    while last > first and not _may_end(words[last - 1].group()):
        last -= 1
    words = words[first:last]
    if not 1 < len(words) <= _MOST_WORDS:
        return None
    end = span.start + words[-1].end()
    tail = re.search(r"['’]s$", text[span.start : end])
    return Span(span.start + words[0].start(), end - (len(tail.group()) if tail else 0))


def _is_loose(word: str) -> bool:
    return word[0].islower() or is_title(word) or word.lower() in FUNCTION_WORDS or word == "&"


def _may_end(word: str) -> bool:
    return word[0].isupper() and not (is_title(word) or word.lower() in FUNCTION_WORDS)


def _is_distinct(name: str) -> bool:
    """Say whether a noun makes it a body's name, and another word whose: not "City Council"."""
    if not kind_of_body(name) or "'s " in name or "’s " in name:
        return False
    words = [word for word in re.split(r"[\s-]+", name) if word[:1].isupper()]
    if all(word.isupper() for word in words):
        return False
    rest = [word for word in words if word.lower() not in _KIND_OF]
    strange = any(not is_word(word) and not is_no_name(word) for word in rest)
    peoples = any(word.lower() in PEOPLES for word in rest)
    return strange or len(rest) >= 2 or (peoples and len(rest) >= 1 and len(words) >= 3)
