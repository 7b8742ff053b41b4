// what was decided, by article and fingerprint; a step is what one key or button decided at once
let decisions = store.load();
const DECISIONS = ["accept", "not-an-error", "glossary", "skip"];

// what stands in a store is not trusted: a form or a reason that does not fit is not a decision
function kept(group, place) {
  const entry = own(own(decisions, group.article.key), place.print);
  if (!entry || !DECISIONS.includes(entry.decision) || !Number.isSafeInteger(entry.step)) return null;
  if (entry.decision === "accept" && !group.fixes.some((fix) => hashed(fix) === entry.form)) return null;
  if (entry.decision === "glossary" && (!["form", "admitted", "beside"].every((part) => (part !== "form" && !entry[part]) || formOf(group, entry[part])) || (entry.kind && !KINDS.includes(entry.kind)))) return null;
  if (entry.decision === "not-an-error" && (typeof entry.reason !== "string" || !entry.reason)) return null;
  return entry;
}
const undecided = (group) => group.places.filter((place) => !kept(group, place));
const open = (group) => undecided(group).filter((place) => !group.out.has(place.print));
const countDecided = (list) => total(list) - list.reduce((sum, group) => sum + undecided(group).length, 0);

function lastStep(keys) {
  let last = 0;
  for (const key of keys) {
    for (const entry of Object.values(own(decisions, key) || {})) {
      if (entry && Number.isSafeInteger(entry.step) && entry.step > last) last = entry.step;
    }
  }
  return last;
}

// set or remove what is kept: a list of [article key, fingerprint, entry or nothing]
function write(changes) {
  for (const [key, print, entry] of changes) {
    if (entry) {
      if (typeof own(decisions, key) !== "object" || !decisions[key]) decisions[key] = {};
      decisions[key][print] = entry;
    }
    else if (own(decisions, key)) delete decisions[key][print];
  }
  store.save(decisions, changes);
  redraw([...new Set(changes.flatMap(([key, print]) => byPrint.get(`${key} ${print}`) || []))]);
}

// decide a list of [group, entry]: the open places of each, in one step; a place left out stays
function decide(list) {
  decisions = store.load();
  const step = 1 + lastStep(Object.keys(decisions));
  const changes = list.flatMap(([group, entry]) => open(group)
    .map((place) => [group.article.key, place.print, { ...entry, step }]));
  for (const [group] of list) group.out.clear();
  write(changes);
  return changes.length;
}

function takeBack(pairs) {
  decisions = store.load();
  write(pairs);
}

// the last step that concerns what is seen, undone as a whole; returns its places
function undoLast(keys) {
  decisions = store.load();
  const step = lastStep(keys);
  if (!step) return [];
  const pairs = Object.entries(decisions).flatMap(([key, entries]) => Object.entries(entries)
    .filter(([, entry]) => entry && entry.step === step).map(([print]) => [key, print]));
  takeBack(pairs);
  return pairs;
}
