"""Defects put into the shipped glossaries: how many `glossary lint` finds, and what it says beside.

python -m benchmarks.lint_defects [--places 5] [--seed 5] [--missed]

Thirty kinds of defect are put into a row of a shipped file each, at five places drawn anew for
each kind; one that is found is named at its line with its id. What lint says of the file beside
that, and of the files as they are, is false.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import tempfile
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.respelt_wrongly import measure_respellings
from benchmarks.tables import Row, print_rows
from transcheck.glossary import find_shipped
from transcheck.glossary.lint import lint_files
from transcheck.names.words.lexicon import is_word
from transcheck.text.fold import strip_marks

Cells = dict[str, str]
_ALIKE = str.maketrans("aeopcxyAEOPCXTHKM", "аеорсхуАЕОРСХТНКМ")
_DRAWS = 1_000
_WORDS = ("Bridge", "Market", "Winter", "Power", "Future")


class Kind(NamedTuple):
    """A kind of defect: which rows can have it, what it makes of one, and the id it should get.

    `change` gets the row, another row and the random numbers.
    """

    name: str
    id: str
    change: Callable[[Cells, Cells, random.Random], object]
    fits: Callable[[Cells], bool] = lambda row: True
    fits_other: Callable[[Cells], bool] = lambda row: True


def _set(column: str, make: Callable[[Cells, Cells, random.Random], str]) -> Callable[..., object]:
    return lambda row, other, draw: row.update({column: make(row, other, draw)})


def _into(name: str, letter: str, draw: random.Random) -> str:
    place = draw.randrange(1, len(name))
    return name[:place] + letter + name[place:]


def _add(row: Cells, column: str, form: str) -> None:
    row[column] = f"{row[column]}|{form}" if row[column] else form


def _twice(spell: Callable[[str], str]) -> Callable[..., None]:
    def change(row: Cells, other: Cells, _: random.Random) -> None:
        row.update(dict.fromkeys(row, ""))
        row.update(name=spell(other["name"]), kind=other["kind"])

    return change


def _ring(row: Cells, other: Cells, _: random.Random) -> None:
    row["rejected"], other["rejected"] = other["name"], row["name"]


def _refs(row: Cells, other: Cells, _: random.Random) -> None:
    row["ref"], other["ref"] = other["name"], row["name"]


def _latin(row: Cells) -> bool:
    return row["name"] != row["name"].translate(_ALIKE) and len(row["name"]) > 4


def _marked(row: Cells) -> bool:
    name = row["name"]
    return not unicodedata.is_normalized("NFD", name) and strip_marks(name) != name


def _no_word(row: Cells) -> bool:
    return not is_word(row["name"])


def _cased(row: Cells) -> bool:
    return row["kind"] != "acronym"


def _of(kind: str) -> Callable[[Cells], bool]:
    return lambda row: row["kind"] == kind


def _serbian(row: Cells) -> bool:
    sound = row["source"].startswith("sr:") and {"the", "of"}.isdisjoint(row["name"].split())
    return row["kind"] == "person" and sound and len(row["name"]) > 6


def _decoded_wrongly(row: Cells, _: Cells, draw: random.Random) -> str:
    return row["name"].encode().decode("cp1250", "replace")


def _mixed(row: Cells, _: Cells, draw: random.Random) -> str:
    places = [i for i, c in enumerate(row["name"]) if c.translate(_ALIKE) != c]
    place = draw.choice(places)
    name = row["name"]
    return name[:place] + name[place].translate(_ALIKE) + name[place + 1 :]


def _person_low(row: Cells, _: Cells, draw: random.Random) -> str:
    return row["name"].lower()


def _two_words(row: Cells) -> bool:
    return " " in row["name"]


def _odd(letter: str) -> Callable[..., object]:
    return _set("name", lambda row, other, draw: _into(row["name"], letter, draw))


KINDS = (
    Kind("two rows reject each other", "cycle", _ring, _no_word, _no_word),
    Kind("acronyms are each other's ref", "cycle", _refs, _of("acronym"), _of("acronym")),
    Kind("another row's name rejected", "rejected-name",
         lambda row, other, draw: _add(row, "rejected", other["name"]), fits_other=_no_word),
    Kind("another row's name admitted", "shared-form",
         lambda row, other, draw: _add(row, "admitted", other["name"]), fits_other=_no_word),
    Kind("variant of one letter", "short-variant",
         lambda row, other, draw: _add(row, "rejected", draw.choice("abcdešž"))),
    Kind("variant of two letters", "short-variant",
         lambda row, other, draw: _add(row, "admitted", draw.choice(["Ab", "Že", "Ko", "Si"]))),
    Kind("variant is an ordinary word", "ordinary-word",
         lambda row, other, draw: _add(row, "rejected", draw.choice(_WORDS))),
    Kind("mixed script", "mixed-script", _set("name", _mixed), _latin),
    Kind("NFD", "decomposed",
         _set("name", lambda row, other, draw: unicodedata.normalize("NFD", row["name"])), _marked),
    Kind("trailing blank", "blank", _set("name", lambda row, other, draw: row["name"] + " ")),
    Kind("double blank", "blank",
         _set("name", lambda row, other, draw: row["name"].replace(" ", "  ")), _two_words),
    Kind("no-break blank", "no-break-blank",
         _set("name", lambda row, other, draw: row["name"].replace(" ", "\u00a0")), _two_words),
    Kind("soft hyphen", "invisible", _odd("\u00ad")),
    Kind("other invisible character", "invisible", _odd("\u200b")),
    Kind("concept twice", "equal-rows", _twice(str)),
    Kind("concept twice but for case", "near-duplicate", _twice(str.swapcase), fits_other=_cased),
    Kind("concept twice but for marks", "near-duplicate", _twice(strip_marks), fits_other=_marked),
    Kind("Serbian form of another name", "improbable-source",
         _set("source", lambda row, other, draw: other["source"].partition("|")[0]),
         _serbian, _serbian),
    Kind("wrong or unknown kind", "unknown-kind",
         _set("kind", lambda row, other, draw: draw.choice(["Person", "town", "organisation"]))),
    Kind("unknown language", "unknown-language",
         _set("source", lambda row, other, draw: draw.choice(["srb", "yu", "xx"]) + ":Lund")),
    Kind("source form without a language", "source-without-language",
         _set("source", lambda row, other, draw: "Lund")),
    Kind("empty name", "empty-name", _set("name", lambda row, other, draw: " ")),
    Kind("empty variant", "empty-item",
         _set("rejected", lambda row, other, draw: row["rejected"] + "|Lundesen")),
    Kind("too few cells", "cell-count", lambda row, other, draw: row.pop("ref")),
    Kind("too many cells", "cell-count", _set("extra", lambda row, other, draw: "x")),
    Kind("person in lower case", "lower-case-person", _set("name", _person_low), _of("person")),
    Kind("control character", "control-character", _odd("\x07")),
    Kind("mojibake", "encoding-damage", _set("name", _decoded_wrongly), _marked),
    Kind("own name rejected", "rejected-own-form",
         lambda row, other, draw: _add(row, "rejected", row["name"])),
    Kind("rows of two files disagree", "conflict",
         lambda row, other, draw: _add(row, "admitted", f"{row['name']} Lundesen")),
)  # fmt: skip


class Tried(NamedTuple):
    """What became of one defect."""

    kind: Kind
    row: str
    found: bool
    beside: tuple[str, ...]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--places", type=int, default=5)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--missed", action="store_true", help="list what was missed or false")
    options = parser.parse_args()
    false = len(lint_files([str(path) for path in find_shipped()]))
    tried = try_all(options.places, random.Random(options.seed))
    by_kind = {kind: [one for one in tried if one.kind is kind] for kind in KINDS}
    rows = [
        Row(kind.name, "", (sum(one.found for one in ones),), len(ones))
        for kind, ones in by_kind.items()
    ]
    print_rows("Defects put into shipped files, by kind", ["found"], rows)
    whole = sum(all(one.found for one in ones) for ones in by_kind.values())
    beside = sum(len(one.beside) for one in tried)
    print_rows(
        f"{whole} of {len(KINDS)} found; false on the shipped files: {false}",
        ["transcheck"],
        [
            Row("kinds found at every place", f"≥ {len(KINDS)}", (whole,), len(KINDS)),
            Row("defects found", f"≥ {len(tried)}", (sum(t.found for t in tried),), len(tried)),
            Row("said beside the defect", "≤ 0", (beside,)),
            Row("said of the shipped files as they are", "≤ 0", (false,)),
        ],
    )
    print_rows(
        "Serbian forms of persons, share found",
        ["transcheck"],
        measure_respellings(_DRAWS, random.Random(options.seed)),
    )
    if options.missed:
        for one in tried:
            if not one.found or one.beside:
                print(f"  {one.kind.name}: {one.row}: {'' if one.found else 'missed '}{one.beside}")


def try_all(places: int, draw: random.Random) -> list[Tried]:
    """Put each kind of defect into rows of the shipped files, one at a time."""
    files = [list(csv.DictReader(path.open(encoding="utf-8"))) for path in find_shipped()]
    tried = []
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            fitting = [
                (rows, place)
                for rows in files
                if any(map(kind.fits_other, rows))
                for place, row in enumerate(rows)
                if kind.fits(row)
            ]
            for rows, place in draw.sample(fitting, places):
                tried.append(_try(kind, rows, place, draw, Path(folder)))
    return tried


def _try(kind: Kind, rows: list[Cells], place: int, draw: random.Random, folder: Path) -> Tried:
    sown = [dict(row) for row in rows]
    others = [
        at for at, row in enumerate(rows) if at != place and kind.fits_other(row)
        and row["name"].split()[-1] != rows[place]["name"].split()[-1]
    ]  # fmt: skip
    other = draw.choice(others)
    kind.change(sown[place], sown[other], draw)
    path = folder / "sown.csv"
    _write(path, sown)
    paths = [str(path)]
    if kind.id == "conflict":
        _write(folder / "winner.csv", [rows[place]])
        paths.append(str(folder / "winner.csv"))
    issues = lint_files(paths)
    lines = {place + 2, other + 2}
    found = [one for one in issues if one.id == kind.id and one.line in lines]
    beside = tuple(str(one) for one in issues if one not in found)
    return Tried(kind, rows[place]["name"], bool(found), beside)


def _write(path: Path, rows: Iterable[Cells]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    rows = list(rows)
    writer.writerow([column for column in max(rows, key=len) if column != "extra"])
    writer.writerows(row.values() for row in rows)
    path.write_text(text.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
