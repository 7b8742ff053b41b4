// permalinks: #f=<fingerprint>, #a=<article>&f=<fingerprint>, beside the plain #f-<fingerprint>
const GONE = "This finding is no longer in the report";
function aim() {
  try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
}

// an article is named by its key, or by its page, which ends with the key
const namedBy = (article, name) => article.key === name || name.endsWith(`-${article.key}`) || article.view === name;

// follow a permalink; true when the page goes elsewhere and this visit is over
function follow(wantedArticle, print) {
  const fitting = data.articles.filter((article) => wantedArticle === null || namedBy(article, wantedArticle));
  for (const article of fitting) {
    const group = print === null ? null : article.groups.find((other) => other.places.some((place) => place.print === print));
    if (print !== null && !group) continue;
    if (article.href) { location.replace(print === null ? article.href : `${article.href}#f=${encodeURIComponent(print)}`); return true; }
    const place = group && group.places.find((other) => other.print === print);
    location.replace(`#${place ? place.mark : article.view}`);
    return true;
  }
  const waived = print !== null && document.getElementById(`f-${print}`);
  if (waived) { location.replace(`#${waived.id}`); return true; }
  say(GONE);
  return false;
}

function arrive() {
  look();
  const hash = new URLSearchParams(location.hash.slice(1));
  close(false);
  if (hash.has("f") || hash.has("a")) { if (follow(hash.get("a"), hash.get("f"))) return; } else say("");
  if (location.hash === "#search") { drawCounts(); search(); return; }
  const target = location.hash.length > 1 && aim();
  const card = target && target.closest(".card");
  const marks = places();
  const waits = (mark) => { const group = groupOf(mark); return group && undecided(group).some((place) => place.mark === mark.id); };
  const mark = target && target.matches("mark") ? target
    : card && marks.find((other) => linkOf(other)?.getAttribute("href") === `#${target.id}`);
  unfold(target);
  drawCounts();
  choose(mark || marks.find(waits) || marks[0] || null, false);
  settle();
  if (target) (mark || target).scrollIntoView({ block: target.matches(".view") ? "start" : "center" });
}
window.addEventListener("hashchange", arrive);
