// The state of the page, and the address that holds it: `#year=2020&theme=impact-social`.

const state = { language: 0, period: 0, themes: new Set(), stages: new Set(), search: "", sort: "name", down: false, record: null };

const STAGELESS = "none";

/** A text of the page in the current language, with its gaps filled. */
function word(name, gaps = {}) {
  return facts.words[name][state.language].replace(/\{(\w+)\}/g, (whole, gap) => gaps[gap] ?? whole);
}

const period = () => periods[state.period];
const code = () => (state.language === 0 ? "fr" : "en");
/** The language of records, or null if the page is in the same. */
const native = () => (facts.native === code() ? null : facts.native);
const number = (count) => new Intl.NumberFormat(code()).format(count);

/** Reads the state from the address. What is missing or unknown has its initial value. */
function read() {
  const said = new URLSearchParams(location.hash.slice(1));
  const known = (name, list) => new Set((said.get(name) ?? "").split(",").filter((id) => list.includes(id)));
  const language = ["fr", "en"].indexOf(said.get("lang") ?? facts.language);
  state.language = Math.max(language, 0);
  const asked = periods.findIndex((one) => key(one) === said.get("year"));
  state.period = asked < 0 ? facts.shown : asked;
  state.themes = known("theme", themes.map((theme) => theme.id));
  state.stages = known("stage", [...stages.map((stage) => stage.id), STAGELESS]);
  state.search = said.get("search") ?? "";
  const [sort, direction] = (said.get("sort") ?? "").split(" ");
  state.sort = COLUMNS.includes(sort) ? sort : "name";
  state.down = direction === "down";
  const record = records.findIndex((one) => one.id === said.get("dynamic"));
  state.record = record < 0 ? null : [record];
}

/** Writes the state to the address, without what has its initial value. */
function write() {
  const said = new URLSearchParams();
  if (code() !== facts.language) said.set("lang", code());
  if (state.period !== facts.shown) said.set("year", key(period()));
  if (state.themes.size) said.set("theme", [...state.themes].sort().join(","));
  if (state.stages.size) said.set("stage", [...state.stages].sort().join(","));
  if (state.search) said.set("search", state.search);
  if (state.sort !== "name" || state.down) said.set("sort", state.sort + (state.down ? " down" : ""));
  if (state.record?.length === 1) said.set("dynamic", records[state.record[0]].id);
  const text = said.toString();
  if (text !== location.hash.slice(1)) history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
}

/** The id of a dynamic's stage in the current period. */
function stageOf(record) {
  const found = period().dynamics.find(([place]) => place === record);
  return found && found[1] !== null ? stages[found[1]].id : STAGELESS;
}

/** The text of a record that is searched. */
function searched(record) {
  const { name, territories, lines } = records[record];
  const values = lines.flatMap(({ values }) => values[state.language] ?? values[0]);
  return folded([name, ...territories, ...values].join(" "));
}

/** Dynamics of the period that match the filters. */
let answering = new Set();

function choose() {
  answering = new Set(period().dynamics.map(([record]) => record).filter(answers));
}

/** Whether a dynamic matches the filters. */
function answers(record) {
  const { theme } = records[record];
  if (state.themes.size && !state.themes.has(themes[theme].id)) return false;
  if (state.stages.size && !state.stages.has(stageOf(record))) return false;
  return !state.search || folded(state.search).split(/\s+/).every((part) => searched(record).includes(part));
}
