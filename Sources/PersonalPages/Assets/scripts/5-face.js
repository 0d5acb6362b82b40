// The liveness challenge: a straight frame, then one frame for each action, with the time of each since the challenge was shown.
for (const place of all("[data-face]")) {
  const view = one("[data-view]", place), video = one("video", view), prompt = one("[data-prompt]", place), count = one("[data-count]", place);
  const begin = one("[data-begin]", place), cancel = one("[data-cancel]", place), trouble = one("[data-trouble]", place);
  const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
  const headers = { "X-Form-Token": place.dataset.form };
  let run = 0;
  place.hidden = false;

  // Eyes may be closed: each picture is heard and felt.
  const signal = () => {
    navigator.vibrate?.(80);
    try {
      const sound = new AudioContext(), tone = sound.createOscillator(), volume = sound.createGain();
      volume.gain.value = 0.15;
      tone.frequency.value = 880;
      tone.connect(volume).connect(sound.destination);
      tone.start();
      tone.stop(sound.currentTime + 0.12);
      tone.onended = () => sound.close();
    } catch { /* Without sound it is still seen. */ }
  };

  async function countdown(text, seconds, mine) {
    prompt.textContent = text;
    for (let left = seconds; left > 0; left--) {
      count.textContent = left;
      await pause(1000);
      if (mine !== run) throw new Error("stopped");
    }
    count.textContent = "●";
  }

  async function frame(action, since) {
    const milliseconds = Math.round(performance.now() - since);
    const blob = await asJPEG(shrunk(video, video.videoWidth, video.videoHeight, 960), 0.9);
    signal();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let binary = "";
    for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return { ...(action ? { action } : {}), milliseconds, picture: btoa(binary) };
  }

  const show = (text, faults = []) => {
    one("p", trouble).textContent = text ?? "";
    one("ul", trouble).replaceChildren(...faults.map(refusalLine));
    trouble.hidden = false;
  };

  const end = () => {
    // What has the focus goes away: it is led to what takes its place.
    const isHere = document.activeElement === cancel;
    stopCamera();
    view.hidden = cancel.hidden = true;
    begin.hidden = false;
    if (isHere) begin.focus();
    count.textContent = "";
  };

  async function perform(mine) {
    const challenge = await send("/p/face/challenge", "{}", { ...headers, "Content-Type": "application/json" });
    if (!challenge.nonce) { prompt.textContent = ""; show(null, challenge.faults); return; }
    const since = performance.now();
    await countdown(place.dataset.straight, 3, mine);
    const frames = [await frame(null, since)];
    for (const action of challenge.actions) {
      await countdown(action.text, 3, mine);
      frames.push(await frame(action.word, since));
    }
    stopCamera();
    prompt.textContent = place.dataset.sending;
    count.textContent = "";
    const answer = await send(
      "/p/face", JSON.stringify({ nonce: challenge.nonce, frames }), { ...headers, "Content-Type": "application/json" });
    if (answer.next) { location.assign(answer.next); return; }
    prompt.textContent = "";
    show(null, answer.faults);
  }

  begin.addEventListener("click", async () => {
    const mine = ++run;
    trouble.hidden = true;
    try {
      await startCamera(video, "user", 960);
    } catch {
      show(place.dataset.refused);
      return;
    }
    view.hidden = cancel.hidden = false;
    begin.hidden = true;
    cancel.focus();
    try {
      await perform(mine);
    } catch {
      prompt.textContent = "";
      mine === run ? show(place.dataset.failed) : prompt.textContent = place.dataset.gone;
    }
    if (mine === run) end();
  });
  cancel.addEventListener("click", () => { run++; end(); prompt.textContent = place.dataset.gone; begin.focus(); });
}
