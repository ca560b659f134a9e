"""How long opening takes: a saved page against the bare parser, fifty files, and a text of 5 MB.

usage: python tests/bench/opening_speed.py [--times N]

Times depend on the machine; the ratios are what counts.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from trafilatura import bare_extraction  # noqa: E402

from reader.sources import load  # noqa: E402
from reader.sources.parsing import parse_file  # noqa: E402

SENTENCE = "The night ferry number {n} left the harbour of Norrhamn at noon with all of its passengers aboard. "


def page(paragraphs: int) -> str:
    """A saved page of an article with its data and a menu."""
    menu = "".join(f"<li><a href='/{n}'>Topic {n}</a></li>" for n in range(40))
    text = "".join(f"<p>{''.join(SENTENCE.format(n=4 * p + s) for s in range(4))}</p>\n" for p in range(paragraphs))
    known = {
        "@type": "NewsArticle",
        "headline": "Ferries",
        "author": {"name": "Ana Lind"},
        "url": "https://a.example/1",
    }
    known |= {"datePublished": "2024-05-06T07:00:00Z", "publisher": {"name": "Kusten"}}
    head = f'<head><title>Ferries</title><script type="application/ld+json">{json.dumps(known)}</script></head>'
    return f"<!DOCTYPE html><html lang=en>{head}<body><nav>{menu}</nav><article><h1>Ferries</h1>{text}</article>"


def best(job: Callable[[], object], times: int) -> float:
    """Seconds of the fastest run."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        job()
        found.append(time.perf_counter() - start)
    return min(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=7)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder, "page.html")
        html = page(230)
        saved.write_text(html)
        load(saved)
        parse_file(str(saved), str(saved))
        bare = best(lambda: bare_extraction(html, with_metadata=True, include_comments=False), times)
        here = best(lambda: parse_file(str(saved), str(saved)), times)
        there = best(lambda: load(saved), times)
        print(f"page of {len(html) // 1000} KB: trafilatura alone {bare * 1000:.0f} ms")
        print(f"  parsed here {here / bare:.2f} of that, loaded through the child {there / bare:.2f}")
        print(f"  the child's own cost: {there / here:.2f} of parsing here")
        files = []
        for number in range(50):
            files.append(Path(folder, f"{number}.txt"))
            files[-1].write_text("".join(SENTENCE.format(n=number * 100 + s) for s in range(60)))
        first = best(lambda: load(files[0]), 1)
        every = best(lambda: [load(file) for file in files], 1)
        print(f"50 files: the first after {first / every:.3f} of the time for all ({every * 1000:.0f} ms)")
        long = Path(folder, "long.txt")
        long.write_text("\n\n".join("".join(SENTENCE.format(n=p * 5 + s) for s in range(5)) for p in range(10_000)))
        size = long.stat().st_size
        took = best(lambda: load(long), 1)
        print(f"text of {size / 1e6:.1f} MB: {took:.2f} s, {took / size * 1e9:.0f} ms a MB")


if __name__ == "__main__":
    main()
