"""Language tags (BCP 47): checked, normalised, folded into groups and named for an editor."""

from __future__ import annotations

from functools import lru_cache

from transcheck.errors import UsageError
from transcheck.text.expressions import compile_late

_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu "
    "cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi "
    "ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks "
    "ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl "
    "nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk "
    "sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz "
    "ve vi vo wa wo xh yi yo za zh zu".split()
)
_THREE_LETTERS = frozenset(
    "ast ceb che ckb cmn cnr crh csb dsb fil fur gag gsw haw hsb inh kmr krc mul nap nds prs rom "
    "rue rup sco scn sgs szl und vec wen yue zgh".split()
)
# BCP 47 asks for the shortest code; countries are what people type instead.
_SHORTEST = {
    "srp": "sr", "scc": "sr", "hrv": "hr", "scr": "hr", "bos": "bs", "hbs": "sh", "slv": "sl",
    "mkd": "mk", "mac": "mk", "sqi": "sq", "alb": "sq", "eng": "en", "deu": "de", "ger": "de",
    "fra": "fr", "fre": "fr", "ita": "it", "spa": "es", "rus": "ru", "ukr": "uk", "bul": "bg",
    "hun": "hu", "ron": "ro", "rum": "ro", "ell": "el", "gre": "el", "tur": "tr", "pol": "pl",
    "ces": "cs", "cze": "cs", "slk": "sk", "slo": "sk", "por": "pt", "nld": "nl", "dut": "nl",
    "zho": "zh", "chi": "zh",
}  # fmt: skip
_COUNTRIES = {
    "rs": "sr", "me": "cnr", "ba": "bs", "al": "sq", "cz": "cs", "gr": "el", "ua": "uk",
    "jp": "ja", "dk": "da", "cn": "zh",
}  # fmt: skip
_NAMES = {
    "en": "English", "sr": "Serbian", "hr": "Croatian", "bs": "Bosnian", "cnr": "Montenegrin",
    "sh": "Bosnian, Croatian, Montenegrin or Serbian", "mk": "Macedonian", "bg": "Bulgarian",
    "sl": "Slovene", "sq": "Albanian", "ru": "Russian", "uk": "Ukrainian", "cs": "Czech",
    "sk": "Slovak", "pl": "Polish", "de": "German", "fr": "French", "it": "Italian",
    "es": "Spanish", "tr": "Turkish", "hu": "Hungarian", "ro": "Romanian", "el": "Greek",
    "pt": "Portuguese", "nl": "Dutch", "sv": "Swedish", "da": "Danish", "no": "Norwegian",
    "ka": "Georgian", "hy": "Armenian", "he": "Hebrew", "ar": "Arabic", "zh": "Chinese",
    "ja": "Japanese", "ko": "Korean", "hi": "Hindi", "th": "Thai", "und": "another language",
}  # fmt: skip
_CODES = {name.lower(): tag for tag, name in _NAMES.items()} | {"slovenian": "sl"}
_GROUPS = {"sr": "sh", "hr": "sh", "bs": "sh", "cnr": "sh", "nb": "no", "nn": "no"}
_SHAPE = compile_late(
    r"(?P<language>[a-z]{2,8})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<rest>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-z\d](?:-[a-z\d]{2,8})+)*)"
)


def check_tag(tag: str) -> str:
    """Return a language tag in its usual spelling: "SR_latn" gives "sr-Latn".

    Raise UsageError when it names no language, with the tag that was probably meant.
    """
    usual = _spell(_lower(tag))
    if usual is None:
        raise UsageError(f'"{tag}" is not a language tag', hint=_hint(tag))
    return usual


def meant_tag(tag: str) -> str | None:
    """Return the tag an editor means, in its usual spelling: "rs-Latn" gives "sr-Latn".

    A country goes before a language of equal code: "ba" is Bosnia's, not Bashkir. None when
    neither language nor country is known.
    """
    language, dash, rest = _lower(tag).partition("-")
    return _spell((_CODES.get(language) or _COUNTRIES.get(language, language)) + dash + rest)


def _lower(tag: str) -> str:
    return tag.strip().replace("_", "-").lower()


def _spell(lowered: str) -> str | None:
    match = _SHAPE.fullmatch(lowered)
    if not match:
        return None
    language = _SHORTEST.get(match["language"], match["language"])
    if language not in _TWO_LETTERS and language not in _THREE_LETTERS:
        return None
    script, region = (match["script"] or "").title(), (match["region"] or "").upper()
    return "-".join(part for part in (language, script, region) if part) + match["rest"]


def _hint(tag: str) -> str:
    from difflib import get_close_matches

    likely = meant_tag(tag)
    if likely:
        return f'For {language_name(likely)} write "{likely}"'
    near = get_close_matches(_lower(tag), sorted(_CODES), n=1, cutoff=0.7)
    if near:
        return f'Did you mean "{_CODES[near[0]]}"?'
    return 'Write one such as "sr", "sr-Latn" or "en-GB"'


def primary(tag: str) -> str:
    """Return the language of a tag, without script and region."""
    return tag.partition("-")[0].lower()


@lru_cache(maxsize=1_024)
def group(tag: str) -> str:
    """Return the group a tag is identified as: sr, hr, bs and cnr are one group, "sh"."""
    language = primary(tag)
    return _GROUPS.get(language, language)


def show_tag(tag: str | None) -> str:
    """Return a tag as a report shows it: `?` when unknown, the members for the group "sh"."""
    if not tag:
        return "?"
    return "sr/hr/bs" if tag == "sh" else tag


def language_name(tag: str) -> str:
    """Return the language's English name, or the tag itself when it has none here."""
    language = primary(tag)
    return _NAMES.get(language, tag)
