(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const shown = (element) => element.offsetParent !== null;
  const view = () => all(".view").find(shown);
  const sheet = document.querySelector(".keys");
  const box = sheet.querySelector("input");
  const say = (words) => { document.querySelector(".gone").textContent = words; };

  for (const element of all(".buttons, .hints, .filters")) element.hidden = false;

  // cards that would cover one another move down; the ledger goes where there is room
  function settle() {
    const here = view();
    const body = here && here.querySelector(".spread");
    if (!body) return;
    body.classList.add("settled");
    const cards = all(".card.beside", body);
    for (const card of cards) card.style.top = "";
    body.style.minHeight = "";
    if (!cards.length || getComputedStyle(cards[0]).position !== "absolute") return;
    const change = body.querySelector(".change").getBoundingClientRect();
    const ledger = body.querySelector(".ledger");
    body.classList.add("filled");
    const first = cards[0].getBoundingClientRect().top;
    const fits = ledger.getBoundingClientRect().bottom + 12 <= first;
    body.classList.toggle("filled", fits);
    let free = (fits ? ledger.getBoundingClientRect() : change).bottom + 12;
    for (const card of cards) {
      const box = card.getBoundingClientRect();
      const push = Math.max(0, free - box.top);
      if (push > 0) card.style.top = `${card.offsetTop + push}px`;
      free = box.bottom + push + 12;
    }
    const text = body.querySelector(".text").getBoundingClientRect();
    const over = free - text.bottom;
    if (over > 0) body.style.minHeight = `${body.offsetHeight + over}px`;
  }

  // the current finding: its card and all its places are ringed
  const places = () => all("mark[id]", view()).filter(shown);
  let current = null;
  function choose(mark, move) {
    for (const element of all(".current")) element.classList.remove("current");
    current = mark;
    if (!mark) return;
    const link = mark.parentElement.querySelector("sup a");
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    const card = target && target.closest(".card");
    mark.parentElement.classList.add("current");
    if (card) card.classList.add("current");
    if (!move) return;
    for (let fold = mark.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    mark.scrollIntoView({ block: "center" });
    if (link) link.focus({ preventScroll: true });
  }
  function step(by) {
    const marks = places();
    if (!marks.length) return;
    const at = marks.indexOf(current);
    choose(marks[at < 0 ? 0 : Math.min(marks.length - 1, Math.max(0, at + by))], true);
  }
  function turn(rel) {
    const link = view().querySelector(`a[rel="${rel}"]`);
    if (link) link.click();
  }

  const actions = {
    j: () => step(1),
    k: () => step(-1),
    J: () => turn("next"),
    K: () => turn("prev"),
    "/": () => { const field = view().querySelector(".search input"); if (field) field.focus(); },
    "?": () => { if (!sheet.open) sheet.showModal(); },
    Escape: () => { say(""); if (sheet.open) sheet.close(); },
  };
  const store = "transcheck-keys";
  try { box.checked = localStorage.getItem(store) !== "off"; } catch { /* no storage: keys stay on */ }
  box.addEventListener("change", () => {
    try { localStorage.setItem(store, box.checked ? "on" : "off"); } catch { /* forgotten on reload */ }
  });
  const typing = (element) => element.matches("textarea, select, input:not([type=checkbox])");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key !== "Escape" && (!box.checked || typing(event.target))) return;
    if (sheet.open && event.key !== "Escape") return;
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : null;
    if (!action) return;
    if (event.key !== "Escape") event.preventDefault();
    action();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-go]");
    if (button) actions[button.dataset.go]();
  });

  // the index: search and filters
  const index = document.querySelector(".view.index");
  function filter() {
    const words = index.querySelector(".search input").value.toLocaleLowerCase().trim();
    const state = index.querySelector("[aria-pressed=true]").dataset.state;
    const check = index.querySelector("[data-by=checks]").value;
    const language = index.querySelector("[data-by=language]").value;
    let found = 0;
    for (const row of all("tbody tr", index)) {
      const fits = (!state || row.dataset.state === state)
        && (!check || row.dataset.checks.split(" ").includes(check))
        && (!language || row.dataset.language === language)
        && (!words || row.textContent.toLocaleLowerCase().includes(words));
      row.hidden = !fits;
      if (fits) found += 1;
    }
    if (words || state === "ok") for (const fold of all(".cleans", index)) fold.open = true;
    index.querySelector(".found").textContent = `${found} shown`;
  }
  if (index) {
    for (const chip of all(".states .chip", index)) {
      chip.addEventListener("click", () => {
        for (const other of all(".states .chip", index)) other.setAttribute("aria-pressed", String(other === chip));
        filter();
      });
    }
    for (const field of all(".search input, .pick select", index)) field.addEventListener("input", filter);
  }

  // permalinks: #f=<fingerprint> and #a=<article>&f=<fingerprint> beside the plain #f-<fingerprint>
  function aim() {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
  }
  function arrive() {
    const hash = new URLSearchParams(location.hash.slice(1));
    const finding = hash.get("f");
    const article = hash.get("a");
    say("");
    if (finding !== null || article !== null) {
      const id = finding !== null ? `f-${finding}` : article;
      const found = document.getElementById(id);
      if (found) { location.replace(`#${id}`); return; }
      say("This finding is no longer in the report");
    }
    const target = location.hash.length > 1 && aim();
    const mark = target && (target.matches("mark") ? target
      : target.closest(".card") && all("sup a", view()).find((a) => a.getAttribute("href") === `#${target.id}`)?.closest(".place").querySelector("mark"));
    for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    choose(mark || places()[0] || null, false);
    settle();
    if (target) target.scrollIntoView();
  }
  window.addEventListener("hashchange", arrive);
  window.addEventListener("resize", settle);
  document.addEventListener("toggle", settle, true);
  if (document.fonts) document.fonts.ready.then(settle);
  arrive();
})();
