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

function askRow(group) {
  const form = ask(group, "t-row", (asking) => {
    const chosen = one("input:checked", asking);
    return { decision: "glossary", form: hashed(chosen.value), kind: one("select", asking).value };
  });
  const list = one(".forms", form);
  [...new Set(formsOf(group))].forEach((text, at) => {
    const label = make("label");
    const radio = make("input");
    radio.type = "radio";
    radio.name = "form";
    radio.value = text;
    radio.checked = at === 0;
    const words = make("span");
    words.append(formName(text), text === group.text ? ", as it stands" : "");
    label.append(radio, words);
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
