// The map of the current period: symbols are links; names and leaders are where the program placed them.

/** Width and height of the area around a symbol that can be pressed, in pixels of the map. */
const TARGET = [30.5, 28.5];

/** Draws everything that changes from period to period. */
function drawMap() {
  const { blocks, wide, names, tints } = period();
  const shades = new Map(tints);
  document.querySelectorAll("#basemap .tint").forEach((path, place) => {
    path.setAttribute("class", shades.has(place) ? `tint tint-${shades.get(place)}` : "tint");
  });
  document.querySelectorAll("#basemap .name").forEach((group, place) => {
    group.classList.toggle("off", !names.includes(place));
  });
  const drawnBlocks = blocks.map((block) => drawBlock(block));
  $("marks").replaceChildren(...blocks.flatMap(drawLeader), ...(wide ? [drawWide(wide)] : []), ...drawnBlocks);
  $("elsewhere").hidden = ![...blocks.flatMap((block) => block[1])].some(([, full]) => full === 0);
}

function drawLeader([, , , leader]) {
  if (!leader) return [];
  const [[x1, y1], [x2, y2], dot] = leader;
  const line = (kind) => drawn("path", { class: kind, d: `M${x1} ${y1}L${x2} ${y2}` });
  const anchor = dot ? [drawn("circle", { class: "anchor", cx: x1, cy: y1, r: 3.2 })] : [];
  return [drawn("g", { "aria-hidden": "true" }, line("leader-edge"), line("leader"), ...anchor)];
}

function drawBlock([scale, cells, name]) {
  const label = name.map(([line]) => text(line)).join(" ");
  const lines = name.map(([line, [x, y]]) => drawn("text", { x, y, "font-size": 16 * scale }, text(line)));
  const labels = drawn("g", { class: "label", "aria-hidden": "true" }, ...lines);
  return drawn("g", { class: "block" }, ...cells.map((cell) => drawCell(cell, scale, label)), labels);
}

/** The box of dynamics that concern the whole region. */
function drawWide([[x, y, width, height], at, cells, scale]) {
  const box = drawn("rect", { class: "box", x, y, width, height, rx: 6 });
  const heading = at ? [drawn("text", { class: "box-title", x: at[0], y: at[1], "font-size": 15, "aria-hidden": "true" }, word("region"))] : [];
  return drawn("g", { class: "block" }, box, ...heading, ...cells.map((cell) => drawCell(cell, scale, word("region"))));
}

/** A symbol: for one dynamic, or for several of a theme with their number. */
function drawCell([theme, full, [x, y], dynamics], scale, territory) {
  const many = dynamics.length > 1;
  const named = { theme: themes[theme].names[state.language], territory, n: number(dynamics.length) };
  const said = dynamics.length === 1
    ? word("symbol", { ...named, name: records[dynamics[0]].name })
    : word("symbols", named);
  const label = full ? said : `${said}, ${word("elsewhere")}`;
  const transform = `translate(${x} ${y})` + (scale === 1 ? "" : ` scale(${scale})`);
  const [width, height] = [TARGET[0] + (many ? 20 : 0), TARGET[1]];
  const parts = [
    drawn("title", {}, label),
    drawn("rect", { class: "target", x: -TARGET[0] / 2, y: -TARGET[1] / 2, width, height, rx: 6 }),
    drawn("use", { href: `#apes-${full ? "full" : "hollow"}-${theme}` }),
  ];
  if (many) parts.push(drawn("text", { class: "times", x: 15.8, y: 5, "font-size": 14 }, `×${number(dynamics.length)}`));
  // A whole address: tools that test pages take a link to a part of the page for one that skips to it.
  const href = dynamics.length === 1 ? `${location.href.split("#")[0]}#dynamic=${records[dynamics[0]].id}` : "#list";
  const link = drawn("a", { class: "mark", href, transform, "aria-label": label, tabindex: "-1", "data-dynamics": dynamics.join(" ") }, ...parts);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    open(dynamics, link);
  });
  return link;
}

/** Fades symbols that do not match, and makes one of the others the keyboard's entry to the map. */
function fade() {
  const links = [...document.querySelectorAll("#marks .mark")];
  for (const link of links) {
    const shown = dynamicsOf(link).some((place) => answering.has(place));
    link.classList.toggle("faded", !shown);
    link.setAttribute("tabindex", "-1");
    if (shown) link.removeAttribute("aria-hidden");
    else link.setAttribute("aria-hidden", "true");
    const chosen = dynamicsOf(link).some((place) => state.record?.includes(place));
    link.classList.toggle("chosen", chosen);
  }
  for (const block of document.querySelectorAll("#marks .block")) {
    block.classList.toggle("empty", !block.querySelector(".mark:not(.faded)"));
  }
  const first = links.find((link) => link.classList.contains("chosen") && !link.classList.contains("faded"))
    ?? links.find((link) => !link.classList.contains("faded"));
  first?.setAttribute("tabindex", "0");
}

const dynamicsOf = (link) => link.getAttribute("data-dynamics").split(" ").filter(Boolean).map(Number);

/** Pixels of the screen around a symbol within which a finger means it. */
const FINGER = 24;

/** Opens the symbol nearest to where the map was pressed, if a finger can have meant it. */
function press({ target, clientX, clientY }) {
  if (target.closest(".mark")) return;
  const away = (link) => {
    const { left, right, top, bottom } = link.querySelector("use").getBoundingClientRect();
    return Math.hypot(Math.max(left - clientX, clientX - right, 0), Math.max(top - clientY, clientY - bottom, 0));
  };
  const links = [...document.querySelectorAll("#marks .mark:not(.faded)")].map((link) => [away(link), link]);
  const [nearest] = links.filter(([distance]) => distance <= FINGER).sort((one, other) => one[0] - other[0]);
  if (nearest) open(dynamicsOf(nearest[1]), nearest[1]);
}

/** The nearest symbol in the direction of an arrow key. Distance across the direction counts more than along it. */
function towards(link, arrow) {
  const middle = (one) => {
    const { left, top, width, height } = one.querySelector("use").getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const [x, y] = middle(link);
  const ahead = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[arrow];
  let best = null;
  for (const other of document.querySelectorAll("#marks .mark:not(.faded)")) {
    const [dx, dy] = [middle(other)[0] - x, middle(other)[1] - y];
    const along = dx * ahead[0] + dy * ahead[1];
    if (other === link || along < 1) continue;
    const distance = along + 2.5 * Math.abs(dx * ahead[1] + dy * ahead[0]);
    if (!best || distance < best[0]) best = [distance, other];
  }
  return best?.[1];
}

function walk(event) {
  const link = event.target.closest?.(".mark");
  if (!link || !event.key.startsWith("Arrow") || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const next = towards(link, event.key);
  if (!next) return;
  link.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}
