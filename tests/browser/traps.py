"""What tells that a text acted in a page, or broke it, and what an editor does there meanwhile."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

TRAPS = """
window.alert = window.confirm = window.prompt = window.print = () => { window.hurt = 2; };
window.faults = [];
addEventListener('error', (event) => window.faults.push(String(event.message)), true);
addEventListener('unhandledrejection', (event) => window.faults.push(String(event.reason)));
addEventListener('securitypolicyviolation', (event) => window.faults.push(event.blockedURI));
"""
# elements that no page of ours has, attributes that act, what was asked of the network; a page of
# a folder may have the one style sheet and the one script that lie beside it
LOOK = """
const beside = /^assets\\/transcheck-[0-9a-f]{12}\\.(css|js)$/, shared = new Set(
  [...document.querySelectorAll('.alone ~ script[src], head > link[rel=stylesheet]')]
    .filter((one) => beside.test(one.getAttribute(one.src ? 'src' : 'href'))));
const named = [...shared].map((one) => one.src || one.href);
const own = (window.hurt === undefined) ? [] : [`acted: ${window.hurt}`];
const strange = ['img', 'image', 'iframe', 'frame', 'object', 'embed', 'base', 'link', 'form',
  'video', 'audio', 'math', 'area', 'foreignObject', 'animate', 'set', 'plaintext', 'xmp',
  'marquee', 'portal', 'isindex', 'noscript', 'textarea', 'keygen', 'applet'].join();
for (const one of document.querySelectorAll(strange)) {
  if (!shared.has(one)) own.push(`element: ${one.tagName}`);
}
if (![0, 2].includes(named.length)) own.push(`beside the page: ${named}`);
const acting = /^on|^srcdoc$|^formaction$|^xlink:/, leading = /^(href|src|action|data)$/;
const others = [...document.querySelectorAll('*')].filter((one) => !shared.has(one));
for (const one of others) for (const { name, value } of one.attributes) {
  if (acting.test(name)) own.push(`attribute: ${name}`);
  if (leading.test(name) && !/^#|^[a-z0-9.-]+\\.html(#.*)?$/.test(value)) own.push(value);
}
const scripts = others.filter((one) => one.tagName === 'SCRIPT').length;
if (scripts !== arguments[0]) own.push(`scripts: ${scripts}`);
if (document.querySelectorAll('style').length !== 1) own.push('styles');
if (document.querySelectorAll('meta').length > 8) own.push('meta');
for (const { name } of performance.getEntriesByType('resource')) {
  if (!named.includes(name)) own.push(`asked for: ${name}`);
}
return [...own, ...window.faults];
"""
# decide by keyboard as an editor would: a reason in words, a row, a fix; returns what is shown
DECIDE = """
const press = (key) => document.activeElement.dispatchEvent(
  new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const shown = [], lines = () => [...document.querySelectorAll('.done')];
const told = () => shown.push(lines().map((one) => one.textContent).join('\\n'));
press('f');
const field = document.querySelector('.ask input[type=text]');
field.focus();
field.value = arguments[0];
press('Enter'); told(); press('u');
press('g'); press('Enter'); told(); press('u');
press('a'); told(); press('u');
press('2'); press('?'); press('Escape');
return shown;
"""
GIVE_REASON = DECIDE.partition("told();")[0]
CARDS = "return [...document.querySelectorAll('.card')].filter((c) => c.checkVisibility()).length"
WHOLE_PAGE = f"""
const look = function () {{ {LOOK} }};
const before = look(2), cards = (() => {{ {CARDS} }})();
const path = JSON.parse(document.getElementById('data').textContent).articles[0].path;
const told = (function () {{ {DECIDE} }})(path);
return [path, cards, told, [...before, ...look(2)]];
"""


def words(text: str) -> str:
    """Return what of a text is seen: blanks are one, what steers has no shape."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", text.replace("\ufffd", ""))


def go(driver: Any, address: str) -> None:
    """Open a page and wait until it is whole: on a busy machine the driver comes back early."""
    driver.get(address)
    ready = "return document.readyState === 'complete' && document.URL === arguments[0]"
    for _ in range(200):
        if driver.execute_script(ready, address):
            return
        time.sleep(0.05)


def wait_until(found: Callable[[], Any]) -> Any:
    """Return what is found as soon as there is something, at the latest after ten seconds."""
    for _ in range(200):
        if seen := found():
            return seen
        time.sleep(0.05)
    return found()
