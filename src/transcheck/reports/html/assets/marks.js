// the marks in the text: the new form where a fix was accepted, dotted grey where nothing changes
const before = new Map();

function remember(mark) {
  if (before.has(mark)) return before.get(mark);
  const place = mark.closest(".place");
  const sup = one(":scope > sup a", place);
  const words = sup && one(".vh", sup);
  const found = { kind: ["err", "rev"].find((name) => place.classList.contains(name)), nodes: [...mark.childNodes], slot: mark.classList.contains("slot"), words: words ? words.textContent : "" };
  before.set(mark, found);
  return found;
}

// a fix is written into the text only where the mark is whole and holds no other mark
function whole(mark) {
  const pieces = all("mark", mark.closest(".row")).filter((other) => other.dataset.fingerprint === mark.dataset.fingerprint);
  return !one("mark", mark) && pieces.every((other) => other.id);
}

function drawMark(group, place) {
  const mark = document.getElementById(place.mark);
  const entry = kept(group, place);
  const was = remember(mark);
  const home = mark.closest(".place");
  const settled = entry && (entry.decision === "accept" || entry.decision === "glossary");
  const fix = writes(group, entry);
  const changed = fix && whole(mark);
  mark.replaceChildren(...(changed ? [document.createTextNode(fitted(group, [place], fix))] : was.nodes));
  mark.classList.toggle("slot", was.slot && !changed);
  home.classList.remove("err", "rev", "accepted", "quiet");
  home.classList.add(!entry ? was.kind : settled ? "accepted" : "quiet");
  const link = one(":scope > sup a", home);
  if (!link) return;
  const kind = !entry ? was.kind : settled ? "ok" : "dash";
  one("svg", link).replaceWith(glyph(kind));
  one(".vh", link).textContent = entry ? ` (${TOLD[entry.decision]} ` : was.words;
}

// a paragraph in which all is decided asks for nothing any more
function drawRows(group) {
  for (const row of new Set(group.places.map((place) => document.getElementById(place.mark).closest(".row")))) {
    row.classList.toggle("calm", !one(".place.err, .place.rev", row));
  }
}

// its line in What to change
const lines = new Map(all(".change .list a").map((link) => [link.getAttribute("href").slice(1), link]));
function drawLine(group) {
  const link = lines.get(group.card);
  if (!link) return;
  const made = bundles(group);
  const done = !undecided(group).length;
  const sign = one(".no", link);
  if (!link.dataset.kind) link.dataset.kind = sign.classList[1];
  const kind = done ? SIGNS[made[0].entry.decision] : link.dataset.kind;
  sign.className = `no ${kind}`;
  one("svg", sign).replaceWith(glyph(kind));
  link.parentElement.classList.toggle("decided", done);
}

// its boxes on the sheet for paper: ticked where all its places are decided alike
const items = new Map(all(".item[data-card]").map((item) => [item.dataset.card, item]));
function drawBoxes(group) {
  const made = undecided(group).length ? [] : bundles(group);
  for (const box of all("[data-tick]", items.get(group.card))) {
    box.classList.toggle("on", made.length === 1 && made[0].entry.decision === box.dataset.tick);
  }
}
