// The parts together: what is asked for comes from the controls or the address, and is shown by each.

const at = (id) => document.getElementById(id);
document.documentElement.classList.add("js");
const kinds = [...new Set(nodes.map((node) => node.kind))];
const outlets = nodes.filter((node) => node.side === "outlet").sort((a, b) => a.label.localeCompare(b.label));
let shownAddress = null;
let opener = null;
const wide = matchMedia("(min-width: 62.01rem)");

const picture = new Picture(open);
const tables = new Tables((place) => picture.point(place));
const panel = new Panel(open);

function setUp() {
  at("time").hidden = months.length < 2;
  at("since").max = at("until").max = Math.max(0, months.length - 1);
  at("weight").max = weights.length - 1;
  at("outlet").append(...outlets.map((node) => Object.assign(make("option", node.label), { value: node.id })));
  for (const part of at("outlets").querySelectorAll("legend, label")) part.hidden = outlets.length < 2;
  for (const kind of kinds) {
    const label = make("label"), box = make("input");
    Object.assign(box, { type: "checkbox", name: kind, checked: true });
    label.append(box, kind);
    at("kinds").append(label);
  }
  const coloured = data.communities.length ? data.communities.map((one) => [one.name, { color: one.color, shape: "circle" }]) : [];
  const marks = kinds.map((kind) => [kind, nodes.find((node) => node.kind === kind)]);
  at("legend").append(...marks.map(([name, node]) => key(name, coloured.length ? { ...node, color: "#999999" } : node)), ...coloured.map((pair) => key(...pair)));
  at("filters").open = wide.matches;
  for (const id of ["search", "since", "until", "weight", "sure", "outlet", "kinds"]) at(id).addEventListener("input", fromControls);
  at("controls").addEventListener("submit", (event) => { event.preventDefault(); openFirstFound(); });
  at("clear").addEventListener("click", () => go({ ...START, table: state.table, node: state.node, from: state.from, to: state.to }));
  for (const button of document.querySelectorAll("[data-table]")) button.addEventListener("click", () => go({ ...state, table: button.dataset.table }));
  for (const table of [at("nodes"), at("links")]) table.addEventListener("click", fromTable);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && (state.node || state.from)) open({});
    else if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) { event.preventDefault(); at("search").focus(); }
  });
  addEventListener("hashchange", fromHash);
}

function key(name, node) {
  const row = make("li"), size = 14;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 14 14");
  svg.setAttribute("class", "mark");
  const paths = { circle: "M7 1a6 6 0 1 0 .01 0z", square: "M2 2h10v10H2z", diamond: "M7 0l7 7-7 7-7-7z", triangle: "M7 1l6 12H1z" };
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", paths[node.shape]);
  path.style.fill = node.hollow ? "none" : node.color === "#333333" ? "var(--ink)" : node.color;
  if (node.hollow) Object.assign(path.style, { stroke: node.color, strokeWidth: 2 });
  svg.append(path);
  row.append(svg, makeName(name));
  row.style.minHeight = `${size}px`;
  return row;
}

function fromControls(event) {
  let since = Number(at("since").value), until = Number(at("until").value);
  if (since > until) [since, until] = event.target.id === "since" ? [since, since] : [until, until];
  const weight = Number(at("weight").value);
  const without = [...at("kinds").querySelectorAll("input")].filter((box) => !box.checked).map((box) => box.name).join(",");
  go({
    ...state, search: at("search").value, without, outlet: at("outlet").value, weight: weight ? weights[weight] : 0, sure: Number(at("sure").value),
    ...(months.length > 1 ? { since, until } : {}),
  });
}

function fromTable(event) {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  opener = link;
  const asked = fromAddress(link.hash.slice(1));
  open({ node: asked.node, from: asked.from, to: asked.to });
}

function openFirstFound() {
  const place = choose(state).found?.indexOf(true) ?? -1;
  if (place >= 0) open({ node: nodes[place].id });
}

// What is open changes; a step back leads to what was.
function open(what) {
  const closing = !what.node && !what.from;
  go({ ...state, node: "", from: "", to: "", ...what }, true);
  if (closing && opener) { opener.focus(); opener = null; }
}

function go(asked, step = false) {
  state = asked;
  const words = toAddress(asked) || "all";
  if (location.hash !== `#${words}`) {
    shownAddress = words;
    if (step) location.hash = words;
    else location.replace(`#${words}`);
  }
  show();
}

function fromHash() {
  const words = location.hash.slice(1);
  if (words === shownAddress || words === "tables") return;
  shownAddress = words;
  state = fromAddress(words);
  show();
}

let lastOpen = "";
function show() {
  const chosen = choose(state);
  controls();
  picture.show(state, chosen);
  tables.show(state, chosen);
  panel.show(state, chosen);
  const names = (chosen.found ?? chosen.shown).filter(Boolean).length, links = chosen.links.filter(Boolean).length;
  const all = nodes.length.toLocaleString("en");
  at("status").textContent = chosen.found
    ? `${names.toLocaleString("en")} found of ${all} names`
    : `${names.toLocaleString("en")} of ${all} names, ${links.toLocaleString("en")} of ${count(edges.length, "links")}`;
  const now = state.node || `${state.from} ${state.to}`;
  if (now !== lastOpen && now.trim()) {
    picture.reveal(byId.get(state.node || state.from));
    at("panel").focus({ preventScroll: true });
    if (wide.matches) document.querySelector(".right").scrollTop = 0;
    else at("panel").scrollIntoView({ block: "nearest" });
  }
  lastOpen = now;
}

function controls() {
  if (at("search").value !== state.search) at("search").value = state.search;
  at("since").value = state.since;
  at("until").value = state.until;
  at("since-words").textContent = months[state.since] ?? "";
  at("until-words").textContent = months[state.until] ?? "";
  const step = weights.findIndex((weight) => weight >= state.weight);
  at("weight").value = step < 0 ? weights.length - 1 : step;
  at("weight-words").textContent = count(Math.max(state.weight, weights[0] ?? 1), data.counted);
  at("sure").value = state.sure;
  at("sure-words").textContent = state.sure ? `${state.sure} % or more` : "any";
  at("outlet").value = state.outlet;
  const without = new Set(state.without.split(","));
  for (const box of at("kinds").querySelectorAll("input")) box.checked = !without.has(box.name);
  const active = ["since", "without", "weight", "sure", "outlet"].filter((name) => state[name] !== START[name]).length
    + Number(state.until !== START.until && state.since === START.since);
  at("filtered").textContent = active ? ` (${active} on)` : "";
}

setUp();
state = fromAddress(location.hash.slice(1));
show();
