"""Files with wrong names planted in them, in which the place of every name is known."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from hypothesis import strategies as st

RIGHT = {
    "Zvecan": "Zvečan",
    "Rute": "Rutte",
    "Nikola Selakovic": "Nikola Selaković",
    "Djordje Scepanovic": "Đorđe Šćepanović",
    "Makedonija": "North Macedonia",
    "OTAN": "NATO",
    "Smitsons": "Smith & Sons",
}
DESK = """name,kind,admitted,rejected
Zvečan,place,,Zvecan
Mark Rutte,person,Rutte,Rute
Nikola Selaković,person,Selaković,Nikola Selakovic
Đorđe Šćepanović,person,Šćepanović,Djordje Scepanovic
North Macedonia,place,,Makedonija
NATO,acronym,,OTAN
Smith & Sons,org,,Smitsons
"""
# How many letters of a wrong name are to change, at least.
DISTANCE = {
    "Zvecan": 1,
    "Rute": 1,
    "Nikola Selakovic": 1,
    "Djordje Scepanovic": 7,
    "Makedonija": 8,
    "OTAN": 4,
    "Smitsons": 5,
}
FILLERS = (
    "they left on foot", "it was cold 7.5 km away", "čaša", "a café", "🎉", "\u00ad",
    "so-called peace", "“well, no”", "a\u00a0b", "well \u200bthen", "100%", "[x]", "3 < 4",
    "R&D", "back\\slash", "a/b", '"yes"', "ж", "e.g.", "*", "_", "line; semi", "&amp",
)  # fmt: skip


@dataclass
class Planted:
    """A file as pieces of text: what stays as it is, and wrong names as they are written."""

    suffix: str
    encoding: str
    mark: bytes = b""
    option: str | None = None
    pieces: list[tuple[str, str | None]] = field(default_factory=list)

    def put(self, raw: str, name: str | None = None) -> None:
        """Write raw text; a `name` says that it is a wrong one, which is to be replaced."""
        self.pieces.append((raw, name))

    @property
    def text(self) -> str:
        """The text of the file."""
        return "".join(raw for raw, _ in self.pieces)

    @property
    def names(self) -> list[str]:
        """The wrong names that are to be replaced."""
        return [name for _, name in self.pieces if name]

    def encode(self) -> bytes:
        """Return the bytes of the file."""
        return self.mark + self.text.encode(self.encoding)


@st.composite
def files(draw: st.DrawFn, suffix: str) -> Planted:
    """Make a file of one format with some wrong names in it."""
    encoding, mark, option = draw(st.sampled_from(_ENCODINGS))
    if suffix in (".txt", ".md") and encoding in ("ascii", "latin-1"):
        encoding, option = "utf-8", None
    file = Planted(suffix, encoding, mark, option)
    {".txt": _text, ".md": _markdown, ".html": _page, ".jsonl": _rows}[suffix](draw, file)
    return file


_ENCODINGS = (
    ("utf-8", b"", None),
    ("utf-8", b"", None),
    ("utf-8", b"\xef\xbb\xbf", None),
    ("utf-16-le", b"\xff\xfe", None),
    ("utf-16-be", b"\xfe\xff", None),
    ("utf-32-le", b"\xff\xfe\x00\x00", None),
    ("cp1250", b"", "cp1250"),
    ("ascii", b"", None),
    ("latin-1", b"", "latin-1"),
)


def _filler(draw: st.DrawFn, file: Planted) -> str:
    word = draw(st.sampled_from(FILLERS))
    try:
        word.encode(file.encoding)
    except UnicodeEncodeError:
        return "then"
    return word


def _text(draw: st.DrawFn, file: Planted) -> None:
    end = draw(st.sampled_from(("\n", "\r\n", "\r")))
    for _ in range(draw(st.integers(1, 5))):
        file.put(draw(st.sampled_from(("", " ", "\t"))))
        _line(draw, file, lambda name: file.put(name, name), lambda word: word)
        file.put(end * draw(st.integers(1, 2)))
    _line(draw, file, lambda name: file.put(name, name), lambda word: word)
    file.put(draw(st.sampled_from(("", end, " "))))


def _markdown(draw: st.DrawFn, file: Planted) -> None:
    end = draw(st.sampled_from(("\n", "\r\n")))

    def plant(name: str) -> None:
        before, after = draw(
            st.sampled_from((("", ""), ("**", "**"), ("[", "](http://x.example/Rute)")))
        )
        file.put(before)
        file.put(_entities(draw, name, "&"), name)
        file.put(after)

    def escape(word: str) -> str:
        return "".join(f"\\{letter}" if letter in "\\*_[]<&>`" else letter for letter in word)

    for _ in range(draw(st.integers(1, 4))):
        file.put(draw(st.sampled_from(("", "# ", "> ", "- "))))
        _line(draw, file, plant, escape)
        if draw(st.booleans()):
            file.put(" `Zvecan` there")
        file.put(end * 2)


def _page(draw: st.DrawFn, file: Planted) -> None:
    declared = draw(st.booleans()) or not file.encoding.startswith("utf")
    meta = f'<meta charset="{file.option or file.encoding}">' if declared and not file.mark else ""
    file.put(f"<html><head>{meta}<title>A page</title></head><body><article><h1>A day</h1>")

    def plant(name: str) -> None:
        kind = draw(st.integers(0, 3))
        if kind == 0:
            file.put(f'<b title="{name.split()[0]}">')
            file.put(_entities(draw, name, "&<"), name)
            file.put("</b>")
        elif kind == 1:
            file.put(f"<!-- {name} -->")
            cut = draw(st.integers(1, 3))
            raw = _entities(draw, name[:cut], "&<") + "<i>" + _entities(draw, name[cut:], "&<")
            file.put(raw, name)
            file.put("</i>")
        else:
            file.put(_entities(draw, name, "&<"), name)

    def escape(word: str) -> str:
        return "".join(
            _entity(draw, x) if x in "&<" or draw(st.integers(0, 9)) == 0 else x for x in word
        )

    for _ in range(draw(st.integers(1, 4))):
        file.put("<p>It is said that they left, and that it was a long and cold day there: ")
        _line(draw, file, plant, escape)
        file.put(draw(st.sampled_from(("</p>", "</p>\r\n", "\n", " <code>Zvecan</code></p>"))))
    file.put("</article></body></html>")


def _rows(draw: st.DrawFn, file: Planted) -> None:
    for number in range(draw(st.integers(1, 4))):
        ascii_only = draw(st.booleans()) or file.encoding in ("ascii", "latin-1")

        def escape(word: str, ascii_only: bool = ascii_only) -> str:
            raw = json.dumps(word, ensure_ascii=ascii_only)[1:-1]
            return raw.replace("/", "\\/") if draw(st.booleans()) else raw

        def plant(name: str) -> None:
            raw = "".join(f"\\u{ord(x):04x}" if draw(st.integers(0, 5)) == 0 else x for x in name)
            file.put(raw, name)

        blank = draw(st.sampled_from(("", " ", "\t")))
        file.put(f'{{{blank}"id":{blank}"{number}", "note": ["Zvecan", {{"text": "Rute"}}], ')
        if draw(st.booleans()):
            file.put('"t\\u0065xt":' + blank + '"')
            for _ in range(draw(st.integers(1, 3))):
                _line(draw, file, plant, escape)
                file.put("\\n")
            file.put('"')
        else:
            file.put('"segments": [')
            for place in range(draw(st.integers(1, 3))):
                file.put("," if place else "")
                as_object = draw(st.booleans())
                file.put('{"source": "Zvecan \\" x", "target": "' if as_object else '"')
                _line(draw, file, plant, escape)
                file.put('"}' if as_object else '"')
            file.put("]")
        file.put(f', "x": {{"text": [1.5e3, null, "Rute"]}}{blank}}}')
        file.put(draw(st.sampled_from(("\n", "\r\n", "\n\n"))))


def _line(draw: st.DrawFn, file: Planted, plant: object, escape: object) -> None:
    assert callable(plant) and callable(escape)
    file.put(escape("there were "))
    for _ in range(draw(st.integers(0, 4))):
        file.put(escape(_filler(draw, file)))
        file.put(escape(", people of "))
        plant(draw(st.sampled_from(tuple(RIGHT))))
        file.put(escape(draw(st.sampled_from((" and ", "'s day, ", "-led side, ", ", but ")))))
    file.put(escape("it is over"))


def _entities(draw: st.DrawFn, name: str, needed: str) -> str:
    return "".join(
        _entity(draw, x) if x in needed or draw(st.integers(0, 5)) == 0 else x for x in name
    )


def _entity(draw: st.DrawFn, letter: str) -> str:
    if letter in "&<":
        return {"&": "&amp;", "<": "&lt;"}[letter]
    if letter == " ":
        return letter
    return f"&#{ord(letter)};" if draw(st.booleans()) else f"&#x{ord(letter):X};"
