// What a policy would change is shown while it is written: asked for as its button asks, soon after the last change. It stands below all that is typed,
// so that nothing moves under the hand; and what is shown is what may be set.
for (const form of all("form[data-live]")) {
  const place = one("[data-live-place]", form);
  let waiting;
  let running;
  const ask = async () => {
    running?.abort();
    const own = running = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "preview");
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: body.toString(), headers: { "Content-Type": "application/x-www-form-urlencoded" }, credentials: "same-origin",
        signal: own.signal,
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (own.signal.aborted || answer.redirected) return;
      // What is refused says why in the same place.
      const shown = answer.ok ? one("[data-live-place]", page)?.childNodes : all("[role=alert] ul", page);
      if (shown) place.replaceChildren(...shown);
    } catch {
      // The button asks as well.
    }
  };
  const later = event => {
    if (event.target.closest("[data-live-place], #new-rule")) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 700);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => { clearTimeout(waiting); running?.abort(); });
  if (form.dataset.live === "now") ask();
}
