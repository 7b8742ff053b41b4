"""Where things are on the page: `#p9`, `#f-<fingerprint>`, and what an editor calls a place."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from transcheck.model import Article, Finding, Role

PARAGRAPHS = (Role.BODY, Role.QUOTE)
NAMES = {
    Role.HEADLINE: ("Head", "headline"),
    Role.STANDFIRST: ("Intro", "standfirst"),
    Role.CAPTION: ("Caption", "caption"),
    Role.BYLINE: ("Byline", "byline"),
    Role.FURNITURE: ("Furniture", "page furniture"),
}


def page_name(path: str, identity: str) -> str:
    """Make a short file name that no other article can have, whatever its path holds.

    Lower case only, so that it is one file on disks that do not tell A from a.
    """
    stem = identity.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    key = f"{path}\0{identity}".encode("utf-8", "surrogatepass")
    return f"{slug or 'article'}-{hashlib.sha256(key).hexdigest()[:12]}"


class Anchors:
    """The ids of one article's view; `prefix` keeps several articles in one file apart."""

    def __init__(self, article: Article, prefix: str = "") -> None:
        self.prefix = f"{prefix}-" if prefix else ""
        self._labels: list[str] = []
        self._words: list[str] = []
        self._ids: list[str] = []
        paragraph = 0
        for index, segment in enumerate(article.segments):
            if segment.role in PARAGRAPHS:
                paragraph += 1
                label = words = f"¶{paragraph}"
                anchor = f"p{paragraph}"
            else:
                label, words = NAMES[segment.role]
                anchor = f"s{index + 1}"
            self._labels.append(label)
            self._words.append(words)
            self._ids.append(self.prefix + anchor)
        self.paragraphs = paragraph

    def label(self, segment: int) -> str:
        """Return ¶5, Head or Intro."""
        return self._labels[segment]

    def words(self, segment: int) -> str:
        """Return a place as it stands within a sentence: ¶5, headline, standfirst."""
        return self._words[segment]

    def segment(self, segment: int) -> str:
        """Return the id of a paragraph."""
        return self._ids[segment]

    def part(self, name: str) -> str:
        """Return the id of a part of the view, such as its ledger."""
        return self.prefix + name


class Fingerprints:
    """Ids of findings, unique in one file: near-equal articles can share a fingerprint."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def name(self, finding: Finding) -> str:
        """Return the id that a finding's mark, card and links share."""
        plain = re.sub(r"[^\w.:-]", "_", finding.fingerprint) or "unnamed"
        seen = self._taken[plain] = self._taken.get(plain, 0) + 1
        return plain if seen == 1 else f"{plain}-{seen}"
