#!/usr/bin/env python3
"""Build the tables of codes of yesterday: intercommunalities and regions that are gone, with their heirs.

    python build_history.py --vintages OLD [OLD ...] --npm npm/package/data --out .

OLD are folders `data` of earlier versions of @etalab/decoupage-administratif, or of the package @etalab/epci from
which it took over, oldest first; `--npm` is that of the version from which build_tables.py makes the other tables.
`--members` names files of earlier compositions with the columns `siren`, `nom` and `insee` (one line a commune).

    fr-anciens-epci.tsv      code nom epci part     part: percent of its communes that lie in the heir today
    fr-anciennes-regions.tsv code nom region        the 22 regions of 1982 to 2015 that merged on 1 January 2016

The heir of an intercommunality is the one of today in which most of its last known communes lie; at a tie, the one
with the smaller code. Communes are followed through their own mergers. An intercommunality of which no commune
lies in one of today is left out.
"""
import argparse, collections, csv
from tables import load, write

# Law 2015-29 of 16 January 2015, article 1; codes: Insee, code officiel géographique 2015 and 2016. Registries of
# packages begin later, so these sixteen codes are written here. Codes that stayed (11, 24, 52, 53, 93, 94) are not
# of yesterday.
FORMER_REGIONS = [
    ("21", "Champagne-Ardenne", "44"), ("22", "Picardie", "32"), ("23", "Haute-Normandie", "28"),
    ("25", "Basse-Normandie", "28"), ("26", "Bourgogne", "27"), ("31", "Nord-Pas-de-Calais", "32"),
    ("41", "Lorraine", "44"), ("42", "Alsace", "44"), ("43", "Franche-Comté", "27"),
    ("54", "Poitou-Charentes", "75"), ("72", "Aquitaine", "75"), ("73", "Midi-Pyrénées", "76"),
    ("74", "Limousin", "75"), ("82", "Rhône-Alpes", "84"), ("83", "Auvergne", "84"),
    ("91", "Languedoc-Roussillon", "76"),
]


class Today:
    """The communes and intercommunalities of today."""

    def __init__(self, npm):
        communes, epci = load(npm, "communes"), load(npm, "epci")
        self.epci = {e["code"] for e in epci}
        epci_of = {member["code"]: e["code"] for e in epci for member in e["membres"]}
        living = {c["code"] for c in communes if c["type"] == "commune-actuelle"}
        self.epci_of = {code: epci_of.get(code) for code in living}
        for c in communes:
            if c["type"] == "commune-actuelle":
                for old in c.get("anciensCodes", []):
                    self.epci_of.setdefault(old, epci_of.get(c["code"]))
            else:
                self.epci_of.setdefault(c["code"], epci_of.get(c.get("chefLieu") or c.get("commune")))


def former(today, vintages, members):
    """{code: (name, communes)} of every intercommunality that is gone, as it was last."""
    found = {}
    for path in members:
        with open(path, encoding="utf-8", newline="") as file:
            rows = collections.defaultdict(list)
            for row in csv.DictReader(file, delimiter="\t"):
                rows[row["siren"], row["nom"]].append(row["insee"])
            found.update({siren: (name, codes) for (siren, name), codes in rows.items()})
    for folder in vintages:
        for e in load(folder, "epci"):
            found[e["code"]] = (e["nom"], [member["code"] for member in e["membres"]])
    return {code: last for code, last in found.items() if code not in today.epci}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vintages", nargs="+", required=True, help="folders data of earlier versions, oldest first")
    parser.add_argument("--members", nargs="*", default=[], help="tables of compositions older than these, oldest first")
    parser.add_argument("--npm", required=True, help="folder data of the npm package @etalab/decoupage-administratif")
    parser.add_argument("--out", default=".")
    options = parser.parse_args()
    today = Today(options.npm)
    rows = []
    for code, (name, communes) in former(today, options.vintages, options.members).items():
        heirs = collections.Counter(today.epci_of.get(commune) for commune in communes)
        heirs.pop(None, None)
        if heirs:
            heir = min(heirs, key=lambda epci: (-heirs[epci], epci))
            # Below 100 only if some commune really lies elsewhere: rounding must not say that none does.
            part = 100 * heirs[heir] // len(communes)
            rows.append((code, name, heir, part))
    write(options.out, "fr-anciens-epci.tsv", ["code", "nom", "epci", "part"], rows)
    write(options.out, "fr-anciennes-regions.tsv", ["code", "nom", "region"], FORMER_REGIONS)


if __name__ == "__main__":
    main()
