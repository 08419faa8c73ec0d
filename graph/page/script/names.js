// Names on the picture: those of the strongest first, where there is room, never on each other.

const SMALL = 12, LARGE = 15, ROOM = 8500; // a name to so many square pixels, at most
const meet = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

class Names {
  constructor(cy, canvas) {
    this.cy = cy;
    this.canvas = canvas;
    this.pen = canvas.getContext("2d");
    this.widths = new Map();
    this.first = [];
    this.grow = 1;
    this.chosen = { shown: nodes.map(() => true), links: [], found: null };
    this.cy.on("render resize", () => { if (!document.documentElement.classList.contains("printing")) this.draw(); });
  }

  draw(ratio = window.devicePixelRatio || 1) {
    const { cy, canvas, pen } = this;
    const width = cy.width(), height = cy.height();
    if (!width) return; // on paper
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.textBaseline = "middle";
    pen.textAlign = "center";
    pen.lineJoin = "round";
    const zoom = cy.zoom(), pan = cy.pan(), taken = this.marks(zoom, pan), many = (width * height) / ROOM;
    let count = 0;
    for (const place of this.order()) {
      const node = nodes[place];
      const x = node.x * zoom + pan.x, y = node.y * zoom + pan.y, radius = (node.size * this.grow * zoom) / 2;
      if (x < -50 || y < -20 || x > width + 50 || y > height + 20) continue;
      const must = this.first.includes(place);
      if (!must && count >= many) break;
      const size = must || radius > 12 ? LARGE : SMALL;
      const text = node.label.length > 34 && !must ? `${node.label.slice(0, 33)}…` : node.label;
      const long = this.width(text, size, node);
      const within = Math.min(Math.max(x, long / 2 + 3), width - long / 2 - 3);
      const below = radius + size * 0.75, beside = radius + long / 2 + 5;
      for (const [middle, down] of [[within, y + below], [within, y - below], [x + beside, y], [x - beside, y]]) {
        if (middle - long / 2 < 0 || middle + long / 2 > width) continue;
        const box = [middle - long / 2 - 4, down - size * 0.7, middle + long / 2 + 4, down + size * 0.7];
        if (!must && taken.some((other) => meet(box, other))) continue;
        taken.push(box);
        count += 1;
        pen.font = this.font(size, node);
        pen.globalAlpha = !must && this.faded(place) ? 0.35 : 1;
        pen.strokeStyle = colour("--card");
        pen.lineWidth = 3.5;
        pen.strokeText(text, middle, down);
        pen.fillStyle = colour("--ink");
        pen.fillText(text, middle, down);
        break;
      }
    }
    pen.globalAlpha = 1;
  }

  drawBelow(copy) {
    this.pen.globalCompositeOperation = "destination-over";
    this.pen.drawImage(copy, 0, 0, this.cy.width(), this.cy.height());
    this.pen.globalCompositeOperation = "source-over";
  }

  // Where no name may lie: on large marks.
  marks(zoom, pan) {
    const found = [];
    for (let place = 0; place < nodes.length; place += 1) {
      const node = nodes[place], radius = (node.size * this.grow * zoom) / 2;
      if (radius < 4) break;
      const x = node.x * zoom + pan.x, y = node.y * zoom + pan.y;
      if (this.chosen.shown[place]) found.push([x - radius, y - radius, x + radius, y + radius]);
    }
    return found;
  }

  // What is open or pointed at, what is searched for, then the others as they come: by strength.
  *order() {
    const seen = new Set(this.first);
    yield* this.first.filter((place) => this.chosen.shown[place]);
    if (this.chosen.found) {
      for (let place = 0; place < nodes.length; place += 1) {
        if (this.chosen.found[place] && !seen.has(place)) yield place;
      }
    }
    for (let place = 0; place < nodes.length; place += 1) {
      if (this.chosen.shown[place] && !seen.has(place) && !this.chosen.found?.[place]) yield place;
    }
  }

  faded(place) {
    return Boolean(this.chosen.found && !this.chosen.found[place]) || Boolean(this.near && !this.near.has(place));
  }

  font(size, node) {
    const weight = node.side === "outlet" ? "600 " : "", style = node.hollow ? "italic " : "";
    return `${style}${weight}${size}px system-ui, "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif`;
  }

  width(text, size, node) {
    const font = this.font(size, node), key = font + text;
    if (!this.widths.has(key)) {
      this.pen.font = font;
      this.widths.set(key, this.pen.measureText(text).width);
    }
    return this.widths.get(key);
  }
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
