// article, or article with its source beside it: the page itself knows how
function toggleSource() {
  const box = one(".with-source", view());
  if (box) box.click();
  else say("No source text came with this article: there is no other view");
}
document.addEventListener("change", (event) => {
  if (!event.target.matches(".with-source")) return;
  settle();
  if (current) current.scrollIntoView({ block: "center" });
});

// the keys of a report, and the page as it stands when it is opened
const formNumber = (key) => () => accept(Number(key) - 1);
listen({
  j: () => step(1),
  k: () => step(-1),
  J: () => turn("next"),
  K: () => turn("prev"),
  a: () => accept(),
  2: formNumber("2"),
  3: formNumber("3"),
  4: formNumber("4"),
  f: () => clear(),
  g: () => enlist(),
  s: () => skip(),
  u: undo,
  undo: undoHere,
  A: acceptAll,
  "/": search,
  o: toggleSource,
  e: () => exportAs("json"),
  "?": openSheet,
  Escape: leave,
});
look();
for (const group of groups) if (cardOf(group)) {
  dress(group);
  drawCard(group);
  if (undecided(group).length < group.places.length) drawGroup(group);
}
drawShared();
store.watch(() => { decisions = store.load(); redraw(groups); });
arrive();
