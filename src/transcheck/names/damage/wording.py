"""What happened to a name, in an editor's words: Serbian writes tt as t; marks lost."""

from __future__ import annotations

from collections.abc import Iterable

from transcheck.names.damage.rules import VOWELS, Rule
from transcheck.text.tags import group, language_name

_MOST = 3
"""Pieces named of one kind; more of them do not help to see it."""


def describe_rules(rules: Iterable[Rule], language: str | None) -> str:
    """Say how a form came about: "Serbian writes tt as t and ay as ej; a case ending, -om".

    `language` is the one translated from; empty when nothing changed.
    """
    by_channel: dict[str, list[Rule]] = {}
    for rule in rules:
        by_channel.setdefault(rule.channel, []).append(rule)
    words = []
    if "respelling" in by_channel:
        who = name_speller(language) if language else "spelling by ear"
        words.append(f"{who} writes {_pieces(by_channel['respelling'])}")
    if "romanisation" in by_channel:
        words.append(f"another romanisation writes {_pieces(by_channel['romanisation'], 'as')}")
    if "marks" in by_channel:
        words.append(f"marks lost or changed: {_pieces(by_channel['marks'], 'became')}")
    words += [_ending(rule) for rule in by_channel.get("ending", ())]
    words += [_slip(rule) for rule in by_channel.get("slip", ())]
    return "; ".join(words)


def name_speller(language: str) -> str:
    """Name the language that respells: of the four that share one, Serbian does."""
    return "Serbian" if group(language) == "sh" else language_name(language)


def _pieces(rules: Iterable[Rule], verb: str = "as") -> str:
    shown = dict.fromkeys(
        f"{_letters(rule.original)} {verb} {_letters(rule.damaged)}"
        if rule.damaged.strip("^$")
        else f"{_letters(rule.original)} {verb} nothing"
        for rule in rules
    )
    pieces = list(shown)[:_MOST]
    return " and ".join((", ".join(pieces[:-1]), pieces[-1])) if len(pieces) > 1 else pieces[0]


def _letters(piece: str) -> str:
    """Return the letters of a piece, its place at an end of the word shown by a hyphen."""
    return f"-{piece[:-1]}" if piece.endswith("$") else piece.removeprefix("^")


def _ending(rule: Rule) -> str:
    original, damaged = rule.original.rstrip("$"), rule.damaged.rstrip("$")
    return (
        f"a case ending, -{damaged}"
        if not original
        else f"a case ending, -{damaged} for -{original}"
    )


def _slip(rule: Rule) -> str:
    one, other = rule.original, rule.damaged
    if len(one) == 2 and one == other[::-1]:
        return f"{one[0]} and {one[1]} swapped"
    if not one:
        return f"one {other} more"
    if not other:
        return f"one {one} less"
    kind = "vowel" if one in VOWELS and other in VOWELS else "letter"
    return f"{other} for {one}, another {kind}"
