// The picture: cytoscape draws the marks and the lines; colours follow the page's.

const SHAPES = { circle: "ellipse", square: "rectangle", diamond: "diamond", triangle: "triangle" };
const heaviest = weights.at(-1) ?? 1;

// The near-black of outlets cannot be seen on a dark page.
function markColour(node) {
  return node.color === "#333333" ? colour("--ink") : node.color;
}

class Picture {
  constructor(open) {
    this.box = document.getElementById("picture");
    const many = edges.length > 1500;
    this.grow = 1;
    this.cy = cytoscape({
      container: document.getElementById("drawing"),
      elements: [
        ...nodes.map((node, place) => ({ group: "nodes", data: { id: `n${place}`, place }, position: { x: node.x, y: node.y } })),
        ...edges.map((edge, place) => ({ group: "edges", data: { id: `e${place}`, place, source: `n${edge.source}`, target: `n${edge.target}` } })),
      ],
      layout: { name: "preset" },
      style: this.style(),
      minZoom: 0.02, maxZoom: 12, autoungrabify: true, boxSelectionEnabled: false, hideEdgesOnViewport: many,
    });
    this.names = new Names(this.cy, document.getElementById("names"));
    this.cy.on("tap", "node", (event) => open({ node: nodes[event.target.data("place")].id }));
    this.cy.on("tap", "edge", (event) => {
      const edge = edges[event.target.data("place")];
      open({ from: nodes[edge.source].id, to: nodes[edge.target].id });
    });
    this.cy.on("tap", (event) => { if (event.target === this.cy) open({}); });
    this.cy.on("mouseover", "node, edge", (event) => {
      this.box.style.cursor = "pointer";
      this.point(event.target.isNode() ? event.target.data("place") : -1);
    });
    this.cy.on("mouseout", "node, edge", () => { this.box.style.cursor = ""; this.point(-1); });
    this.box.addEventListener("keydown", (event) => this.key(event));
    document.getElementById("zoom").addEventListener("click", (event) => {
      const how = event.target.dataset?.zoom;
      if (how === "all") this.all();
      else if (how) this.zoom(how === "in" ? 1.3 : 1 / 1.3);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.restyle());
    addEventListener("beforeprint", () => this.print());
    addEventListener("afterprint", () => {
      document.documentElement.classList.remove("printing");
      this.restyle();
      this.names.draw();
    });
    this.pointed = -1;
    this.all();
    this.cy.on("resize", () => { if (this.cy.width()) this.all(); });
    this.grow = this.names.grow = Math.min(2.2, Math.max(1, 0.65 / this.cy.zoom())); // marks large enough to hit
    this.restyle();
  }

  style() {
    const faint = edges.length > 600 ? 0.35 : 0.6;
    const curved = data.arrows ? "bezier" : "haystack";
    return [
      { selector: "node", style: {
        shape: (one) => SHAPES[nodes[one.data("place")].shape], 
        width: (one) => nodes[one.data("place")].size * this.grow, height: (one) => nodes[one.data("place")].size * this.grow,
        "background-color": (one) => (nodes[one.data("place")].hollow ? colour("--card") : markColour(nodes[one.data("place")])),
        "border-color": (one) => (nodes[one.data("place")].hollow ? markColour(nodes[one.data("place")]) : colour("--card")),
        "border-width": (one) => (nodes[one.data("place")].hollow ? Math.max(1, nodes[one.data("place")].size * 0.12) : 0.5),
        "overlay-opacity": 0, "z-index": 5,
      } },
      { selector: "edge", style: {
        width: (one) => 0.7 + 5 * Math.sqrt(edges[one.data("place")].weight / heaviest) * (edges.length > 600 ? 0.7 : 1),
        "line-color": colour("--edge"), "line-opacity": faint, "curve-style": curved,
        "target-arrow-shape": data.arrows ? "triangle" : "none", "target-arrow-color": colour("--edge"), "arrow-scale": 0.8,
        "overlay-opacity": 0,
      } },
      { selector: ".gone", style: { display: "none" } },
      { selector: "node.faded", style: { opacity: 0.18 } },
      { selector: "edge.faded", style: { opacity: 0.12 } },
      { selector: "node.open, node.pointed", style: { "outline-color": colour("--link"), "outline-width": 3, "outline-offset": 2, "z-index": 9 } },
      { selector: "edge.open", style: { "line-color": colour("--link"), "target-arrow-color": colour("--link"), "line-opacity": 1 } },
    ];
  }

  restyle() {
    this.cy.style(this.style());
  }

  // Paper is light and does not wait for the next frame: the names' canvas takes marks and lines too, finely.
  print() {
    document.documentElement.classList.add("printing");
    this.restyle();
    this.names.draw(3);
    this.names.drawBelow(this.cy.renderer().bufferCanvasImage({ full: false, scale: 3 }));
  }

  show(asked, chosen) {
    const { cy } = this;
    const open = asked.node ? byId.get(asked.node) : -1, link = findLink(asked);
    const near = open >= 0 ? new Set([open]) : link >= 0 ? new Set([edges[link].source, edges[link].target]) : null;
    if (open >= 0) linksOf[open].forEach((one) => { if (chosen.links[one]) near.add(edges[one].source).add(edges[one].target); });
    Object.assign(this.names, { chosen, near });
    this.open = open >= 0 ? [open] : link >= 0 ? [edges[link].source, edges[link].target] : [];
    cy.batch(() => {
      cy.nodes().forEach((one) => {
        const place = one.data("place");
        one.toggleClass("gone", !chosen.shown[place]).toggleClass("open", this.open.includes(place));
        one.toggleClass("faded", this.names.faded(place));
      });
      cy.edges().forEach((one) => {
        const place = one.data("place"), edge = edges[place];
        const mine = place === link || edge.source === open || edge.target === open;
        const lost = chosen.found && !chosen.found[edge.source] && !chosen.found[edge.target];
        one.toggleClass("gone", !chosen.links[place]).toggleClass("open", Boolean(mine));
        one.toggleClass("faded", Boolean(near ? !mine : lost));
      });
    });
    this.point(-1);
  }

  // What the mouse or the table's focus is on.
  point(place) {
    if (this.pointed >= 0) this.cy.getElementById(`n${this.pointed}`).removeClass("pointed");
    this.pointed = place;
    if (place >= 0) this.cy.getElementById(`n${place}`).addClass("pointed");
    this.names.first = place >= 0 && !this.open?.includes(place) ? [...this.open, place] : [...(this.open ?? [])];
    this.names.draw();
  }

  // Into view, where it is not.
  reveal(place) {
    const one = this.cy.getElementById(`n${place}`).renderedPosition();
    const inside = one.x > 20 && one.y > 20 && one.x < this.cy.width() - 20 && one.y < this.cy.height() - 20;
    if (!inside) this.cy.center(this.cy.getElementById(`n${place}`));
  }

  all() {
    const shown = this.cy.elements(":visible");
    this.cy.fit(shown.length ? shown : undefined, this.cy.width() < 500 ? 18 : 36);
    if (this.cy.zoom() > 2.2) this.zoom(2.2 / this.cy.zoom());
  }

  zoom(factor) {
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 } });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.box) return;
    const moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    if (moves[event.key]) this.cy.panBy({ x: moves[event.key][0], y: moves[event.key][1] });
    else if (event.key === "+" || event.key === "=") this.zoom(1.3);
    else if (event.key === "-" || event.key === "−") this.zoom(1 / 1.3);
    else if (event.key === "0") this.all();
    else return;
    event.preventDefault();
  }
}
