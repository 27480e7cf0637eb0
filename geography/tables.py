"""Reading of the packages and writing of the tables, for the scripts that build them."""
import json, os


def load(folder, name):
    return json.load(open(os.path.join(folder, name + ".json"), encoding="utf-8"))


def write(folder, name, columns, rows):
    rows = sorted(rows, key=lambda row: row[0].encode())
    codes = [row[0] for row in rows]
    assert len(set(codes)) == len(codes), f"{name}: a code occurs twice"
    lines = ["\t".join(columns)]
    for row in rows:
        cells = ["" if cell is None else str(cell) for cell in row]
        assert not any(mark in cell for cell in cells for mark in "\t\r\n"), row
        assert len(cells) == len(columns), row
        lines.append("\t".join(cells))
    text = "\n".join(lines) + "\n"
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        file.write(text)
    print(f"{name:24} {len(rows):>6} rows {len(text.encode()):>9} bytes")
