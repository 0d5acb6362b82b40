// A picture for one slot: chosen or taken, looked at here, sent, and the server's faults shown in its own words.
for (const place of all("[data-picture]")) {
  const form = one("form", place), file = one("input[type=file]", form), said = one("[data-said]", place);
  const panel = one("[data-faults]", place), list = one("ul", panel), again = one("[data-again]", place);
  const live = one("[data-live]", place), video = one("video", live), preview = one("[data-preview]", place), open = one("[data-open]", place);
  const words = one("[data-words]", place).content;
  const say = name => { said.textContent = name ? said.dataset[name] : ""; };
  let picture = null;
  const sender = one("button", form);
  // What is chosen is sent at once; only what did not arrive is sent by hand.
  sender.hidden = true;

  const showFaults = items => {
    list.replaceChildren(...items);
    panel.hidden = false;
    again.hidden = false;
    open.hidden = true;
    panel.tabIndex = -1;
    panel.focus();
  };

  async function upload(insists) {
    panel.hidden = again.hidden = true;
    say("sending");
    const body = new FormData();
    body.append("form", one("input[name=form]", form).value);
    if (insists) body.append("insist", "yes");
    body.append("file", picture, "picture.jpg");
    try {
      const answer = await send(form.action, body);
      if (answer.next) { history.replaceState(null, "", answer.next); location.reload(); return; }
      say(null);
      showFaults(answer.faults.map(refusalLine));
    } catch {
      say("failed");
      sender.hidden = false;
      sender.focus();
    }
  }

  async function consider(source, width, height) {
    panel.hidden = again.hidden = true;
    say("looking");
    const canvas = shrunk(source, width, height, 2400);
    preview.width = Math.min(640, canvas.width);
    preview.height = Math.round(canvas.height * preview.width / canvas.width);
    preview.getContext("2d").drawImage(canvas, 0, 0, preview.width, preview.height);
    preview.hidden = false;
    picture = await asJPEG(canvas, 0.9);
    const faults = faultsOf(source, width, height, place.dataset.frame === "document");
    say(null);
    if (!faults.length) return upload(false);
    showFaults(faults.map(code => one(`[data-fault=${code}]`, words)?.cloneNode(true)).filter(Boolean));
  }

  file.addEventListener("change", async () => {
    if (!file.files.length) return;
    try {
      const bitmap = await createImageBitmap(file.files[0]);
      await consider(bitmap, bitmap.width, bitmap.height);
    } catch {
      // Not a picture this browser can open: the server looks at it as it is.
      picture = file.files[0];
      await upload(false);
    }
  });
  form.addEventListener("submit", event => {
    if (!picture) return;
    event.preventDefault();
    upload(one("[name=insist]", form)?.checked);
  });
  one("[data-keep]", place).addEventListener("click", () => picture && upload(true));
  one("[data-retake]", place).addEventListener("click", () => {
    panel.hidden = again.hidden = preview.hidden = true;
    open.hidden = !hasCamera();
    hasCamera() ? open.click() : file.click();
  });

  if (!hasCamera()) continue;
  const close = () => { stopCamera(); live.hidden = true; open.hidden = false; };
  open.hidden = false;
  open.addEventListener("click", async () => {
    try {
      await startCamera(video, place.dataset.facing, 1920);
      live.hidden = false;
      open.hidden = true;
      live.scrollIntoView({ block: "nearest" });
      one("[data-shoot]", live).focus();
    } catch {
      say("refused");
    }
  });
  one("[data-stop]", live).addEventListener("click", () => { close(); open.focus(); });
  one("[data-shoot]", live).addEventListener("click", async () => {
    const still = shrunk(video, video.videoWidth, video.videoHeight, 4000);
    close();
    open.focus();
    await consider(still, still.width, still.height);
  });
}
