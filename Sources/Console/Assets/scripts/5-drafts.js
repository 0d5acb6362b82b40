// A step of a registration keeps what is typed by itself: soon after a field was left, or when nobody has typed for a while. Where somebody else
// saved meanwhile nothing more is sent: what is typed stays, and the button shows it beside what he saved.
for (const form of all("[data-keep]")) {
  const version = one("[name=version]", form);
  const told = one("[data-kept]", form);
  const fields = () => new URLSearchParams(new FormData(form));
  const typed = () => {
    const those = fields();
    those.delete("version");
    return those.toString();
  };
  let kept = typed();
  let waiting;
  let running;
  let isOvertaken = false;
  const keep = async () => {
    const sent = typed();
    const body = fields();
    body.set("act", "keep");
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: body.toString(), headers: { "Content-Type": "application/x-www-form-urlencoded" }, credentials: "same-origin",
        // A line that brings nothing holds up no button.
        signal: AbortSignal.timeout(15000),
      });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = answer.ok ? one("[data-keep] [name=version]", page)?.value : undefined;
      // A later version than ours is somebody else's already.
      isOvertaken = answer.status === 412 || (now !== undefined && Number(now) !== Number(version.value) + 1);
      const isKept = now !== undefined && !isOvertaken;
      if (isKept) { version.value = now; kept = sent; }
      told.textContent = isOvertaken ? told.dataset.overtaken : isKept ? told.dataset.saved : told.dataset.failed;
    } catch { told.textContent = told.dataset.failed; }
    running = undefined;
  };
  const later = pause => {
    clearTimeout(waiting);
    if (!isOvertaken) waiting = setTimeout(begin, pause);
  };
  const begin = () => {
    if (running) later(1500); else if (typed() !== kept) running = keep();
  };
  form.addEventListener("input", () => later(4000));
  form.addEventListener("change", () => later(1500));
  // What is on its way is waited for, or the form would overtake itself.
  form.addEventListener("submit", event => {
    clearTimeout(waiting);
    if (!running) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    running.then(() => form.requestSubmit(event.submitter));
  }, true);
}
