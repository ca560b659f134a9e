"""Rebuild `resources/fonts` from the npm packages @fontsource/source-serif-4 and @fontsource/inter (SIL OFL 1.1).

Usage, with fonttools and brotli installed:
    npm pack @fontsource/source-serif-4 @fontsource/inter    (unpack into FOLDER/source-serif-4 and FOLDER/inter)
    python resources/build/fonts.py FOLDER
The packages split each face by script; the parts are joined again, and the families renamed, because the licence
reserves the name "Source" for unchanged fonts.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

PARTS = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese", "greek-ext", "cyrillic-ext"]
FACES = {
    ("source-serif-4", "Diptych Serif", "serif"): [(400, "normal"), (400, "italic"), (600, "normal")],
    ("inter", "Diptych Sans", "sans"): [(400, "normal"), (600, "normal")],
}
STYLES = {
    (400, "normal"): ("Regular", "regular"),
    (400, "italic"): ("Italic", "italic"),
    (600, "normal"): ("SemiBold", "semibold"),
}
TARGET = Path(__file__).resolve().parent.parent / "fonts"


def join(parts: list[Path], scratch: Path) -> TTFont:
    """One font with the characters of all parts, each character taken from the first part that has it."""
    files = []
    for number, part in enumerate(parts):
        font = TTFont(part)
        font.flavor = None
        for table in ("GSUB", "GDEF", "STAT", "DSIG", "HVAR", "MVAR", "avar", "fvar", "gvar", "BASE"):
            if table in font:
                del font[table]
        if number and "GPOS" in font:  # kerning of the Latin part only
            del font["GPOS"]
        files.append(scratch / f"{number}.ttf")
        font.save(files[-1])
    return Merger().merge([str(f) for f in files])


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the font its new family name; the copyright and licence lines stay."""
    for record in list(font["name"].names):
        if record.nameID not in (0, 13, 14):
            font["name"].removeNames(nameID=record.nameID)
    regular = style == "Regular"
    full = family if regular else f"{family} {style}"
    legacy = (family, style) if style in ("Regular", "Italic") else (full, "Regular")
    for number, text in [
        (1, legacy[0]), (2, legacy[1]), (3, f"{full} for Diptych"), (4, full), (5, "Version 1.0"),
        (6, full.replace(" ", "") if regular else family.replace(" ", "") + "-" + style), (16, family), (17, style),
    ]:  # fmt: skip
        font["name"].setName(text, number, 3, 1, 0x409)


def main(folder: Path) -> None:
    TARGET.mkdir(exist_ok=True)
    for (package, family, short), faces in FACES.items():
        files = folder / package / "files"
        (TARGET / f"LICENSE-{short}.txt").write_bytes((folder / package / "LICENSE").read_bytes())
        for weight, slope in faces:
            parts = [files / f"{package}-{part}-{weight}-{slope}.woff2" for part in PARTS]
            style, file = STYLES[weight, slope]
            with tempfile.TemporaryDirectory() as scratch:
                font = join([p for p in parts if p.exists()], Path(scratch))
                rename(font, family, style)
                font.save(TARGET / f"{short}-{file}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
