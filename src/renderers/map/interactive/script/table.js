// The table: every dynamic of the period that matches, in the current order.

const COLUMNS = ["name", "theme", "territory", "period", "stage"];

function drawHeadings() {
  $("headings").replaceChildren(...COLUMNS.map((column) => {
    const button = element("button", { type: "button", "data-column": column }, word(column), element("span", { class: "arrow", "aria-hidden": "true" }));
    button.addEventListener("click", () => {
      state.down = state.sort === column && !state.down;
      state.sort = column;
      refresh();
    });
    // Browsers repeat the headings on each printed page, but without the words of buttons.
    const printed = element("span", { class: "printed", "aria-hidden": "true" }, word(column));
    return element("th", { scope: "col", role: "columnheader" }, button, printed);
  }));
}

/** The text of a dynamic in a column, and the value by which the column is sorted. */
function shown([record, stage], column) {
  const { name, theme, territories, period } = records[record];
  switch (column) {
    case "name": return [name, record];
    case "theme": return [themes[theme].names[state.language], theme];
    case "territory": return [territories.join(", "), territories[0] ?? ""];
    case "period": return [period, period];
    default: return [stage === null ? "—" : stages[stage].names[state.language], stage ?? -1];
  }
}

function drawTable() {
  const rows = period().dynamics.filter(([record]) => answering.has(record));
  const collator = new Intl.Collator(code());
  const compare = (one, other) => {
    const [a, b] = [shown(one, state.sort)[1], shown(other, state.sort)[1]];
    const order = typeof a === "number" ? a - b : collator.compare(a, b);
    return (state.down ? -order : order) || one[0] - other[0];
  };
  $("rows").replaceChildren(...rows.sort(compare).map(drawRow));
  for (const heading of $("headings").children) {
    const sorted = heading.firstChild.dataset.column === state.sort;
    if (sorted) heading.setAttribute("aria-sort", state.down ? "descending" : "ascending");
    else heading.removeAttribute("aria-sort");
  }
  $("table").hidden = rows.length === 0;
  $("none").hidden = rows.length > 0;
  return rows.length;
}

function drawRow(row) {
  const [record] = row;
  const cells = COLUMNS.map((column) => {
    const [text] = shown(row, column);
    const told = { role: "cell", "data-heading": word(column) };
    if (column === "name") {
      const button = element("button", { type: "button", class: "link", lang: native(), "data-record": record }, text);
      button.addEventListener("click", () => open([record], button));
      return element("th", { ...told, scope: "row", role: "rowheader" }, button);
    }
    if (column === "theme") return element("td", told, element("span", { class: "theme" }, symbol(records[record].theme), text));
    return element("td", { ...told, lang: column === "territory" ? native() : null }, text);
  });
  return element("tr", { role: "row" }, ...cells);
}
