"""A server's application with a desk of the shipped glossaries, asked without a network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from transcheck.config import Settings
from transcheck.desk import open_desk
from transcheck.serve.languagetool import make_app


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    desk = open_desk(Settings())
    app = make_app(lambda: desk, ["testserver"], ["https://cms.example"])
    with TestClient(app) as client:
        yield client
