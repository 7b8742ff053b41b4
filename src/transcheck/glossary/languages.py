"""Which language tags a glossary may use (BCP 47, ISO 639)."""

from __future__ import annotations

import re

_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv "
    "sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_THREE_LETTERS = (
    "ast ceb che ckb cmn cnr crh csb dsb fil fur gag gsw haw hbs hsb inh kmr krc mul nap nds prs "
    "rom rue rup sco scn sgs szl und vec wen yue zgh"
)
_KNOWN = frozenset([*_TWO_LETTERS.split(), *_THREE_LETTERS.split()])
_LONG = {
    "srp": "sr", "scc": "sr", "hrv": "hr", "scr": "hr", "bos": "bs", "slv": "sl", "mkd": "mk",
    "mac": "mk", "sqi": "sq", "alb": "sq", "eng": "en", "deu": "de", "ger": "de", "fra": "fr",
    "fre": "fr", "ita": "it", "spa": "es", "rus": "ru", "ukr": "uk", "bul": "bg", "hun": "hu",
    "ron": "ro", "rum": "ro", "ell": "el", "gre": "el", "tur": "tr", "pol": "pl", "ces": "cs",
    "cze": "cs", "slk": "sk", "por": "pt", "nld": "nl", "dut": "nl", "zho": "zh", "chi": "zh",
    "me": "cnr", "rs": "sr", "ba": "bs", "ua": "uk", "al": "sq", "gr": "el", "cz": "cs",
}  # fmt: skip
_SUBTAGS = re.compile(r"(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{5,8})*")


def language_fault(tag: str) -> str | None:
    """Return what is wrong with a language tag and the remedy, None for a good one."""
    language, dash, rest = tag.partition("-")
    if language in _LONG:
        return f"“{tag}” is not a language tag: write “{_LONG[language] + dash + rest}”"
    if language not in _KNOWN:
        lower = language.lower()
        if lower in _KNOWN:
            return f"“{tag}” is not a language tag: write “{lower + dash + rest}”"
        return f"“{tag}” is not a language tag: write one such as “sr”, “mk” or “cnr”"
    if not _SUBTAGS.fullmatch(dash + rest):
        return f"“{tag}” is not a language tag: write it like “sr-Cyrl” or “en-GB”"
    return None
