// the four decisions on the current finding, all certain ones at once, and undo
function drawGroup(group) {
  drawCard(group);
  for (const place of group.places) drawMark(group, place);
  drawRows(group);
  drawLine(group);
  drawBoxes(group);
}

function redraw(touched) {
  if (asked && !undecided(asked.group).length) close(false); // decided by another button, or tab
  for (const group of touched) if (cardOf(group)) drawGroup(group);
  drawCounts();
  drawShared();
  drawDock();
  settleSoon();
}

function tally(list) {
  const done = countDecided(list);
  return `${done.toLocaleString("en")} of ${total(list).toLocaleString("en")} decided`;
}
const here = () => { const article = viewedArticle(); return article ? article.groups : groups; };

function settleGroup(group, entry) {
  decide([[group, entry]]);
  onward(group);
  const list = here();
  if (countDecided(list) === total(list)) say(store.done);
}

function readyGroup() {
  const group = currentGroup();
  if (!group) return null;
  if (open(group).length) return group;
  say(undecided(group).length ? "All its places are left out" : "It is decided: undo it first");
  return null;
}

function accept(at = 0, group = readyGroup()) {
  if (!group) return;
  if (!group.fixes[at]) { say(at ? "There is no such form" : "No fix is proposed: decide by f, g or s"); return; }
  settleGroup(group, { decision: "accept", form: hashed(group.fixes[at]) });
}
function skip(group = readyGroup()) {
  if (group) settleGroup(group, { decision: "skip" });
}
function clear(group = readyGroup()) {
  if (group) askWhy(group);
}
function enlist(group = readyGroup()) {
  if (!group) return;
  if (listable(group)) askRow(group);
  else say(group.name ? "There is no form to put into a glossary" : "This is no name: a glossary holds names");
}

// only what is certain and has exactly one fix: never what is likely
const certain = (list) => list.filter((group) => group.certain && group.fixes.length === 1 && open(group).length);
function acceptAll() {
  const article = viewedArticle();
  if (!article) { say("Open an article to accept its certain fixes"); return; }
  const list = certain(article.groups);
  if (!list.length) { say("No certain fix is left"); return; }
  const places = decide(list.map((group) => [group, { decision: "accept", form: hashed(group.fixes[0]) }]));
  say(`${places === 1 ? "1 certain fix" : `${places.toLocaleString("en")} certain fixes`} accepted. Undo with u`);
  const next = article.groups.find((group) => undecided(group).length);
  onward(next || list[0]);
}

function undo() {
  const article = viewedArticle();
  const pairs = undoLast(article ? [article.key] : Object.keys(decisions));
  if (!pairs.length) { say("Nothing to undo"); return; }
  const articles = new Set(pairs.map(([key]) => key)).size;
  say(`Undone: ${many(pairs.length, "place")}${articles > 1 ? ` in ${articles} articles` : ""}`);
  if (!article) return;
  const [group] = pairs.filter(([key]) => key === article.key).flatMap(([key, print]) => byPrint.get(`${key} ${print}`) || []);
  if (group) choose(document.getElementById(group.places[0].mark), true);
}

function undoLine(group, prints) {
  takeBack(prints.map((print) => [group.article.key, print]));
  choose(document.getElementById(group.places.find((place) => prints.includes(place.print)).mark), true);
}

document.addEventListener("click", (event) => {
  const card = event.target.closest(".card[id]");
  const group = card && byCard.get(card.id);
  if (!group) return;
  const button = event.target.closest("button");
  if (groupOf(current) !== group) choose(document.getElementById(group.places[0].mark), false);
  if (!button) return;
  if (button.dataset.mark) leaveOut(group, button);
  else if (button.dataset.fix) accept(Number(button.dataset.fix), group);
  else if (button.dataset.do === "undo") undoLine(group, button.closest(".done").prints);
  else if (button.dataset.do) ({ accept: () => accept(0, open(group).length ? group : null), "not-an-error": () => clear(group), glossary: () => enlist(group), skip: () => skip(group) })[button.dataset.do]();
});

function leaveOut(group, button) {
  const { print } = group.places.find((place) => place.mark === button.dataset.mark);
  if (!group.out.delete(print)) group.out.add(print);
  drawCard(group);
  drawCounts();
  say(`${many(open(group).length, "place")} of ${group.places.length} will be decided`);
}
