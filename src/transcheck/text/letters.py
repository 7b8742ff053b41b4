"""What letters tell: the script of a passage, and the language its names come from."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import filterfalse

from transcheck.text.fold import fold
from transcheck.text.tags import group

# The marked letters of each language in lower case; with Cyrillic, its whole alphabet.
_MARKED = {
    "sh": "čćđšž" + "абвгдђежзијклљмнњопрстћуфхцчџш",
    "sl": "čšž",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "pl": "ąćęłńóśźż",
    "hu": "áéíóöőúüű",
    "ro": "ăâîșțşţ",
    "tr": "çğıi̇öşüâî",
    "sq": "ëç",
    "es": "áéíñóúü",
    "pt": "ãõáâàçéêíóôú",
    "de": "äöüß",
    "fr": "éèêëàâçîïôùûœ",
    "it": "àèéìòù",
    "sv": "åäö",
    "da": "åæø",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюяё",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
# Endings of family names that hold up in Latin letters, and who writes them.
_ENDINGS = {
    "ić": "sh", "ovic": "sh", "evic": "sh", "ová": "cs sk", "ský": "cs sk", "wicz": "pl",
    "czyk": "pl", "ński": "pl", "enko": "uk ru", "chuk": "uk ru", "skyi": "uk", "skyy": "uk",
    "iuk": "uk", "escu": "ro", "oğlu": "tr", "oglu": "tr", "shvili": "ka", "opoulos": "el",
    "akis": "el", "yan": "hy",
}  # fmt: skip
_CYRILLIC = frozenset("sh mk bg ru uk be kk ky mn tg".split())
_GUESSES = frozenset("sh sl cs sk pl hu ro tr sq uk ru bg mk el ka".split())
_CAPITALISED = re.compile(r"[A-ZČĆĐŠŽ](?<!\w.)[^\W\d_]++\b")
_ANY_ENDING = tuple(_ENDINGS)
_LAST_LETTERS = frozenset(ending[-2:] for ending in _ENDINGS)
_TRIM = ".,;:!?()[]\"'“”„‘’«»…—–"
_OTHER_SCRIPTS = (
    ("el", "\u0370", "\u03ff"), ("hy", "\u0530", "\u058f"), ("he", "\u0590", "\u05ff"),
    ("ar", "\u0600", "\u06ff"), ("hi", "\u0900", "\u097f"), ("th", "\u0e00", "\u0e7f"),
    ("ka", "\u10a0", "\u10ff"), ("ja", "\u3040", "\u30ff"), ("zh", "\u4e00", "\u9fff"),
    ("ko", "\uac00", "\ud7af"),
)  # fmt: skip


def read_script(text: str) -> str | None:
    """Return the language whose script most of the letters of `text` are in.

    Only for scripts that name one language well enough; Latin and Cyrillic do not.
    """
    if text.isascii():
        return None
    letters = [letter for letter in text if letter.isalpha()]
    for tag, first, last in _OTHER_SCRIPTS:
        count = sum(first <= letter <= last for letter in letters)
        if count >= 8 and count * 2 > len(letters):
            return tag
    return None


def is_other_script(text: str, target: str) -> bool:
    """Say whether `text` is in Cyrillic though the language of `target` (a group) is not."""
    if target in _CYRILLIC:
        return False
    letters = [letter for letter in text if letter.isalpha()]
    return sum("\u0400" <= letter <= "\u04ff" for letter in letters) * 2 > len(letters)


def letter_votes(text: str) -> Counter[str]:
    """Return, by language, up to three votes for words it writes, less two for any it cannot.

    Only lower-case words with marks count, and words in Cyrillic: names carry the letters of
    their own language into any text.
    """
    votes: Counter[str] = Counter()
    if text.isascii():
        return votes
    words = (word.strip(_TRIM) for word in text.split() if not word.isascii() and word.islower())
    known = [able for able in map(writers, words) if able]
    for tag in _MARKED if known else ():
        able = sum(tag in tags for tags in known)
        votes[tag] = min(able, 3) - 2 * (len(known) - able)
    return votes


def guess_source(text: str, *, besides: str) -> str | None:
    """Return the language that the names of a translation come from, None unless clear.

    Clear means three different names that the language can have written, more than any other
    language could, two in three of all foreign ones, and one that no other language writes.
    """
    names: dict[str, tuple[str, ...]] = {}
    for name in _CAPITALISED.findall(text):
        if name[-2:] in _LAST_LETTERS and name[2:].endswith(_ANY_ENDING):
            ending = max((one for one in _ENDINGS if name.endswith(one)), key=len)
            names[_key(name)] = tuple(_ENDINGS[ending].split())
    if not text.isascii():
        for word in filterfalse(str.isascii, text.split()):
            name = word.strip(_TRIM).removesuffix("'s").removesuffix("’s")
            if not name.isascii() and name[0].isupper() and name.isalpha():
                names.setdefault(_key(name), writers(name.lower()))
    votes = Counter(tag for tags in names.values() for tag in tags if tag != besides)
    ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 3 or ranked[0][1] * 3 < len(names) * 2:
        return None
    best, count = ranked[0]
    clear = len(ranked) == 1 or count > ranked[1][1]
    own = any(tags == (best,) for tags in names.values())
    return best if clear and own and best in _GUESSES else None


def _key(name: str) -> str:
    """Return the same key for the spellings and cases of one name, roughly: its first letters."""
    return fold(name)[:4]


@lru_cache(maxsize=4_096)
def writers(word: str) -> tuple[str, ...]:
    """Return the languages that can have written a lower-case word, by its marked letters."""
    marked = {letter for letter in word if not letter.isascii() and letter.isalpha()}
    return tuple(tag for tag, letters in _MARKED.items() if marked and marked <= set(letters))


def can_write(word: str, language: str) -> bool:
    """Say whether a language (BCP 47) can have written a lower-case word, by its marked letters.

    True as well of languages whose letters are not known here, and of words without marks.
    """
    tag = group(language)
    return tag not in _MARKED or word.isascii() or tag in writers(word)
