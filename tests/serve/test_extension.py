"""An extension of a real Chromium asks a real server as the LanguageTool add-on does."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-features=DisableLoadExtensionCommandLineSwitch",
)  # fmt: skip
MANIFEST = {
    "manifest_version": 3,
    "name": "asks as the LanguageTool add-on does",
    "version": "1.0",
    "background": {"service_worker": "ask.js"},
}
ASK = """
globalThis.ask = async base => {
  const text = "🎉 General Mark Rutte met reporters.\\n\\nRute said that Zvecan is near Zvečan.";
  const body = new URLSearchParams({
    data: JSON.stringify({text}), textSessionId: "50132:1", enableHiddenRules: "true",
    motherTongue: "sr", level: "picky", language: "auto", noopLanguages: "sr,en",
    preferredVariants: "en-US,de-DE", disabledRules: "WHITESPACE_RULE",
    useragent: "webextension-chrome-ng", mode: "allButTextLevelOnly",
    allowIncompleteResults: "true"});
  const told = [];
  for (const [path, options] of [
    ["/v2/check?c=1&instanceId=50132%3A17&v=8.11.2", {method: "POST", body}],
    ["/v2/check", {method: "POST", body: JSON.stringify({text, language: "en-US"}),
                   headers: {"content-type": "application/json"}}],
  ]) try {
    const answer = await (await fetch(base + path, options)).json();
    told.push(answer.matches.map(
      m => text.substr(m.offset, m.length) + " → " + m.replacements[0].value));
  } catch (error) { told.push(error.name); }
  return told;
};
"""


@pytest.fixture
def base() -> Iterator[str]:
    command = [sys.executable, "-m", "transcheck", "serve", "--port", "0"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert running.stderr
    yield running.stderr.readline().split("/v2")[0].split(" at ")[1]
    running.send_signal(signal.SIGTERM)
    running.wait(60)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<!doctype html><title>a page</title>")
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    demanded = os.environ.get("TRANSCHECK_DEMAND_BROWSER") == "1"
    if not CHROMIUM:
        (pytest.fail if demanded else pytest.skip)("no Chromium: install Debian's chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    folder = tmp_path / "extension"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps(MANIFEST))
    (folder / "ask.js").write_text(ASK)
    with playwright.sync_playwright() as started:
        flags = [*FLAGS, f"--load-extension={folder}", f"--disable-extensions-except={folder}"]
        context = started.chromium.launch_persistent_context(
            tmp_path / "profile", executable_path=CHROMIUM, headless=False, args=flags
        )
        yield context
        context.close()


def test_an_extension_is_answered_and_a_page_is_not(base: str, site: str, browser: Any) -> None:
    workers = browser.service_workers
    worker = workers[0] if workers else browser.wait_for_event("serviceworker")
    shown = ["Rute → Rutte", "Zvecan → Zvečan"]
    assert worker.evaluate(f"ask('{base}')") == [shown, shown]
    page = browser.new_page()
    page.goto(site)
    page.evaluate(ASK)
    assert page.evaluate(f"ask('{base}')") == ["TypeError", "TypeError"]
