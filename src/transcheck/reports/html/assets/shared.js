// the same name in several articles: one button decides it in all of them, in one step
const panels = all(".same[data-right]");
const byRight = new Map(panels.map((panel) => [panel.dataset.right, []]));
for (const group of groups) if (group.name && byRight.has(group.fixes[0])) byRight.get(group.fixes[0]).push(group);
const sameName = new Map(panels.map((panel) => [panel, byRight.get(panel.dataset.right)]));
const acceptedIn = (list) => list.flatMap((group) => group.places
  .filter((place) => kept(group, place)?.decision === "accept").map((place) => [group.article.key, place.print]));
const articlesOf = (keys) => many(new Set(keys).size, "article");

for (const panel of panels) {
  if (!sameName.get(panel).length) continue;
  const actions = make("p", "actions");
  const button = make("button", "primary");
  button.type = "button";
  button.addEventListener("click", () => acceptEverywhere(panel));
  actions.append(button);
  const line = copy("t-done");
  one("button", line).addEventListener("click", () => {
    takeBack(acceptedIn(sameName.get(panel)));
    button.focus();
  });
  panel.append(line, actions);
}

function acceptEverywhere(panel) {
  const list = sameName.get(panel).filter((group) => open(group).length);
  const places = decide(list.map((group) => [group, { decision: "accept", form: hashed(group.fixes[0]) }]));
  say(`${many(places, "place")} accepted in ${articlesOf(list.map((group) => group.article.key))}. Undo with u`);
  one(".done button", panel).focus();
}

function drawShared() {
  for (const [panel, list] of sameName) {
    if (!list.length) continue;
    const waiting = list.filter((group) => open(group).length);
    const done = acceptedIn(list);
    one(".actions", panel).hidden = !waiting.length;
    put(one(".actions button", panel), `Accept ${panel.dataset.right} in ${articlesOf(waiting.map((group) => group.article.key))}`);
    const line = one(".done", panel);
    line.hidden = !done.length;
    one(".sign", line).replaceChildren(glyph("ok"));
    put(one("b", line), "Accepted");
    put(one(".what", line), `${panel.dataset.right}, ${many(done.length, "place")} in ${articlesOf(done.map(([key]) => key))}`);
  }
}
