const main = one("main.proposals");
const cards = all(".rows > .card");
const search = one(".search input");
const COLUMNS = ["name", "kind", "admitted", "rejected", "source", "lang", "note", "ref"];
const EDITED = ["name", "kind", "admitted", "source"];
const shelf = `transcheck-proposals-${main.dataset.store}`;

// what was decided and edited, by card; kept in the browser and nowhere else
let state = { decided: {}, edited: {}, order: [] };
try {
  const kept = JSON.parse(localStorage.getItem(shelf) || "null");
  if (kept && kept.decided && kept.edited && Array.isArray(kept.order)) state = kept;
} catch { /* nothing kept, or nothing readable */ }
const keep = () => {
  try { localStorage.setItem(shelf, JSON.stringify(state)); } catch { say("Decisions cannot be kept: export before you close the page"); }
};
const decision = (card) => (own(state.decided, card.dataset.key) || "");
const field = (card, column) => one(`[data-column="${column}"]`, card);

for (const card of cards) {
  const edits = own(state.edited, card.dataset.key) || {};
  for (const column of EDITED) if (typeof edits[column] === "string") field(card, column).value = edits[column];
}

let current = null;
const open = () => cards.filter((card) => !card.hidden);
function choose(card, move) {
  if (current) current.classList.remove("current");
  current = card || null;
  if (!current) return;
  current.classList.add("current");
  if (!move) return;
  current.scrollIntoView({ block: "center" });
  current.focus({ preventScroll: true });
}
function step(by) {
  const list = open();
  if (!list.length) return;
  const at = list.indexOf(current);
  choose(list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + by))], true);
}
function onward(card) {
  const list = open();
  const after = list.slice(list.indexOf(card) + 1).find((other) => !decision(other));
  choose(after || card, true);
}

function show(card) {
  const what = decision(card);
  card.classList.toggle("accepted", what === "accepted");
  card.classList.toggle("skipped", what === "skipped");
  one(".told", card).hidden = what !== "";
  one(".decide", card).hidden = what !== "";
  one(".decided", card).hidden = what === "";
  one("[data-name]", card).textContent = field(card, "name").value;
}
function count() {
  const tally = { accepted: 0, skipped: 0, left: 0 };
  for (const card of cards) tally[decision(card) || "left"] += 1;
  for (const [name, value] of Object.entries(tally)) one(`[data-count="${name}"]`).textContent = value.toLocaleString("en");
  one("[data-export]").textContent = many(tally.accepted, "row");
  return tally;
}
function decide(card, what) {
  if (!card) return;
  if (what === "accepted" && !field(card, "name").value.trim()) { say("The row has no name: write one, or skip it"); field(card, "name").focus(); return; }
  const key = card.dataset.key;
  state.order = state.order.filter((other) => other !== key);
  if (what) { state.decided[key] = what; state.order.push(key); } else delete state.decided[key];
  keep();
  show(card);
  const tally = count();
  say(`${many(tally.accepted, "row")} accepted, ${tally.skipped} skipped, ${tally.left} to decide`);
  if (what) onward(card); else choose(card, true);
  filter();
}
function undo() {
  const key = state.order[state.order.length - 1];
  const card = cards.find((other) => other.dataset.key === key);
  if (card) { card.hidden = false; decide(card, ""); } else say("Nothing to undo");
}

function filter() {
  const words = search.value.toLocaleLowerCase().trim();
  const wanted = one('[aria-pressed="true"]').dataset.show;
  let found = 0;
  for (const card of cards) {
    const what = decision(card) || "left";
    const fits = (!wanted || wanted === what || (wanted === "several" && card.dataset.several))
      && (!words || card.textContent.toLocaleLowerCase().includes(words) || field(card, "name").value.toLocaleLowerCase().includes(words));
    card.hidden = !fits;
    if (fits) found += 1;
  }
  one(".found").textContent = words || wanted ? `${found.toLocaleString("en")} shown` : "";
}

// the accepted rows as a native glossary
function line(card) {
  const edited = Object.fromEntries(EDITED.map((column) => [column, field(card, column).value]));
  const values = { ...card.dataset, ...edited };
  return COLUMNS.map((column) => cell(values[column] || "")).join(",");
}
function save() {
  const accepted = cards.filter((card) => decision(card) === "accepted");
  if (!accepted.length) { say("Nothing to export: accept a row first"); return; }
  const text = [COLUMNS.join(","), ...accepted.map(line), ""].join("\n");
  download("accepted-rows.csv", "text/csv", text);
  say(`${many(accepted.length, "row")} exported to accepted-rows.csv`);
}

listen({
  j: () => step(1),
  k: () => step(-1),
  a: () => decide(current, "accepted"),
  s: () => decide(current, "skipped"),
  u: undo,
  e: save,
  "/": () => search.focus(),
  "?": openSheet,
  Escape: leave,
});
document.addEventListener("click", (event) => {
  const card = event.target.closest(".rows > .card");
  const act = event.target.closest("[data-do]");
  if (card && act) decide(card, act.dataset.do);
  else if (card) choose(card, false);
});
main.addEventListener("focusin", (event) => {
  const card = event.target.closest(".rows > .card");
  if (card) choose(card, false);
});
main.addEventListener("input", (event) => {
  const card = event.target.closest(".rows > .card");
  if (!card || !event.target.dataset.column) return;
  const edits = state.edited[card.dataset.key] || {};
  edits[event.target.dataset.column] = event.target.value;
  state.edited[card.dataset.key] = edits;
  keep();
});
for (const chip of all(".states .chip")) {
  chip.addEventListener("click", () => {
    for (const other of all(".states .chip")) other.setAttribute("aria-pressed", String(other === chip));
    filter();
  });
}
search.addEventListener("input", filter);

for (const card of cards) show(card);
count();
choose(cards.find((card) => !decision(card)) || cards[0], false);
