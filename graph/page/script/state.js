// What is asked for, and how it stands in the address after "#".

const data = JSON.parse(document.getElementById("data").textContent);
const nodes = data.nodes, edges = data.edges;
const byId = new Map(nodes.map((node, place) => [node.id, place]));
const linksOf = nodes.map(() => []);
edges.forEach((edge, place) => {
  linksOf[edge.source].push(place);
  if (edge.target !== edge.source) linksOf[edge.target].push(place);
});
const months = findMonths();
const weights = [...new Set(edges.map((edge) => edge.weight))].sort((a, b) => a - b);

const START = Object.freeze({
  search: "", since: 0, until: months.length - 1, without: "", weight: 0, sure: 0, outlet: "",
  table: "nodes", node: "", from: "", to: "",
});
let state = { ...START };

// Every month from the first to the last, as "2020-03".
function findMonths() {
  const dated = edges.filter((edge) => edge.first && edge.last);
  if (!dated.length) return [];
  const first = dated.reduce((day, edge) => (edge.first < day ? edge.first : day), dated[0].first);
  const last = dated.reduce((day, edge) => (edge.last > day ? edge.last : day), dated[0].last);
  const found = [];
  let [year, month] = first.split("-").map(Number);
  for (let name = first.slice(0, 7); name <= last.slice(0, 7);) {
    found.push(name);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
  }
  return found;
}

function toAddress(asked) {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value === START[name]) continue;
    words.set(name, name === "since" || name === "until" ? months[value] : String(value));
  }
  return words.toString();
}

// Whatever does not make sense is left out.
function fromAddress(address) {
  const words = new URLSearchParams(address);
  const found = { ...START };
  for (const name of ["search", "without"]) if (words.has(name)) found[name] = words.get(name).slice(0, 200);
  for (const name of ["node", "from", "to", "outlet"]) if (byId.has(words.get(name))) found[name] = words.get(name);
  for (const name of ["since", "until"]) {
    const place = months.indexOf(words.get(name));
    if (place >= 0) found[name] = place;
  }
  const weight = Number.parseFloat(words.get("weight"));
  if (weight > 0) found.weight = weight;
  const sure = Number.parseFloat(words.get("sure"));
  if (sure > 0 && sure <= 100) found.sure = sure;
  if (words.get("table") === "links") found.table = "links";
  if (findLink(found) < 0) found.from = found.to = "";
  if (found.from) found.node = "";
  return found;
}

// The place of the edge that is open, or -1.
function findLink(asked) {
  if (!byId.has(asked.from) || !byId.has(asked.to)) return -1;
  const [from, to] = [byId.get(asked.from), byId.get(asked.to)];
  return linksOf[from].find((place) => edges[place].source === from && edges[place].target === to) ?? -1;
}

const fold = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const searched = nodes.map((node) => fold([node.label, node.role, node.affiliation].filter(Boolean).join(" ")));

// Which edges and nodes stay, and which of these are searched for.
function choose(asked) {
  const without = new Set(asked.without.split(",").filter(Boolean));
  const outlet = asked.outlet ? byId.get(asked.outlet) : -1;
  const always = asked.since === START.since && asked.until === START.until;
  const fits = (edge) =>
    (always || (edge.first && edge.first.slice(0, 7) <= months[asked.until] && edge.last.slice(0, 7) >= months[asked.since])) &&
    edge.weight >= asked.weight &&
    (!asked.sure || (edge.confidence ?? 0) * 100 >= asked.sure) &&
    (outlet < 0 || edge.source === outlet || edge.target === outlet) &&
    !without.has(nodes[edge.source].kind) && !without.has(nodes[edge.target].kind);
  const links = edges.map((edge) => Boolean(fits(edge)));
  const shown = nodes.map((_, place) => linksOf[place].some((link) => links[link]));
  const words = fold(asked.search).split(/\s+/).filter(Boolean);
  const found = words.length ? searched.map((text, place) => shown[place] && words.every((word) => text.includes(word))) : null;
  return { links, shown, found };
}
