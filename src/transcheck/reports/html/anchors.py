"""Where things are on the page: `#p9`, `#f-<fingerprint>`, and the file an article has."""

from __future__ import annotations

import re
import unicodedata

from transcheck.model import Article, Finding
from transcheck.reports.identity import article_key
from transcheck.reports.labels import label_segments


def page_name(path: str, identity: str) -> str:
    """Make a short file name that no other article can have, whatever its path holds.

    Lower case only, so that it is one file on disks that do not tell A from a.
    """
    stem = identity.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    return f"{slug or 'article'}-{article_key(path, identity)}"


class Anchors:
    """The ids of one article's view; `prefix` keeps several articles in one file apart."""

    def __init__(self, article: Article, prefix: str = "") -> None:
        self.prefix = f"{prefix}-" if prefix else ""
        self._labels = label_segments(article)
        self._ids = [
            f"{self.prefix}p{label.paragraph}" if label.paragraph else f"{self.prefix}s{number}"
            for number, label in enumerate(self._labels, start=1)
        ]

    def label(self, segment: int) -> str:
        """Return ¶5, Head or Intro."""
        return self._labels[segment].short

    def words(self, segment: int) -> str:
        """Return a place as it stands within a sentence: ¶5, headline, standfirst."""
        return self._labels[segment].words

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
