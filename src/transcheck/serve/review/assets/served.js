// where decisions are kept: by the server, which writes each at once and knows how to undo it.
// What is asked goes one after the other; the page shows it meanwhile, and follows what comes.
const STOPPED = "transcheck review has stopped: this was not written. Start it again";
const ANEW = "transcheck review was started anew";
const BROKEN = "The page met an error of its own: reload it to see what was written";
const PLACE = "transcheck-review-place";

const WRITING = "Still being written";
const SILENT_MS = 3000;
// browsers refuse to let a request of more than 64 KiB outlive its page
const MOST_KEPT_BYTES = 60000;

// a key that is hit while the page is set anew still counts: its request outlives the page
async function post(path, message) {
  const body = new TextEncoder().encode(JSON.stringify(message));
  try {
    const answer = await fetch(`/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      keepalive: body.length < MOST_KEPT_BYTES,
    });
    if (answer.status === 401) return { error: `${ANEW}: this was not written. Open the address it printed` };
    const text = await answer.text();
    try { return JSON.parse(text); } catch { return { error: text.trim() || STOPPED }; }
  } catch { return { error: STOPPED }; }
}

const store = {
  note: "Each decision is written at once.",
  done: "All are decided",
  exported: "Nothing to export: decisions are written at once",
  kept: data.kept,
  acts: new Map(),
  leaving: false,
  line: Promise.resolve(),
  waiting: 0,
  said: data.trouble,

  load() { return this.kept; },

  save(_, changed) {
    const made = changed.filter(([, , entry]) => entry);
    const gone = changed.filter(([, , entry]) => !entry);
    this.said = "";
    say("");
    if (made.length) this.send(() => this.decide(made));
    if (gone.length) this.send(() => this.undo(gone));
  },

  send(work) {
    this.waiting += 1;
    const slow = setTimeout(() => say(WRITING, true), SILENT_MS);
    // what goes wrong in one of them holds up none that comes after
    this.line = this.line.then(work).catch((error) => this.warn(`${BROKEN} (${error})`)).finally(() => {
      this.waiting -= 1;
      clearTimeout(slow);
      if (one(".gone").textContent === WRITING) say(this.said, true);
      if (!this.waiting) catchUp();
    });
  },

  async decide(made) {
    const wishes = made.map(([key, print, entry]) => {
      const [group] = byPrint.get(`${key} ${print}`);
      const [form, admitted, beside] = [entry.form, entry.admitted, entry.beside].map((part) => (part ? formOf(group, part) : ""));
      const { decision, reason = "", kind = "" } = entry;
      return { article: key, seen: data.seen[key], fingerprint: print, decision, form, reason, kind, admitted, beside };
    });
    const told = await post("decide", { decisions: wishes });
    const entries = new Map(made.map(([key, print, entry]) => [`${key} ${print}`, entry]));
    for (const { act, places: done } of told.acts || []) {
      for (const [key, print] of done) this.acts.set(`${key} ${print}`, { act, key, print, entry: entries.get(`${key} ${print}`) });
    }
    const each = made.map(([article, fingerprint]) => ({ article, fingerprint, why: told.error }));
    this.refuse(told.refused || (told.error ? each : []), entries);
  },

  // what was not written is undecided again and looked at, and the page says why
  refuse(refused, entries) {
    for (const { article, fingerprint } of refused) {
      if (own(own(this.kept, article), fingerprint) === entries.get(`${article} ${fingerprint}`)) delete this.kept[article][fingerprint];
    }
    if (!refused.length) return;
    this.tell(refused.map(({ article, fingerprint }) => [article, fingerprint]), refused[0].why);
    const { article, fingerprint } = refused[0];
    const group = byPrint.get(`${article} ${fingerprint}`)?.find(cardOf);
    const place = group && group.places.find((one) => one.print === fingerprint);
    if (place && this.waiting === 1 && !asked) choose(document.getElementById(place.mark), true);
  },

  async undo(gone) {
    const meant = new Set(gone.map(([key, print]) => this.acts.get(`${key} ${print}`)?.act).filter(Boolean));
    if (!meant.size) return;
    const told = await post("undo", { acts: [...meant] });
    const why = new Map((told.refused || []).map((one) => [one.act, one.why]));
    const changed = [];
    for (const [name, { act, key, print, entry }] of [...this.acts]) {
      if (!meant.has(act)) continue;
      changed.push([key, print]);
      if (told.error || why.has(act)) { this.kept[key] = own(this.kept, key) || {}; this.kept[key][print] = entry; }
      else { this.acts.delete(name); if (own(this.kept, key)) delete this.kept[key][print]; }
    }
    this.tell(changed, told.error || [...why.values()][0] || "");
  },

  tell(pairs, words) {
    redraw([...new Set(pairs.flatMap(([key, print]) => byPrint.get(`${key} ${print}`) || []))]);
    if (words) this.warn(words);
  },

  // it is said again where something else was said meanwhile, also on the page that comes next
  warn(words) {
    this.said = words;
    say(words, true);
  },

  watch() {
    for (const [key, entries] of Object.entries(this.kept)) {
      for (const [print, entry] of Object.entries(entries)) this.acts.set(`${key} ${print}`, { act: entry.act, key, print, entry });
    }
    for (const element of all(".exports, [data-go=e], [data-key=e]")) element.hidden = true;
    document.addEventListener("visibilitychange", () => { if (!document.hidden) catchUp(); });
    // the way to another page is open once all is written; what was not written is read first
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!this.waiting || !link || link.getAttribute("href").startsWith("#") || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.send(() => { if (!this.said) { this.leaving = true; location.assign(link.href); } });
    });
    window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
    window.addEventListener("beforeunload", (event) => { if (this.waiting && !this.leaving) event.preventDefault(); });
    queueMicrotask(resume);
  },
};
