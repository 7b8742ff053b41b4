// the current finding: its card and its place are ringed, and keys act on it
let current = null;
let ringed = [];
const places = () => all("mark[id]", view());
const groupOf = (mark) => (mark ? byMark.get(mark.id) : undefined);
const linkOf = (mark) => one("sup a", mark.closest(".place"));

function unfold(element) {
  for (let fold = element && element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}

function choose(mark, move) {
  for (const element of ringed) element.classList.remove("current");
  ringed = [];
  current = mark;
  drawDock();
  if (!mark) return;
  const link = linkOf(mark);
  const group = groupOf(mark);
  const card = group ? cardOf(group) : link && document.getElementById(link.hash.slice(1))?.closest(".card");
  ringed = [mark.closest(".place"), card].filter(Boolean);
  for (const element of ringed) element.classList.add("current");
  if (view().classList.contains("compact")) settleSoon();
  if (!move) return;
  unfold(mark);
  mark.scrollIntoView({ block: "center" });
  if (link) link.focus({ preventScroll: true });
}

function step(by) {
  const marks = places();
  if (!marks.length) { stepRow(by); return; }
  const at = marks.indexOf(current);
  choose(marks[at < 0 ? 0 : Math.min(marks.length - 1, Math.max(0, at + by))], true);
}

// after a decision: on to the next place that is not decided, round to the first one, or stay
function onward(group) {
  const marks = places();
  const from = Math.max(0, marks.indexOf(document.getElementById(group.places[0].mark)));
  const waits = (mark) => {
    const other = groupOf(mark);
    return other && undecided(other).some((place) => place.mark === mark.id);
  };
  const next = marks.slice(from).find(waits) || marks.find(waits);
  choose(next || document.getElementById(group.places[0].mark), true);
}

function turn(rel) {
  const link = one(`a[rel="${rel}"]`, view());
  if (link) link.click();
}

const currentGroup = () => {
  const group = groupOf(current);
  if (!group) say(viewedArticle() ? "This finding is waived: nothing to decide" : "Open an article to decide its findings");
  return group;
};
