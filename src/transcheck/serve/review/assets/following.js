const OUTLIVED_MS = 500;

// a page that is left, that asks something or waits for an answer is not set anew meanwhile
const busy = () => store.waiting || store.leaving || asked;

// what is said of the page, never in the place of what was not written
const remark = (words) => { if (!store.said) say(words, true); };

function reasonIn(text) {
  try { return JSON.parse(text).error || text; } catch { return text.slice(0, 200); }
}

// the page as the server has it now: what differs in what is to decide is shown anew, at the
// same place; else only the verdict, the counts and the ledger are
async function catchUp() {
  if (busy()) return;
  let text = "";
  try {
    const answer = await fetch(location.pathname);
    if (answer.status === 401) { remark(`${ANEW}: open the address it printed`); return; }
    if (answer.status === 404) { keepPlace(""); location.replace("/"); return; }
    text = await answer.text();
    if (!answer.ok) { remark(`This page may be out of date: ${reasonIn(text)}`); return; }
  } catch { return; }
  if (busy()) return;
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = JSON.parse(one("#data", page).textContent);
  if (fresh.trouble) remark(fresh.trouble);
  if (!sameWork(fresh) || !viewedArticle()) { if (fresh.version !== data.version) again(); return; }
  document.title = page.title;
  for (const part of [".result", ".chips", ".ledger", ".signature"]) {
    const news = all(part, page);
    all(part).forEach((old, at) => { if (news[at]) old.replaceWith(document.adoptNode(news[at])); });
  }
  drawCounts();
  settleSoon();
}

const work = (articles, left) => articles.flatMap((article) => article.groups.map((group) =>
  JSON.stringify([article.key, group.check, group.text || "", group.fixes || [], group.standing, left(article, group)])))
  .filter((line) => !line.endsWith(",0]")).sort().join("\n");
function sameWork(fresh) {
  const skipped = (article, place) => own(own(fresh.kept, article.key), place.print);
  return work(data.articles, (_, group) => undecided(group).length)
    === work(fresh.articles, (article, group) => group.places.filter((place) => !skipped(article, place)).length);
}

function again() {
  const row = current && current.closest(".row");
  keepPlace(row ? row.id : "");
  location.reload();
}

// what was said last, and where, for the page that comes now
function keepPlace(row) {
  try { sessionStorage.setItem(PLACE, JSON.stringify({ row, said: store.said, told: one(".gone").textContent })); } catch { /* none is kept */ }
}

function resume() {
  let place = {};
  try {
    place = JSON.parse(sessionStorage.getItem(PLACE)) || {};
    sessionStorage.removeItem(PLACE);
  } catch { /* none is kept */ }
  // a request that outlived the page before may be written only now
  if (place.row !== undefined) setTimeout(catchUp, OUTLIVED_MS);
  if (place.said || store.said) say(place.said || store.said, true);
  else if (place.told) say(place.told);
  store.said = "";
  const row = place.row && document.getElementById(place.row);
  if (!row) return;
  const waits = (mark) => { const group = groupOf(mark); return group && undecided(group).some((other) => other.mark === mark.id); };
  const behind = (mark) => !(row.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_PRECEDING);
  const next = places().find((mark) => waits(mark) && behind(mark));
  if (next) choose(next, true); else row.scrollIntoView({ block: "center" });
}
