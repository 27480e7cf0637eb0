// Filters by theme and stage with their counts, and the dynamics that are off the map.

const CHOICES = [
  ["theme-list", "themes", () => themes.map((theme, place) => ({ id: theme.id, name: theme.names[state.language], place }))],
  ["stage-list", "stages", () => [...stages.map((stage) => ({ id: stage.id, name: stage.names[state.language] })), { id: STAGELESS, name: word("stageless") }]],
];

/** Makes the buttons again, with names in the current language. */
function drawFilters() {
  for (const [list, chosen, choices] of CHOICES) {
    $(list).replaceChildren(...choices().map(({ id, name, place }) => {
      const parts = place === undefined ? [] : [symbol(place)];
      const label = element("span", { class: "choice-name" }, name);
      const button = element("button", { type: "button", "data-id": id }, ...parts, label, element("span", { class: "choice-count" }));
      button.addEventListener("click", () => {
        if (!state[chosen].delete(id)) state[chosen].add(id);
        refresh();
      });
      return element("li", {}, button);
    }));
  }
}

/** Shows which filters are active, and the counts of the period. */
function markFilters() {
  const counted = period().dynamics.map(([record]) => stageOf(record));
  for (const [list, chosen] of CHOICES) {
    $(list).classList.toggle("chosen", state[chosen].size > 0);
    $(list).querySelectorAll("button").forEach((button, place) => {
      const { id } = button.dataset;
      button.setAttribute("aria-pressed", String(state[chosen].has(id)));
      const [count, ...notes] = list === "theme-list"
        ? period().counts[place]
        : [counted.filter((stage) => stage === id).length];
      const note = notes[state.language];
      button.lastChild.replaceChildren(number(count), ...(note ? [element("small", {}, ` ${note}`)] : []));
    });
  }
  $("stages").hidden = counted.every((stage) => stage === STAGELESS) && state.stages.size === 0;
}

/** Shows the dynamics that count without a place on the map. */
function drawTray() {
  const { tray, trayNote } = period();
  $("tray").hidden = tray.length === 0;
  $("tray-help").textContent = trayNote[state.language] || word("trayHelp");
  const parts = [["unplaced", 1], ["byCount", 2]].flatMap(([name, column]) => {
    const rows = tray.filter((row) => row[column] > 0);
    const total = rows.reduce((sum, row) => sum + row[column], 0);
    const items = rows.map((row) => {
      const times = element("span", { "aria-hidden": "true" }, `×${number(row[column])}`);
      const said = element("span", { class: "unseen" }, `${themes[row[0]].names[state.language]}, ${number(row[column])}`);
      return element("li", { title: themes[row[0]].names[state.language] }, symbol(row[0], false), times, said);
    });
    return total ? [element("p", { class: "part" }, `${number(total)} ${word(name)}`), element("ul", { class: "tray" }, ...items)] : [];
  });
  $("tray-body").replaceChildren(...parts);
}
