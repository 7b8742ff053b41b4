"""Requests made at random: whatever is sent, the server stays and never fails by itself."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from transcheck.serve.question import read_question

WORDS = st.sampled_from(
    ["Rute", "Rutte", "Zvecan", "Zvečan", "🎉", "\u202e", "\ud800", "\0", "\r\n"]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=8).map(" ".join))
KEYS = st.sampled_from(
    ["text", "data", "language", "enabledRules", "enabledOnly", "mode", "preferredVariants", "x"]
)
LANGUAGES = st.sampled_from(["en", "en-US", "auto", "", "xx", "-", "en-"])
PIECES = st.lists(
    st.dictionaries(st.sampled_from(["text", "markup", "interpretAs"]), TEXTS, max_size=3),
    max_size=5,
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(TEXTS, inner, max_size=3)),
    max_leaves=6,
)
FIELDS = st.one_of(
    st.fixed_dictionaries(
        {"language": LANGUAGES, "text": TEXTS},
        optional={"mode": st.sampled_from(["all", "textLevelOnly", "allButTextLevelOnly", "x"])},
    ),
    st.fixed_dictionaries({"language": LANGUAGES, "data": st.dictionaries(KEYS, TEXTS)}),
    st.fixed_dictionaries(
        {"language": LANGUAGES, "data": st.fixed_dictionaries({"annotation": PIECES})}
    ),
    st.dictionaries(KEYS, VALUES, max_size=5),
)
RAW = st.builds("text={}&language={}".format, TEXTS, LANGUAGES)
BODIES = st.one_of(
    FIELDS.map(lambda fields: json.dumps(fields).encode()),
    RAW.map(lambda form: form.encode("utf-8", "surrogatepass")),
    st.binary(max_size=80),
)
KINDS = st.sampled_from(
    ["application/json", "application/x-www-form-urlencoded", "text/plain", "", "multipart/x; ="]
)


def find_fault(
    client: TestClient, method: str, path: str, kind: str, body: bytes, origin: bytes
) -> str:
    """Return what is wrong with the answer to a request, "" for nothing."""
    headers = {"content-type": kind.encode()} | ({"origin": origin} if origin else {})
    answer = client.request(method, path, content=body, headers=headers)
    if answer.status_code >= 500:
        return f"{answer.status_code}: {answer.text}"
    if answer.status_code == 200 and path == "/v2/check" and method != "HEAD":
        for match in answer.json()["matches"]:
            if match["length"] == 0 and match["replacements"]:
                return f"nothing to replace: {match}"
    return ""


PATHS = st.sampled_from(["/v2/check", "/v2/check", "/v2/languages", "/v2/", "/..", "/healthz"])
METHODS = st.sampled_from(["POST", "POST", "GET", "PUT", "HEAD", "OPTIONS", "DELETE"])
ORIGINS = st.sampled_from(["", "", "moz-extension://a", "https://cms.example", "https://x", "é"])
ASKED = given(METHODS, PATHS, KINDS, BODIES, ORIGINS.map(lambda text: text.encode("latin-1")))
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@ASKED
@settings(max_examples=150, deadline=None, suppress_health_check=SHARED)
def test_no_request_fails_the_server(client, method, path, kind, body, origin):
    assert find_fault(client, method, path, kind, body, origin) == ""


@pytest.mark.long
@ASKED
@settings(max_examples=5_000, deadline=None, suppress_health_check=SHARED)
def test_no_request_of_many_fails_the_server(client, method, path, kind, body, origin):
    assert find_fault(client, method, path, kind, body, origin) == ""


WHOLE = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)


@given(
    st.lists(
        st.one_of(
            st.fixed_dictionaries({"text": WHOLE}),
            st.fixed_dictionaries({"markup": WHOLE}, optional={"interpretAs": WHOLE}),
        ),
        max_size=6,
    )
)
@settings(max_examples=200, deadline=None)
def test_text_is_placed_letter_by_letter_and_markup_whole(pieces):
    body = json.dumps({"data": {"annotation": pieces}, "language": "en"}).encode()
    question = read_question(body, "application/json")
    here = there = 0
    for piece in pieces:
        text, markup = piece.get("text"), piece.get("markup", "")
        if text is not None and text:
            assert question.place(here) == there
            assert question.place(here + len(text), end=True) == there + len(text)
        for at in range(1, len(piece.get("interpretAs", "")) + 1):
            assert question.place(here + at - 1) == there
            assert question.place(here + at, end=True) == there + len(markup)
        here += len(piece.get("interpretAs", "") if text is None else text)
        there += len(markup if text is None else text)
