#!/usr/bin/env python3
"""Build the fonts that pictures of `apes` embed: Lato without what names of places and people never use.

    pip install fonttools
    python build_fonts.py /usr/share/fonts/truetype/lato .      (Debian's fonts-lato, Lato 2.007)

"Lato" is a Reserved Font Name of the SIL Open Font License: a font that was changed bears another name. Glyphs,
advances and kerning of what is kept are Lato's own.
"""
import os, sys
from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "Apes Sans"
KEPT = [(0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x206F),
        (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0xFB00, 0xFB06)]
STYLES = {"Regular": "Regular", "Bold": "Bold", "Italic": "Italic"}


def main(source, out):
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "liga"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    for style in STYLES:
        font = TTFont(os.path.join(source, f"Lato-{style}.ttf"), recalcTimestamp=False)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[code for first, last in KEPT for code in range(first, last + 1)])
        subsetter.subset(font)
        renamed(font, style)
        path = os.path.join(out, f"ApesSans-{style}.ttf")
        font.save(path, reorderTables=True)
        print(path, os.path.getsize(path))


def renamed(font, style):
    table = font["name"]
    owner = "Copyright (c) 2010-2014 by tyPoland Lukasz Dziedzic with Reserved Font Name \"Lato\". Changed: a subset, renamed."
    texts = {0: owner, 1: NAME, 2: style, 3: f"{NAME} {style}, from Lato 2.007", 4: f"{NAME} {style}", 5: "Version 2.007",
             6: f"ApesSans-{style}", 13: "SIL Open Font License, Version 1.1", 14: "https://openfontlicense.org"}
    table.names = []
    for key, text in texts.items():
        table.setName(text, key, 3, 1, 0x409)


if __name__ == "__main__":
    main(*sys.argv[1:])
