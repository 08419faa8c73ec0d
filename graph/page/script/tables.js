// The tables: rows as the page came with them, sorted by a column and cut down to what is chosen.

class Tables {
  constructor(point) {
    this.nodes = this.prepare("nodes");
    this.links = this.prepare("links");
    this.nodes.table.addEventListener("focusin", (event) => point(this.nodes.rows.indexOf(event.target.closest("tr"))));
    this.nodes.table.addEventListener("focusout", () => point(-1));
  }

  prepare(name) {
    const table = document.getElementById(name), rows = [...table.tBodies[0].rows];
    [...table.tHead.rows[0].cells].forEach((cell, column) => {
      const button = make("button", cell.textContent);
      button.type = "button";
      cell.replaceChildren(button);
      button.addEventListener("click", () => this.sort(table, rows, cell, column));
    });
    return { table, rows };
  }

  sort(table, rows, cell, column) {
    const numbers = cell.classList.contains("number");
    const down = cell.ariaSort ? cell.ariaSort === "ascending" : numbers;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    cell.ariaSort = down ? "descending" : "ascending";
    const words = new Map(rows.map((row) => [row, row.cells[column].textContent.trim()]));
    const collator = new Intl.Collator(undefined, { sensitivity: "base" });
    const compare = numbers ? (a, b) => Number(a) - Number(b) : collator.compare;
    const ordered = [...rows].sort((one, other) => {
      const [a, b] = [words.get(one), words.get(other)];
      if (!a || !b) return Number(!a) - Number(!b);
      return down ? compare(b, a) : compare(a, b);
    });
    table.tBodies[0].append(...ordered);
  }

  show(asked, chosen) {
    const open = asked.node ? byId.get(asked.node) : -1, link = findLink(asked);
    this.nodes.rows.forEach((row, place) => {
      row.classList.toggle("hidden-row", !(chosen.found ?? chosen.shown)[place]);
      row.classList.toggle("open", place === open);
    });
    this.links.rows.forEach((row, place) => {
      const edge = edges[place];
      const found = !chosen.found || chosen.found[edge.source] || chosen.found[edge.target];
      row.classList.toggle("hidden-row", !(chosen.links[place] && found));
      row.classList.toggle("open", place === link);
    });
    this.nodes.table.hidden = asked.table !== "nodes";
    this.links.table.hidden = asked.table !== "links";
    for (const button of document.querySelectorAll("[data-table]")) button.ariaPressed = String(button.dataset.table === asked.table);
  }
}

function make(tag, words, kind) {
  const found = document.createElement(tag);
  if (words !== undefined) found.textContent = words;
  if (kind) found.className = kind;
  return found;
}

function makeName(words) {
  return make("bdi", words);
}
