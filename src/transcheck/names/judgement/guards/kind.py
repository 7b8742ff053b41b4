"""Guards that ask what the two name: a man and a firm, two kinds of thing, two places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.names.judgement.guards.places import gaps, standings
from transcheck.names.judgement.guards.table import Guard
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.kinds import may_be_one_kind
from transcheck.names.words.surroundings import kinds_around
from transcheck.names.words.usage import Usage
from transcheck.text.expressions import compile_late


def two_kinds(pair: Pair) -> str | None:
    """Two things described as of two kinds: a parcel courier, a fashion house."""
    one, other = _kinds(pair.one), _kinds(pair.other)
    if ("place.water" in one) != ("place.water" in other) and pair.cheapest.uses("slip"):
        return "a river beside something that is not said to be one"
    if not one or not other or may_be_one_kind(one, other):
        return None
    if pair.is_folded_equal and all(kind.startswith("place") for kind in one | other):
        return None
    first, second = (sorted(kinds)[0].replace(".", ": ") for kinds in (one, other))
    return f"two kinds of thing ({first}; {second})"


def _kinds(usage: Usage) -> set[str]:
    kinds: set[str] = set()
    for text, span in standings(usage):
        kinds |= kinds_around(text, span)
    return kinds | ({"person"} if usage.titles else set())


def man_and_firm(pair: Pair) -> str | None:
    """A firm spells its founder's name as it likes: Oleg Tinkov and Tinkoff Bank."""
    for man, firm in ((pair.one, pair.other), (pair.other, pair.one)):
        person = (man.given or man.titles) and not any(_in_firm(man))
        stands = list(_in_firm(firm)) or [False]
        # Marks get lost in the founder's name too: then every place must be the firm's.
        lost = all(rule.channel == "marks" for rule in pair.cheapest.rules)
        named = all(stands) if lost else any(stands)
        if person and named and not firm.given and not firm.titles:
            return f"a person beside a firm: {firm.text} stands in the name of one"
    return None


def _in_firm(usage: Usage) -> Iterator[bool]:
    for text, span in standings(usage):
        yield _FIRM.match(text, span.end) is not None


_FIRM = compile_late(
    r" (?:&|\+) [A-Z]"
    r"|(?:[ -](?:[A-Z]\w+|&) ?){0,2}[ -]?\b(?:Bank|Banka|Group|Holdings?|Cent(?:er|re)|Foundation"
    r"|Academy|Airlines?|Airways|Air|Motors?|Media|Records|Pictures|Studios?|Inc|Ltd|Corp|Corporation"
    r"|Company|Co|AG|SE|SA|GmbH|d\.o\.o|Brothers|Sons|Racing|Hotels?|Gallery|Prize|Cup|Trophy"
    r"|Institute|Museum|Press|Invest|Capital|Partners|Energy|Oil|Steel|Pharma|Foods?|Wines?)\b"
)


def firm_words(pair: Pair) -> str | None:
    """Words that firms spell in their own language: Hrvatski Telekom, Croatian Telecom."""
    if any({pair.one.folded, pair.other.folded} <= group for group in _FIRM_WORDS):
        return "a word that firms spell in their own language"
    return None


_FIRM_WORDS = tuple(
    frozenset(group.split())
    for group in (
        "telecom telekom|telecoms telekom|bank banka banca banco banque|group grupa gruppe grupo"
        "|electro elektro|press pres|centre center centar|gas gaz|post posta|radio radyo"
        "|sport sports|park parc|express ekspres expres|market markt|pharma farma pharm farm"
        "|energy energia energija energie|television televizija televisie|studio studija"
    ).split("|")
)


def eponym(pair: Pair) -> str | None:
    """What is named after someone keeps its old spelling: Milankovitch cycles, Milanković."""
    if pair.is_folded_equal:
        return None
    if any(_NAMED_AFTER.search(gap) for gap in gaps(pair)):
        return "the text says that one is named after the other"
    named = [all(_EPONYM.match(text, span.end) for text, span in standings(u)) for u in _both(pair)]
    if pair.one.texts and named[0] != named[1]:
        usage = pair.one if named[0] else pair.other
        return f"{usage.text} stands only in the name of something named after a person"
    return None


_EPONYM = compile_late(
    r"[ -](?:cycles?|theor(?:y|ies|em)|effects?|laws?|syndrome|disease|constant|numbers?|principle"
    r"|process|equations?|scale|test|method|model|space|paradox|curve|index|transform|reflex"
    r"|machine|engine|coil|reaction|mission|prize|medal|award|defence|gambit|variation|jump"
    r"|crater|comet|asteroid)\b"
)
_NAMED_AFTER = re.compile(r"\b(?:named|called) (?:after|for|in honour of)\b")


def two_rulers(pair: Pair) -> str | None:
    """Two rulers have two numbers or epithets: King Frederik X and Frederick the Great."""
    one, other = _styles(pair.one), _styles(pair.other)
    if one and other and not one & other:
        return f"two rulers: {pair.one.text} {min(one)}, {pair.other.text} {min(other)}"
    return None


def _styles(usage: Usage) -> set[str]:
    found = set()
    for unit, position in usage.places:
        if unit.segment < len(usage.texts):
            end = unit.words[position].span.end
            match = _STYLE.match(usage.texts[unit.segment], end)
            if match:
                found.add(match[1])
    return found


_STYLE = re.compile(r" ([IVX]+\b|the (?!First|Second|Third)[A-Z][a-z]+)")


def other_place(pair: Pair) -> str | None:
    """A town of the same name elsewhere: Odessa, Texas; the village of Pokrovske, near Pokrovsk."""
    town, village = sorted((pair.one.folded, pair.other.folded), key=len)
    if town.endswith("sk") and village == town + "e":
        return "names in -sk and -ske are of two places"
    adjective = [usage.folded.endswith(_NEUTER) for usage in _both(pair)]
    person = pair.one.given or pair.other.given  # Goetzke is nobody's village
    if adjective[0] != adjective[1] and not person and not town.endswith(_ADJECTIVES):
        return "a name in -ske is of a place of its own"
    elsewhere = [
        any(_STATE.match(text, span.end) for text, span in standings(u)) for u in _both(pair)
    ]
    if elsewhere[0] != elsewhere[1]:
        usage = pair.one if elsewhere[0] else pair.other
        return f"{usage.text} is a place in another country"
    return None


_NEUTER = ("ske", "skoe", "skoye")
_ADJECTIVES = ("sk", "ska", "ski", "sky", "skyi", "skyy", "skiy", "skij", "skaya", "skoi")

_STATE = compile_late(
    r", (?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida"
    r"|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland"
    r"|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada"
    r"|New (?:Hampshire|Jersey|Mexico|York|South Wales)|North (?:Carolina|Dakota)|Ohio|Oklahoma"
    r"|Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota|Australia)|Tennessee|Texas|Utah"
    r"|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|Alberta"
    r"|Manitoba|Saskatchewan|Nova Scotia|British Columbia|Queensland|Victoria|Tasmania)\b"
)


def _both(pair: Pair) -> tuple[Usage, Usage]:
    return pair.one, pair.other


KIND: dict[str, Guard] = {
    "two-kinds": two_kinds,
    "man-and-firm": man_and_firm,
    "firm-words": firm_words,
    "eponym": eponym,
    "two-rulers": two_rulers,
    "other-place": other_place,
}
