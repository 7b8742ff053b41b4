"""A word that stands twice in a row.

What it finds:
    The same word written twice or more with only a space between, as engines do where two
    pieces of a sentence were joined, or where an editor changed half of a phrase.

Why it matters:
    Readers see it at once, and it tells them that nobody read the text before it ran.

Wrong:
    The the minister left for Skopje on on Friday.

Right:
    The minister left for Skopje on Friday.

When it stays quiet:
    Doubled words that English has ("that that", "had had", "very very", "bye bye"), names such
    as Bora Bora and everything else whose second word has a capital, words with a comma or a
    dash between, numbers, and passages that are not in the language of the translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from transcheck.model import Certainty, CheckInfo, Context, Finding, Role, Segment, Severity, Span
from transcheck.text.expressions import compile_late
from transcheck.text.tags import primary

CHECK = CheckInfo(
    id="repeated-word",
    category="duplication",
    severity=Severity.MINOR,
    documentation=__doc__,
)

_ANY_TWICE = re.compile(r"\b(\w++)\s++\1\b")
_TWICE = compile_late(
    r"(?<![\w'’\-–/.])([^\W\d_]++)((?:[ \t\u00a0\n]+\1)+)(?![\w'’\-/]|\.\w)", re.IGNORECASE
)
# Never doubled on purpose: articles, prepositions without an object-less use, determiners.
_CERTAIN = frozenset(
    "the a an and of to for from with at as or but its their our my these those are were be been "
    "will would could should may must into than which when if because between against".split()
)
_ACCEPTED = frozenset(
    """
    that had is was her you do did so no yes very really too much many more long far big never
    ever all again over knock ha ho he hee hey hi blah tut there now hear night half fifty please
    win can cha choo chop hush boo pom tom aye yada la na out up down go well who bye days years
    miles hours same mahi ylang beri couscous dik dum paw gong ping pang tsk uh um mm oh ah wow
    click tick tap bang drip ding ring quack woof meow beep honk rah hip whoa
    nous vous sie die der das poco piano
    """.split()
)
# "He moved in in May" is right.
_WITH_PARTICLE = compile_late(
    r"\b(?:mov|c[oa]m|g[oe]|went|gone|log|carr|dropp?|check|settl|step|br(?:ing|ought|eak|oke)|h[au]ng"
    r"|h[eo]ld|hand|liv|phon|call|kick|turn|switch|sign|join|pass|keep|kept|sett?|g[ei]v|jump|let|stay"
    r"|pitch|weigh|chim|press|push|work)\w{0,4}\s$",
    re.IGNORECASE,
)


def find(context: Context) -> Iterator[Finding]:
    """Yield one finding for each run of equal words, over the whole run."""
    target = context.languages.target
    read = context.languages.segments
    if not _may_repeat(segment.target for segment in context.article.segments):
        return
    for index, segment in enumerate(context.article.segments):
        if segment.role is Role.FURNITURE:
            continue
        if index < len(read) and read[index] not in (None, primary(target)):
            continue
        for match in _TWICE.finditer(segment.target):
            if _is_slip(match, segment):
                yield _report(match, index)


def _may_repeat(texts: Iterable[str]) -> bool:
    """Say quickly whether any word stands twice in a row: mostly none does."""
    return _ANY_TWICE.search("\n".join(texts).lower()) is not None


def _is_slip(match: re.Match[str], segment: Segment) -> bool:
    first, *others = match.group().split()
    word = first.lower()
    if not all(other.islower() for other in others) or word in _ACCEPTED:
        return False
    if word in ("in", "on"):
        before = segment.target[max(0, match.start() - 20) : match.start()]
        return not _WITH_PARTICLE.search(before)
    # "Baden baden" is a name in careless hands; "The the" opens a sentence.
    return first.islower() or len(first) < 4 or _opens_sentence(segment.target, match.start())


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 20) : start].rstrip(" \t\u00a0\"'“”„«»‘’([")
    return not before or before[-1] in ".!?:…\n"


def _report(match: re.Match[str], index: int) -> Finding:
    word = match.group(1)
    times = len(match.group().split())
    count = "twice" if times == 2 else f"{times} times"
    return Finding(
        check=CHECK.id,
        category=CHECK.category,
        severity=CHECK.severity,
        certainty=Certainty.CERTAIN if word.lower() in _CERTAIN else Certainty.LIKELY,
        segment=index,
        span=Span(*match.span()),
        text=match.group(),
        message=f"“{word}” stands {count} in a row",
        suggestions=(word,),
    )
