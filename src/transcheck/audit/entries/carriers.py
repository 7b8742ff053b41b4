"""Neutral sentences that carry a name: a person speaks, a place is a venue, a body says."""

from __future__ import annotations

_SENTENCES = {
    "person": "Reporters from three countries spoke with {} on Tuesday evening.",
    "place": "The meeting in {} lasted an hour and ended without a decision.",
    "org": "Officials read out a statement from {} to the reporters who had waited outside.",
    "product": "The newspapers of three countries wrote about {} on Tuesday.",
    "event": "Guests from three countries came to {} on Tuesday evening.",
    "demonym": "The {} delegation arrived on Tuesday evening.",
    "acronym": "Officials from {} met on Tuesday evening.",
    "": "The newspapers of three countries wrote about {} on Tuesday.",
}
_OWNERS = {
    "person": "Reporters from three countries waited in front of {}’s office on Tuesday.",
    "place": "Visitors from three countries praised {}’s museums on Tuesday.",
    "org": "Officials read out {}’s statement to the reporters who had waited outside.",
    "acronym": "Reporters from three countries waited for {}’s statement on Tuesday.",
    "": "The newspapers of three countries wrote about {}’s future on Tuesday.",
}


def carry(form: str, kind: str) -> str:
    """Return a form in the sentence of its kind."""
    return _SENTENCES.get(kind, _SENTENCES[""]).format(form)


def carry_possessive(form: str, kind: str) -> str | None:
    """Return a form with 's in the sentence of its kind, None where a kind owns nothing."""
    sentence = _OWNERS.get(kind)
    return sentence.format(form) if sentence else None
