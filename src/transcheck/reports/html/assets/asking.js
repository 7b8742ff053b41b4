// what a decision asks first: why it is not an error, or which form is right and of what kind
let asked = null;
function close(back) {
  if (!asked) return;
  const { group, form } = asked;
  asked = null;
  form.remove();
  cardOf(group).classList.remove("asking");
  settleSoon();
  if (back) choose(current, true);
}

// ask in the card; `answer` returns the entry to decide with, or nothing when one is missing
function ask(group, id, answer) {
  close(false);
  const card = cardOf(group);
  const form = copy(id);
  form.setAttribute("aria-label", one(".question", form).textContent);
  asked = { group, form };
  card.classList.add("asking");
  one(".actions", card).before(form);
  const save = (choice) => {
    const entry = answer(form, choice);
    if (!entry) return;
    close(false);
    settleGroup(group, entry);
  };
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const digit = !typing(event.target) || event.target.type === "radio" ? Number(event.key) : 0;
    const choices = all("[data-reason], input[type=radio]", form);
    if (event.key === "Escape") close(true);
    else if (event.key === "Enter" && !event.target.closest("[data-ask=cancel]")) save(event.target.dataset.reason);
    else if (digit && choices[digit - 1]) {
      if (choices[digit - 1].dataset.reason) save(choices[digit - 1].dataset.reason);
      else { choices[digit - 1].checked = true; choices[digit - 1].focus(); }
    } else return;
    event.preventDefault();
  });
  form.addEventListener("click", (event) => {
    event.stopPropagation();
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.ask === "cancel") close(true);
    else save(button.dataset.reason);
  });
  settleSoon();
  return form;
}

function askWhy(group) {
  const form = ask(group, "t-why", (asking, preset) => {
    const field = one("input", asking);
    const reason = preset || field.value.trim();
    if (reason) return { decision: "not-an-error", reason };
    say("Write a reason, or choose one of the three");
    field.focus();
    return null;
  });
  one("bdi", form).textContent = named(group);
  form.setAttribute("aria-label", one(".question", form).textContent);
  bring(form, one("[data-reason]", form));
}

// the rows that can be written: a form that is proposed, what stands there as a name of its own,
// or as a second form of the name proposed. A right form that no glossary has gets a row as well
// where both are names: beside one of them alone it would be found as damaged instead
function rowsOf(group) {
  const [right] = group.fixes;
  const made = [...new Set(group.fixes)].map((fix) => ({ words: [formName(fix)], entry: { form: hashed(fix) } }));
  if (!group.text || group.fixes.includes(group.text)) return made;
  const stands = { form: hashed(group.text) };
  if (!right) return [{ words: [formName(group.text), ", as it stands"], entry: stands }];
  const apart = [formName(group.text), ", as it stands: another name than ", formName(right)];
  if (group.here && !group.listed) made.push({ words: apart, more: "Both get a row.", entry: { ...stands, beside: hashed(right) } });
  else made.push({ words: apart, entry: stands });
  const mixed = group.here ? "Side by side in one article, as here, they stay to review." : "";
  made.push({ words: [formName(right), ", with ", formName(group.text), " as a second form"], more: mixed, entry: { form: hashed(right), admitted: stands.form } });
  return made;
}

function askRow(group) {
  const form = ask(group, "t-row", (asking) => {
    const row = rows[Number(one("input:checked", asking).value)].entry;
    return { decision: "glossary", ...row, kind: one("select", asking).value };
  });
  const rows = rowsOf(group);
  const list = one(".forms", form);
  rows.forEach(({ words, more }, at) => {
    const label = make("label");
    const radio = make("input");
    radio.type = "radio";
    radio.name = "form";
    radio.value = at;
    radio.checked = at === 0;
    const key = make("kbd", "", String(at + 1));
    key.setAttribute("aria-hidden", "true");
    const said = make("span");
    said.append(...words);
    if (more) said.append(make("small", "", more));
    label.append(radio, said, key);
    list.append(label);
  });
  one("select", form).value = group.kind || "";
  bring(form, one("input", form));
}

function bring(form, first) {
  first.focus({ preventScroll: true });
  const box = form.getBoundingClientRect();
  if (box.top < 0 || box.bottom > window.innerHeight - 160) form.scrollIntoView({ block: "center" });
}
