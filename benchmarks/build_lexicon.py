"""Build names/data from SCOWL (Debian package `scowl`) and rigour (pip).

python -m benchmarks.build_lexicon

Ordinary words: sizes 10-60 of the English, American and British lists, without possessives.
Known names: the capitalised words of sizes 10-80. Recorded names: words of 4 to 12 letters that
Wikidata records as a given name or a family name, but those known already. All sorted by their
bytes, one a line: the same bytes from the same packages.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.training.tokens import read_items

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


def read_recorded(known: set[str]) -> set[str]:
    """Return the recorded names, in lower case, that are not known ones."""
    lower = {name.lower() for name in known}
    return {
        form
        for item in read_items()
        for form in item.latin
        if form.isalpha() and 4 <= len(form) <= 12 and form not in lower
    }


def write(name: str, words: set[str]) -> None:
    """Write one list, sorted, and say how large it is."""
    data = b"".join(sorted(word.encode() + b"\n" for word in words))
    (DATA / name).write_bytes(data)
    print(f"{name}: {len(words)} words, {len(data)} bytes")


def main() -> None:
    """Build the lists."""
    if not SCOWL.is_dir():
        raise SystemExit("SCOWL is absent: install the Debian package scowl")
    words = {word for word in read("words", 60) if word.islower()}
    names = {w for w in read("upper", 80) | read("proper-names", 80) if w[0].isupper()}
    write("words.txt", words)
    write("names.txt", names)
    write("recorded.txt", read_recorded(words | names))


if __name__ == "__main__":
    main()
