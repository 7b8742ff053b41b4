// small words of the page's own: finding, making and naming things
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);
const own = (object, key) => (object && typeof object === "object" && Object.hasOwn(object, key) ? object[key] : undefined);
const many = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

function make(tag, name = "", words = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (words) element.textContent = words;
  return element;
}

function copy(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true);
}

const SVG = "http://www.w3.org/2000/svg";
function glyph(kind) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `g g-${kind}`);
  svg.setAttribute("viewBox", kind === "arrow" ? "0 0 22 16" : "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#g-${kind}`);
  svg.append(use);
  return svg;
}

// one line at the foot of the window, read aloud, gone after a while; what stays is there until
// something else is said, or it is closed by Escape or a click
let quiet = 0;
function say(words, stays = false) {
  const line = one(".gone");
  line.textContent = words;
  line.classList.toggle("stays", Boolean(words) && stays);
  clearTimeout(quiet);
  if (words && !stays) quiet = setTimeout(() => { line.textContent = ""; }, 6000);
}
one(".gone").addEventListener("click", () => say(""));

for (const element of all(".buttons, .hints, .filters, .find, .tools, .decide, .exports")) element.hidden = false;
for (const element of all(".scriptless")) element.hidden = true;
