"""Romanisation habits: the same Cyrillic name in scholarly, BGN, passport or press letters.

After ISO 9, BGN/PCGN 1947 and 1965 and the passport tables of Russia and Ukraine (2010); they run
both ways, for no habit is damage of another.
"""

from __future__ import annotations

import re

from transcheck.names.damage.languages import CYRILLIC, habits_of
from transcheck.names.damage.rules import Rule, mirrored, parse
from transcheck.names.damage.script import in_latin
from transcheck.text.tags import primary

CHANNEL = "romanisation"

_HABITS = """
0.05 y>i y>j iy>y yy>y ij>y yi>y iy>i ii>i ij>i ey>ei ay>ai oy>oi aj>ai aj>ay ej>ei ej>ey oj>oi
0.05 oj>oy sh>š ch>č zh>ž kh>h shch>šč ts>c ks>x v>w ou>u
0.10 ya>ia ya>ja ia>ja yu>iu yu>ju iu>ju ye>e ye>ie ye>je yo>io yo>jo yo>e kh>ch kh>x shch>sch g>gh
0.10 oo>u ee>i ff>v ff>f tch>ch dzh>j dj>đ dj>dž sch>sh tz>ts cz>ch sz>sh k>c ph>f th>t ie>e ja>a
0.15 ei>e iya>ia iya>ya ijev>iev yev>ev aia>aya yi>i
0.25 g>h z>zh s>sh c>ch a>ya u>yu i>e o>a th>f mir>myr
"""


def romanisation_rules(surcharge: float) -> list[Rule]:
    """Return the habits, each way; they cost more where the source was in Latin letters."""
    habits = mirrored(parse(_HABITS, CHANNEL))
    return [Rule(r.original, r.damaged, r.cost + surcharge, CHANNEL) for r in habits]


_ONE_LETTER = (
    ("shch", "щ"), ("zh", "ž"), ("kh", "h"), ("ch", "č"), ("sh", "š"), ("ts", "c"), ("g", "h"),
    ("'", ""), ("’", ""),
)  # fmt: skip
_SOFT = re.compile(r"[yij]+(?=[aeou])")
_NOT_ENGLISH = re.compile(r"[^a-z'’]|[jwq]|c(?!h)|[sc]ki$")
"""What English print has in no Slavic name: Šojgu, Lavrow, Jacenjuk, Zelenski."""


def is_romanisation_of(form: str, original: str, language: str) -> bool:
    """Say whether a form, in lower case, is a Cyrillic name as some English print writes it.

    Ihnat and Ignat are Ігнат, Yurii and Yuriy Юрій. Whether another form is preferred is a matter
    of the house.
    """
    if _NOT_ENGLISH.search(form):
        return False
    return write_one_way(form) == write_one_way(in_latin(original.lower(), language))


def write_one_way(text: str) -> str:
    """Return a romanised form, in lower case, without what the habits of English print part in."""
    for habit, letter in _ONE_LETTER:
        text = text.replace(habit, letter)
    return re.sub(r"[yij]+", "i", _SOFT.sub("", text))


_SCHOLARLY = (("shch", "šč"), ("ch", "č"), ("sh", "š"), ("zh", "ž"), ("kh", "h"), ("ts", "c"))
_SLAVIC = re.compile(r"(?:ski|ska|sko|evo|ovo|čo|ica|vac)$")
"""How names of Serbia and its neighbours end that nobody respells: Kruševo, Timčo."""


def are_romanisations(one: str, other: str, language: str | None) -> bool:
    """Say whether two forms, in lower case, are one Cyrillic name in two Latin spellings.

    Štip and Shtip, Temenuzhka and Temenujka: neither came of the other. Serbian also hears
    Kushner as Kušner; there, and where the language is not known, the ending must be Slavic.
    """
    tongue = primary(language or "")
    if habits_of(language).damage != CYRILLIC and tongue not in ("mk", "sr", ""):
        return False
    a, b = _scholarly(one, tongue), _scholarly(other, tongue)
    return a == b and (tongue not in ("sr", "") or _SLAVIC.search(a) is not None)


def _scholarly(text: str, tongue: str) -> str:
    for habit, letter in _SCHOLARLY:
        text = text.replace(habit, letter)
    return text.replace("j", "ž") if tongue == "bg" else text
