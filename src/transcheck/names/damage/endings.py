"""Case endings and adjective endings left on a name: Rutteu, Trampom, Ilana Shora, Zvečanu.

An ending proposes, it does not decide: the stem must be that of the candidate. Rules hold the
regular endings of South, East and West Slavic nouns and adjectives (any grammar: Browne and Alt,
A Handbook of Bosnian, Serbian and Croatian, 2004; Comrie and Corbett, The Slavonic Languages).
Those of Albanian (Newmark, Hubbard and Prifti, Standard Albanian, 1982) and Hungarian (Rounds,
Hungarian: An Essential Grammar, 2001) count only where the text was translated from them.
"""

from __future__ import annotations

import re
from functools import cache

from transcheck.names.damage.rules import Rule, parse
from transcheck.text.tags import primary

CHANNEL = "ending"

_ENDINGS = """
0.14 a$>u$ a$>e$ a$>i$ a$>y$ a$>o$ o$>a$ o$>u$ o$>e$ o$>y$ e$>a$ e$>u$
0.30 $>a$ $>u$ $>om$ $>em$ $>ja$ $>ju$ $>jem$ $>e$ $>i$ $>o$ $>ov$ $>ovi$ $>ovom$ $>ima$
0.30 a$>om$ a$>oj$ a$>ov$ a$>in$ a$>ou$ a$>ama$ a$>ah$
0.30 o$>om$ e$>om$ e$>ja$ e$>ta$ e$>tom$ o$>ovi$ o$>em$ y$>ogo$ y$>omu$ y$>ym$
0.30 y$>aya$ y$>oho$ y$>oi$ y$>og$ y$>oga$ y$>om$ y$>im$ yi$>oho$ yi$>ogo$ yi$>omu$ yi$>ym$
0.30 i$>og$ i$>om$ i$>im$ i$>a$ i$>oga$ i$>ija$ ec$>ca$ ac$>ca$ ek$>ka$
0.30 ok$>ka$ ak$>ka$ ets$>tsa$ ar$>ra$ er$>ra$ el$>la$ ol$>la$
0.30 ac$>cu$ ac$>cem$ ec$>cu$ ec$>cem$ e$>em$ i$>ima$
0.35 $>sky$ $>ski$ $>skiy$ $>skyi$ $>skyy$ $>skog$ $>skom$ $>ska$ $>skoj$ $>evi$ $>ovu$ $>ovy$
0.35 ija$>ije$ ija$>iji$ ija$>iju$ ia$>ii$ ia$>iyu$ ia$>iey$ us$>a$ us$>u$ $>ovej$
0.35 $>ové$ $>ova$ $>ovo$ $>ove$ $>ovog$ $>ovoj$ $>ovih$ $>ovim$ $>eva$ $>evo$ $>eve$ $>evog$
0.35 $>jev$ $>jeva$ $>jevo$ $>jeve$ $>jevi$ $>jevih$ $>jevim$ a$>ina$ a$>ino$ a$>ine$
0.35 ý$>ého$ ý$>ému$ í$>ího$ i$>iego$ i$>iemu$ i$>ega$ i$>emu$ y$>ego$ y$>emu$
"""
HYPHENATED = re.compile(r"[-‑](?:a|u|e|i|om|em|ov|ova|ovi|ovu|it|in|n|t|s|ja|ju|jem)(?![\w'’-])")
"""What is left on a name behind a hyphen: NATO-u, SDP-om; Albanian Cromwell-it."""
_OWN = {
    "sq": """\
0.18 a$>ë$ ë$>a$
0.30 $>t$ $>it$ $>in$ $>n$ $>un$ $>ut$ $>i$ $>s$ $>së$ a$>ës$ a$>ën$ ë$>ës$ ë$>ën$ ë$>es$
""",
    "hu": """\
0.30 $>t$ $>ot$ $>et$ $>at$ $>öt$ a$>át$ e$>ét$ a$>ának$ e$>ének$ a$>ával$ e$>ével$ a$>ában$
0.30 $>nak$ $>nek$ $>ban$ $>ben$ $>ba$ $>be$ $>val$ $>vel$ $>ról$ $>ről$ $>tól$ $>től$ $>hoz$
0.30 $>hez$ $>on$ $>en$ $>ön$ $>nál$ $>nél$
""",
}


@cache
def case_endings(language: str | None = None) -> frozenset[str]:
    """Return what may stand after the stem of a name: a, u, om, ovima …, and nothing."""
    rules = ending_rules(language)
    sides = [side for rule in rules for side in (rule.original, rule.damaged)]
    return frozenset(side.rstrip("$") for side in sides if len(side) < 5)


@cache
def ending_rules(language: str | None = None) -> tuple[Rule, ...]:
    """Return the endings: nothing or a vowel at the end of the name becomes an ending."""
    own = _OWN.get(primary(language or ""), "")
    return tuple(parse(_ENDINGS + own, CHANNEL))


def has_own_endings(language: str | None) -> bool:
    """Say whether a language (BCP 47) has endings here beside the Slavic ones."""
    return primary(language or "") in _OWN


def may_be_own_ending(one: str, other: str) -> bool:
    """Say whether two forms, in lower case, part by an ending that some language here has alone.

    Bajrami and Bajramit: an Albanian case, if the text was translated from Albanian.
    """
    shorter, longer = sorted((one, other), key=len)
    tail = longer.removeprefix(shorter)
    return tail != longer and bool(tail) and tail in _own_tails()


@cache
def _own_tails() -> frozenset[str]:
    rules = (rule for own in _OWN.values() for rule in parse(own, CHANNEL))
    return frozenset(rule.damaged[:-1] for rule in rules if rule.original == "$")
