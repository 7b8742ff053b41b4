"""A review of a few articles in a folder of its own, asked as its page asks."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from transcheck.config import Settings
from transcheck.desk import open_desk
from transcheck.pipeline import check_article
from transcheck.readers import find_inputs, read
from transcheck.review.sitting.places import Places
from transcheck.review.sitting.sitting import Sitting
from transcheck.review.sitting.standing import Standing
from transcheck.serve.review.app import make_app
from transcheck.serve.review.door import Keys

PORT = 4711
ORIGIN = f"http://127.0.0.1:{PORT}"
FERRY = (
    "A ferry for Zvečan\n\nGeneral Mark Rutte met the minister Çavuşoğlu near Zvečan.\n\n"
    "Rute said that Zvecan waits. The minister Cavusoglu agreed with Rute.\n"
)

NAMES = ("Čačak", "Šabac", "Niš", "Pančevo", "Užice", "Požega", "Kuršumlija", "Žabalj")


def article(number: int) -> str:
    """Return an article with each name right once and damaged in a sentence of its own."""
    plain = str.maketrans("čćšžČĆŠŽ", "ccszCCSZ")
    right = "".join(f"The bus to {name} left at noon.\n\n" for name in NAMES)
    wrong = "".join(f"People in {name.translate(plain)} waited.\n\n" for name in NAMES)
    return f"Bus line {number}\n\n{right}{wrong}"


KINDS = ("accept", "not-an-error", "glossary")
"""What is decided of each form in turn, in the order of the forms."""


def read_written(folder: Path, forms: list[str], texts: Iterable[str]) -> Any:
    """Return what decisions left: forms that still stand in each text, waivers, rows' names."""
    left = {}
    for name in texts:
        text = (folder / name).read_text("utf-8")
        left[name] = [form for form in forms if f"in {form} " in text]
    waivers = tomllib.loads((folder / "transcheck-waivers.toml").read_text("utf-8"))["waiver"]
    rows = (folder / "names.csv").read_text("utf-8").splitlines()[1:]
    waived = sorted((one["form"], one["path"]) for one in waivers)
    return left, waived, sorted(row.split(",")[0] for row in rows)


def want_written(data: Any, forms: list[str], texts: Iterable[str]) -> Any:
    """Return what `read_written` has to find when nothing is lost."""
    waived = forms[KINDS.index("not-an-error") :: 3]
    rows = sorted(right_of(data, text) for text in forms[KINDS.index("glossary") :: 3])
    pairs = sorted((text, name) for text in waived for name in texts)
    return dict.fromkeys(texts, waived), pairs, rows


def right_of(data: Any, text: str) -> str:
    """Return what a page proposes for a form."""
    groups = (group for one in data["articles"] for group in one["groups"])
    return str(next(group["fixes"][0] for group in groups if group["text"] == text))


class Page:
    """What an open page knows: the findings it shows, and how it asks for what is decided."""

    def __init__(self, client: TestClient, name: str = "") -> None:
        self.client = client
        answer = client.get(f"/{name}")
        assert answer.status_code == 200, answer.text
        self.text = answer.text
        found = re.search(r'id="data">(.*?)</script>', answer.text, re.DOTALL)
        assert found
        self.data = json.loads(found[1])

    def open(self) -> list[str]:
        """Return the forms that wait for a decision."""
        kept = self.data["kept"]
        return [
            group["text"]
            for article in self.data["articles"]
            for group in article["groups"]
            for place in group["places"]
            if place["print"] not in kept.get(article["key"], {})
        ]

    def wish(self, text: str, decision: str, places: slice = slice(None), **more: str) -> Any:
        """Return the decisions on places of a form, as the page would send them."""
        found = [
            (article["key"], place["print"])
            for article in self.data["articles"]
            for group in article["groups"]
            if group["text"] == text
            for place in group["places"]
        ]
        return [
            {
                "article": key,
                "seen": self.data["seen"][key],
                "fingerprint": mark,
                "decision": decision,
                **more,
            }
            for key, mark in found[places]
        ]

    def decide(self, text: str, decision: str, places: slice = slice(None), **more: str) -> Any:
        wishes = self.wish(text, decision, places, **more)
        assert wishes, f"{text} is no finding of this page"
        return self.send("decide", {"decisions": wishes})

    def send(self, path: str, message: Any, **headers: str) -> Any:
        return self.client.post(f"/{path}", json=message, headers={"Origin": ORIGIN, **headers})


class Review:
    """A review that runs over a folder, without a network."""

    def __init__(self, folder: Path, into: str | None = "names.csv", by: str = "A. Lund") -> None:
        places = Places("transcheck-waivers.toml", into, by)
        desk = open_desk(places.settle(Settings(no_glossaries=True)))
        inputs = find_inputs(["."])
        files = {one.path: str(one.file) for one in inputs.inputs}
        reports, skipped = [], list(inputs.skipped)
        for one in inputs.inputs:
            articles, unread = read(one)
            skipped += unread
            reports += [check_article(article, desk)[0] for article in articles]
        self.folder = folder
        self.sitting = Sitting(Standing(desk, places, reports, skipped, files))
        self.keys = Keys(PORT)
        self.app = make_app(self.sitting, self.keys, PORT)

    def stranger(self) -> TestClient:
        return TestClient(self.app, base_url=ORIGIN)

    def client(self) -> TestClient:
        client = self.stranger()
        client.cookies.set(self.keys.name, self.keys._value)
        return client

    def page(self, name: str = "") -> Page:
        return Page(self.client(), name)

    def text(self, name: str = "ferry.txt") -> str:
        return (self.folder / name).read_text("utf-8")
