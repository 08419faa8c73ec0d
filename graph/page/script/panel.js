// Who somebody is, and what proves a link.

const FEW = 12, MANY_OTHERS = 10;
const count = (number, noun) => `${number.toLocaleString("en")} ${number === 1 ? noun.replace(/s$/, "") : noun}`;

class Panel {
  constructor(open) {
    this.box = document.getElementById("panel");
    this.open = open;
  }

  show(asked, chosen) {
    const link = findLink(asked), key = `${asked.node} ${link} ${chosen.links.filter(Boolean).length}`;
    if (this.key === key) return;
    this.key = key;
    this.box.replaceChildren();
    this.box.hidden = !asked.node && link < 0;
    if (this.box.hidden) return;
    const close = make("button", "Close", "close");
    close.type = "button";
    close.addEventListener("click", () => this.open({}));
    this.box.append(close);
    if (asked.node) this.node(byId.get(asked.node), chosen);
    else this.link(link);
  }

  node(place, chosen) {
    const node = nodes[place];
    this.box.style.setProperty("--strong", markColour(node));
    const heading = make("h2");
    heading.append(makeName(node.label));
    this.box.append(heading);
    this.facts([
      ["Kind", node.kind + (node.anonymous && !node.hollow ? ", sometimes unnamed" : "")], ["Role", node.role], ["Of", node.affiliation],
      ["Quotations", node.quotations?.toLocaleString("en")], ["Indirect", node.reports?.toLocaleString("en")],
      ["Articles", node.articles?.toLocaleString("en")], ["Dates", dates(node)], ["Community", node.community_name],
      ["Passed on", node.relayed ? count(node.relayed, "quotations") : undefined],
      ["Received", node.received ? count(node.received, "quotations") : undefined],
    ]);
    const links = linksOf[place].filter((one) => chosen.links[one]);
    this.others(place, links);
    const shown = [...new Set(links.flatMap((one) => edges[one].shown))];
    const hidden = linksOf[place].length - links.length;
    shown.sort((one, another) => day(one).localeCompare(day(another)) || one - another);
    const cut = links.some((one) => edges[one].shown.length < edges[one].proofs);
    const words = [];
    if (cut) words.push(`Not all are in this file: at most ${data.of_an_edge} of each link.`);
    if (hidden) words.push(`Filtered out: ${count(hidden, "links")} and what proves them.`);
    this.quotations(shown, words, node.label);
  }

  link(place) {
    const edge = edges[place];
    this.box.style.setProperty("--strong", "var(--link)");
    const heading = make("h2");
    heading.append(this.name(edge.source), data.directed ? " → " : " – ", this.name(edge.target));
    this.box.append(heading);
    this.facts([
      [data.counted === "articles" ? "Together in" : "Weight", count(edge.weight, data.counted)], ["Articles", edge.articles?.toLocaleString("en")],
      ["Dates", dates(edge)], ["Confidence", edge.confidence === undefined ? undefined : `${Math.round(edge.confidence * 100)} % on average`],
      ["Unnamed", edge.anonymous ? `${Math.round(edge.anonymous * 100)} %` : undefined], ["Worded", edge.relations?.join(", ")],
    ]);
    const cut = edge.shown.length < edge.proofs;
    this.quotations(edge.shown, cut ? [`This file has ${edge.shown.length} of ${count(edge.proofs, "quotations")}.`] : []);
  }

  facts(pairs) {
    const list = make("dl");
    for (const [term, words] of pairs) {
      if (words === undefined || words === "") continue;
      const said = make("dd");
      said.append(makeName(words));
      list.append(make("dt", term), said);
    }
    this.box.append(list);
  }

  others(place, links) {
    const outlets = links.every((one) => nodes[other(one, place)].side === "outlet");
    this.box.append(make("h3", outlets ? "Outlets" : "Linked with"));
    this.list(links, MANY_OTHERS, "others", (one) => {
      const row = make("li"), proof = make("a", count(edges[one].weight, data.counted));
      proof.href = address({ from: nodes[edges[one].source].id, to: nodes[edges[one].target].id });
      row.append(this.name(other(one, place)), proof);
      return row;
    });
  }

  quotations(places, words, speaker) {
    this.box.append(make("h3", data.counted === "articles" ? "What they said there" : "Quotations"));
    if (!data.quotations.length) {
      this.box.append(make("p", "This file was made without the quotations.", "cut"));
      return;
    }
    this.list(places, FEW, "proof", (place) => proofOf(data.quotations[place], speaker));
    if (words.length) this.box.append(make("p", words.join(" "), "cut"));
  }

  // The first few, and a button for all.
  list(items, few, kind, toRow) {
    const list = make("ul", undefined, kind);
    list.append(...items.slice(0, few).map(toRow));
    this.box.append(list);
    if (items.length <= few) return;
    const more = make("button", `Show all ${items.length.toLocaleString("en")}`, "more");
    more.type = "button";
    more.addEventListener("click", () => {
      list.append(...items.slice(few).map(toRow));
      list.children[few].querySelector("a")?.focus();
      more.remove();
    });
    this.box.append(more);
  }

  name(place) {
    const link = make("a");
    link.append(makeName(nodes[place].label));
    link.href = address({ node: nodes[place].id });
    return link;
  }
}

const other = (link, place) => (edges[link].source === place ? edges[link].target : edges[link].source);
const address = (open) => `#${toAddress({ ...state, node: "", from: "", to: "", ...open })}`;

function dates(one) {
  if (!one.first) return undefined;
  return one.first === one.last ? one.first : `${one.first} to ${one.last}`;
}

const day = (place) => data.quotations[place].date ?? "9999";

// `known` is whose words they are, if that stands above them all.
function proofOf(quotation, known) {
  const row = make("li"), words = make("blockquote", quotation.text), from = make("small");
  words.dir = "auto";
  row.append(words, from);
  const speaker = quotation.speaker === known ? undefined : quotation.speaker;
  if (speaker) from.append(makeName(speaker), quotation.indirect ? ", indirectly. " : ". ");
  else if (quotation.indirect) from.append("Indirectly. ");
  if (quotation.url) {
    const link = make("a");
    link.append(makeName(quotation.title ?? quotation.reference));
    Object.assign(link, { href: quotation.url, rel: "noopener noreferrer", target: "_blank" });
    from.append(link);
  } else from.append(makeName(quotation.title ?? quotation.reference));
  const more = [quotation.outlet, quotation.date, `${Math.round(quotation.confidence * 100)} % sure`].filter(Boolean);
  for (const part of more) from.append(" · ", make("bdi", part, "whole"));
  return row;
}
