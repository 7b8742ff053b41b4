"""What stands around a name: its description, another form given on purpose, foreign words."""

from __future__ import annotations

import re
from functools import lru_cache

from transcheck.model import Span
from transcheck.names.words.kinds import kind_of
from transcheck.names.words.lexicon import FUNCTION_WORDS, PEOPLES, is_title, is_word
from transcheck.text.expressions import compile_late

_REACH = 60
"""Characters before and after a name in which what belongs to it is looked for."""
_MOST_KEPT = 2_048
_CLOSING = {'"': '"', "“": "”", "„": "”“", "«": "»", "'": "'", "‘": "’"}
_LANGUAGE = "|".join(sorted(word.capitalize() for word in PEOPLES))
_QUOTE = re.compile(r"[“„\"«]([^\s“”„\"«»\n][^“”„\"«»\n]{1,80}[^\s“”„\"«»\n])[”“\"»]")

# What announces another form of a name, up to the name itself.
_ALIAS = compile_late(
    rf"""(?: \b(?:formerly|previously|originally|better|locally|officially|also)[ ]known[ ]as
           | \b(?:formerly|previously|originally|locally|officially|(?:is|was|are|were|,)[ ]
                (?:also|then|now|once))[ ](?:called|named|spelled|spelt|written|known[ ]as)
           | \bknown[ ](?:as|in[ ](?:{_LANGUAGE})[ ]as)
           | \b(?:formerly|née|nee|né|alias|a\.k\.a\.|aka|i\.e\.)
           | \b(?:spelled|spelt|transliterated)(?:[ ]as)?
           | \brenamed | (?<!-)\bborn(?:[ ]as)?
        )\s["'“„«]?$""",
    re.VERBOSE,
)
_IN_LANGUAGE = compile_late(
    rf"""(?: \b(?:[Ii]n[ ])?(?:{_LANGUAGE})(?:[ ](?:name|spelling|form))?:
           | (?:,[ ]?in|\((?:in)?)[ ]?(?:the[ ])?(?:{_LANGUAGE}),?
           | \b[Ii]n[ ](?:{_LANGUAGE}),
        )\s["'“„«]?$""",
    re.VERBOSE,
)
_LANGUAGE_AFTER = compile_late(rf"[”\"»]? in (?:{_LANGUAGE})\b(?! [A-Z])")
_IN_BRACKETS = re.compile(r"[,(] ?(?:called|or|also|now|once|then|today) [\"“„«]?$")
_BRACKET_ENDS = re.compile(r"[”\"»]?[,)]")
_CALLED = re.compile(r"\bcalled $")
_CALLED_BY = compile_late(r"^[”\"»]? by\b|^[”\"»]? in (?:" + _LANGUAGE + r")\b")
_AS_IT_IS = compile_late(
    r"[”\"»]?(?: of [A-Z]\w+)?, as (?:\w+ ){1,3}?"
    r"(?:called|known|knew|written|spelled|spelt|signs?|(?:calls?|knows?) (?:it|him|her|them)"
    r"|(?<=s )(?:say|write|spell))\b"
    r"|[^.;:,]{0,25} (?:is|was) (?:its|his|her|their|the) (?:[\w-]+ )?name\b"
    r"|[”\"»]? is how [^.;:]{1,40}? (?:calls?|spells?|writes?|says?|signs?)\b"
)
_CALLS_IT = compile_late(r"\b(?:[Ww]hat|[Ww]hich|that) (?:the )?\w+ calls? (?:it )?[\"“„«]?$")

_APPOSITION = compile_late(
    r"""[”\"»]?(?:,|[ ](?:is|was|remains|became))[ ]
        (?:the|an?|its|his|her|their|our|[A-Z][\w-]+['’]s?)[ ]
        ((?:[\w-]+[ ]){0,4}?[\w-]+)
        (?=[ ](?:of|in|by|that|which|who|whose|on|at|based|for|from|near|with|behind)\b
          |[,.;!?)] | $)""",
    re.VERBOSE,
)


def before(text: str, start: int) -> str:
    """Return what stands before a place, on its side of the sentence's end."""
    return _last_sentence(text[max(0, start - _REACH) : start])


@lru_cache(maxsize=_MOST_KEPT)
def _last_sentence(piece: str) -> str:
    return _SENTENCE_END.split(piece)[-1]


_SENTENCE_END = re.compile(r"(?<=[a-zà-ž]{2})[.!?]\s")


def why_aside(text: str, span: Span) -> str | None:
    """Say why a form stands there on purpose, as another form or a foreign one; None if not.

    "alias": the text announces another form (formerly, née); "language": and says in which
    language (in Serbian:); "quoted", "bracketed": it stands alone there; "foreign": a word
    of another language follows; "body": a capitalised noun before it makes it a body's name.
    """
    return _why_aside(before(text, span.start), text[span.end : span.end + _REACH])


