"""The command line: `diptych [FILES]` opens the desk, `diptych compare A B` prints the comparison."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from reader import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code."""
    parser = argparse.ArgumentParser("diptych", description="Read sources side by side.")
    parser.add_argument("--version", action="version", version=f"diptych {__version__}")
    parser.add_argument("files", nargs="*")
    chosen = parser.parse_args(arguments)
    from reader.links import compare
    from reader.reports import comparison_json
    from reader.sources import load

    json.dump(comparison_json(compare([load(path) for path in chosen.files])), sys.stdout, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
