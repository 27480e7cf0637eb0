#!/usr/bin/env python3
"""Build the fonts that `apes` embeds: Lato without what names of places and people never use, and two spare fonts
for symbols, other scripts and pictograms.

    pip install fonttools brotli
    npm install @fontsource/noto-emoji@5.3.2
    python build_fonts.py lato /usr/share/fonts/truetype/lato .      (Debian's fonts-lato, Lato 2.007)
    python build_fonts.py symbols /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf .      (fonts-dejavu-core, 2.37)
    python build_fonts.py emoji node_modules/@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff2 .

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


# Arrows, signs, shapes, dingbats, and the scripts whose letters DejaVu joins and turns as they are written.
SYMBOLS = [(0x20, 0x20), (0x300, 0x36F), (0x370, 0x5FF), (0x600, 0x6FF), (0x750, 0x77F), (0x10A0, 0x10FF), (0x1F00, 0x1FFF),
           (0x2000, 0x2BFF), (0x2C60, 0x2C7F), (0x2D00, 0x2D7F), (0x2E00, 0x2E7F), (0xFB13, 0xFDFF), (0xFE70, 0xFEFF), (0xFFFD, 0xFFFD),
           (0x1F000, 0x1F0FF), (0x1F600, 0x1F64F)]
# Pictograms of one character; sequences (families, flags, shades of skin) are drawn one by one.
EMOJI = [(0x2600, 0x27BF), (0x2B00, 0x2BFF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F7E0, 0x1F7EB), (0x1F900, 0x1FAFF)]


def subset_of(path, kept):
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "liga", "init", "medi", "fina", "isol", "rlig"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.flavor = None
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in kept for code in range(first, last + 1)])
    subsetter.subset(font)
    return font


def lato(source, out):
    for style in STYLES:
        font = subset_of(os.path.join(source, f"Lato-{style}.ttf"), KEPT)
        owner = "Copyright (c) 2010-2014 by tyPoland Lukasz Dziedzic with Reserved Font Name \"Lato\". Changed: a subset, renamed."
        licence = ("SIL Open Font License, Version 1.1", "https://openfontlicense.org")
        save(font, NAME, style, "Lato 2.007", owner, licence, out)


def symbols(source, out):
    owner = "Copyright (c) 2003 by Bitstream, Inc. All Rights Reserved. Copyright (c) 2006 by Tavmjong Bah. DejaVu changes are in public domain. Changed: a subset, renamed."
    save(subset_of(source, SYMBOLS), "Apes Symbols", "Regular", "DejaVu Sans 2.37", owner, ("Bitstream Vera Fonts licence", "https://dejavu-fonts.github.io/License.html"), out)


def emoji(source, out):
    owner = "Copyright 2013, 2022 Google Inc. All Rights Reserved. Changed: a subset, renamed."
    save(subset_of(source, EMOJI), "Apes Emoji", "Regular", "Noto Emoji", owner, ("SIL Open Font License, Version 1.1", "https://openfontlicense.org"), out)


def save(font, family, style, origin, owner, licence, out):
    table = font["name"]
    texts = {0: owner, 1: family, 2: style, 3: f"{family} {style}, from {origin}", 4: f"{family} {style}", 5: f"Version {font['head'].fontRevision:.3f}",
             6: f"{family.replace(' ', '')}-{style}", 13: licence[0], 14: licence[1]}
    table.names = []
    for key, text in texts.items():
        table.setName(text, key, 3, 1, 0x409)
    path = os.path.join(out, f"{family.replace(' ', '')}-{style}.ttf")
    font.save(path, reorderTables=True)
    print(path, os.path.getsize(path))


if __name__ == "__main__":
    which, *paths = sys.argv[1:]
    {"lato": lato, "symbols": symbols, "emoji": emoji}[which](*paths)
