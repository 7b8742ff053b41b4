// places that a waiver could be taken for when its sentence is written anew, and that stay open:
// of the name in the same letters, or with the same words beside them; half a list would be worse
const MOST_LEFT = 50;
const isName = (group) => /^(name|acronym)-/.test(group.check);
const wordsOf = (print) => print.replace(/-\d+$/, "");
function leftOpen(group, place) {
  const left = group.article.groups.flatMap((other) => {
    const same = isName(group) && isName(other) && other.text === group.text;
    return other.places.filter(({ print }) => same || wordsOf(print) === wordsOf(place.print))
      .filter((one) => (kept(other, one) || { decision: "skip" }).decision === "skip");
  });
  return left.length <= MOST_LEFT ? left.map(({ print }) => print).sort() : [];
}

// decisions as files: JSON for `transcheck waive` and `fix`, TOML for the waiver file, CSV for a sheet
function decided() {
  return groups.flatMap((group) => group.places.map((place) => [group, place, kept(group, place)]))
    .filter(([, , entry]) => entry)
    .map(([group, place, entry]) => {
      const form = entry.form ? formOf(group, entry.form) : "";
      const left = entry.decision === "not-an-error" ? leftOpen(group, place) : [];
      return {
        path: group.article.path,
        id: group.article.id,
        fingerprint: place.print,
        check: group.check,
        text: group.text,
        decision: entry.decision,
        suggestion: writes(group, entry) || null,
        reason: entry.reason || "",
        name: entry.decision === "glossary" ? form : "",
        kind: entry.kind || "",
        ...Object.fromEntries(["admitted", "beside"].filter((part) => entry[part]).map((part) => [part, formOf(group, entry[part])])),
        ...(left.length ? { left_open: left } : {}),
      };
    });
}

const asJson = (list) => `${JSON.stringify({ schema: "transcheck/decisions/1", report: data.report, signature: data.signature, decisions: list }, null, 1)}\n`;

// a string of JSON is one of TOML, but for two things: DEL, and half characters
const quoted = (text) => JSON.stringify(text.replace(/[\ud800-\udfff]/gu, "\ufffd")).replaceAll("\x7f", "\\u007f");
function asToml(list) {
  const waivers = list.filter((entry) => entry.decision === "not-an-error").map((entry) => [
    "[[waiver]]",
    `fingerprint = ${quoted(entry.fingerprint)}`,
    `check = ${quoted(entry.check)}`,
    ...(entry.text ? [`form = ${quoted(entry.text)}`] : []),
    `path = ${quoted(entry.path)}`,
    ...(entry.id !== entry.path ? [`id = ${quoted(entry.id)}`] : []),
    'verdict = "not-an-error"',
    `reason = ${quoted(entry.reason)}`,
    ...(entry.left_open ? [`left-open = [${entry.left_open.map(quoted).join(", ")}]`] : []),
  ].join("\n"));
  return waivers.length ? `${waivers.join("\n\n")}\n` : "";
}

const COLUMNS = ["path", "id", "fingerprint", "check", "text", "decision", "suggestion", "reason", "name", "kind", "admitted", "beside"];
function asCsv(list) {
  const rows = list.map((entry) => COLUMNS.map((column) => cell(entry[column] || "")).join(","));
  return `${[COLUMNS.join(","), ...rows].join("\n")}\n`;
}

const FORMATS = {
  json: ["decisions.json", "application/json", asJson],
  toml: ["waivers.toml", "application/toml", asToml],
  csv: ["decisions.csv", "text/csv", asCsv],
};
function exportAs(kind) {
  if (store.exported) { say(store.exported); return; }
  decisions = store.load();
  const list = decided();
  const [name, type, set] = FORMATS[kind];
  const text = list.length ? set(list) : "";
  if (!list.length) { say(groups.length ? "Nothing to export: decide first" : "Decisions are exported on the first page of the index"); return; }
  if (!text) { say("Nothing is marked “not an error”: there is no waiver to export"); return; }
  download(name, type, text);
  const others = Object.keys(decisions).filter((key) => !byKey.has(key)).length;
  const count = kind === "toml" ? list.filter((entry) => entry.decision === "not-an-error").length : list.length;
  say(`${many(count, "decision")} exported to ${name}${others ? `. Those of other articles: on the index` : ""}`);
}
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-export]");
  if (button) exportAs(button.dataset.export);
});
