"use strict";
// the token is sent once and leaves the address; what else the address says is kept
(async () => {
  const wanted = new URLSearchParams(location.hash.slice(1));
  const token = wanted.get("token");
  if (!token) return;
  wanted.delete("token");
  const rest = wanted.toString();
  history.replaceState(null, "", location.pathname + (rest && `#${rest}`));
  const line = document.querySelector("[role=status]");
  try {
    const answer = await fetch("/enter", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ token }) });
    if (answer.ok) location.reload();
    else line.textContent = (await answer.json()).error;
  } catch { line.textContent = "transcheck review has stopped: start it again"; }
})();
