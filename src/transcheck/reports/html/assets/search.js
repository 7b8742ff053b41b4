// the index: search and filters, over the rows of the page or over the one list of a long run
const index = one(".view.index");
const wanted = () => ({
  words: one(".search input", index).value.toLocaleLowerCase().trim(),
  state: one("[aria-pressed=true]", index).dataset.state,
  check: one("[data-by=checks]", index).value,
  language: one("[data-by=language]", index).value,
});
const fits = (want, state, checks, language, text) => (!want.state || state === want.state)
  && (!want.check || checks.split(" ").includes(want.check))
  && (!want.language || language === want.language)
  && (!want.words || text().toLocaleLowerCase().includes(want.words));

function filter() {
  const want = wanted();
  const found = data.rows ? filterList(want) : filterRows(want);
  put(one(".found", index), `${many(found, "article")} shown`);
}

function filterRows(want) {
  let found = 0;
  for (const row of all(".listed tbody tr", index)) {
    row.hidden = !fits(want, row.dataset.state, row.dataset.checks, row.dataset.language, () => row.textContent);
    if (!row.hidden) found += 1;
  }
  if (want.words || want.state === "ok") for (const fold of all(".cleans", index)) fold.open = true;
  return found;
}

const MOST = 200;
function filterList(want) {
  const busy = Object.values(want).some(Boolean);
  one(".listed", index).hidden = busy;
  const box = one(".results", index);
  box.hidden = !busy;
  if (!busy) { box.replaceChildren(); return data.rows.length; }
  const found = data.rows.filter((row) => fits(want, row[0], row[8], row[7], () => `${row[1]}\n${row[2]}\n${row[3]}`));
  const table = make("table", "articles found-rows");
  const body = make("tbody");
  table.append(make("caption", "vh", "Articles found, worst first"), body);
  for (const row of found.slice(0, MOST)) body.append(drawFound(row));
  const more = found.length > MOST ? `The first ${MOST} of ${found.length.toLocaleString("en")}: narrow the search to see others.` : "";
  box.replaceChildren(table, make("p", "says", found.length ? more : "No article fits."));
  return found.length;
}

const STATES = { err: "failed", rev: "to review", un: "not checked", ok: "clean" };
function drawFound([state, title, path, what, link, findings, words, language, , key]) {
  const row = make("tr", state);
  const sign = make("td", "state");
  sign.append(glyph(state), make("span", "vh", STATES[state]));
  const name = make("th");
  name.scope = "row";
  const anchor = make(link ? "a" : "span", "", title);
  if (link) anchor.href = link;
  const bdi = make("bdi", "name");
  bdi.append(anchor);
  name.append(bdi, make("small", "", path));
  row.append(sign, name, make("td", "count", findings ? String(findings) : "—"), make("td", "what", what),
    make("td", "n", words === null ? "?" : words.toLocaleString("en")), make("td", "lang", language || "—"));
  if (key && findings) { row.dataset.article = key; row.dataset.findings = findings; drawRow(row); }
  return row;
}

// j and k on the index go from one article to the next
function stepRow(by) {
  const links = index ? all("tbody th a", index).filter(shown) : [];
  if (!links.length) return;
  const at = links.indexOf(document.activeElement);
  const link = links[at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))];
  link.focus();
}

// the findings of one article, where they are many
function find(field) {
  const words = field.value.toLocaleLowerCase().trim();
  const panel = field.closest(".change");
  for (const fold of all("details", panel)) if (words) fold.open = true;
  for (const line of all(".list li", panel)) line.hidden = Boolean(words) && !line.textContent.toLocaleLowerCase().includes(words);
}

function search() {
  const screen = view();
  const field = one(".search input", screen);
  const home = one(".crumbs a", screen);
  if (field) { field.focus(); field.scrollIntoView({ block: "center" }); }
  else if (screen === index) location.assign("index.html#search");
  else if (home) location.assign(home.getAttribute("href") === "#index" ? "#index" : `${home.getAttribute("href")}#search`);
  else say("One article and few findings: search with the browser");
}

if (index && one(".filters", index)) {
  for (const chip of all(".states .chip", index)) {
    chip.addEventListener("click", () => {
      for (const other of all(".states .chip", index)) other.setAttribute("aria-pressed", String(other === chip));
      filter();
    });
  }
  for (const field of all(".search input, .pick select", index)) field.addEventListener("input", filter);
}
for (const field of all(".find input")) field.addEventListener("input", () => find(field));
