"""Which lines of a page are furniture: counters, credits, links to other pieces, disclaimers.

Furniture stays in the text and is shown, but nobody translated it for this article: names and
repetitions in it say nothing about the translation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from transcheck.text.expressions import compile_late

_LONGEST = 400
_LONGEST_REPEATED = 8
_LONGEST_CREDIT = 6

_NUMBER = r"\d[\d.,\u00a0\u202f]*(?: ?[kKmM])?"
_COUNTED = (
    r"(?:views?|comments?(?:\(s\))?|comment\(s\)|shares?|likes?|reads?|visits?|votes?|reactions?"
    r"|pregled\w*|komentar\w*|deljenj\w*|dijeljenj\w*|min(?:ute)?s? read)"
)
_COUNTER = compile_late(rf"(?:{_NUMBER} {{0,2}}{_COUNTED}[\s|,·•/-]{{0,5}})+\.?", re.IGNORECASE)
_COUNTER_LABEL = compile_late(
    rf"(?:views|comments|shares|likes|pregleda|komentara) ?:? ?\(?{_NUMBER}\)?", re.IGNORECASE
)

# A credit is a label and at most a few words: a longer line is a caption and is read.
_CREDIT = compile_late(
    r"(?:(?:illustrations?|illustrative|ilustracija|archive|arhiva?|file|cover|stock)[ ,/]{1,3})?"
    r"(?:photo(?:graph|graphs|s)?|foto(?:grafija)?|fotó|image|picture|pic|slika|graphics?|grafika"
    r"|video|screenshots?|printscreen|courtesy)"
    r"(?: (?:credits?|by|source|from|taken from|izvor|courtesy|illustration|caption))?"
    r" ?[:,/©|]{1,2} ?(?P<rest>.*)",
    re.IGNORECASE,
)
_CREDIT_BY = compile_late(
    r"(?:photo|image|picture|video|foto)s? (?:by|credit|courtesy of) (?P<rest>.+)", re.IGNORECASE
)
_LABEL_ONLY = compile_late(
    r"(?:illustrations?|illustrative photo(?:graph)?|ilustracija|photo(?:graph)? illustration"
    r"|(?:file |archive )?photo|foto|photo caption|signature of the photo)[ .,:]{0,2}",
    re.IGNORECASE,
)
_AGO = compile_late(
    r"(?:updated |published |objavljeno |pre |prije )?"
    r"\d+ ?(?:sec|min|hour|day|week|month|h|sat|dan)[a-z]{0,5}(?:\(s\))?(?: ago)?",
    re.IGNORECASE,
)
_COPYRIGHT = compile_late(
    r"(?:copyright )?(?:©|\(c\)(?= ?\d{4})).{0,80}|copyright \d{4}.{0,60}", re.IGNORECASE
)
_RESERVED = "all rights reserved"
_RIGHTS = compile_late(rf".{{0,60}}\b{_RESERVED}[.!]?", re.IGNORECASE)

# With a colon or an arrow after them, these lead to another piece; some do so alone.
_ELSEWHERE = compile_late(
    r"(?:read(?: also| more| next| on)?(?: about this| on this topic| on the topic)?|see also"
    r"|also read|more on this(?: story| topic)?|more about this"
    r"|related(?: articles?| news| stories| topics?| content)?|similar articles?"
    r"|recommended(?: for you)?|most read|watch (?:also|the video|live)|don't miss"
    r"|you (?:may|might) also like|continue reading"
    r"|pročitaj(?:te)?(?: i| još| više| takođe| također)?|opširnije"
    r"|povezan[ei] (?:vijesti|vesti|članci)|pogledajte(?: i| još)?|više o ovome|najčitanije"
    r"|čitajte(?: i| još)?)"
    r"(?P<mark> ?[:»›>→|]| ?\.{3}| ?…)?(?P<rest>.*)",
    re.IGNORECASE,
)
_NEEDS_NO_MARK = compile_late(
    r"(?:read also|also read|see also|read more|read next|similar articles?"
    r"|related (?:articles?|news|stories|topics?|content)|most read|recommended for you"
    r"|you (?:may|might) also like|continue reading|more on this (?:story|topic)|more about this"
    r"|pročitajte (?:još|i)|opširnije|najčitanije)",
    re.IGNORECASE,
)
_BONUS = compile_late(r"bonus video\b.{0,80}", re.IGNORECASE)

# A disclaimer speaks of its own page: an article about translation engines does not.
_MACHINE = compile_late(
    r"\b(?:machine|automatic(?:ally)?|ai|a\.i\.|artificial intelligence|google translate|deepl"
    r"|chatgpt)\b",
    re.IGNORECASE,
)
_TRANSLATED = compile_late(r"\btranslat(?:ed|ions?|or|e)\b|\bput into english\b", re.IGNORECASE)
_ABOUT_ITSELF = compile_late(
    r"(?:disclaimer|(?:editor's )?note|notice|warning|attention|napomena)\b ?[:.–-]"
    r"|.*\bthis (?:text|article|page|translation|story|content|news)(?: item)? (?:is|was|has|may)\b"
    r"|.*\bour translations?\b",
    re.IGNORECASE,
)
_TRANSLATED_BY = compile_late(
    r"(?:automatically|machine)[ -]translated\b.{0,60}"
    r"|translated (?:automatically|(?:by|with) (?:ai|a machine|google|deepl))\b.{0,40}",
    re.IGNORECASE,
)
_PLACES = (
    r"(?:facebook|twitter|x|instagram|telegram|viber|whatsapp|youtube|linkedin|tiktok|threads"
    r"|bluesky|google news|e-?mail|our .{1,40})"
)
_FOLLOW = compile_late(
    rf"(?:(?:follow|join|find) us(?: (?:on|via) .{{0,80}})?|(?:like|follow) .{{1,40}} on {_PLACES}"
    r"|(?:share|tweet|print|send|save|e-?mail)(?: (?:this|the) (?:article|story|news|page|post))?"
    rf"(?: (?:on|via|by|with) {_PLACES})?|copy link"
    r"|(?:subscribe|sign up)(?: (?:to|for) our .{0,80})?"
    r"|pratite nas\b.{0,80}|pod[ij]*eli(?:te)?(?: na .{0,40}| (?:vijest|vest|članak))?)[!.: ]{0,2}",
    re.IGNORECASE,
)
_ADVERT = compile_late(
    r"(?:advertis(?:ement|ing)|sponsored(?: content)?|promo|oglas|reklama|marketing)"
    r"[ .:]{0,2}",
    re.IGNORECASE,
)
_STOPS = (".", "!", "?", "…", ":", ";")
_CLOSING = "'\"”’»)]"
_WHOLE = (
    _COUNTER, _COUNTER_LABEL, _LABEL_ONLY, _AGO, _COPYRIGHT, _BONUS, _TRANSLATED_BY, _FOLLOW,
    _ADVERT,
)  # fmt: skip
_JOINING = frozenset("and i via of for the de van von".split())
# How each of the expressions above begins, by three letters: most lines begin otherwise.
_LETTERS = 3
_OPENINGS = frozenset(
    word[:_LETTERS]
    for word in """
    advertisement also archive arhiva automatically bonus comments continue copyright courtesy
    cover don't e-mail email file find follow foto graphics illustration ilustracija image join
    komentara like machine marketing more most objavljeno oglas opširnije photo picture podijeli
    pogledajte povezane pratite pre pregleda prije print promo pročitajte published read
    recommended reklama related save screenshot see send share signature similar slika sponsored
    stock subscribe translated tweet updated video views više watch you (c) najčitanije čitajte
    """.split()
)


def is_furniture(line: str) -> bool:
    """Say whether a line is page furniture by what it says."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return False
    lower = line.lower()
    return (
        (_opens_so(lower) and _is_so_worded(line))
        or (_RESERVED in lower and _RIGHTS.fullmatch(line) is not None)
        or (("translat" in lower or "into english" in lower) and _is_disclaimer(line))
    )


