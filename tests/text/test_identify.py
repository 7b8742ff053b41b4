"""What a passage reads as: right where it is clear, undecided where it is not, always the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from transcheck.text import identify as module
from transcheck.text import profiles
from transcheck.text.identify import count_sides, identify
from transcheck.text.letters import guess_source

SERBIAN = (
    "Predsednik opštine je izjavio da će radovi na putu biti završeni pre zime i da neće biti "
    "novih troškova. On je dodao da su svi radnici na terenu i da se radi i noću, kako bi put bio "
    "otvoren do kraja godine, kao što je obećano."
)
# Its function words are nearly all shared with the neighbours.
SLOVENE = (
    "Predsednik vlade je na sestanku predstavil načrt obnove železniške proge, ministrica pa "
    "poročilo o prometu. Podjetja iz Maribora, Celja, Kopra zahtevajo pojasnila, ker so stroški "
    "previsoki za podjetja. Po mnenju stroke je predlog za obnovo slab, a vlada na predlog molči."
)
SENTENCES = {
    "en": "The minister said that the road would be open before the end of the year.",
    "sh": "Ministar je rekao da će put biti otvoren pre kraja godine i da neće biti skuplji.",
    "mk": "Министерот рече дека патот ќе биде отворен до крајот на годината и дека нема да чека.",
    "bg": "Министърът каза, че пътят ще бъде отворен до края на годината и че няма да чака.",
    "ru": "Министр сказал, что дорога будет открыта до конца года и что он не может ждать.",
    "uk": "Міністр сказав, що дорога буде відкрита до кінця року і що він не може чекати.",
    "sl": "Minister je dejal, da bo cesta odprta do konca leta in da ne bo več čakal.",
    "cs": "Ministr řekl, že silnice bude otevřena do konce roku a že už nemůže čekat.",
    "sk": "Minister povedal, že cesta bude otvorená do konca roka a že už nemôže čakať.",
    "pl": "Minister powiedział, że droga będzie otwarta do końca roku i że nie może czekać.",
    "sq": "Ministri tha se rruga do të hapet deri në fund të vitit dhe se nuk mund të presë.",
    "de": "Der Minister sagte, dass die Straße bis zum Ende des Jahres nicht offen sein wird.",
    "fr": "Le ministre a déclaré que la route serait ouverte avant la fin de cette année.",
    "it": "Il ministro ha detto che la strada non sarà aperta prima della fine di questo anno.",
    "es": "El ministro dijo que la carretera no estará abierta antes de que termine el año.",
    "pt": "O ministro disse que a estrada não estará aberta até ao fim do ano, mas há outra.",
    "nl": "De minister zei dat de weg niet voor het einde van dit jaar open zal zijn.",
    "tr": "Bakan, yolun yıl sonuna kadar açık olacağını ve daha çok beklemek için neden yok dedi.",
    "hu": "A miniszter azt mondta, hogy az út nem lesz kész az év végéig, és már nem várhat.",
    "ro": "Ministrul a spus că drumul va fi deschis până la sfârșitul anului și nu mai așteaptă.",
    "el": "Ο υπουργός είπε ότι ο δρόμος θα είναι ανοιχτός μέχρι το τέλος του χρόνου.",
}
ASK = """
import sys
from transcheck.text.identify import identify
from test_identify import SERBIAN, SLOVENE
print([identify(text) for text in (SERBIAN, SLOVENE, SERBIAN + SLOVENE) for _ in range(50)])
"""


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_sentence_is_read(tag: str) -> None:
    assert identify(SENTENCES[tag]) == tag


@pytest.mark.parametrize("tag", [tag for tag in SENTENCES if tag != "en"])
def test_a_sentence_is_read_beside_any_expected_language(tag: str) -> None:
    assert identify(SENTENCES["en"], expected=tag) == "en"
    assert identify(SENTENCES[tag], expected=tag) == tag


def test_serbian_in_cyrillic_is_not_macedonian() -> None:
    text = "Министар је рекао да ће пут бити отворен пре краја године и да неће бити скупљи."
    assert identify(text) == "sh"
    assert identify(" ".join([text] * 6)) == "sh"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1914",
        "Rutte in Pristina",
        "Real Madrid, Atlético de Madrid, Deportivo de La Coruña, Celta de Vigo",
        "Siniša Mali, Ana Brnabić, Ivica Dačić, Nikola Selaković, Maja Gojković",
        "Novi Sad",
        "OK!",
    ],
)
def test_short_text_and_names_are_left_undecided(text: str) -> None:
    assert identify(text) is None


def test_fifty_runs_give_one_answer() -> None:
    for text in (SERBIAN, SLOVENE, SERBIAN + SLOVENE, SENTENCES["en"] + SERBIAN):
        assert len({identify(text) for _ in range(50)}) == 1


def test_processes_give_one_answer() -> None:
    answers = set()
    for seed in ("0", "1", "4711", "random"):
        run = subprocess.run(
            [sys.executable, "-c", ASK],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)},
            capture_output=True,
            text=True,
            check=True,
        )
        answers.add(run.stdout)
    assert len(answers) == 1
    assert "'sh'" in answers.pop()


def test_langdetect_decides_between_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    assert identify(SLOVENE) == "sl"
    monkeypatch.setattr(module, "detect", lambda text, hits: None)
    assert identify(SLOVENE) is None, "stop words alone decide: langdetect does no work here"


def test_langdetect_loads_few_profiles() -> None:
    identify(SLOVENE)
    from langdetect import detector_factory

    assert detector_factory._factory is None, "the 55 default profiles were loaded"
    assert len(profiles._LATIN) + len(profiles._CYRILLIC) <= 22


def test_english_needs_no_langdetect() -> None:
    code = (
        "import sys; from transcheck.text.identify import identify; from test_identify import *;"
        "identify(' '.join([SENTENCES['en']] * 20)); identify(SENTENCES['sh']);"
        "assert 'langdetect' not in sys.modules"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_likely_language_decides_a_tie() -> None:
    text = "Zahvaljujem se predsedniku zbora za izrečene besede."
    assert identify(text) is None
    assert identify(text, likely="sl") == "sl"
    assert identify(SENTENCES["en"], likely="sl") == "en"


def test_sides_are_counted() -> None:
    own, other = count_sides("The road je zatvoren, said the police, jer je pao sneg.", "en")
    assert own == 3
    assert other == 3


def test_names_tell_a_source_language_only_when_clear() -> None:
    clear = "Vučić met Đukanović in Brčko; Zvečan and Čačak were not on the list."
    assert guess_source(clear, besides="en") == "sh"
    assert guess_source("Babiš and Řehka met Šmíd in Ústí and Zlín.", besides="en") == "cs"
    assert guess_source("Milatovic met Petrovic, Jovanovic and Simonovic.", besides="en") == "sh"
    assert guess_source("Vučić arrived in Brussels.", besides="en") is None
    assert guess_source("Vučić, Vučića, Vučiću and Vučićem are one man.", besides="en") is None
    assert guess_source("Vučić, Babiš, Müller, Rodríguez and Çavuşoğlu met.", besides="en") is None
    assert guess_source("The minister said the road would be open.", besides="en") is None
