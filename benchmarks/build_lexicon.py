"""Build names/data from SCOWL (Debian package `scowl`): `python -m benchmarks.build_lexicon`.

Ordinary words: sizes 10-60 of the English, American and British lists, without possessives.
Known names: the capitalised words of sizes 10-80. Both sorted by their bytes, one a line:
the same bytes from the same package.
"""

from __future__ import annotations

from pathlib import Path

SCOWL = Path("/usr/share/dict/scowl")
DATA = Path(__file__).parents[1] / "src" / "transcheck" / "names" / "data"
REGIONS = ("english", "american", "british")


def read(kind: str, largest: int) -> set[str]:
    """Return the words of one kind of list up to a size, possessives left out."""
    words: set[str] = set()
    for region in REGIONS:
        for path in sorted(SCOWL.glob(f"{region}-{kind}.*")):
            if int(path.suffix[1:]) <= largest:
                words.update(path.read_text(encoding="latin-1").split())
    return {word for word in words if "'" not in word and len(word) > 1}


def write(name: str, words: set[str]) -> None:
    """Write one list, sorted, and say how large it is."""
    data = b"".join(sorted(word.encode() + b"\n" for word in words))
    (DATA / name).write_bytes(data)
    print(f"{name}: {len(words)} words, {len(data)} bytes")


def main() -> None:
    """Build both lists."""
    if not SCOWL.is_dir():
        raise SystemExit("SCOWL is absent: install the Debian package scowl")
    write("words.txt", {word for word in read("words", 60) if word.islower()})
    write("names.txt", {w for w in read("upper", 80) | read("proper-names", 80) if w[0].isupper()})


if __name__ == "__main__":
    main()
