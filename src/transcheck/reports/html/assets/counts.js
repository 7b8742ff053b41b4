// the counts that follow decisions: the line under the batch button, the chips, and the index
const TOLD = { accept: "accepted", "not-an-error": "not an error", glossary: "for the glossary", skip: "skipped" };

function put(element, words) {
  if (element && element.textContent !== words) element.textContent = words;
}

function drawArticle(screen, article) {
  const count = { accept: 0, "not-an-error": 0, glossary: 0, skip: 0, err: 0, rev: 0 };
  for (const group of article.groups) {
    for (const place of group.places) {
      const entry = kept(group, place);
      count[entry ? entry.decision : group.standing] += 1;
    }
  }
  for (const kind of ["err", "rev"]) {
    const chip = one(`.chips .chip.${kind}`, screen);
    put(one("b", chip), count[kind].toLocaleString("en"));
    chip.classList.toggle("none", !count[kind]);
    if (kind === "err") put(chip.lastChild, count.err === 1 ? " error" : " errors");
  }
  const line = one(".tally", screen);
  line.hidden = false;
  const told = Object.entries(TOLD).filter(([name]) => count[name]).map(([name, words]) => `${count[name].toLocaleString("en")} ${words}`);
  put(line, `${tally(article.groups)}${told.length ? ` (${told.join(", ")})` : ""}. ${store.note}`);
  const batch = one(".batch", screen);
  const ready = certain(article.groups).reduce((sum, group) => sum + open(group).length, 0);
  batch.hidden = !ready || total(article.groups) < 2;
  put(one(".words", batch), ready === 1 ? "Accept the certain fix" : `Accept all ${ready.toLocaleString("en")} certain fixes`);
}

// an article's row says how much of it is decided; pages after the first know no findings
function drawRow(row) {
  const key = row.dataset.article;
  const article = byKey.get(key);
  const most = article ? total(article.groups) : Number(row.dataset.findings);
  const done = article ? countDecided(article.groups) : Math.min(most, Object.keys(own(decisions, key) || {}).length);
  let note = one(".row-tally", row);
  if (!note) { if (!done) return; note = make("small", "row-tally"); one(".count", row).append(note); }
  put(note, done ? `${done} of ${most} decided` : "");
}

const byKey = new Map(data.articles.map((article) => [article.key, article]));
const rowsWith = all("tr[data-article]");
function drawIndex() {
  for (const row of rowsWith) drawRow(row);
  const line = one(".view.index .tally");
  if (!line || !groups.length) return;
  line.hidden = false;
  const touched = data.articles.filter((article) => countDecided(article.groups)).length;
  put(line, `${tally(groups)}${touched ? ` in ${many(touched, "article")}` : ""}. ${store.note}`);
}

function drawCounts() {
  const article = viewedArticle();
  if (article && article.groups.length) drawArticle(view(), article);
  if (view().classList.contains("index")) drawIndex();
}
