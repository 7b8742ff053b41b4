"""Articles of a few paragraphs about strangers, and where in them each stranger stands."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.strangers.people import Stranger

FULL, TITLED, BARE = "in full first", "with a title", "family name alone"
STYLES = (FULL, FULL, TITLED, BARE)
IN_FULL = (
    "The council heard {given} {family} for two hours on Monday.",
    "{given} {family}, who ran the clinic until last spring, declined to comment.",
    "The prize went to {given} {family} for a novel about the river.",
    "A spokesman for the union, {given} {family}, called the offer an insult.",
    "According to {given} {family}, the bridge will not open before autumn.",
    "The court sent {given} {family} home after a short hearing.",
    "Neighbours said that {given} {family} had left the village in May.",
    "{given} {family} scored twice and left the field to applause.",
)
_TITLED = (
    "Professor {family} teaches at the faculty of law.",
    "The hearing was adjourned after Judge {family} fell ill.",
    "Captain {family} was replaced at half-time.",
    "Doctor {family} has worked in the ward for ten years.",
    "Reporters asked Minister {family} about the delay.",
    "Colonel {family} denied that the order had come from above.",
)
_ALONE = (
    "{family} said the talks would go on next week.",
    "The decision surprised {family} and her lawyers.",
    "Nobody had told {family} about the new rules.",
    "Later in the day {family} apologised to the staff.",
    "The opposition accused {family} of hiding the report.",
    "“We have waited long enough,” {family} told the meeting.",
    "The plan that {family} put forward was dropped without a vote.",
    "A second letter from {family} arrived on Friday.",
)
_PLACES = (
    "The train to {town} was cancelled again.",
    "Prices rose fastest in {town}, the office said.",
    "Farmers near {town} have asked for help.",
)
_PLAIN = (
    "The weather turned on Sunday and the roads were closed for the night.",
    "Officials gave no figures and promised a report before the summer.",
    "The budget was passed with a narrow majority after a long debate.",
)


@dataclass
class Piece:
    """An article: its text, the style, the strangers and the places where each stands."""

    text: str
    style: str
    people: list[Stranger]
    places: list[list[tuple[int, int]]] = field(default_factory=list)


def compose(people: Sequence[Stranger], towns: Sequence[str], dice: random.Random) -> Piece:
    """Write one article about some strangers; a town is a stranger without a given name."""
    style = dice.choice(STYLES)
    lines: list[tuple[str, int | None, Stranger | None]] = []
    for number, one in enumerate(people):
        if style == FULL:
            frames = [dice.choice(IN_FULL), *dice.sample(_ALONE, dice.randint(0, 2))]
        elif style == TITLED:
            frames = [dice.choice(_TITLED), *dice.sample(_ALONE, dice.randint(0, 1))]
        else:
            frames = dice.sample(_ALONE, dice.randint(1, 2))
        lines += [(frame, number, one) for frame in frames]
    strangers = list(people)
    for town in towns:
        strangers.append(Stranger("", town, "town", ""))
        lines.append((dice.choice(_PLACES), len(strangers) - 1, strangers[-1]))
    for frame in dice.sample(_PLAIN, 2):
        lines.insert(dice.randint(0, len(lines)), (frame, None, None))
    return _write(lines, style, strangers)


def _write(
    lines: Sequence[tuple[str, int | None, Stranger | None]], style: str, people: list[Stranger]
) -> Piece:
    piece = Piece("", style, people, [[] for _ in people])
    for at, (frame, number, one) in enumerate(lines):
        start = len(piece.text)
        if one is None or number is None:
            piece.text += frame
        else:
            given, town = one.given, one.family
            line = frame.format(given=given, family=one.family, town=town)
            piece.text += line
            place = line.index(one.family)
            whole = f"{given} {one.family}"
            first = line.index(whole) if given and whole in line else place
            piece.places[number].append((start + first, start + place + len(one.family)))
        piece.text += "\n\n" if at % 3 == 2 else " "
    return piece
