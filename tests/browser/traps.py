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
# elements that no page of ours has, attributes that act, what was asked of the network
LOOK = """
const own = (window.hurt === undefined) ? [] : [`acted: ${window.hurt}`];
const strange = ['img', 'image', 'iframe', 'frame', 'object', 'embed', 'base', 'link', 'form',
  'video', 'audio', 'math', 'area', 'foreignObject', 'animate', 'set', 'plaintext', 'xmp',
  'marquee', 'portal', 'isindex', 'noscript', 'textarea', 'keygen', 'applet'].join();
for (const one of document.querySelectorAll(strange)) own.push(`element: ${one.tagName}`);
const acting = /^on|^srcdoc$|^formaction$|^xlink:/, leading = /^(href|src|action|data)$/;
for (const one of document.querySelectorAll('*')) for (const { name, value } of one.attributes) {
  if (acting.test(name)) own.push(`attribute: ${name}`);
  if (leading.test(name) && !/^#|^[a-z0-9.-]+\\.html(#.*)?$/.test(value)) own.push(value);
}
if (document.scripts.length !== arguments[0]) own.push(`scripts: ${document.scripts.length}`);
if (document.querySelectorAll('style').length !== 1) own.push('styles');
if (document.querySelectorAll('meta').length > 8) own.push('meta');
for (const one of performance.getEntriesByType('resource')) own.push(`asked for: ${one.name}`);
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
