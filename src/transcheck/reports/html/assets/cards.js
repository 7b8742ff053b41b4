// the cards: buttons to decide with, and one line with Undo after a decision
const WORDS = { accept: "Accepted", "not-an-error": "Not an error", glossary: "For the glossary", skip: "Skipped" };
const SIGNS = { accept: "ok", "not-an-error": "dash", glossary: "ok", skip: "new" };
const listable = (group) => group.name && formsOf(group).length > 0;
const named = (group) => group.text || "A missing name";

function formName(text) {
  return make("bdi", "name", text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function dress(group) {
  const card = cardOf(group);
  const actions = copy("t-actions");
  for (const button of all("button", actions)) button.setAttribute("aria-describedby", `t-${group.card.slice(2)}`);
  one("[data-do=accept]", actions).disabled = !group.fixes.length;
  one("[data-do=glossary]", actions).disabled = !listable(group);
  card.append(actions);
  all(".others bdi", card).forEach((form, at) => {
    const button = make("button");
    button.type = "button";
    button.dataset.fix = at + 1;
    const key = make("kbd", "", String(at + 2));
    key.setAttribute("aria-hidden", "true");
    button.append(make("span", "vh", "Accept "), form.cloneNode(true), " ", key);
    if (form.nextSibling) form.nextSibling.remove();
    form.replaceWith(button);
  });
  if (group.places.length < 2) return;
  for (const spot of all(".spot[data-mark]", card)) {
    const button = make("button", "leave");
    button.type = "button";
    button.dataset.mark = spot.dataset.mark;
    spot.firstElementChild.replaceWith(button);
    one(".vh", spot).remove();
  }
}

// decided places of a group, one bundle for each decision that was made
function bundles(group) {
  const found = new Map();
  for (const place of group.places) {
    const entry = kept(group, place);
    if (!entry) continue;
    const key = JSON.stringify([entry.decision, entry.form, entry.admitted, entry.beside, entry.reason, entry.kind]);
    if (!found.has(key)) found.set(key, { entry, places: [] });
    found.get(key).places.push(place);
  }
  return [...found.values()];
}

function tell(group, { entry, places: decided }) {
  const what = make("span", "what");
  const form = entry.form && formOf(group, entry.form);
  if (entry.decision === "accept") {
    what.append(formName(group.text), group.text ? " " : "", glyph("arrow"), make("span", "vh", "becomes"), " ", formName(fitted(group, decided, form)));
  } else if (entry.decision === "glossary") {
    what.append(formName(form));
    if (entry.admitted) what.append(", also ", formName(formOf(group, entry.admitted)));
    if (entry.beside) what.append(" and ", formName(formOf(group, entry.beside)));
    if (entry.kind) what.append(`, ${entry.kind}`);
  }
  else what.append(group.text ? formName(group.text) : group.check);
  if (entry.decision === "not-an-error") what.append(`, ${entry.reason[0].toLowerCase()}${entry.reason.slice(1)}`);
  if (entry.decision === "skip") what.append(", comes back next run");
  if (decided.length > 1) what.append(`, ${decided.length} places`);
  return what;
}

function drawCard(group) {
  const card = cardOf(group);
  for (const line of all(".done", card)) line.remove();
  const made = bundles(group);
  for (const bundle of made) {
    const { entry, places: decided } = bundle;
    const line = copy("t-done");
    one(".sign", line).append(glyph(SIGNS[entry.decision]));
    one("b", line).textContent = WORDS[entry.decision];
    one(".what", line).replaceWith(tell(group, bundle));
    line.prints = decided.map((place) => place.print);
    one(".actions", card).before(line);
  }
  const left = undecided(group);
  const wanted = open(group).length;
  card.classList.toggle("decided", !left.length);
  card.classList.toggle("accepted", !left.length && made.every(({ entry }) => SIGNS[entry.decision] === "ok"));
  const words = wanted === 1 ? "Accept fix" : `Accept ${wanted} fixes`;
  one("[data-do=accept] .words", card).textContent = group.fixes.length ? words : "No fix proposed";
  for (const button of all(".leave", card)) drawLeave(group, button);
}

function drawLeave(group, button) {
  const place = group.places.find((other) => other.mark === button.dataset.mark);
  const entry = kept(group, place);
  const out = group.out.has(place.print);
  button.disabled = Boolean(entry);
  button.setAttribute("aria-pressed", String(out));
  const label = entry ? `${WORDS[entry.decision]}:` : out ? "Left out, take in again:" : "Wrong, leave out:";
  button.replaceChildren(glyph(entry ? SIGNS[entry.decision] : out ? "dash" : "err"), make("span", "vh", label));
}
