#!/usr/bin/env python3
"""Draws world.tsv from Natural Earth's countries (public domain), as npm's world-atlas 2.0.2 packs
them (TopoJSON, ISC licence): make.py countries-110m.json countries-50m.json > world.tsv

One line a country: its ISO 3166-1 alpha-2 code, a tab, and an SVG path in whole units of a map that is
1000 wide (Equal Earth projection, Šavrič, Patterson and Jenny 2018). A country that the coarse map
leaves out is a dot where the fine one has it. Land without a code of ISO 3166-1 stands as `-`.
Antarctica is left out. Needs pycountry.
"""

import json
import math
import sys

import pycountry

WIDTH = 1000
# The map is cut through the Bering Strait, so that no country is.
MIDDLE = 11.5
# Land that the source draws apart and ISO 3166-1 does not.
WITHIN = {"N. Cyprus": "CY", "Somaliland": "SO"}
A = (1.340264, -0.081106, 0.000893, 0.003796)


def project(point):
    turned = (point[0] - MIDDLE + 180) % 360 - 180
    lon, lat = math.radians(turned), math.radians(point[1])
    theta = math.asin(math.sqrt(3) / 2 * math.sin(lat))
    t2 = theta * theta
    t6 = t2**3
    slope = 9 * A[3] * t6 * t2 + 7 * A[2] * t6 + 3 * A[1] * t2 + A[0]
    x = 2 * math.sqrt(3) * lon * math.cos(theta) / (3 * slope)
    y = theta * (A[3] * t6 * t2 + A[2] * t6 + A[1] * t2 + A[0])
    scale = WIDTH / (2 * 2.7066297)
    # The north of Greenland and the south of Chile are what the map reaches to.
    return (x * scale + WIDTH / 2, (1.3173627 - y) * scale)


def rings(topology, geometry):
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(index):
        points, x, y = [], 0, 0
        for dx, dy in topology["arcs"][~index if index < 0 else index]:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        return points[::-1] if index < 0 else points

    def ring(indices):
        points = []
        for index in indices:
            points += arc(index)[1 if points else 0 :]
        return points

    polygons = {"Polygon": lambda g: [g["arcs"]], "MultiPolygon": lambda g: g["arcs"]}
    return [[ring(r) for r in polygon] for polygon in polygons[geometry["type"]](geometry)]


def countries(name):
    topology = json.load(open(name, encoding="utf-8"))
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        known = pycountry.countries.get(numeric=str(geometry.get("id", "")).zfill(3))
        code = known.alpha_2 if known else WITHIN.get(name, "-")
        if code != "AQ" and geometry.get("type") in ("Polygon", "MultiPolygon"):
            yield code, rings(topology, geometry)


def path(ring):
    points = []
    for point in map(project, ring):
        rounded = (round(point[0]), round(point[1]))
        if not points or points[-1] != rounded:
            points.append(rounded)
    if len(points) < 4:
        return ""
    steps = zip(points, points[1:-1])
    lines = "".join(f"{b[0] - a[0]} {b[1] - a[1]} " for a, b in steps)
    return f"M{points[0][0]} {points[0][1]}l{lines.strip().replace(' -', '-')}z"


def dot(polygons):
    outer = max((polygon[0] for polygon in polygons), key=len)
    xs, ys = zip(*map(project, outer))
    x, y = round((min(xs) + max(xs)) / 2), round((min(ys) + max(ys)) / 2)
    return f"M{x - 2} {y}a2 2 0 1 0 4 0a2 2 0 1 0-4 0z"


drawn = {}
for code, polygons in countries(sys.argv[1]):
    drawn[code] = drawn.get(code, "") + "".join(path(r) for polygon in polygons for r in polygon)
for code, polygons in countries(sys.argv[2]):
    if not drawn.get(code) and code != "-":
        drawn[code] = dot(polygons)
for code in sorted(drawn):
    print(f"{code}\t{drawn[code]}")