def _opens_so(lower: str) -> bool:
    return lower[:_LETTERS] in _OPENINGS or lower[0].isdigit() or lower[0] == "©"


def _is_so_worded(line: str) -> bool:
    worded = _is_credit(line) or _points_elsewhere(line)
    return worded or any(pattern.fullmatch(line) for pattern in _WHOLE)


def find_repeated(lines: Sequence[str]) -> frozenset[str]:
    """Return the short lines that stand more than once and are neither sentences nor names.

    A real sentence that stands twice is a fault of the translation, not furniture, and a
    repeated name ("Mark Rutte" over each of his answers) is a name.
    """
    counts = Counter(line.strip() for line in lines)
    return frozenset(line for line, count in counts.items() if count > 1 and _is_label(line))


def _is_label(line: str) -> bool:
    words = line.split()
    if not 2 <= len(words) <= _LONGEST_REPEATED or line.rstrip(_CLOSING).endswith(_STOPS):
        return False
    return any(len(word) > 2 and word.islower() for word in words)


def _is_credit(line: str) -> bool:
    match = _CREDIT.fullmatch(line) or _CREDIT_BY.fullmatch(line)
    return match is not None and _is_credit_name(match["rest"])


def _is_credit_name(rest: str) -> bool:
    words = rest.rstrip(" .").split()
    if len(words) > _LONGEST_CREDIT or ". " in rest:
        return False
    return not any(word.islower() and word.isalpha() and word not in _JOINING for word in words)


def _points_elsewhere(line: str) -> bool:
    match = _ELSEWHERE.fullmatch(line)
    if match is None:
        return False
    if not match["rest"].strip():
        return True
    if match["mark"]:
        return True
    return _NEEDS_NO_MARK.fullmatch(line.rstrip(" .:")) is not None


def _is_disclaimer(line: str) -> bool:
    return bool(_MACHINE.search(line) and _TRANSLATED.search(line) and _ABOUT_ITSELF.search(line))
