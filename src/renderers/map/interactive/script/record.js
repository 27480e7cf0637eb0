// The panel of a record, or of the records that one symbol represents.

let opener = null;

/** Opens the record of a dynamic, or the list of several. Focus moves to its name, and back when it is closed. */
function open(dynamics, from) {
  opener = from;
  state.record = dynamics;
  refresh();
  $("record-name").focus();
}

function close() {
  if (!state.record) return;
  const shown = state.record;
  state.record = null;
  refresh();
  const known = opener?.isConnected ? opener : document.querySelector(`#rows [data-record="${shown[0]}"]`);
  known?.focus();
}

function drawRecord() {
  const shown = state.record;
  $("record").hidden = !shown;
  if (!shown) return;
  const single = shown.length === 1;
  const first = records[shown[0]];
  $("record-name").textContent = single ? first.name : themes[first.theme].names[state.language];
  if (single && native()) $("record-name").setAttribute("lang", native());
  else $("record-name").removeAttribute("lang");
  $("record-body").replaceChildren(...(single ? said(first) : [several(shown)]));
}

function said({ theme, lines }) {
  const rows = lines.flatMap(({ headings, values }) => {
    const told = values[state.language] ?? values[0];
    const lang = values.length === 1 ? native() : null;
    return [element("dt", {}, headings[state.language]), ...told.map((value) => element("dd", { lang }, ...linked(value)))];
  });
  return [element("p", { class: "theme" }, symbol(theme), themes[theme].names[state.language]), element("dl", {}, ...rows)];
}

/** A text; an address at its end becomes a link. */
function linked(text) {
  const found = /^(.*)<(https?:\/\/[^\s<>]+)>$/u.exec(text);
  const host = found && hostOf(found[2]);
  if (!host) return [text];
  return [found[1].trim(), " ", element("a", { href: found[2], rel: "noopener noreferrer external" }, host)];
}

/** The host of an address; null for what only looks like one. */
function hostOf(address) {
  try {
    return new URL(address).hostname || null;
  } catch {
    return null;
  }
}

function several(shown) {
  const items = shown.map((place) => {
    const button = element("button", { type: "button", class: "link", lang: native() }, records[place].name);
    button.addEventListener("click", () => open([place], opener));
    return element("li", {}, button);
  });
  return element("ul", { class: "several" }, ...items);
}
