"""The LanguageTool server: requests of one article a second on one core, beside a bare route.

python -m benchmarks.serving [--requests 400] [--words 500] [--json]
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from benchmarks.composed import compose_article
from benchmarks.drawn import draw_articles
from benchmarks.tables import Row, print_rows, rows_as_data

PORT = 8797
PATIENCE = 30


def main() -> None:
    """Start the server on one core, ask it from another and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    text = " ".join((draw_articles(1) or [compose_article(1)])[0].split(" ")[: options.words])
    body = urlencode({"text": text, "language": "en-US"}).encode()
    with server() as (connection, started):
        ask(connection, "POST", "/v2/check", body)
        whole = measure(lambda: ask(connection, "POST", "/v2/check", body), options.requests)
        bare = measure(lambda: ask(connection, "GET", "/healthz", b""), options.requests)
    rows = [
        Row("first answer after the start (s)", "≤ 4", (started,)),
        Row("requests a second", "≥ 100", (whole[0], bare[0])),
        Row("half of them within (ms)", "", (whole[1], bare[1])),
        Row("99 of 100 within (ms)", "", (whole[2], bare[2])),
    ]
    systems = [f"an article of {len(text.split())} words", "bare route"]
    if options.json:
        print(json.dumps(rows_as_data(rows, systems), ensure_ascii=False, indent=1))
    else:
        print_rows("transcheck serve, one worker on one core", systems, rows)


@contextmanager
def server() -> Iterator[tuple[http.client.HTTPConnection, float]]:
    """Yield a connection to a server of its own, and the seconds until its first answer."""
    cores = sorted(os.sched_getaffinity(0))
    command = [sys.executable, "-m", "transcheck", "serve", "--port", str(PORT)]
    start = time.perf_counter()
    running = subprocess.Popen(
        command,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, cores[:1]),
    )
    os.sched_setaffinity(0, cores[1:] or cores)
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=PATIENCE)
    try:
        while True:
            try:
                ask(connection, "GET", "/healthz", b"")
                break
            except ConnectionError:
                connection.close()
                if time.perf_counter() - start > PATIENCE:
                    raise
                time.sleep(0.02)
        yield connection, time.perf_counter() - start
    finally:
        running.terminate()
        running.wait()


def ask(connection: http.client.HTTPConnection, method: str, path: str, body: bytes) -> bytes:
    """Return the answer to one request; anything but 200 is an error."""
    headers = {"content-type": "application/x-www-form-urlencoded"} if body else {}
    connection.request(method, path, body or None, headers)
    response = connection.getresponse()
    answer = response.read()
    if response.status != 200:
        raise RuntimeError(f"{path}: {response.status} {answer[:200]!r}")
    return answer


def measure(work: Callable[[], object], times: int) -> tuple[float, float, float]:
    """Return how often a second it is done, and the median and 99th percentile in milliseconds."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    percentiles = statistics.quantiles(took, n=100)
    return len(took) / sum(took), 1000 * statistics.median(took), 1000 * percentiles[98]


if __name__ == "__main__":
    main()
