"""Texts made letter by letter, in which the place of every letter in the file is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from transcheck.model import Article, Segment, Span

# Letters with marks, composed and not, other scripts, emoji, soft hyphens and joiners.
LETTERS = "aZčŠđĆжЂße\u0301c\u030c🎉👩\u200d🚒\u00ad\u200b\u00a07"


@dataclass
class Paragraph:
    """What is written in the file, what it reads as, and where each letter of that stands."""

    raw: str = ""
    text: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)

    def markup(self, raw: str) -> None:
        """Write something that is no text."""
        self.raw += raw

    def put(self, letter: str, raw: str) -> None:
        """Write one letter as `raw`."""
        self.places.append((len(self.raw), len(self.raw) + len(raw)))
        self.raw += raw
        self.text += letter


def words(extra: str = "") -> st.SearchStrategy[str]:
    """Make words that hold a letter, so that they are never blank."""
    letters = st.text(st.sampled_from(LETTERS + extra), max_size=6)
    return letters.map(lambda word: f"B{word}k")


def spans(data: st.DataObject, length: int) -> list[Span]:
    """Draw some spans of a text, the whole of it included."""
    starts = st.integers(0, length - 1)
    pairs = data.draw(st.lists(st.tuples(starts, starts), min_size=1, max_size=5))
    return [Span(0, length), *(Span(min(pair), max(pair) + 1) for pair in pairs)]


def check_paragraph(
    data: st.DataObject, segment: Segment, paragraph: Paragraph, offset: int
) -> None:
    """Fail unless the segment reads as the paragraph and every place is right."""
    assert segment.target == paragraph.text
    for span in spans(data, len(paragraph.text)):
        start = paragraph.places[span.start][0] + offset
        end = paragraph.places[span.end - 1][1] + offset
        assert segment.locate(span) == Span(start, end)


def texts(article: Article) -> list[str]:
    """Return what each segment reads as."""
    return [segment.target for segment in article.segments]
