// cards that would cover one another move down; the ledger goes where there is room
function settle() {
  const here = view();
  const body = here && one(".spread", here);
  if (!body) return;
  body.classList.add("settled");
  const cards = all(".card.beside", body);
  for (const card of cards) card.style.top = "";
  body.style.minHeight = "";
  if (!cards.length || getComputedStyle(cards[0]).position !== "absolute") return;
  body.classList.add("filled");
  const ledger = one(".ledger", body);
  const first = cards[0].getBoundingClientRect().top;
  const fits = ledger.getBoundingClientRect().bottom + 12 <= first;
  body.classList.toggle("filled", fits);
  // all is measured before anything moves: one layout, however many cards
  const boxes = cards.map((card) => [card, card.getBoundingClientRect(), card.offsetTop]);
  const above = (fits ? ledger : one(".change", body)).getBoundingClientRect();
  const text = one(".text", body).getBoundingClientRect();
  const height = body.offsetHeight;
  let free = above.bottom + 12;
  for (const [card, box, top] of boxes) {
    const push = Math.max(0, free - box.top);
    if (push > 0) card.style.top = `${top + push}px`;
    free = box.bottom + push + 12;
  }
  if (free > text.bottom) body.style.minHeight = `${height + free - text.bottom}px`;
}

// many changes at once settle once
let waiting = 0;
function settleSoon() {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(settle);
}
window.addEventListener("resize", settleSoon);
document.addEventListener("toggle", settleSoon, true);
if (document.fonts) document.fonts.ready.then(settle);
