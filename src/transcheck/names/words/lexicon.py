"""Ordinary English words, known and recorded names, titles, particles: what guards look up."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"
TITLES = frozenset(
    """president premier prime minister foreign defence defense interior finance justice secretary
    general chancellor king queen prince princess duke duchess emperor pope cardinal archbishop
    bishop patriarch metropolitan father sister brother rabbi imam sheikh mufti ayatollah
    ambassador envoy representative commissioner director chairman chairwoman chair chief deputy
    vice acting former senator congressman congresswoman governor mayor councillor delegate
    member spokesman spokeswoman spokesperson minister speaker judge justice prosecutor attorney
    lawyer colonel major captain lieutenant sergeant corporal admiral commander commandant officer
    marshal brigadier mr mrs ms miss dr prof professor sir lord lady dame madam gen col maj capt
    lt sgt cpl adm rep sen gov rev hon st coach manager goalkeeper striker midfielder defender
    editor journalist reporter author writer actor actress singer director doctor nurse economist
    analyst expert leader head boss founder owner ceo academic minister-president""".split()
)
"""Words that stand before a person's name and are no part of it."""

PARTICLES = frozenset(
    "de da do dos das del della di du van von der den ter ten la le el al bin ibn ben bint abu "
    "af av zu zum zur fon".split()
)
"""Lower-case words inside or before family names: von der Leyen, al-Assad; fon as Serbs hear it."""

FUNCTION_WORDS = frozenset(
    """a an the this that these those he she it we they i you his her its our their my your who
    what when where why how which while if in on at by for from to of with without and or but nor
    so yet as is are was were be been being has have had do does did will would can could may
    might must shall should not no yes there here then than after before since until during
    against between among through over under about into out up down off again all both each few
    more most other some such only own same too very just also even still however meanwhile
    moreover according despite although though because unlike like today yesterday tomorrow
    earlier later last next first second one two three four five six seven eight nine ten dear
    thus hence instead perhaps maybe once every any none nobody nothing everything everyone
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december""".split()
)
"""Words that never begin or carry a name, even when capitalised."""


PEOPLES = frozenset(
    """republican democrat democratic conservative labour liberal socialist communist catholic
    orthodox muslim jewish protestant african albanian algerian american arab argentine armenian
    asian australian austrian azerbaijani balkan bavarian belarusian belgian bosnian bosniak
    brazilian british bulgarian canadian catalan chechen chilean chinese colombian croat croatian
    cuban cypriot czech danish dutch egyptian english estonian european finnish flemish french
    georgian german greek hungarian icelandic indian indonesian iranian iraqi irish israeli
    italian japanese jordanian kazakh kenyan korean kosovan kosovar kurdish latvian lebanese
    libyan lithuanian macedonian maltese mexican moldovan montenegrin moroccan nigerian
    norwegian ottoman pakistani palestinian peruvian polish portuguese roman romanian russian
    saudi scottish serb serbian slovak slovene slovenian soviet spanish swedish swiss syrian
    tatar thai tunisian turkish turkmen ukrainian uzbek venezuelan vietnamese welsh western
    eastern northern southern central""".split()
)
"""Adjectives that stand before a name in capitals and are no given name."""


class WordList:
    """Sorted lines in one block of bytes, looked up by halving.

    Nothing is built when a process starts: a set of 80,000 words costs 20 ms, and checking one
    article asks for some two hundred.
    """

    def __init__(self, name: str) -> None:
        self._lines = (_DATA / name).read_bytes()

    def __contains__(self, word: str) -> bool:
        wanted, lines = word.encode(), self._lines
        low, high = 0, len(lines)
        while low < high:
            start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = lines.find(b"\n", start)
            line = lines[start:end]
            if line == wanted:
                return True
            low, high = (end + 1, high) if line < wanted else (low, start)
        return False


@cache
def _words() -> WordList:
    return WordList("words.txt")


@cache
def _names() -> WordList:
    return WordList("names.txt")


@cache
def _recorded() -> WordList:
    return WordList("recorded.txt")


@lru_cache(maxsize=65_536)
def is_word(text: str) -> bool:
    """Say whether `text` in lower case is an ordinary English word."""
    lower = text.lower()
    return lower in FUNCTION_WORDS or lower in TITLES or lower in _words()


@lru_cache(maxsize=65_536)
def is_known_name(text: str) -> bool:
    """Say whether `text` stands among the capitalised words of English dictionaries."""
    return text in _names()


@lru_cache(maxsize=16_384)
def is_recorded_name(text: str) -> bool:
    """Say whether somebody in Wikidata bears `text` as a given name or a family name."""
    return is_known_name(text) or text.lower() in _recorded()


def is_title(text: str) -> bool:
    """Say whether `text` is a title that stands before a name."""
    return text.lower().rstrip(".") in TITLES