# Several guards ask the same of one place.
@lru_cache(maxsize=_MOST_KEPT)
def _why_aside(lead: str, rest: str) -> str | None:
    if _ALIAS.search(lead) or _CALLS_IT.search(lead) or _AS_IT_IS.match(rest):
        return "alias"
    if _CALLED.search(lead) and _CALLED_BY.match(rest):
        return "alias"
    if _IN_BRACKETS.search(lead) and _BRACKET_ENDS.match(rest):
        return "alias"
    if _IN_LANGUAGE.search(lead) or _LANGUAGE_AFTER.match(rest):
        return "language"
    opening, closing = lead[-1:], rest[:1]
    if opening == "(" and closing == ")":
        return "bracketed"
    if closing and closing in _CLOSING.get(opening, "") and not rest[1:2].isalpha():
        return "quoted"
    if _is_foreign_word(rest) or _ends_foreign(lead):
        return "foreign"
    return "body" if _is_body(lead) else None


def announces_alias(gap: str) -> bool:
    """Say whether what stands between two names makes the second another form of the first."""
    announced = _ALIAS.search(gap) or _IN_LANGUAGE.search(gap) if len(gap) <= _REACH else None
    return announced is not None and not gap[: announced.start()].strip(" ,([—–-")


def _is_foreign_word(rest: str) -> bool:
    """Say whether the text goes on in another language: Hrvatska elektroprivreda."""
    match = _NEXT_WORD.match(rest)
    return match is not None and not is_word(match[1]) and not match[1].endswith(_ENGLISH_ENDS)


def _ends_foreign(lead: str) -> bool:
    """Say whether it ends a name in another language: Naftna industrija Srbije."""
    match = _FOREIGN_PHRASE.search(lead)
    return match is not None and not is_word(match[1]) and not is_word(match[2])


def _is_body(lead: str) -> bool:
    """Say whether a capitalised noun before it makes it the name of a body: Radio Slovenija."""
    match = _LAST_WORD.search(lead)
    return match is not None and is_word(match[1]) and not _is_loose(match[1])


def _is_loose(word: str) -> bool:
    return is_title(word) or word.lower() in FUNCTION_WORDS | PEOPLES


_ENGLISH_ENDS = ("ed", "ing", "ly", "s", "er", "ness")
_LAST_WORD = re.compile(r"\b([A-Z][a-z]{2,}) $")
_FOREIGN_PHRASE = re.compile(r"\b([A-ZÀ-ÖØ-Ž][a-zà-öø-ž]{3,}) ([a-zà-öø-ž]{4,}) $")
_NEXT_WORD = re.compile(r" ([a-zà-öø-ž]{4,})\b")


def foreign_titles(text: str) -> list[Span]:
    """Return the quotations that are left in another language: "Kako sam upoznao Ruta".

    At least half of their words in lower case are no English ones, and none is an article.
    """
    # Cheaper than to let the expression look: most paragraphs quote nothing.
    if '"' not in text and (text.isascii() or not any(mark in text for mark in "“„«")):
        return []
    return [
        Span(*match.span(1)) for match in _QUOTE.finditer(text) if _is_foreign(match[1].split())
    ]


def _is_foreign(words: list[str]) -> bool:
    plain = [word.strip(",.!?;:") for word in words]
    lower = [word for word in plain if word.isalpha() and word.islower() and len(word) > 1]
    if _ENGLISH.intersection(map(str.lower, plain)):
        return False
    strange = sum(not is_word(word) for word in lower)
    return strange > 0 and 2 * strange >= len(lower) and len(words) > 1


_ENGLISH = frozenset("the and of is are was were that this with for from by you we not it".split())


def kinds_around(text: str, span: Span) -> set[str]:
    """Return the kinds of thing that the words before and after a name say it is."""
    rest = text[span.end : span.end + _REACH]
    kinds = {_kind_before(before(text, span.start)), _kind_after(rest)}
    return {kind for kind in kinds if kind}


@lru_cache(maxsize=_MOST_KEPT)
def _kind_before(lead: str) -> str | None:
    """Read "the town of", "the parcel courier", "the ferry “".

    Nobody is the mayor of himself; and "in his book" does not tell what follows.
    """
    joint = _JOINT.search(lead)
    noun = lead[: joint.start()] if joint else lead
    kind = kind_of(re.findall(r"[a-z]+", noun)[-2:]) if noun[-1:].islower() else None
    if kind is None or kind.startswith("place"):
        return kind
    if joint is not None and joint[1] is not None:
        return None
    return None if kind != "person" and _WHERE.search(noun) else kind


@lru_cache(maxsize=_MOST_KEPT)
def _kind_after(rest: str) -> str | None:
    """Read ", the fashion house,", " is a song by", " flows into"."""
    if _FLOWS.match(rest):
        return "place.water"
    match = _APPOSITION.match(rest)
    return kind_of(match[1].replace("-", " ").split()) if match else None


_FLOWS = compile_late(r" (?:flows|flowed|burst its banks|flooded|overflowed|froze over|empties)\b")
_WHERE = compile_late(
    r"\b(?:in|on|at|after|before|during|by)(?: (?:the|an?|his|her|its|their|this|that))?"
    r"(?: \w+)? \w+$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?: (of)| called| named)?,? ?[\"“„«]?$")
