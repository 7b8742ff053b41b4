// what can be decided: the findings of the articles on this page, as the report lists them
const data = JSON.parse(one("#data").textContent);
const KINDS = ["person", "place", "org", "product", "event", "demonym", "acronym"];
const views = new Map();
const groups = [];
const byCard = new Map();
const byMark = new Map();
const byPrint = new Map();

for (const article of data.articles) {
  if (article.view) views.set(article.view, article);
  article.id ||= article.path;
  for (const group of article.groups) {
    group.article = article;
    group.text ||= "";
    group.fixes ||= [];
    group.out = new Set();
    groups.push(group);
    if (group.card) byCard.set(group.card, group);
    for (const place of group.places) {
      if (place.mark) byMark.set(place.mark, group);
      const key = `${article.key} ${place.print}`;
      if (!byPrint.has(key)) byPrint.set(key, []);
      byPrint.get(key).push(group);
    }
  }
}

const shown = (element) => element.checkVisibility();
// the view that is seen: asked of the page only when its address changes, since asking is slow
const screens = all(".view");
let seen = null;
const look = () => { seen = screens.length > 1 ? screens.find(shown) : screens[0]; };
const view = () => seen;
const viewedArticle = () => seen && views.get(seen.id);
const cardOf = (group) => group.card && document.getElementById(group.card);
const total = (list) => list.reduce((sum, group) => sum + group.places.length, 0);

// a form is kept by its hash (FNV-1a), never by its letters: the browser holds no article text
const hashes = new Map();
function hashed(text) {
  if (hashes.has(text)) return hashes.get(text);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hashes.set(text, (hash >>> 0).toString(36));
  return hashes.get(text);
}
const formsOf = (group) => [...group.fixes, group.text].filter(Boolean);
// the form that a decision writes into the text, if it does
const writes = (group, entry) => {
  const form = entry && ["accept", "glossary"].includes(entry.decision) && !entry.admitted && formOf(group, entry.form);
  return group.fixes.includes(form) ? form : null;
};
// a fix as it is written at some places: the part and the capitals that their sentences ask for;
// where these differ, that with the name's own capitals
const fitted = (group, places, fix) => {
  const at = group.fixes.indexOf(fix);
  const written = [...new Set(places.map((place) => (place.written && place.written[at]) || fix))];
  return written.length === 1 ? written[0] : written.find((text) => fix.includes(text)) || fix;
};
const formOf = (group, hash) => formsOf(group).find((form) => hashed(form) === hash);
