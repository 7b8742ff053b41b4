// where decisions are kept: in this browser, under the report's id. A server that serves this
// page puts a store of its own here, with the same parts.
const store = {
  note: "Nothing is written until you export.",
  done: "All are decided. Export with e",
  name: `transcheck-${data.report}`,
  load() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.name) || "{}");
      return kept && typeof kept === "object" && !Array.isArray(kept) ? kept : {};
    } catch { return {}; }
  },
  // only what changed is written: another page of this report may have decided since
  save(decisions, changed) {
    const kept = this.load();
    for (const [article, print] of changed) {
      const entry = own(own(decisions, article), print);
      if (entry) {
        if (typeof own(kept, article) !== "object" || !kept[article]) kept[article] = {};
        kept[article][print] = entry;
      }
      else if (own(own(kept, article), print)) {
        delete kept[article][print];
        if (!Object.keys(kept[article]).length) delete kept[article];
      }
    }
    try { localStorage.setItem(this.name, JSON.stringify(kept)); } catch {
      say("Decisions cannot be kept here: export before you close the page", true);
    }
  },
  watch(changed) {
    window.addEventListener("storage", (event) => { if (event.key === this.name || event.key === null) changed(); });
    window.addEventListener("pageshow", (event) => { if (event.persisted) changed(); });
  },
};
