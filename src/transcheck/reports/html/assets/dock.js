// in a hand the buttons stand at the thumb and act on the current finding
const dock = copy("t-dock");
dock.hidden = true;
one("main").append(dock);

function drawDock() {
  const article = viewedArticle();
  const group = groupOf(current);
  dock.hidden = !article || !group;
  if (dock.hidden) return;
  const made = undecided(group).length ? [] : bundles(group);
  const title = one("h3 .wr", cardOf(group)) || one("h3", cardOf(group));
  one(".change-now", dock).replaceChildren(...[...title.cloneNode(true).childNodes]);
  one(".change-now", dock).className = `change-now wr ${group.standing}`;
  const place = group.places.find((other) => other.mark === current.id);
  put(one(".place-now", dock), `${article.groups.indexOf(group) + 1} of ${article.groups.length} · ${place.at}`);
  one(".acts", dock).hidden = made.length > 0;
  const undone = one(".undo", dock);
  undone.hidden = !made.length;
  if (made.length) one("span", undone).replaceChildren(make("b", "", WORDS[made[0].entry.decision]), " ", tell(group, made[0]));
  const wanted = open(group).length;
  const button = one("[data-go=a]", dock);
  button.disabled = !group.fixes.length;
  one("[data-go=g]", dock).disabled = !listable(group);
  put(one(".words", button), wanted > 1 ? `Accept ${wanted}` : "Accept fix");
}

function undoHere() {
  const group = groupOf(current);
  if (group) undoLine(group, group.places.filter((place) => kept(group, place)).map((place) => place.print));
}
