"""What kind of thing a name is said to be: a courier, a fashion house, a village, a song.

A closed list of the nouns by which news introduces a name, with the kind that each stands for. A
kind may have a narrower one after a full stop: any firm may be a courier, no courier is a bank.
"""

from __future__ import annotations

from transcheck.names.words.lexicon import TITLES

_NOUNS = """
place.town: city town municipality capital port suburb borough settlement spa resort
place.village: village hamlet
place.water: river lake stream creek canal brook sea
place.height: mountain hill peak volcano
place.island: island islet archipelago peninsula
firm: company firm group corporation startup start-up business brand maker manufacturer retailer
firm: producer developer supplier operator owner publisher conglomerate subsidiary
firm.fashion: fashion-house fashion-label luxury-house label jeweller perfumer
firm.courier: courier courier-company courier-service courier-firm parcel-service parcel-carrier
firm.bank: bank lender insurer
firm.air: airline carrier low-cost-airline
firm.cars: carmaker automaker car-maker
firm.chips: chipmaker chip-maker
firm.ships: shipyard shipping-line container-line shipping-company shipping-group
firm.press: newspaper daily weekly tabloid broadcaster portal magazine news-agency
firm.club: club football-club basketball-club
firm.party: party movement coalition
product: chatbot app application software smartphone drug vaccine drone missile
product: tank rifle sedan suv saloon hatchback scooter rocket satellite wine beer cheese
work: song film movie novel play opera album series poem painting musical ballad anthem book sitcom
work: comedy drama documentary single memoir
ship: ship ferry vessel boat yacht frigate tanker submarine freighter trawler cruiser tugboat
person: poet painter composer singer musician player striker sculptor inventor scientist traveller
person: physicist astronomer architect philosopher historian explorer novelist engineer pianist
person: violinist conductor dancer chef boxer wrestler swimmer cyclist driver skier runner rider
person: farmer teacher student pensioner politician diplomat banker businessman businesswoman
person: priest monk saint king activist witness defendant suspect victim tycoon oligarch financier
animal: dog cat horse stallion mare bear lion tiger elephant panda mascot
storm: storm hurricane typhoon cyclone
"""
KINDS = {
    **dict.fromkeys(TITLES, "person"),
    **{
        noun.replace("-", " "): kind
        for kind, _, nouns in (line.partition(":") for line in _NOUNS.strip().splitlines())
        for noun in nouns.split()
    },
}


def may_be_one_kind(one: set[str], other: set[str]) -> bool:
    """Say whether any two kinds may be one: equal, or one of them the wider word."""
    return any(a == b or a.startswith(f"{b}.") or b.startswith(f"{a}.") for a in one for b in other)


def kind_of(words: list[str]) -> str | None:
    """Return the kind of the noun that ends a phrase: ["the", "fashion", "house"]."""
    for size in (2, 1):
        kind = KINDS.get(" ".join(words[-size:]).lower()) if len(words) >= size else None
        if kind:
            return kind
    return None
