"""News articles composed from our own sentences: no two alike, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path


def _list(text: str, mark: str | None = None) -> list[str]:
    """Cut a block of text into its entries."""
    return " ".join(text.split()).split(mark)


GIVEN = _list("""
Ana Boris Carla Danilo Elena Filip Greta Hana Igor Jelena Karel Lana Mirko Nadia Oskar
Petra Rade Sanja Tomas Una Viktor Wanda Zoran Živa Šimun Čedo Đorđe Agnes Bruno Cecile Dirk Erik
Flora Gianni Henrik Irena Joao Klara Leon Magda Niels Olga Pavel Rita Stefan Tea Ulrich Vesna""")
STEMS = _list("""
Barn Brad Cvet Dal Drag Elk Ferr Gol Gran Hal Hor Ilk Jar Kal Karst Kov Kran Lad Lind
Lor Mar Mel Mil Mor Nov Obr Orl Pal Pern Pet Rad Rav Rist Sal Sand Sev Sol Star Tad Tarn Tom Torv
Ug Val Ved Vest Vid Vol Vuk Zel Žar Šal Čar Đur""")
ENDINGS = _list("""
ić ović ević ač ek ski inger mann sson quist aro etti ens ley ford ou uro escu aitis
enko eau ström""")
TOWNS = _list("""
Northport Vellin Karsk Dolna Brevik Lunesta Marrow Ostrava Belgrade Zagreb Sarajevo
Podgorica Tirana Skopje Vienna Prague Lisbon Tallinn Riga Geneva Bergen Trieste Graz Tampere Malmö
Gdańsk Kraków Niš Čačak Šibenik Zürich Córdoba""")
COUNTRIES = _list("""
Serbia Croatia Bosnia Montenegro Albania Austria Slovenia Hungary Romania Bulgaria
Norway Portugal Estonia Latvia Switzerland Italy Poland Finland Sweden Germany""")
BODIES = _list(
    """the European Commission|the Ministry of Health|the City Council|the National Bank|the
Court of Audit|the Railway Board|the Harbour Authority|the Teachers' Union|the Energy Agency|the
Statistics Office|the Faculty of Law|the Institute for Public Health""",
    "|",
)
TITLES = ["Minister", "President", "Mayor", "Professor", "Dr.", "Judge", "Ambassador", "Mr", "Ms"]
TOPICS = _list(
    """a new rail link|the winter budget|flood defences|school meals|the price of gas|a border
