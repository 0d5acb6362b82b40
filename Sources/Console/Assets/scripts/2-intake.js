// A file dropped anywhere on its form is chosen.
for (const form of all("[data-drop]")) {
  const file = one("[type=file]", form);
  form.addEventListener("dragover", event => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", event => {
    event.preventDefault();
    form.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    file.files = event.dataTransfer.files;
    file.dispatchEvent(new Event("change"));
  });
}

// A paper chosen for its place is sent at once.
for (const form of all("[data-send]")) {
  one("[type=file]", form).addEventListener("change", event => { if (event.target.files.length) form.requestSubmit(); });
}

// How far an intake is, told by the server as it goes, or asked for where it cannot tell; once it is over, the page is loaded again for its
// problems and its repair file.
for (const place of all("[data-progress]")) {
  const isRunning = () => one("[data-running]", place)?.dataset.running === "yes";
  const show = text => {
    place.innerHTML = text;
    if (!isRunning()) location.reload();
  };
  let pause = 1000;
  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.progress, { credentials: "same-origin" });
      if (answer.redirected || answer.status === 404) { location.reload(); return; }
      if (answer.ok) { show(await answer.text()); pause = 1000; }
    } catch { pause = Math.min(pause * 2, 30000); }
    if (isRunning()) setTimeout(ask, pause);
  };
  if (!isRunning()) continue;
  const events = new EventSource(place.dataset.events);
  events.addEventListener("piece", event => {
    show(event.data);
    if (!isRunning()) events.close();
  });
  // A stream that broke off is begun again by the browser; one that was refused is not.
  events.addEventListener("error", () => { if (events.readyState === EventSource.CLOSED) ask(); });
}
