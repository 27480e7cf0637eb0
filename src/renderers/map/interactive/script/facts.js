"use strict";
// The data of the page, and helpers to read it and to make elements.

const facts = JSON.parse(document.getElementById("facts").textContent);
const themes = facts.themes.map(([id, digit, fill, ...names]) => ({ id, digit, fill, names }));
const stages = facts.stages.map(([id, ...names]) => ({ id, names }));
const text = (numbers) => [numbers].flat().map((place) => facts.texts[place]).join(" (");
const records = facts.dynamics.rows.map(([id, name, theme, territories, period, lines]) => ({
  id, name, theme, territories, period,
  lines: lines.map(([heading, ...values]) => ({ headings: facts.dynamics.headings[heading], values: values.map((one) => one.map(text)) })),
}));
const periods = facts.periods.map((period) => ({ ...period, blocks: period.blocks.map((place) => facts.blocks[place]) }));
// The period of all years, where there is one, comes after the single years.
const years = periods.length > 1 ? periods.length - 1 : periods.length;

const $ = (id) => document.getElementById(id);

/** The name of a period in the address of the page: `2016..2025`. */
const key = (period) => period.name.replace("–", "..");

/** A text for searching: without capitals and accents, each apostrophe and each hyphen as a keyboard types it. */
const folded = (text) => text.toLowerCase()
  .replace(/[\u2018\u2019\u201b\u02bc\u02b9\u2032\uff07`\u00b4]/gu, "'")
  .normalize("NFKD").replace(/\p{M}/gu, "")
  .replace(/[\u2010-\u2015\u2212]/gu, "-").replace(/œ/gu, "oe").replace(/æ/gu, "ae");

/** An element with its attributes and children. Texts are never read as markup. */
function element(name, attributes, ...children) {
  const drawn = ["svg", "use", "g", "a", "rect", "path", "circle", "text", "title"].includes(name) && attributes.drawn;
  const made = drawn ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (attribute !== "drawn" && value !== null && value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}

/** An element of the map. */
const drawn = (name, attributes, ...children) => element(name, { ...attributes, drawn: true }, ...children);

/** A theme's symbol, full or hollow, beside its name. */
function symbol(theme, full = true) {
  const used = drawn("use", { href: `#apes-${full ? "full" : "hollow"}-${theme}` });
  return drawn("svg", { class: "symbol", viewBox: "-16 -16 32 32", "aria-hidden": "true" }, used);
}
