// The page as a whole: the state is read from the address, shown, and written back.

let zoom = 0;
const ZOOMS = [100, 150, 220, 320, 470];

/** Writes every text of the page in the current language. */
function speak() {
  document.documentElement.lang = code();
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = word(one.dataset.word);
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", word(one.dataset.label));
  for (const one of document.querySelectorAll("#basemap [data-en]")) one.textContent = one.dataset[code()];
  for (const button of $("languages").children) {
    button.setAttribute("aria-pressed", String(button.dataset.language === code()));
  }
  $("title").textContent = facts.titles[state.language];
  if ($("invented")) $("invented").textContent = facts.invented[state.language];
  if (periods.length > years) $("whole-name").textContent = word("whole", { years: periods[years].name });
  drawFilters();
  drawHeadings();
}

/** Shows the current period. */
function turn() {
  const { name, subtitle, description, scope, notes } = period();
  $("year").value = Math.min(state.period, years - 1);
  $("year").setAttribute("aria-valuetext", name);
  $("whole").checked = state.period === years;
  $("period").textContent = name;
  $("earlier").disabled = state.period === 0;
  $("later").disabled = state.period >= years - 1;
  $("subtitle").textContent = subtitle[state.language];
  $("map-description").textContent = description[state.language].map(text).join(". ");
  const mark = $("invented") ? ` (${word("mark")})` : "";
  document.title = `${facts.titles[state.language]} · ${name}${mark}`;
  const lines = (list, numbers) => $(list).replaceChildren(...numbers[state.language].map((line) => element("li", {}, text(line))));
  lines("scope", scope);
  lines("notes", notes);
  drawMap();
  drawTray();
}

/** Shows what matches the filters within the period. */
function narrow() {
  choose();
  markFilters();
  fade();
  drawRecord();
  const count = drawTable();
  const many = state.language === 0 ? count >= 2 : count !== 1;
  const all = number(period().dynamics.length);
  const told = word(many ? "countMany" : "countOne", { period: period().name, n: number(count), all });
  if ($("status").textContent !== told) $("status").textContent = told;
  const names = [
    ...themes.filter((theme) => state.themes.has(theme.id)).map((theme) => theme.names[state.language]),
    ...stages.filter((stage) => state.stages.has(stage.id)).map((stage) => stage.names[state.language]),
    ...(state.stages.has(STAGELESS) ? [word("stageless")] : []),
    ...(state.search ? [`« ${state.search} »`] : []),
  ];
  $("filter").textContent = names.join(" · ");
}

let before = {};

/** Shows the state; language and period only where they have changed. */
function refresh() {
  const spoken = before.language !== state.language;
  if (spoken) speak();
  if (spoken || before.period !== state.period) turn();
  before = { language: state.language, period: state.period };
  narrow();
  write();
}

function go(place) {
  state.period = Math.min(Math.max(place, 0), years - 1);
  refresh();
}

function enlarge(step) {
  zoom = Math.min(Math.max(zoom + step, 0), ZOOMS.length - 1);
  const pane = $("window");
  const middle = [(pane.scrollLeft + pane.clientWidth / 2) / pane.scrollWidth, (pane.scrollTop + pane.clientHeight / 2) / pane.scrollHeight];
  const height = pane.clientHeight;
  $("map").style.width = `${ZOOMS[zoom]}%`;
  pane.style.maxHeight = zoom ? `${height}px` : "";
  pane.scrollLeft = middle[0] * pane.scrollWidth - pane.clientWidth / 2;
  pane.scrollTop = middle[1] * pane.scrollHeight - pane.clientHeight / 2;
  if (zoom) pane.setAttribute("tabindex", "0");
  else pane.removeAttribute("tabindex");
  $("smaller").disabled = zoom === 0;
  $("larger").disabled = zoom === ZOOMS.length - 1;
}

/** Least height of a label, in pixels of the screen. */
const LEGIBLE = 11;

/** Enlarges the map on a narrow screen until its smallest label can be read, and shows where the dynamics are. */
function makeLegible() {
  if (!matchMedia("screen and (max-width: 40rem)").matches) return;
  const labels = [...document.querySelectorAll("#marks .label text")];
  const height = Math.min(...labels.map((label) => label.getBoundingClientRect().height));
  const enough = ZOOMS.findIndex((percent) => height * percent / 100 >= LEGIBLE);
  if (!labels.length || enough === 0) return;
  enlarge(enough < 0 ? ZOOMS.length - 1 : enough);
  show(document.querySelector("#marks .mark.chosen") ?? fullest());
}

/** The symbols of the territory that has the most. */
function fullest() {
  const blocks = [...document.querySelectorAll("#marks .block")];
  return blocks.reduce((most, block) => (most && most.childElementCount >= block.childElementCount ? most : block), null);
}

/** Scrolls the map, and nothing else, to an element of it. */
function show(one) {
  if (!one) return;
  const [pane, { left, top, width, height }] = [$("window"), one.getBoundingClientRect()];
  const frame = pane.getBoundingClientRect();
  pane.scrollLeft += left + width / 2 - frame.left - pane.clientWidth / 2;
  pane.scrollTop += top + height / 2 - frame.top - pane.clientHeight / 2;
}

async function share() {
  write();
  try {
    await navigator.clipboard.writeText(location.href);
    $("status").textContent = word("shared");
  } catch {
    $("shared").hidden = false;
    $("address").value = location.href;
    $("address").select();
  }
}

function begin() {
  document.documentElement.classList.add("alive");
  $("year").max = years - 1;
  $("time").hidden = years < 2;
  $("whole-label").hidden = periods.length === years;
  $("smaller").disabled = true;
  $("year").addEventListener("input", () => go(Number($("year").value)));
  $("earlier").addEventListener("click", () => go(Math.min(state.period, years) - 1));
  $("later").addEventListener("click", () => go(state.period + 1));
  $("whole").addEventListener("change", () => {
    state.period = $("whole").checked ? years : Number($("year").value);
    refresh();
  });
  $("search").addEventListener("input", () => {
    state.search = $("search").value.trim();
    refresh();
  });
  for (const button of $("languages").children) {
    button.addEventListener("click", () => {
      state.language = button.dataset.language === "fr" ? 0 : 1;
      refresh();
    });
  }
  $("all").addEventListener("click", () => {
    Object.assign(state, { themes: new Set(), stages: new Set(), search: "" });
    $("search").value = "";
    refresh();
  });
  $("share").addEventListener("click", share);
  $("close").addEventListener("click", close);
  $("larger").addEventListener("click", () => enlarge(1));
  $("smaller").addEventListener("click", () => enlarge(-1));
  $("map").addEventListener("keydown", walk);
  $("map").addEventListener("click", press);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  addEventListener("hashchange", () => {
    if (location.hash.includes("=") || location.hash.length < 2) restore();
  });
  restore();
  makeLegible();
}

function restore() {
  read();
  $("search").value = state.search;
  refresh();
}

begin();
