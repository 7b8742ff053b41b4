"""What an editor calls a place in an article: ¶5, Head, Intro."""

from __future__ import annotations

from transcheck.model import Article, Record, Role

_PARAGRAPHS = (Role.BODY, Role.QUOTE)
_NAMES = {
    Role.HEADLINE: ("Head", "headline"),
    Role.STANDFIRST: ("Intro", "standfirst"),
    Role.CAPTION: ("Caption", "caption"),
    Role.BYLINE: ("Byline", "byline"),
    Role.FURNITURE: ("Furniture", "page furniture"),
}


class Label(Record, frozen=True):
    """`short` stands in a margin (¶5, Head), `words` within a sentence (¶5, headline).

    `paragraph` is the number of a paragraph, 0 for every other segment.
    """

    short: str
    words: str
    paragraph: int = 0


def label_segments(article: Article) -> tuple[Label, ...]:
    """Return the label of each segment; only the running text is numbered."""
    labels: list[Label] = []
    paragraph = 0
    for segment in article.segments:
        if segment.role in _PARAGRAPHS:
            paragraph += 1
            labels.append(Label(f"¶{paragraph}", f"¶{paragraph}", paragraph))
        else:
            labels.append(Label(*_NAMES[segment.role]))
    return tuple(labels)