crossing|the old tram depot|hospital waiting lists|a film festival|fishing quotas|the bridge over
the river|a data centre|the pension reform|bus fares|the national park""",
    "|",
)
DAYS = _list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = _list("January February March April May June July September October November")

SENTENCES = """{title} {full} said on {day} that {town} would pay for {topic} before {month}.
{body} in {town} confirmed the figures, but {last} called them premature.
According to {last}, about {n} people signed the letter about {topic}.
"We will not wait for {month}," {last} told reporters in {town}.
{other} of {body} disagreed with {last} and asked for a vote on {topic}.
The talks between {country} and {country2} will continue in {town} on {day}.
{last}'s office did not answer questions about {topic}.
In {town2}, the mayor {other} opened an exhibition about {topic}.
The agreement, signed in {town} on {n2} {month}, names {full} as its guarantor.
{country} has spent {n} million euros on {topic} since {year}, {body} reported.
"Nobody asked {other_last}," said {full}, who arrived from {town2} on {day}.
Critics in {country2} say that {topic} cannot be settled without {body}.
A spokesman for {other_last} said the visit to {town} had been planned since {month}.
{other_last} and {last} met for {n2} minutes and left by separate doors.
The {country} delegation, led by {title} {last}, stayed in {town2} until {day}.
Two of the {n2} proposals came from {other}, one from {body}.
Rain delayed the ceremony, and {full} spoke inside the town hall of {town}.
{body} will publish its report on {topic} in {month} {year}.
It was the third time that {last} had raised {topic} in {town}.
Shops in {town2} stayed closed on {day} while {other_last} visited the market.
The newspaper of {town} printed the letter of {full} on its front page.
Residents of {town} have complained about {topic} for {n2} years.
"It is {last} who must explain it," {other} said in {town2}.
{title} {other_last} thanked {country} for its help with {topic}.
Prices rose by {n2} per cent in {month}, more than {body} had expected.
Asked about {country2}, {last} said only that the law was clear.
The court in {town2} will hear {other} on {day}, {n2} {month}.
Neither {full} nor {other} wished to comment on {topic}.
From {town} the road to {town2} is {n} kilometres long.
Last week {body} wrote to {last} and to {other_last} about {topic}.""".splitlines()
HEADLINES = """{last} defends {topic} in {town}
{country} and {country2} at odds over {topic}
{town} waits for {body}
{other_last}: nobody asked us about {topic}""".splitlines()
DAMAGE: tuple[Callable[[str], str], ...] = (
    lambda name: name.translate(str.maketrans("ćčšžđŽŠČÄöü", "ccszdZSCAou")),
    lambda name: name.replace("ll", "l").replace("tt", "t").replace("nn", "n").replace("ss", "s"),
    lambda name: name + "a",
)


@dataclass(frozen=True)
class Person:
    """Somebody in the news: given name and surname."""

    given: str
    last: str


def compose_article(seed: int, words: int = 500) -> str:
    """Return an article of at least `words` words, a paragraph a line.

    In one article of three a name is damaged in some of its places, as engines do.
    """
    draw = random.Random(seed)
    people = [_person(draw) for _ in range(draw.randint(5, 9))]
    damage = draw.choice(DAMAGE) if draw.random() < 1 / 3 else None
    lines = [_fill(draw, draw.choice(HEADLINES), people, None)]
    count = len(lines[0].split())
    while count < words:
        chosen = draw.sample(SENTENCES, draw.randint(2, 4))
        paragraph = " ".join(_fill(draw, one, people, damage) for one in chosen)
        lines.append(paragraph)
        count += len(paragraph.split())
    return "\n".join(lines) + "\n"


def compose_articles(number: int, seed: int = 1) -> Iterator[str]:
    """Return `number` articles, each different, the same for the same seed."""
    return (compose_article(seed * 1_000_003 + index) for index in range(number))


def write_articles(folder: Path, number: int, seed: int = 1) -> None:
    """Write composed articles to a folder, one file each."""
    for index, text in enumerate(compose_articles(number, seed)):
        (folder / f"article-{index:05d}.txt").write_text(text, encoding="utf-8")


def compose_long(characters: int, *, one_line: bool = False, seed: int = 7) -> str:
    """Return a text of exactly `characters` code points, on one line if asked."""
    pieces: list[str] = []
    length = index = 0
    while length < characters:
        pieces.append(compose_article(seed * 1_000_003 + index))
        length += len(pieces[-1])
        index += 1
    text = "".join(pieces)[:characters]
    return text.replace("\n", " ") if one_line else text


def _person(draw: random.Random) -> Person:
    return Person(draw.choice(GIVEN), draw.choice(STEMS) + draw.choice(ENDINGS))


def _fill(
    draw: random.Random, sentence: str, people: list[Person], damage: Callable[[str], str] | None
) -> str:
    one, other = draw.sample(people, 2)
    town, town2 = draw.sample(TOWNS, 2)
    country, country2 = draw.sample(COUNTRIES, 2)
    last = one.last
    if damage and one is people[0] and draw.random() < 0.4:
        last = damage(last)
    filled = sentence.format(
        full=f"{one.given} {one.last}",
        last=last,
        other=f"{other.given} {other.last}",
        other_last=other.last,
        title=draw.choice(TITLES),
        town=town,
        town2=town2,
        country=country,
        country2=country2,
        body=draw.choice(BODIES),
        topic=draw.choice(TOPICS),
        day=draw.choice(DAYS),
        month=draw.choice(MONTHS),
        n=draw.randint(31, 950),
        n2=draw.randint(2, 28),
        year=draw.randint(1998, 2024),
    )
    return filled[0].upper() + filled[1:]
