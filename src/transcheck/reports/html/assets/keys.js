// keys: one table of actions, off while typing, off altogether by the box in the sheet of keys
const sheet = one(".keys");
const keysOn = one("input", sheet);
const KEPT = "transcheck-keys";
try { keysOn.checked = localStorage.getItem(KEPT) !== "off"; } catch { /* no storage: keys stay on */ }
keysOn.addEventListener("change", () => {
  try { localStorage.setItem(KEPT, keysOn.checked ? "on" : "off"); } catch { /* forgotten on reload */ }
});

const openSheet = () => { if (!sheet.open) sheet.showModal(); };
function leave() {
  say("");
  if (sheet.open) sheet.close();
  else if (typing(document.activeElement)) document.activeElement.blur();
}
const typing = (element) => element.matches("textarea, select, input:not([type=checkbox])");

// a caps lock is no shift: `a` stays `a`
function keyOf(event) {
  if (event.key.length !== 1 || !event.getModifierState("CapsLock")) return event.key;
  return event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase();
}

function listen(actions) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = keyOf(event);
    if (key !== "Escape" && (!keysOn.checked || typing(event.target) || sheet.open)) return;
    const action = own(actions, key);
    if (!action || (event.repeat && !"jkJK".includes(key))) return;
    if (key !== "Escape") event.preventDefault();
    action(key);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-go]");
    if (button) own(actions, button.dataset.go)(button.dataset.go);
  });
}
