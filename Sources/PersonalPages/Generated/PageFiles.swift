// Made by Scripts/generate-pages.py from the files beside this folder; change those, not this one.
import Pages

enum PageFiles {
    static let style = PageAsset(
        name: "style-f417c9ac07b9.css", media: "text/css; charset=utf-8", text: ##"""
/* Few colours, each with a meaning; a phone in one hand first, then the desk. */
:root {
  color-scheme: light dark;
  --ground: #f3f6f5; --sheet: #ffffff; --ink: #15211e; --soft: #4a5a56; --line: #7d8d89;
  --main: #0b5c52; --on-main: #ffffff; --tint: #dff0ec;
  --bad: #a3211b; --bad-tint: #fdeceb; --warn: #704800; --warn-tint: #fff3d9; --good: #1c6a34;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1614; --sheet: #182220; --ink: #e9f1ef; --soft: #aebdb9; --line: #82938e;
    --main: #7ed6c6; --on-main: #05211c; --tint: #17362f;
    --bad: #ffb3ad; --bad-tint: #3a1a18; --warn: #f5cf8a; --warn-tint: #33260c; --good: #8fdca5;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.6 system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif; scroll-padding: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: break-word; }
[hidden] { display: none !important; }
a { color: var(--main); text-underline-offset: .2em; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .75rem 0 1rem; }
h2 { font-size: 1.15rem; line-height: 1.35; margin: 2rem 0 .5rem; }
h3, .picture h2 { font-size: 1rem; margin: 0 0 .5rem; }
p { margin: .5rem 0; }
main, .top, footer { max-width: 40rem; margin: 0 auto; padding: 0 1rem; }
main { padding-bottom: 2.5rem; outline: 0; }
.top { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: center; padding-top: .5rem; }
.mark { margin: 0; color: var(--soft); }
.mark b { color: var(--main); font-size: 1.2rem; letter-spacing: .08em; margin-right: .35rem; }
.languages { display: flex; gap: .25rem; }
.languages button { background: none; border: 0; color: var(--soft); padding: .5rem .65rem; text-decoration: underline; }
.languages [aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; }
footer { border-top: 1px solid var(--line); padding-top: 1rem; padding-bottom: 3rem; color: var(--soft); }
footer h2 { margin-top: 0; color: var(--ink); font-size: 1rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: .5rem; top: .5rem; background: var(--sheet); padding: .75rem 1rem; z-index: 2; }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.way { color: var(--soft); display: flex; gap: 1rem; align-items: center; }
.way a { padding: .6rem 0; }
.lead { font-size: 1.05rem; }
.hint, small, .clause { color: var(--soft); font-size: .9rem; }
small { display: block; }

/* What is pressed and typed into: at least 44 pixels high. */
button, .button, select, input, textarea { font: inherit; }
button, .button { display: inline-block; min-height: 2.75rem; padding: .55rem 1.1rem; border: 2px solid var(--main); border-radius: .3rem; background: var(--sheet); color: var(--main); font-weight: 600; text-decoration: none; cursor: pointer; }
button.main, .button.main { background: var(--main); color: var(--on-main); min-height: 3.25rem; padding: .8rem 1.6rem; }
button.plain, .button.plain, button.quiet { border-color: var(--line); }
button[aria-disabled=true] { opacity: .6; cursor: progress; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; border-radius: .2rem; }
input:not([type=radio], [type=checkbox], [type=file], [type=hidden]), select, textarea { width: 100%; min-height: 3rem; padding: .6rem .7rem; border: 2px solid var(--line); border-radius: .3rem; background: var(--sheet); color: var(--ink); }
input[type=file] { width: 100%; padding: .6rem 0; color: var(--ink); }
input.away:focus-visible + p, .away:focus-visible { outline: 3px solid var(--ink); }
label { font-weight: 600; }
.field { margin: 1.4rem 0; }
.field .hint { margin: 0 0 .35rem; }
fieldset { border: 0; padding: 0; margin: 0 0 1.5rem; min-width: 0; }
legend { padding: 0; float: left; width: 100%; }
legend + * { clear: both; }
legend h2 { margin: .5rem 0; }
.party .field { padding-top: .4rem; margin-top: 1rem; }
.chosen { margin-bottom: 1rem; }
.apart { margin-top: .5rem; }
.pick { display: flex; gap: .8rem; align-items: flex-start; padding: .7rem 0; font-weight: 400; cursor: pointer; }
.pick input { flex: none; width: 1.5rem; height: 1.5rem; margin: .1rem 0 0; accent-color: var(--main); }
.choice, .party, .picture, .glance { background: var(--sheet); padding: .75rem 1rem; border-radius: .4rem; margin-bottom: 1.25rem; }
.notice { max-width: 65ch; }
.wrong { border-left: .3rem solid var(--bad); padding-left: .8rem; }
.wrong input:not([type=radio], [type=checkbox]), .wrong textarea { border-color: var(--bad); }
.fault { color: var(--bad); font-weight: 600; margin: 0 0 .4rem; }
.mend { color: var(--ink); font-weight: 400; }
.read { color: var(--warn); margin: 0 0 .35rem; font-size: .95rem; }

.panel { background: var(--tint); border-left: .35rem solid var(--main); padding: .75rem 1rem; margin: 1.25rem 0; border-radius: 0 .4rem .4rem 0; }
.panel h2 { margin: 0 0 .4rem; }
.panel ul { margin: .25rem 0; padding-left: 1.2rem; }
.panel.bad { background: var(--bad-tint); border-color: var(--bad); }
.panel.bad > h2, .panel.bad b, .panel.bad .sign, .panel.bad a { color: var(--bad); }
.panel.warn { background: var(--warn-tint); border-color: var(--warn); }
.panel.warn > h2 { color: var(--warn); }
.sign { font-weight: 700; }

/* The card: one corner is cut, as on the thing itself. */
.slip { background: var(--tint); padding: 1rem 1.2rem 1.1rem; clip-path: polygon(0 0, calc(100% - 2.2rem) 0, 100% 2.2rem, 100% 100%, 0 100%); border-radius: .5rem; }
.slip .who { margin: 0 2rem 0 0; font-weight: 700; }
.slip .number { font: 600 1.25rem/1.4 ui-monospace, "SF Mono", "Roboto Mono", Menlo, monospace; letter-spacing: .04em; margin: .4rem 0 .8rem; }
dl { margin: 0; }
.slip dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem 1rem; }
dt { color: var(--soft); font-size: .9rem; }
dd { margin: 0; }
.rule { display: inline-block; min-height: 24px; font-size: .9rem; }
.rules > div { padding: .6rem 0; border-top: 1px solid var(--line); }
.rules > div:target { outline: 2px solid var(--main); outline-offset: 2px; }
.needs > div { padding: .6rem 0; border-top: 1px solid var(--line); }
.needs dt { color: var(--ink); font-weight: 600; font-size: 1rem; }

.steps { list-style: none; padding: 0; margin: 1rem 0 1.5rem; }
.steps li { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline; border-bottom: 1px solid var(--line); }
.steps li > a { flex: 1; padding: .75rem 0; font-weight: 600; }
.steps .sign { width: 1.3rem; text-align: center; color: var(--soft); }
.steps .done .sign, .state.done .sign, .steps .done .state { color: var(--good); }
.steps .mend .sign, .steps .mend .state, .state.mend { color: var(--bad); }
.steps .state { color: var(--soft); font-size: .9rem; }
.stages li { padding: .7rem 0; }
.stages li > span:nth-child(2) { flex: 1; }
.stages .now { font-weight: 700; }
.stages .now .sign, .stages .now .state { color: var(--ink); }
.qr { display: block; width: 12rem; max-width: 100%; margin-top: .6rem; }
.code { font-family: ui-monospace, Menlo, monospace; letter-spacing: .05em; }

.tips { padding-left: 1.2rem; }
.view { position: relative; background: #000; border-radius: .5rem; overflow: hidden; }
/* What is seen is what is taken. */
.view video { display: block; width: 100%; max-height: 65vh; object-fit: contain; }
.view .guide { position: absolute; inset: 10% 6%; border: 3px solid #fff; border-radius: .8rem; box-shadow: 0 0 0 99rem rgb(0 0 0 / .45); }
[data-frame=person] .guide { inset: 4% 12%; border-radius: 2rem; }
.view.round { width: min(100%, 22rem); margin: 0 auto; border-radius: 50%; aspect-ratio: 1; }
.view.round video { height: 100%; max-height: none; aspect-ratio: 1; object-fit: cover; transform: scaleX(-1); }
canvas { max-width: 100%; border-radius: .4rem; }
.row { display: flex; flex-wrap: wrap; gap: .75rem; margin: .75rem 0; }
.prompt { font-size: 1.35rem; font-weight: 700; text-align: center; min-height: 2.2em; }
.count { font-size: 2.2rem; font-weight: 700; text-align: center; margin: 0; min-height: 1.5em; font-variant-numeric: tabular-nums; }

.glance { position: relative; }
.glance h2 { margin: .25rem 5rem .5rem 0; }
.glance > a { position: absolute; right: 1rem; top: .65rem; padding: .4rem 0; }
.glance dl > div { padding: .45rem 0; border-top: 1px solid var(--line); }
.missing { color: var(--bad); font-weight: 600; }
summary { cursor: pointer; padding: .35rem 0; min-height: 2rem; }
.link { color: var(--main); text-decoration: underline; }
@media (min-width: 48rem) { h1 { font-size: 2rem; } main { padding-top: .5rem; } }
@media (forced-colors: active) { .panel, .wrong { border: 2px solid; } }
"""##)

    static let script = PageAsset(
        name: "script-e8c49ce05ced.js", media: "text/javascript; charset=utf-8", text: ##"""
// Everything here only makes easier what the forms do without it.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

one("[data-focus]")?.focus();

// Pressed twice is sent once.
for (const form of all("form[data-once]")) {
  form.addEventListener("submit", event => {
    const button = event.submitter ?? one("button", form);
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    button?.setAttribute("aria-disabled", "true");
  });
}
// A page taken out of the browser's memory may be sent again.
addEventListener("pageshow", () => {
  for (const form of all("form[data-once]")) {
    delete form.dataset.sent;
    all("[aria-disabled]", form).forEach(button => button.removeAttribute("aria-disabled"));
  }
});

// Long-term needs no day.
for (const box of all("[data-long-term]")) {
  const day = document.getElementById(box.dataset.longTerm);
  const follow = () => { day.readOnly = box.checked; };
  box.addEventListener("change", follow);
  follow();
}

// What the server will look at too, seen before anything is sent. These warn; the server decides.
const SIDE = 640, SIDE_MIN = 480, SHARP_MIN = 60, DARK_MAX = 52, GLARE_SHARE = 0.05;
// Of the variance between document and ground and how far apart their shades are at least (a card held before a light wall is not parted from
// it so well); of a border that the document covers, of the picture that it covers.
const PARTED_SHARE = 0.76, PARTED_BY = 75, CUT_SHARE = 0.08, DOCUMENT_SHARE = 0.1;

function shrunk(source, width, height, side) {
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  // Shrunk in one coarse step a blurred picture would look sharp.
  context.imageSmoothingQuality = "high";
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

// Brightness, 0 to 255, of the middle of the picture, where the document is.
function brightness(canvas) {
  const left = Math.round(canvas.width * 0.1), top = Math.round(canvas.height * 0.1);
  const width = canvas.width - 2 * left, height = canvas.height - 2 * top;
  const { data } = canvas.getContext("2d").getImageData(left, top, width, height);
  const light = new Float32Array(width * height);
  for (let at = 0; at < light.length; at++) {
    light[at] = 0.299 * data[4 * at] + 0.587 * data[4 * at + 1] + 0.114 * data[4 * at + 2];
  }
  return { light, width, height };
}

// Variance of the Laplacian: a sharp picture has edges.
function sharpness({ light, width, height }) {
  let sum = 0, squares = 0, count = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const edge = 4 * light[at] - light[at - 1] - light[at + 1] - light[at - width] - light[at + width];
      sum += edge; squares += edge * edge; count++;
    }
  }
  return count ? squares / count - (sum / count) ** 2 : 0;
}

// Blown-out patches: squares in which nearly every pixel is white, as a lamp's reflection makes them.
function glare({ light, width, height }) {
  const side = 8;
  let white = 0, squares = 0;
  for (let top = 0; top + side <= height; top += side) {
    for (let left = 0; left + side <= width; left += side) {
      let blown = 0;
      for (let y = top; y < top + side; y++) for (let x = left; x < left + side; x++) blown += light[y * width + x] > 252;
      white += blown > side * side * 0.9; squares++;
    }
  }
  return squares ? white / squares : 0;
}

// The lighter of two parts of the picture: the threshold that parts the shades best (Otsu), how much of their variance it explains, and how far
// apart the two are on average.
function parted(shades) {
  const counts = new Float64Array(256);
  for (const shade of shades) counts[shade]++;
  let all = 0, squares = 0;
  for (let shade = 0; shade < 256; shade++) { all += shade * counts[shade]; squares += shade * shade * counts[shade]; }
  const mean = all / shades.length, variance = squares / shades.length - mean ** 2;
  let least = 0, best = 0, apart = 0, below = 0, sum = 0;
  for (let shade = 0; shade < 255; shade++) {
    below += counts[shade]; sum += shade * counts[shade];
    if (!below || below === shades.length) continue;
    const between = (mean * below - sum) ** 2 / (below * (shades.length - below));
    if (between > best) { best = between; least = shade; apart = (all - sum) / (shades.length - below) - sum / below; }
  }
  return { least, share: variance > 0 ? best / variance : 0, apart };
}

// The pixels of the largest light part that hangs together.
function largestPart(isLight, width, height) {
  const part = new Int32Array(isLight.length);
  let largest = { name: 0, size: 0 }, name = 0;
  for (let start = 0; start < isLight.length; start++) {
    if (!isLight[start] || part[start]) continue;
    const open = [start];
    let size = 0;
    part[start] = ++name;
    while (open.length) {
      const at = open.pop(), x = at % width;
      size++;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= isLight.length || !isLight[next] || part[next]) continue;
        part[next] = name;
        open.push(next);
      }
    }
    if (size > largest.size) largest = { name, size };
  }
  return part.map(one => Number(one === largest.name && name > 0));
}

// A document is lighter than what it lies on, and ends inside the picture: one that runs over a border has corners outside. One that runs
// over all four is a scan. Where the two cannot be told apart, nothing is said: the server looks for straight edges.
function cutShares(source, width, height) {
  const canvas = shrunk(source, width, height, 160), across = canvas.width, down = canvas.height;
  const { data } = canvas.getContext("2d").getImageData(0, 0, across, down);
  // The darkest of the three colours: wood and cloth have one, white paper has none.
  const shades = new Uint8Array(across * down).map((_, at) => Math.min(data[4 * at], data[4 * at + 1], data[4 * at + 2]));
  const { least, share, apart } = parted(shades);
  if (share < PARTED_SHARE || apart < PARTED_BY) return null;
  const part = largestPart(shades.map(shade => Number(shade > least)), across, down);
  // Print reaches no further than the paper around it: of each border, from the first light pixel to the last.
  const reach = pixels => pixels.includes(1) ? (pixels.lastIndexOf(1) - pixels.indexOf(1) + 1) / pixels.length : 0;
  const column = x => part.filter((_, at) => at % across === x);
  const size = part.reduce((sum, one) => sum + one, 0) / part.length;
  return { size, sides: [part.slice(0, across), column(across - 1), part.slice(-across), column(0)].map(reach) };
}

function missesCorners(source, width, height) {
  const cut = cutShares(source, width, height);
  if (!cut || cut.size < DOCUMENT_SHARE) return false;
  const sides = cut.sides.filter(share => share > CUT_SHARE).length;
  return sides > 0 && sides < 4;
}

function faultsOf(source, width, height, isDocument) {
  if (Math.min(width, height) < SIDE_MIN) return ["too-small"];
  const seen = brightness(shrunk(source, width, height, SIDE));
  const mean = seen.light.reduce((sum, value) => sum + value, 0) / seen.light.length;
  const faults = [];
  if (mean < DARK_MAX) faults.push("dark");
  else if (sharpness(seen) < SHARP_MIN) faults.push("blurred");
  if (glare(seen) > GLARE_SHARE) faults.push("glare");
  if (isDocument && mean >= DARK_MAX && missesCorners(source, width, height)) faults.push("corner-missing");
  return faults;
}

const asJPEG = (canvas, quality) => new Promise(done => canvas.toBlob(done, "image/jpeg", quality));

// One camera at a time; it is off as soon as it is not needed.
let stream = null;
const hasCamera = () => Boolean(navigator.mediaDevices?.getUserMedia);

async function startCamera(video, facing, width) {
  stopCamera();
  stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: facing, width: { ideal: width } } });
  video.srcObject = stream;
  await video.play();
}

function stopCamera() {
  stream?.getTracks().forEach(track => track.stop());
  stream = null;
}
addEventListener("pagehide", stopCamera);

// A refusal as a line of a list: why, what to do, and what it rests on.
function refusalLine(fault) {
  const item = document.createElement("li"), mend = document.createElement("span");
  mend.className = "mend";
  mend.textContent = " " + fault.mend;
  item.append(fault.reason, mend);
  for (const rule of fault.rules ?? []) {
    const link = document.createElement("a");
    link.className = "rule";
    link.href = "/p/rules#" + rule.id;
    link.textContent = rule.source;
    item.append(" ", link);
  }
  return item;
}

// Everything the server may answer: what is next, faults of a picture, or a refusal in words.
async function send(address, body, headers = {}) {
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json", ...headers }, credentials: "same-origin" });
  return answer.json();
}

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

// What was typed and has not arrived outlives the page: a seat that ended, a server that was away, a form that was refused. It lies in this
// tab alone (sessionStorage), sealed with a key that the server gives to the same card's page on the same device and to no other, for a day
// at most; it is gone when the form next shows what was saved, when the case is handed in, and when the page is left.
const TYPED = "shiming-typed-", TYPED_FOR = 86_400_000;

// A browser may refuse its storage; then a page is as it is without scripts.
function typedPlace() {
  try { return sessionStorage; } catch { return null; }
}

function forgetTyped(isOver = () => true) {
  const place = typedPlace();
  if (!place) return;
  for (const name of Object.keys(place).filter(name => name.startsWith(TYPED))) if (isOver(place.getItem(name))) place.removeItem(name);
}

function isTypedOver(kept) {
  try { return !(JSON.parse(kept).until > Date.now()); } catch { return true; }
}

const asText = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const asBytes = text => Uint8Array.from(atob(text), character => character.charCodeAt(0));

// A form's key, and the name its text lies under, which says nothing of the key.
async function typedLock(form) {
  const secret = asBytes(form.dataset.typed.replaceAll("-", "+").replaceAll("_", "/"));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", secret));
  const name = TYPED + [...hash.subarray(0, 8)].map(byte => byte.toString(16).padStart(2, "0")).join("");
  return { name, key: await crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["encrypt", "decrypt"]) };
}

const typedFields = form => [...form.elements].filter(field => field.name && ["text", "tel", "textarea", "checkbox", "select-one"].includes(field.type));
const shown = field => field.type === "checkbox" ? String(field.checked) : field.value;
const given = field =>
  field.type === "checkbox" ? String(field.defaultChecked)
    : field.type === "select-one" ? ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value ?? ""
      : field.defaultValue;

async function sealTyped(form, { name, key }) {
  // Taken at once, so that what is sealed later is no older.
  const typed = typedFields(form).filter(field => shown(field) !== given(field)).map(field => [field.name, given(field), shown(field)]);
  const place = typedPlace();
  if (!typed.length) { place?.removeItem(name); return; }
  const nonce = crypto.getRandomValues(new Uint8Array(12)), plain = new TextEncoder().encode(JSON.stringify(typed));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(name) }, key, plain);
  place?.setItem(name, JSON.stringify({ until: Date.now() + TYPED_FOR, nonce: asText(nonce), sealed: asText(sealed) }));
}

// Puts back what stands nowhere else: a field that the server has been given something for since is left as it is.
async function restoreTyped(form, { name, key }) {
  const kept = typedPlace()?.getItem(name);
  if (!kept) return;
  let restored = false;
  try {
    const { nonce, sealed } = JSON.parse(kept);
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: asBytes(nonce), additionalData: new TextEncoder().encode(name) }, key, asBytes(sealed));
    for (const [field, before, typed] of JSON.parse(new TextDecoder().decode(plain))) {
      const place = typedFields(form).find(one => one.name === field);
      // Typed into already, or saved meanwhile.
      if (!place || given(place) !== before || shown(place) !== before) continue;
      if (place.type === "checkbox") place.checked = typed === "true"; else place.value = typed;
      place.dispatchEvent(new Event("change"));
      restored = true;
    }
  } catch { /* Another's, or damaged. */ }
  if (restored) one("[data-restored]", form).hidden = false; else typedPlace()?.removeItem(name);
}

forgetTyped(isTypedOver);
if (one("[data-forget]")) forgetTyped();
one("form[action$='/leave']")?.addEventListener("submit", () => forgetTyped());
for (const hint of all("[data-typed-kept]")) hint.hidden = !Object.keys(typedPlace() ?? {}).some(name => name.startsWith(TYPED));

for (const form of all("form[data-typed]")) {
  // Without a secure connection there is nothing to seal with, so nothing is kept.
  if (!globalThis.crypto?.subtle || !form.dataset.typed || !typedPlace()) continue;
  let lock = null, waiting = 0, last = Promise.resolve();
  const keep = () => {
    waiting++;
    last = last.then(() => lock).then(found => sealTyped(form, found)).catch(() => {}).finally(() => { waiting--; });
  };
  lock = typedLock(form);
  last = lock.then(found => restoreTyped(form, found)).catch(() => {});
  form.addEventListener("input", keep);
  // Sent only once it is kept; before the form is marked as sent.
  document.addEventListener("submit", event => {
    if (event.target !== form || !waiting) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const sender = event.submitter;
    last.then(() => form.requestSubmit(sender));
  }, true);
}

// A bar code holds the card's number. Read here where the browser can, else by the server, which keeps no picture.
const CARD_NUMBER = /(?<![0-9A-Z])8986[0-9A-Z]{15,16}(?![0-9A-Z])/;

async function numberSeenHere(picture) {
  if (!("BarcodeDetector" in window)) return null;
  try {
    const seen = (await new BarcodeDetector().detect(picture)).map(code => code.rawValue.toUpperCase());
    const numbers = new Set(seen.map(text => (text.match(CARD_NUMBER) ?? text.replace(/\s/g, "").match(CARD_NUMBER))?.[0]).filter(Boolean));
    // Of several the server says so.
    return numbers.size === 1 ? [...numbers][0] : null;
  } catch {
    return null;
  }
}

for (const place of all("[data-barcode]")) {
  const file = one("input", place), said = one("[role=status]", place), button = one("button", place);
  const form = file.form, number = document.getElementById(place.dataset.barcode);
  // What is chosen is sent at once; only what did not arrive is sent by hand.
  button.type = "button";
  file.removeAttribute("name");
  button.hidden = true;

  async function look() {
    if (!file.files.length) return;
    button.hidden = true;
    said.textContent = place.dataset.looking;
    let picture = file.files[0];
    try {
      const bitmap = await createImageBitmap(picture);
      const seen = await numberSeenHere(bitmap);
      if (seen) { number.value = seen; said.textContent = place.dataset.found; return; }
      picture = await asJPEG(shrunk(bitmap, bitmap.width, bitmap.height, 2400), 0.9);
    } catch { /* Not a picture this browser can open: the server looks at it as it is. */ }
    const body = new FormData();
    body.append("form", one("input[name=form]", form).value);
    body.append("file", picture, "picture.jpg");
    try {
      const answer = await send("/p/start/photo", body);
      if (answer.number) number.value = answer.number;
      said.textContent = answer.number ? place.dataset.found
        : answer.faults?.map(fault => `${fault.reason} ${fault.mend}`).join(" ") || place.dataset.nothing;
    } catch {
      said.textContent = place.dataset.failed;
      button.hidden = false;
    }
  }
  file.addEventListener("change", look);
  button.addEventListener("click", look);
}
"""##)

    static let icon = PageAsset(
        name: "icon-0ad04d9e306e.svg", media: "image/svg+xml", text: ##"""
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M6 3h13l7 7v19H6z" fill="#0b5c52"/><path d="M11 16l4 4 7-8" fill="none" stroke="#fff" stroke-width="3"/></svg>
"""##)

    static let assets = [style, script, icon]

    static let templates: [String: String] = [
        "ask": ##"""
<h1>{{title}}</h1>
<p class="lead">{{w.ask.lead}}</p>
{{> errors}}
<form method="post" action="/p/status" data-once>
<input type="hidden" name="form" value="{{form}}">
<div class="field{{#hasErrors}} wrong{{/hasErrors}}"><label for="code">{{w.ask.code}}</label><p class="hint" id="code-hint">{{w.ask.codeHint}}</p>
<input id="code" name="code" value="{{asked}}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" aria-describedby="code-hint"{{#hasErrors}} aria-invalid="true"{{/hasErrors}} required></div>
<button class="main">{{w.ask.show}}</button>
</form>
<p><a href="/p/start">{{w.ask.begin}}</a></p>
"""##,
        "capture": ##"""
<h1>{{title}}</h1>
<p class="lead">{{w.capture.lead}}</p>
{{> errors}}
{{#clause}}<p class="hint">{{.}}</p>{{/clause}}
<p class="state {{stateClass}}"><span class="sign" aria-hidden="true">{{sign}}</span> {{stateText}}</p>
{{#mayCapture}}
{{#sent}}<div class="panel"><h2>{{w.capture.goTitle}}</h2><p>{{w.capture.goText}}</p><p>{{until}}</p><p><a class="button main" href="{{href}}" rel="noreferrer">{{w.capture.go}} {{host}}</a></p></div>{{/sent}}
{{^sent}}{{#isDone}}<p><a class="button main" href="{{nextHref}}">{{w.common.continue}}</a></p>{{/isDone}}
<form method="post" action="/p/capture" data-once><input type="hidden" name="form" value="{{form}}"><button{{^isDone}} class="main"{{/isDone}}>{{begin}}</button></form>{{/sent}}
<h2>{{w.face.otherTitle}}</h2>
<form method="post" action="/p/face/decline" data-once><input type="hidden" name="form" value="{{form}}"><p>{{w.face.without}}</p><button>{{w.face.decline}}</button></form>
<p>{{w.face.hall}}</p>
{{/mayCapture}}
{{^mayCapture}}<p>{{w.face.notAllowed}}</p><p><a class="button main" href="/p/consent#face">{{w.face.toConsent}}</a></p>{{/mayCapture}}
"""##,
        "consent": ##"""
<h1>{{title}}</h1>
<p class="lead">{{lead}}</p>
{{> errors}}
<form method="post" action="{{action}}" data-once>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}">
{{#age}}<fieldset id="{{id}}" class="choice{{#isWrong}} wrong{{/isWrong}}">
<legend><h2>{{w.consent.ageTitle}}</h2></legend>
<p class="hint">{{w.consent.ageHint}}</p>
<label class="pick"><input type="radio" name="{{id}}" value="no"{{#isOlder}} checked{{/isOlder}}> <span>{{w.consent.ageOlder}}</span></label>
<label class="pick"><input type="radio" name="{{id}}" value="yes"{{#isUnder}} checked{{/isUnder}}> <span>{{w.consent.ageUnder}}</span></label>
</fieldset>{{/age}}
{{#another}}<div class="panel warn"><p><span class="sign" aria-hidden="true">!</span> {{.}}</p></div>{{/another}}
{{#held}}<p class="notice">{{.}}</p>{{/held}}
{{#notices}}
<fieldset id="{{kind}}" class="choice{{#isWrong}} wrong{{/isWrong}}">
<legend><h2>{{heading}}</h2></legend>
<p class="notice">{{text}}</p>
<p class="hint">{{clause}}{{#recorded}} · {{.}}{{/recorded}}</p>
<label class="pick"><input type="radio" name="{{kind}}" value="yes"{{#isGiven}} checked{{/isGiven}}> <span>{{agree}}</span></label>
<label class="pick"><input type="radio" name="{{kind}}" value="no"{{#isDeclined}} checked{{/isDeclined}}> <span>{{decline}}</span></label>
</fieldset>
{{/notices}}
<p class="hint">{{takeBack}}</p>
<button class="main">{{w.common.saveContinue}}</button>
</form>
"""##,
        "contact": ##"""
{{#contact}}{{#hotline}}<p>{{.}}</p>{{/hotline}}{{#halls}}<p><a href="{{.}}" rel="noreferrer">{{w.common.halls}}</a></p>{{/halls}}{{/contact}}
"""##,
        "declined": ##"""
<h1>{{title}}</h1>
<p class="lead">{{lead}}</p>
"""##,
        "deletion": ##"""
<h1>{{title}}</h1>
<p class="lead">{{answer}}</p>
<p><a class="button" href="/p/mine">{{w.release.back}}</a></p>
"""##,
        "details": ##"""
<h1>{{title}}</h1>
<p class="lead">{{lead}}</p>
{{> errors}}
<form method="post" action="{{action}}" data-once data-typed="{{typedKey}}">
<p class="panel" role="status" data-restored hidden>{{w.details.restored}}</p>
<input type="hidden" name="form" value="{{form}}">{{#partVersion}}<input type="hidden" name="version" value="{{.}}">{{/partVersion}}
{{#meanwhile}}<p class="panel warn">{{.}}</p>{{/meanwhile}}
{{#parties}}
<fieldset class="party"><legend><h2>{{heading}}</h2></legend>
{{#partyHint}}<p class="hint">{{.}}</p>{{/partyHint}}
{{#typeChoice}}<div class="field"><label for="{{id}}">{{label}}</label>
<select id="{{id}}" name="{{id}}">{{#options}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/options}}</select></div>{{/typeChoice}}
{{#fields}}
<div class="field{{#isWrong}} wrong{{/isWrong}}">
<label for="{{id}}">{{label}}</label>
<p class="hint" id="{{id}}-hint">{{hint}}</p>
{{#isRead}}<p class="read" id="{{id}}-read"><span class="sign" aria-hidden="true">◉</span> {{w.details.read}}</p>{{/isRead}}
{{#wrongs}}<p class="fault" id="{{id}}-fault"><span class="sign" aria-hidden="true">✕</span> {{reason}} {{faultMend}}</p>{{/wrongs}}
{{#isLong}}<textarea id="{{id}}" name="{{id}}" rows="3" maxlength="300" autocomplete="{{autocomplete}}" aria-describedby="{{described}}"{{#isWrong}} aria-invalid="true"{{/isWrong}}>{{value}}</textarea>{{/isLong}}{{^isLong}}<input id="{{id}}" name="{{id}}" type="{{type}}" inputmode="{{mode}}" value="{{value}}" maxlength="200" autocomplete="{{autocomplete}}"{{#isCode}} autocapitalize="characters" spellcheck="false"{{/isCode}} aria-describedby="{{described}}"{{#isWrong}} aria-invalid="true"{{/isWrong}}>{{/isLong}}
{{#longTerm}}<label class="pick"><input type="checkbox" name="{{longTermName}}" value="yes" data-long-term="{{id}}"{{#isLongTerm}} checked{{/isLongTerm}}> <span>{{w.details.longTerm}}</span></label>{{/longTerm}}
</div>
{{/fields}}
</fieldset>
{{/parties}}
<button class="main">{{w.common.saveContinue}}</button>
</form>
"""##,
        "document": ##"""
<h1>{{title}}</h1>
{{> errors}}
{{> reuse}}
{{> full}}
{{#hasPictures}}<details class="chosen"><summary>{{w.document.chosen}} <b>{{typeName}}</b> <span class="link">{{w.common.change}}</span></summary>{{/hasPictures}}
<form method="post" action="{{action}}" data-once>
<input type="hidden" name="form" value="{{form}}">{{#partVersion}}<input type="hidden" name="version" value="{{.}}">{{/partVersion}}
<fieldset class="choice" id="type"><legend><h2>{{w.document.typeTitle}}</h2></legend>
<p class="hint">{{typeHint}}</p>
{{#types}}<label class="pick"><input type="radio" name="type" value="{{value}}"{{#isChosen}} checked{{/isChosen}} required> <span>{{name}}{{#note}}<small>{{.}}</small>{{/note}}</span></label>{{/types}}
</fieldset>
{{#who}}<fieldset class="choice"><legend><h2>{{w.document.whoTitle}}</h2></legend>
<label class="pick"><input type="checkbox" name="proxy" value="yes"{{#hasProxy}} checked{{/hasProxy}}> <span>{{w.document.proxy}}<small>{{w.document.proxyHint}}</small></span></label>
</fieldset>{{/who}}
<button{{^hasPictures}} class="main"{{/hasPictures}}>{{w.document.chooseType}}</button>
</form>
{{#hasPictures}}</details>
{{#quotaFirst}}<div class="panel"><p>{{quotaText}} {{w.document.quotaFirst}}</p><p><a href="/p/details">{{w.reuse.toDetails}}</a></p></div>{{/quotaFirst}}
<h2>{{w.document.picturesTitle}}</h2>
<ul class="tips"><li>{{w.picture.tipFlat}}</li><li>{{w.picture.tipLight}}</li><li>{{w.picture.tipCorners}}</li></ul>
{{#pictures}}{{> picture}}{{/pictures}}
<p><a class="button main" href="{{nextHref}}">{{w.common.continue}}</a></p>
{{/hasPictures}}
"""##,
        "errors": ##"""
{{#hasErrors}}<div class="panel bad" role="alert" tabindex="-1" autofocus data-focus>
<h2><span class="sign" aria-hidden="true">✕</span> {{w.common.errorTitle}}</h2>
<ul>{{#errors}}<li>{{#href}}<a href="{{.}}">{{text}}</a>{{/href}}{{^href}}{{text}}{{/href}}{{#mend}} <span class="mend">{{.}}</span>{{/mend}} {{> rule-links}}</li>{{/errors}}</ul>
</div>{{/hasErrors}}
"""##,
        "face": ##"""
<h1>{{title}}</h1>
<p class="lead">{{w.face.lead}}</p>
{{> errors}}
{{#clause}}<p class="hint">{{.}}</p>{{/clause}}
<p class="state {{stateClass}}"><span class="sign" aria-hidden="true">{{sign}}</span> {{stateText}}</p>
{{#mayCapture}}
<ul class="tips"><li>{{w.face.tipLight}}</li><li>{{w.face.tipAlone}}</li><li>{{w.face.tipListen}}</li><li>{{seconds}}</li></ul>
<noscript><div class="panel warn"><p>{{w.face.noScript}}</p></div></noscript>
<section data-face data-form="{{form}}" data-next="{{nextHref}}" hidden data-straight="{{w.face.straight}}" data-sending="{{w.face.sending}}" data-refused="{{w.face.cameraRefused}}" data-failed="{{w.face.failed}}" data-caught="{{w.face.caught}}" data-gone="{{w.face.stopped}}">
<div class="view round" hidden data-view><video playsinline muted aria-label="{{w.face.liveLabel}}"></video></div>
<p class="prompt" role="status" aria-live="assertive" data-prompt></p>
<p class="count" aria-hidden="true" data-count></p>
<div class="panel bad" data-trouble hidden role="alert"><p></p><ul></ul></div>
<button type="button" class="main" data-begin>{{w.face.begin}}</button>
<button type="button" class="plain" data-cancel hidden>{{w.face.cancel}}</button>
</section>
{{#isDone}}<p><a class="button main" href="{{nextHref}}">{{w.common.continue}}</a></p>{{/isDone}}
<h2>{{w.face.otherTitle}}</h2>
<form method="post" action="/p/face/decline" data-once><input type="hidden" name="form" value="{{form}}"><p>{{w.face.without}}</p><button>{{w.face.decline}}</button></form>
<p>{{w.face.hall}}</p>
{{/mayCapture}}
{{^mayCapture}}<p>{{w.face.notAllowed}}</p><p><a class="button main" href="/p/consent#face">{{w.face.toConsent}}</a></p>{{/mayCapture}}
"""##,
        "full": ##"""
{{#full}}<div class="panel warn" id="quota"><h2><span class="sign" aria-hidden="true">!</span> {{w.overview.quotaFull}}</h2><p>{{quotaText}}</p><p>{{howToRelease}}</p><p><a href="/p/details">{{w.overview.quotaDetails}}</a></p></div>{{/full}}
"""##,
        "glance": ##"""
{{#sections}}
<section class="glance"><h2>{{heading}}</h2><a href="{{href}}">{{w.common.change}}<span class="away"> {{heading}}</span></a>
<dl>{{#rows}}<div><dt>{{label}}</dt><dd{{#isMissing}} class="missing"{{/isMissing}}>{{#secret}}<details><summary>{{short}} <span class="link">{{w.review.show}}</span></summary>{{whole}}</details>{{/secret}}{{^secret}}{{value}}{{/secret}}</dd></div>{{/rows}}</dl>
</section>
{{/sections}}
"""##,
        "layout": ##"""
<!doctype html>
<html lang="{{lang}}">
<head>
<meta charset="utf-8">
<title>{{#hasErrors}}{{w.common.errorPrefix}}{{/hasErrors}}{{title}} · {{w.common.service}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="{{asset.icon}}" type="image/svg+xml">
<link rel="stylesheet" href="{{asset.style}}">
<script type="module" src="{{asset.script}}"></script>
</head>
<body>
<a class="skip" href="#content">{{w.common.skip}}</a>
<header class="top">
<p class="mark"><b lang="zh-Hans">实名</b> {{w.common.service}}</p>
<form method="post" action="{{languageAction}}" class="languages">
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="back" value="{{here}}">
{{#languages}}<button name="language" value="{{code}}" lang="{{tag}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}>{{name}}</button>{{/languages}}
</form>
</header>
<main id="content" tabindex="-1">
{{#step}}<nav class="way" aria-label="{{w.common.way}}"><a href="{{home}}">{{w.common.overview}}</a> <span>{{text}}</span></nav>{{/step}}
{{{body}}}
</main>
<footer>
<h2>{{w.common.helpTitle}}</h2>
<p>{{help}}</p>
{{> contact}}
<p>{{w.common.helpPhones}}</p>
{{#isSeated}}<form method="post" action="{{leaveAction}}"><input type="hidden" name="form" value="{{form}}"><button class="quiet">{{w.common.leave}}</button><p class="hint">{{w.common.leaveHint}}</p></form>{{/isSeated}}
</footer>
</body>
</html>
"""##,
        "mine": ##"""
<h1>{{title}}</h1>
{{> errors}}
<p class="lead">{{w.mine.lead}}</p>
{{#isWaiting}}<div class="panel"><h2><span class="sign" aria-hidden="true">●</span> {{w.mine.waiting}}</h2><p>{{w.mine.waitingText}}</p><p><a class="button" href="/p/mine">{{w.status.refresh}}</a></p></div>{{/isWaiting}}
{{#isOver}}<div class="panel warn"><h2><span class="sign" aria-hidden="true">!</span> {{w.mine.over}}</h2></div>{{/isOver}}
{{#reasons}}<div class="panel bad"><h2><span class="sign" aria-hidden="true">✕</span> {{w.mine.notProved}}</h2><p>{{text}}</p></div>{{/reasons}}
{{^isWaiting}}<p>{{w.mine.how}}</p>
<form method="post" action="/p/mine/proof" data-once><input type="hidden" name="form" value="{{form}}"><button class="main">{{beginText}}</button></form>{{/isWaiting}}
<p><a href="/p/status">{{w.release.back}}</a></p>
"""##,
        "overview": ##"""
<h1>{{title}}</h1>
<section class="slip" aria-label="{{w.overview.card}}">
<p class="who">{{operatorName}}</p>
<p class="number">{{iccid}}</p>
<dl>
<div><dt>{{w.overview.product}}</dt><dd>{{productName}}</dd></div>
<div><dt>{{w.overview.kind}}</dt><dd>{{kind}}</dd></div>
{{#deviceType}}<div><dt>{{w.overview.device}}</dt><dd>{{.}}</dd></div>{{/deviceType}}
<div><dt>{{w.overview.carrier}}</dt><dd>{{carrier}}</dd></div>
<div><dt>{{w.overview.agent}}</dt><dd>{{agentName}}</dd></div>
{{#code}}<div><dt>{{w.overview.code}}</dt><dd>{{.}}</dd></div>{{/code}}
</dl>
</section>
{{#stop}}<div class="panel warn"><h2><span class="sign" aria-hidden="true">!</span> {{heading}}</h2><p>{{text}}</p>{{#mend}}<p>{{.}}</p>{{/mend}}<p><a href="/p/status">{{w.overview.toStatus}}</a></p>{{#toMine}}<p><a href="/p/mine">{{w.mine.link}}</a></p>{{/toMine}}{{#toTaken}}<p><a class="button" href="/p/taken">{{w.taken.link}}</a></p>{{/toTaken}}</div>{{/stop}}
{{#handedIn}}<div class="panel"><h2>{{heading}}</h2><p>{{text}}</p><p><a class="button" href="/p/status">{{w.overview.toStatus}}</a></p>{{#toMine}}<p><a href="/p/mine">{{w.mine.link}}</a></p>{{/toMine}}</div>{{/handedIn}}
{{#sentBack}}<div class="panel warn"><h2><span class="sign" aria-hidden="true">!</span> {{w.overview.sentBack}}</h2><p><a href="/p/status">{{w.overview.sentBackWhy}}</a></p></div>{{/sentBack}}
{{#inTransfer}}<div class="panel"><h2><span class="sign" aria-hidden="true">●</span> {{w.transfer.toYou}}</h2><p>{{text}}</p>
<details><summary><span class="link">{{w.transfer.decline}}</span></summary><p>{{w.transfer.declineText}}</p><form method="post" action="/p/transfer/refusal" data-once><input type="hidden" name="form" value="{{form}}"><button>{{w.transfer.declineAsk}}</button></form></details></div>{{/inTransfer}}
{{#kept}}<div class="panel"><h2><span class="sign" aria-hidden="true">●</span> {{w.transfer.kept}}</h2><p>{{text}}</p>
<details><summary><span class="link">{{w.transfer.decline}}</span></summary><p>{{w.transfer.declineFreeText}}</p><form method="post" action="/p/transfer/refusal" data-once><input type="hidden" name="form" value="{{form}}"><button>{{w.transfer.declineAsk}}</button></form></details></div>{{/kept}}
{{> reuse}}
{{> full}}
{{#open}}
<details><summary><span class="link">{{w.overview.notInHand}}</span></summary><p>{{w.overview.notInHandText}}</p><p>{{w.common.helpHall}}</p></details>
<p class="lead">{{lead}}</p>
<ol class="steps">
{{#steps}}<li class="{{state}}"><span class="sign" aria-hidden="true">{{sign}}</span> <a href="{{href}}"{{#isNext}} aria-current="step"{{/isNext}}>{{name}}</a> <span class="state">{{stateText}}</span></li>{{/steps}}
</ol>
<p><a class="button main" href="{{nextHref}}">{{nextText}}</a></p>
<h2>{{w.overview.needsTitle}}</h2>
<dl class="needs">
{{#needs}}<div><dt>{{method}}</dt>{{#reasons}}<dd>{{text}}{{#clause}} <span class="clause">{{.}}</span>{{/clause}}{{#owner}} <span class="clause">{{.}}</span>{{/owner}}</dd>{{/reasons}}</div>{{/needs}}
</dl>
{{#withoutFace}}<p>{{.}}</p>{{/withoutFace}}
{{> quota}}
<p>{{attempts}}</p>
{{/open}}
{{#hall}}<div class="panel warn"><h2><span class="sign" aria-hidden="true">!</span> {{w.overview.hallTitle}}</h2><p>{{w.overview.hallText}}</p></div>{{/hall}}
<div class="panel warn"><h2><span class="sign" aria-hidden="true">!</span> {{w.overview.legalTitle}}</h2><p>{{legal}}</p></div>
"""##,
        "own": ##"""
<h1>{{title}}</h1>
<p class="hint">{{until}}</p>
<h2>{{w.mine.cards}}</h2>
<p>{{count}}</p>
{{#cards}}
<section class="glance"><h3>{{product}} <span class="code">{{iccid}}</span></h3>
<dl><div><dt>{{w.overview.carrier}}</dt><dd>{{carrier}}</dd></div><div><dt>{{w.overview.kind}}</dt><dd>{{kind}}</dd></div><div><dt>{{w.overview.agent}}</dt><dd>{{agent}}</dd></div><div><dt>{{w.overview.code}}</dt><dd class="code">{{code}}</dd></div></dl>
{{#since}}<p>{{.}}</p>{{/since}}
{{#ending}}<div class="panel warn"><p><span class="sign" aria-hidden="true">!</span> {{text}}</p>
<form method="post" action="/p/mine/bring-back" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="code" value="{{code}}"><button>{{w.mine.bringBackAsk}}<span class="away"> {{product}} {{iccid}}</span></button></form></div>{{/ending}}
{{#matter}}<p class="read"><span class="sign" aria-hidden="true">●</span> {{.}}</p>{{/matter}}
{{#mayCallOff}}<form method="post" action="/p/mine/transfer/withdrawal" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="code" value="{{code}}"><button class="plain">{{w.transfer.callOff}}<span class="away"> {{product}} {{iccid}}</span></button></form>{{/mayCallOff}}
{{#mayAsk}}<details><summary><span class="link">{{w.transfer.give}}</span></summary><p>{{w.transfer.giveText}}</p>
<form method="post" action="/p/mine/transfer" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="code" value="{{code}}"><button>{{w.transfer.giveAsk}}<span class="away"> {{product}} {{iccid}}</span></button></form></details>
<details><summary><span class="link">{{w.mine.release}}</span></summary><p>{{w.mine.releaseText}}</p>
<form method="post" action="/p/mine/release" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="code" value="{{code}}"><button>{{w.mine.releaseAsk}}<span class="away"> {{product}} {{iccid}}</span></button></form></details>
<details><summary><span class="link">{{w.mine.dispute}}</span></summary><p>{{w.mine.disputeText}}</p>
<form method="post" action="/p/mine/dispute" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="code" value="{{code}}"><button>{{w.mine.disputeAsk}}<span class="away"> {{product}} {{iccid}}</span></button></form></details>{{/mayAsk}}
</section>
{{/cards}}
<h2>{{w.mine.data}}</h2>
<section class="glance"><dl>{{#rows}}<div><dt>{{label}}</dt><dd>{{value}}</dd></div>{{/rows}}</dl></section>
{{#correction}}<div class="panel warn"><h3><span class="sign" aria-hidden="true">!</span> {{w.mine.correctionTitle}}</h3><p>{{text}}</p>{{#reasons}}<p>{{text}}</p>{{/reasons}}{{#isOpen}}<p><a class="button" href="/p">{{w.common.continue}}</a></p>{{/isOpen}}</div>{{/correction}}
<div class="row">
<a class="button plain" href="/p/mine/copy" download>{{w.mine.copy}}</a>
{{#correct}}<form method="post" action="/p/mine/correction" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="code" value="{{code}}"><button class="plain">{{w.mine.correct}}</button></form>{{/correct}}
</div>
<h2>{{w.mine.looks}}</h2>
<p class="hint">{{w.mine.looksHint}}</p>
{{#hasLooks}}<ul class="tips">{{#looks}}<li>{{when}}{{w.common.colon}}{{text}}{{w.common.open}}{{organisation}}{{w.common.close}}</li>{{/looks}}</ul>{{/hasLooks}}{{^hasLooks}}<p>{{w.mine.noLooks}}</p>{{/hasLooks}}
<h2>{{w.mine.deletionTitle}}</h2>
<form method="post" action="/p/mine/deletion" data-once><input type="hidden" name="form" value="{{form}}"><p>{{w.mine.deletionLead}}</p><button class="plain">{{w.mine.deletionAsk}}</button></form>
<p><a href="/p">{{w.common.overview}}</a></p>
"""##,
        "part-done": ##"""
<h1 data-forget>{{title}}</h1>
<div class="panel"><h2><span class="sign" aria-hidden="true">✓</span> {{w.part.doneHeading}}</h2><p>{{text}}</p><p>{{next}}</p></div>
<p>{{w.part.doneWrong}}</p>
"""##,
        "part-overview": ##"""
<h1>{{title}}</h1>
<section class="slip" aria-label="{{w.part.slip}}">
<p class="who">{{operatorName}}</p>
<p class="number">{{unitName}}</p>
<dl>
<div><dt>{{w.part.asks}}</dt><dd>{{agentName}}</dd></div>
<div><dt>{{w.part.as}}</dt><dd>{{roleName}}</dd></div>
</dl>
</section>
<p class="lead">{{roleText}}</p>
<p>{{w.part.lead}}</p>
{{#elsewhere}}<div class="panel warn"><p>{{.}}</p></div>{{/elsewhere}}
<ol class="steps">
{{#steps}}<li class="{{state}}"><span class="sign" aria-hidden="true">{{sign}}</span> <a href="{{href}}"{{#isNext}} aria-current="step"{{/isNext}}>{{name}}</a> <span class="state">{{stateText}}</span></li>{{/steps}}
</ol>
<p><a class="button main" href="{{nextHref}}">{{nextText}}</a></p>
<p class="hint">{{until}}</p>
<h2>{{w.overview.needsTitle}}</h2>
<ul class="needs">{{#demands}}<li>{{text}} <span class="clause">{{clause}}</span></li>{{/demands}}</ul>
<p>{{w.part.notYou}}</p>
<div class="panel warn"><h2><span class="sign" aria-hidden="true">!</span> {{w.overview.legalTitle}}</h2><p>{{legal}}</p></div>
"""##,
        "part-review": ##"""
<h1>{{title}}</h1>
<p class="lead">{{w.part.reviewLead}}</p>
{{> errors}}
{{> glance}}
<form method="post" action="{{action}}" data-once>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{partVersion}}">
<div class="panel warn"><h2><span class="sign" aria-hidden="true">!</span> {{w.overview.legalTitle}}</h2><p>{{legal}}</p></div>
<p>{{sure}}</p>
<button class="main">{{w.part.complete}}</button>
</form>
"""##,
        "picture": ##"""
<section class="picture" id="{{slot}}" data-picture data-facing="{{facing}}" data-frame="{{frame}}">
<h{{level}}>{{name}}</h{{level}}>
<p class="state {{stateClass}}" data-state><span class="sign" aria-hidden="true">{{sign}}</span> {{stateText}}</p>
{{#looks}}<p><a href="{{.}}" target="_blank" rel="noopener">{{w.part.look}}<span class="away"> {{name}}</span></a> <span class="hint">{{w.part.lookHint}}</span></p>{{/looks}}
<div class="panel bad" data-faults{{^hasFaults}} hidden{{/hasFaults}}{{#hasFaults}} role="alert" tabindex="-1" autofocus data-focus{{/hasFaults}}>
<p><b>{{w.picture.faultsTitle}}</b></p>
<ul>{{#faults}}<li>{{reason}} <span class="mend">{{faultMend}}</span> {{> rule-links}}</li>{{/faults}}</ul>
</div>
<form method="post" action="{{action}}" enctype="multipart/form-data">
<input type="hidden" name="form" value="{{form}}">
<label for="{{slot}}-file">{{choose}}</label>
<input id="{{slot}}-file" type="file" name="file" accept="image/*">
{{#mayInsist}}<label class="pick" data-insist><input type="checkbox" name="insist" value="yes"> <span>{{w.picture.insist}}<small>{{w.picture.insistHint}}</small></span></label>{{/mayInsist}}
<button>{{w.picture.send}}</button>
</form>
<div class="live" data-live hidden>
<div class="view"><video playsinline muted aria-label="{{w.picture.liveLabel}}"></video><span class="guide" aria-hidden="true"></span></div>
<p class="hint">{{guide}}</p>
<div class="row"><button type="button" data-shoot class="main">{{w.picture.shoot}}</button> <button type="button" data-stop class="plain">{{w.picture.stop}}</button></div>
</div>
<canvas data-preview hidden role="img" aria-label="{{w.picture.previewLabel}}"></canvas>
<div class="row" data-again hidden><button type="button" data-retake class="main">{{w.picture.retake}}</button> <button type="button" data-keep class="plain">{{w.picture.insist}}</button></div>
<button type="button" class="apart" data-open hidden>{{w.picture.open}}</button>
<p class="hint" role="status" data-said data-sending="{{w.picture.sending}}" data-looking="{{w.picture.looking}}" data-failed="{{w.picture.failed}}" data-refused="{{w.picture.cameraRefused}}"></p>
<template data-words>{{#words}}<li data-fault="{{code}}">{{reason}} <span class="mend">{{faultMend}}</span></li>{{/words}}</template>
</section>
"""##,
        "pictures": ##"""
<h1>{{title}}</h1>
<p class="lead">{{lead}}</p>
{{> errors}}
{{#clause}}<p class="hint">{{.}}</p>{{/clause}}
<ul class="tips">{{#tips}}<li>{{.}}</li>{{/tips}}</ul>
{{#pictures}}{{> picture}}{{/pictures}}
<p><a class="button main" href="{{nextHref}}">{{w.common.continue}}</a></p>
"""##,
        "problem": ##"""
<h1{{#forgets}} data-forget{{/forgets}}>{{title}}</h1>
<div class="panel bad"><p><b>{{reason}}</b></p>{{#mend}}<p>{{.}}</p>{{/mend}}
{{#details}}<p>{{text}} {{#detailMend}}{{.}}{{/detailMend}} {{> rule-links}}</p>{{/details}}
{{^hasDetails}}<p class="hint">{{> rule-links}}</p>{{/hasDetails}}</div>
<p data-typed-kept hidden>{{typedKept}}</p>
{{#isSeated}}<p>{{w.problem.kept}}</p>{{/isSeated}}
{{#links}}<p><a class="button{{#isMain}} main{{/isMain}}" href="{{href}}">{{text}}</a></p>{{/links}}
{{#reference}}<p class="hint">{{w.problem.reference}} <code>{{.}}</code></p>{{/reference}}
"""##,
        "quota": ##"""
{{#quota}}<p>{{quotaText}}</p>
<details><summary>{{w.overview.quotaHow}}</summary><p>{{howToRelease}}</p></details>{{/quota}}
"""##,
        "release": ##"""
<h1>{{title}}</h1>
<p class="lead">{{w.release.lead}}</p>
<p>{{w.release.after}}</p>
{{> errors}}
<form method="post" action="/p/release" data-once>
<input type="hidden" name="form" value="{{form}}">
<div class="field"><label for="number">{{w.release.number}}</label><p class="hint" id="number-hint">{{w.release.numberHint}}</p>
<input id="number" name="number" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="64" aria-describedby="number-hint" required></div>
<button class="main">{{w.release.ask}}</button>
</form>
<p><a href="/p/mine">{{w.release.elsewhere}}</a></p>
<p><a href="/p/status">{{w.release.back}}</a></p>
"""##,
        "reuse": ##"""
{{#reuse}}<form class="panel" method="post" action="/p/reuse" data-once><input type="hidden" name="form" value="{{form}}"><h2>{{w.reuse.title}}</h2><p>{{w.reuse.text}}</p><button>{{w.reuse.use}}</button></form>{{/reuse}}
{{#mayReuse}}<div class="panel"><p>{{w.reuse.hint}}</p><p><a href="/p/details">{{w.reuse.toDetails}}</a></p></div>{{/mayReuse}}
"""##,
        "review": ##"""
<h1>{{title}}</h1>
<p class="lead">{{w.review.lead}}</p>
{{> errors}}
{{> glance}}
<form method="post" action="/p/review" data-once>
<input type="hidden" name="form" value="{{form}}">
{{#needsNotice}}<div class="panel warn" id="notice"><h2><span class="sign" aria-hidden="true">!</span> {{w.overview.legalTitle}}</h2><p>{{legal}}</p>
<label class="pick"><input type="checkbox" name="notice" value="yes"> <span>{{w.review.accept}}</span></label></div>{{/needsNotice}}
<p>{{approval}}</p>
{{#attempts}}<p>{{.}}</p>{{/attempts}}
<button class="main">{{w.review.handIn}}</button>
</form>
"""##,
        "rule-links": ##"""
{{#rules}}<a class="rule" href="/p/rules#{{id}}">{{source}}</a> {{/rules}}
"""##,
        "rules": ##"""
<h1>{{title}}</h1>
<p class="lead">{{w.rules.lead}}</p>
<dl class="rules">{{#law}}<div id="{{id}}"><dt>{{source}} <code>{{id}}</code></dt><dd>{{text}}</dd></div>{{/law}}</dl>
<h2>{{w.rules.house}}</h2>
<p>{{w.rules.houseLead}}</p>
<dl class="rules">{{#house}}<div id="{{id}}"><dt>{{source}} <code>{{id}}</code></dt><dd>{{text}} {{protects}}</dd></div>{{/house}}</dl>
"""##,
        "start": ##"""
<h1>{{title}}</h1>
<p class="lead">{{w.start.lead}}</p>
{{> errors}}
{{#answer}}<div class="panel" role="status"><h2>{{w.start.hintTitle}}</h2>{{#carrierName}}<p>{{.}}</p>{{/carrierName}}<p>{{text}}</p></div>{{/answer}}
<form method="post" action="/p/start" data-once>
<input type="hidden" name="form" value="{{form}}">
<button class="away" tabindex="-1" aria-hidden="true">{{w.common.continue}}</button>
<div class="field{{#iccidWrong}} wrong{{/iccidWrong}}">
<label for="iccid">{{w.start.iccid}}</label>
<p class="hint" id="iccid-hint">{{w.start.iccidHint}}</p>
<input id="iccid" name="iccid" value="{{iccid}}" inputmode="text" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" aria-describedby="iccid-hint"{{#iccidWrong}} aria-invalid="true"{{/iccidWrong}} required>
</div>
<div class="field" data-barcode="iccid" data-looking="{{w.start.scanLooking}}" data-nothing="{{w.start.scanNothing}}" data-found="{{w.start.scanFound}}" data-failed="{{w.start.scanFailed}}">
<label for="barcode">{{w.start.scan}}</label>
<p class="hint" id="barcode-hint">{{w.start.scanHint}}</p>
<input id="barcode" type="file" name="file" accept="image/*" aria-describedby="barcode-hint">
<button class="plain" formaction="/p/start/photo" formenctype="multipart/form-data" formnovalidate>{{w.start.scanSend}}</button>
<p class="hint" role="status">{{#scanned}}{{w.start.scanFound}}{{/scanned}}</p>
</div>
<div class="field{{#codeWrong}} wrong{{/codeWrong}}">
<label for="claim-code">{{w.start.claimCode}}</label>
<p class="hint" id="claim-code-hint">{{w.start.claimCodeHint}}</p>
<input id="claim-code" name="claimCode" value="{{claimCode}}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="24" aria-describedby="claim-code-hint"{{#codeWrong}} aria-invalid="true"{{/codeWrong}}>
</div>
<button class="main">{{w.common.continue}}</button>
</form>
<h2>{{w.start.otherTitle}}</h2>
<ul><li>{{w.start.otherLink}}</li><li>{{w.start.otherHall}}</li><li><a href="/p/status">{{w.start.otherStatus}}</a></li></ul>
"""##,
        "status": ##"""
<h1{{#forgetsTyped}} data-forget{{/forgetsTyped}}>{{title}}</h1>
<div class="panel {{panelClass}}"><h2><span class="sign" aria-hidden="true">{{sign}}</span> {{stageName}}</h2>
<p>{{stageText}}</p>
{{#since}}<p>{{.}}</p>{{/since}}{{#expected}}<p>{{.}}</p>{{/expected}}{{#effective}}<p>{{.}}</p>{{/effective}}</div>
{{> errors}}
{{#hasCarrierPage}}
<section><h2>{{w.status.carrierPageTitle}}</h2>
<p>{{w.status.carrierPageText}}</p>
{{#sent}}<div class="panel"><p>{{until}}</p><p><a class="button main" href="{{href}}" rel="noreferrer">{{w.status.carrierPageGo}} {{host}}</a></p></div>{{/sent}}
<form method="post" action="/p/carrier" data-once><input type="hidden" name="form" value="{{form}}"><button{{^sent}} class="main"{{/sent}}>{{w.status.carrierPageOpen}}</button></form>
<form method="post" action="/p/carrier/followed" data-once><input type="hidden" name="form" value="{{form}}"><button>{{w.status.carrierPageDone}}</button></form>
</section>
{{/hasCarrierPage}}
{{#hasCarrierPageElsewhere}}<p>{{w.status.carrierPageElsewhere}}</p>{{/hasCarrierPageElsewhere}}
{{#isAnswered}}
<section><h2>{{w.status.reasonsTitle}}</h2>
<ul>{{#reasons}}<li>{{#href}}<a href="{{.}}">{{place}}</a>{{w.common.colon}}{{/href}}{{^href}}{{#place}}{{.}}{{w.common.colon}}{{/place}}{{/href}}{{text}}{{#reasonMend}} <span class="mend">{{.}}</span>{{/reasonMend}}</li>{{/reasons}}{{^reasons}}<li>{{w.status.noReason}}</li>{{/reasons}}</ul>
<h2>{{w.status.doTitle}}</h2>
<p>{{todo}}</p>{{#attempts}}<p>{{.}}</p>{{/attempts}}
{{#mendHref}}<p><a class="button main" href="{{.}}">{{w.status.mend}}</a></p>{{/mendHref}}
<p>{{w.common.helpHall}}</p>{{> contact}}<p>{{w.common.helpPhones}}</p></section>
{{/isAnswered}}
<h2>{{w.status.stagesTitle}}</h2>
<ol class="steps stages">
{{#stages}}<li class="{{state}}"{{#isCurrent}} aria-current="step"{{/isCurrent}}><span class="sign" aria-hidden="true">{{mark}}</span> <span>{{name}}{{#when}} <small>{{.}}</small>{{/when}}{{#usually}} <small>{{.}}</small>{{/usually}}</span> <span class="state">{{stateText}}</span></li>{{/stages}}
</ol>
<p>{{w.status.codeLine}} <b class="code">{{code}}</b></p>
<p class="hint">{{w.status.codeHint}}</p>
{{#mayRelease}}<p><a href="/p/mine">{{w.mine.link}}</a></p>
<p><a href="/p/release">{{w.release.link}}</a></p>{{/mayRelease}}
{{#isSeated}}<p><a class="button" href="/p/status">{{w.status.refresh}}</a> <a href="/p">{{w.common.overview}}</a></p>{{/isSeated}}
{{#mayWithdraw}}<p><a href="/p/withdraw">{{w.withdraw.link}}</a></p>{{/mayWithdraw}}
"""##,
        "taken": ##"""
<h1>{{title}}</h1>
<p class="lead">{{lead}} <span class="code">{{iccid}}</span></p>
{{> errors}}
{{#isTold}}<div class="panel" role="status" tabindex="-1" autofocus data-focus><h2><span class="sign" aria-hidden="true">✓</span> {{w.taken.told}}</h2><p>{{w.taken.toldText}}</p></div>{{/isTold}}
<h2>{{w.taken.knownTitle}}</h2>
<ul><li><a href="/p/status">{{w.taken.ownCase}}</a></li>{{#toMine}}<li><a href="/p/mine">{{w.mine.link}}</a></li>{{/toMine}}<li>{{w.taken.formerOwner}}</li></ul>
<h2>{{w.taken.hallTitle}}</h2>
<p>{{hall}}</p>
{{> contact}}
{{#mayTell}}<h2>{{w.taken.tellTitle}}</h2>
<p>{{w.taken.tellText}}</p>
<form method="post" action="/p/taken" data-once><input type="hidden" name="form" value="{{form}}">
<p class="field{{#contactWrong}} wrong{{/contactWrong}}"><label for="contact">{{w.taken.contact}}</label><span class="hint" id="contact-hint">{{w.taken.contactHint}}</span><input id="contact" name="contact" value="{{typedContact}}" type="tel" autocomplete="tel" maxlength="64" aria-describedby="contact-hint"{{#contactWrong}} aria-invalid="true"{{/contactWrong}}></p>
<button class="main">{{w.taken.tell}}</button></form>{{/mayTell}}
<p><a href="/p">{{w.common.overview}}</a></p>
"""##,
        "transfer": ##"""
<h1>{{title}}</h1>
{{> errors}}
{{#offer}}<p class="lead">{{w.transfer.begun}}</p>
<div class="panel"><p class="code">{{address}}</p><p>{{until}}</p><p>{{w.transfer.once}}</p>{{#drawn}}<svg class="qr" viewBox="0 0 {{side}} {{side}}" role="img" aria-label="{{w.transfer.drawn}}"><rect width="{{side}}" height="{{side}}" fill="#fff"/><path d="{{path}}" fill="#000"/></svg>{{/drawn}}</div>
<ul class="tips"><li>{{w.transfer.tipPrepare}}</li><li>{{w.transfer.tipEnd}}</li><li>{{w.transfer.tipKept}}</li><li>{{w.transfer.tipOff}}</li></ul>{{/offer}}
<p><a class="button main" href="/p/mine">{{w.mine.link}}</a></p>
"""##,
        "withdraw": ##"""
<h1>{{title}}</h1>
<p class="lead">{{w.withdraw.lead}}</p>
{{> errors}}
<form method="post" action="/p/withdraw" data-once>
<input type="hidden" name="form" value="{{form}}">
<button class="main">{{w.withdraw.take}}</button>
</form>
<p><a href="/p/status">{{w.release.back}}</a></p>
"""##,
        "withdrawn": ##"""
<h1 data-forget>{{title}}</h1>
<div class="panel"><p>{{w.withdraw.lead}}</p>
{{#code}}<p>{{w.status.codeLine}} <b class="code">{{text}}</b></p>{{/code}}</div>
<p><a class="button" href="/p">{{w.withdraw.anew}}</a></p>
"""##,
    ]

    static let english: [String: String] = [
        "common.service": "Card registration",
        "common.errorPrefix": "Error: ",
        "common.colon": ": ",
        "common.open": " (",
        "common.close": ")",
        "common.errorTitle": "There is a problem",
        "common.skip": "Skip to the content",
        "common.way": "Where you are",
        "common.overview": "Overview",
        "common.step": "Step {n} of {all}",
        "common.continue": "Continue",
        "common.saveContinue": "Save and continue",
        "common.change": "Change",
        "common.helpTitle": "Talk to a person",
        "common.helpHall": "Any business hall of the operator registers the card too: bring the document and the card.",
        "common.halls": "Where the business halls are",
        "common.helpPhones": "Complaints: 12321 (spam and fraud reports), 12300 (telecom users’ complaints).",
        "common.leave": "Leave this page",
        "common.leaveHint": "On a phone that is not yours. What you have begun can be taken up again from the link, on this phone.",
        "common.done": "done",
        "common.todo": "to do",
        "common.toMend": "to be mended",
        "common.clause": "Rule: {id}",
        "common.ownerStatute": "by law",
        "common.ownerFloor": "by the operator",
        "common.ownerAgent": "by the seller",
        "common.beijing": "{time}, Beijing time",
        "clause.R-25-06": "MIIT Order 25, article 6",
        "clause.R-25-07": "MIIT Order 25, article 7",
        "clause.R-25-08": "MIIT Order 25, article 7",
        "clause.R-25-11": "MIIT Order 25, article 9",
        "clause.R-PH-04": "MIIT opinion of 2016 on real-name registration",
        "clause.R-PH-06": "portrait comparison, in force since 1 December 2019",
        "clause.R-PH-07": "notice of June 2021 on high-risk cards",
        "clause.R-IC-03": "carriers’ rule on general traffic",
        "clause.R-IC-05": "carriers’ rule on voice, SMS and 11-digit numbers",
        "clause.R-IC-06": "carriers’ rule of real name first, then use",
        "clause.R-VC-02": "rules on vehicle cards",
        "clause.R-OP-03": "Measures on Face Recognition (in force 1 June 2025)",
        "clause.R-DP-03": "Personal Information Protection Law, articles 14 to 17",
        "clause.R-DP-05": "Personal Information Protection Law, article 24",
        "clause.R-DP-06": "Personal Information Protection Law, articles 28 to 31",
        "clause.R-AF-04": "Anti-Telecom and Online Fraud Law, article 12",
        "clause.R-AF-10": "Anti-Telecom and Online Fraud Law, article 30",
        "rules.title": "Rules",
        "rules.lead": "What a refusal may rest on: the law, what carriers and authorities have laid down, and the system’s own order.",
        "rules.house": "The system’s own rules",
        "rules.houseLead": "These are no law; the system keeps its order by them. Each says what it protects.",
        "carrier.mobile": "China Mobile",
        "carrier.telecom": "China Telecom",
        "carrier.unicom": "China Unicom",
        "carrier.broadnet": "China Broadnet",
        "kind.iot-general": "Internet-of-things card",
        "kind.vehicle": "Vehicle card",
        "kind.wearable": "Card of a wearable device",
        "kind.portable-wifi": "Card of a portable Wi-Fi",
        "kind.phone": "Phone card",
        "start.title": "Register a card in your name",
        "start.lead": "A card in a watch, a tracker or a portable Wi-Fi works only while somebody answers for it. It takes about five minutes on this phone.",
        "start.iccid": "Card number (ICCID)",
        "start.iccidHint": "19 or 20 characters, printed on the card or shown in the device’s settings. Spaces do not matter.",
        "start.claimCode": "Claim code",
        "start.claimCodeHint": "8 letters and digits, printed with the card. Leave it empty if you have none.",
        "start.scan": "Or a photo of the bar code",
        "start.scanHint": "Bar code or QR code on the card or its box. The photo is read and not kept.",
        "start.scanSend": "Read the number",
        "start.scanLooking": "Reading the photo …",
        "start.scanFailed": "The photo did not arrive. Check the connection and try again, or type the number.",
        "start.scanNothing": "No bar code was found. Take it closer and straight, or type the number.",
        "start.scanFound": "The number was read. Please compare it with the card.",
        "start.hintTitle": "What is needed for this card",
        "start.hintCarrier": "By its number this is a card of {carrier}.",
        "start.otherTitle": "Other ways",
        "start.otherLink": "Open the link, or scan the QR code, that came with the card or device.",
        "start.otherStatus": "See where a registration stands",
        "overview.title": "Your card",
        "overview.card": "The card",
        "overview.product": "Plan",
        "overview.kind": "Kind",
        "overview.device": "Device",
        "overview.carrier": "Carrier",
        "overview.agent": "Sold by",
        "overview.code": "Case number",
        "overview.leadMachine": "About five minutes. The check afterwards usually takes up to {wait}.",
        "overview.leadMachineUntimed": "About five minutes. It is checked by machine afterwards.",
        "overview.leadReviewer": "About five minutes. A reviewer then looks at it, usually within {wait}.",
        "overview.leadReviewerUntimed": "About five minutes. A reviewer then looks at it.",
        "overview.begin": "Begin",
        "overview.goOn": "Go on: {step}",
        "overview.needsTitle": "What is needed, and why",
        "overview.withoutFace": "You need not have your face recognised. Instead there is: {methods}.",
        "overview.quotaLimit": "Cards of this kind that one person may have with this carrier: {max}.",
        "overview.quotaUsed": "You have {used} of {max} cards of this kind with this carrier.",
        "overview.quotaFull": "No further card can be registered",
        "overview.quotaHow": "How a place comes free",
        "overview.quotaDetails": "Look at your details",
        "overview.attempts-card": "Attempts to hand in that are left for this card today: {n}.",
        "overview.attempts-device": "Attempts to hand in that are left on this device today: {n}.",
        "overview.attempts-person": "Attempts to hand in that are left for you today, for all your cards together: {n}.",
        "overview.legalTitle": "What the law says",
        "overview.toStatus": "See where it stands",
        "overview.handedIn": "Handed in",
        "overview.handedInText": "Nothing can be changed while it is looked at.",
        "overview.effective": "Registered",
        "overview.effectiveText": "The card stands in your name.",
        "overview.ended": "This application has ended",
        "overview.endedText": "The page of its standing says why, and what you can do.",
        "overview.registered": "Somebody answers for this card already",
        "overview.registeredText": "A card stands in one name only.",
        "overview.registeredMend": "If the device is second-hand, ask the owner before you to hand the card over or give it up. If you did not know of it, call the operator.",
        "overview.underApplication": "An application for this card is under way",
        "overview.closed": "This card cannot be registered here",
        "overview.sentBack": "Something is to be mended",
        "overview.sentBackWhy": "Read what, and why",
        "overview.hallTitle": "This is completed at a business hall",
        "overview.hallText": "For this document staff look at it in person. Bring the document and the card to any business hall of the operator.",
        "step.consent": "Notices and consent",
        "step.document": "Your document",
        "step.details": "Your details",
        "step.guardian": "The guardian’s document",
        "step.proxy": "The proxy’s document",
        "step.photo": "Photo with the document",
        "step.face": "Face recognition",
        "step.review": "Check and hand in",
        "consent.title": "Notices and consent",
        "consent.lead": "Read each notice and decide. Nothing is ticked for you, and nothing of you is kept before you agree.",
        "consent.agree": "I have read it and I agree",
        "consent.decline": "I do not agree",
        "consent.declineFace": "I do not want my face recognised: I hand in a photo instead, and a person compares",
        "consent.given": "You agreed on {time}",
        "consent.refused": "You did not agree on {time}",
        "consent.takeBack": "You may come back and take a consent back until you hand in.",
        "consent.neither": "Decide: {title}.",
        "consent.needed": "Without this consent the card cannot be registered on this page. A business hall can do it.",
        "consent.ageTitle": "Is the person whose name the card shall stand in under 14?",
        "consent.ageHint": "Asked before any picture: for a child under 14 the guardian agrees first (Personal Information Protection Law, articles 28 to 31).",
        "consent.ageOlder": "14 or older",
        "consent.ageUnder": "Under 14",
        "consent.ageMissing": "Say whether the person is under 14.",
        "consent.another": "The guardian named now is another than the one who agreed on {time}. That stays on record; the guardian named now reads the notice and decides.",
        "consent.held": "Pictures taken before are kept sealed: nobody looks at them before the guardian agrees, and without that they are destroyed.",
        "document.title": "Your document",
        "document.typeTitle": "Which document do you use?",
        "document.chosen": "You use:",
        "document.typeHint": "The card will stand in the name of the person on this document. For a child’s device it may be a parent.",
        "document.whoTitle": "Who is filling this in?",
        "document.proxy": "I do this for somebody else, as a proxy",
        "document.proxyHint": "Then both documents are needed.",
        "document.chooseType": "Use this document",
        "document.picturesTitle": "Photos of the document",
        "document.quotaFirst": "If you may have as many already, fill in your details before you photograph anything: you are told at once when none is left.",
        "document.noType": "Choose your document.",
        "document.hallOnly": "only at a business hall",
        "document.minorsOnly": "only for children, with a guardian",
        "type.resident-id": "Resident identity card",
        "type.temporary-resident-id": "Temporary resident identity card",
        "type.household-register": "Household register",
        "type.military-id": "Military identity document",
        "type.armed-police-id": "Armed police identity document",
        "type.hk-macao-permit": "Travel permit for Hong Kong and Macao residents",
        "type.taiwan-permit": "Travel permit for Taiwan residents",
        "type.residence-permit": "Residence permit for Hong Kong, Macao and Taiwan residents",
        "type.passport": "Passport",
        "type.foreign-permanent-id": "Foreign permanent resident identity card",
        "picture.holder-id-front": "Front, with the portrait",
        "picture.holder-id-back": "Back, with the period of validity",
        "picture.guardian-id-front": "Guardian’s document, front",
        "picture.guardian-id-back": "Guardian’s document, back",
        "picture.proxy-id-front": "Proxy’s document, front",
        "picture.proxy-id-back": "Proxy’s document, back",
        "picture.hand-held-photo": "You, holding the document beside your face",
        "picture.guideDocument": "Fill the frame with the document, all four corners inside.",
        "picture.guidePerson": "Hold the document beside your face, both inside the frame.",
        "picture.choose": "Take or choose a photo: {name}",
        "picture.here": "The photo is here. A new one takes its place.",
        "picture.missing": "Not here yet",
        "picture.send": "Send the photo",
        "picture.open": "Use the camera on this page",
        "picture.shoot": "Take the photo",
        "picture.stop": "Close the camera",
        "picture.retake": "Take it again",
        "picture.insist": "Use it all the same",
        "picture.insistHint": "A reviewer sees what was found, and looks at it himself.",
        "picture.faultsTitle": "This photo may not do",
        "picture.sending": "Sending the photo …",
        "picture.looking": "Looking at the photo …",
        "picture.failed": "The photo did not arrive. Check the connection and try again; everything else is kept.",
        "picture.cameraRefused": "The camera cannot be used here. Choose a photo instead.",
        "picture.liveLabel": "What the camera sees",
        "picture.previewLabel": "The photo you took",
        "picture.tipFlat": "Lay the document flat on a dark, plain ground.",
        "picture.tipLight": "Even light, no flash, no reflections.",
        "picture.tipCorners": "All corners inside, every word readable.",
        "details.title": "Your details",
        "details.lead": "As they stand on the document. What was read from a photo may be wrong: please compare.",
        "details.holder": "Whose name the card stands in",
        "details.guardian": "The guardian",
        "details.proxy": "The proxy",
        "details.guardianHint": "A parent or guardian who agrees and shows a document.",
        "details.proxyHint": "Whoever hands this in for the person above.",
        "details.documentType": "Document",
        "details.name": "Name",
        "details.nameHint": "Exactly as on the document. Rare characters and the dot (·) are fine.",
        "details.documentNumber": "Document number",
        "details.documentNumberHint": "18 characters on a resident identity card; the last may be X.",
        "details.documentNumberHintOther": "As printed, letters included.",
        "details.birthDate": "Date of birth",
        "details.birthDateHint": "Year, month, day: 2014-01-31. The number of this document does not tell it.",
        "details.formerNumber": "Number of the card before",
        "details.formerNumberHint": "Printed on the new card, if you had an older one. Otherwise leave it empty.",
        "details.address": "Address",
        "details.addressHint": "As on the document.",
        "details.addressHintFree": "Where you live. Your document bears none, so it may stay empty.",
        "details.contact": "Telephone number",
        "details.contactHintFree": "A number at which this person can be reached. It may stay empty: messages go to the holder, or to the guardian of a child.",
        "details.contactHint": "A number at which you can be reached, such as 138 0013 8000.",
        "details.validFrom": "Valid from",
        "details.validFromHint": "Year, month, day: 2016-01-31. May stay empty if the document does not say.",
        "details.validUntil": "Valid until",
        "details.validUntilHint": "Year, month, day: 2036-01-31.",
        "details.longTerm": "Long-term (长期)",
        "details.of": "{party}, {field}",
        "details.read": "Read from your photo, please check",
        "details.tooLong": "This is too long. Shorten it.",
        "details.restored": "What you had typed before the page closed stands here again. Check it, then save it.",
        "photo.title": "Photo with the document",
        "photo.lead": "You and the document in one photo, both readable. A reviewer compares them.",
        "guardian.title": "The guardian’s document",
        "guardian.lead": "Both sides of the guardian’s document.",
        "proxy.title": "The proxy’s document",
        "proxy.lead": "Both sides of the document of whoever hands this in.",
        "face.title": "Face recognition",
        "face.lead": "The camera takes a few pictures while you do what is asked. It takes about 20 seconds.",
        "face.tipLight": "Even light on your face, no cap, no mask.",
        "face.tipAlone": "Be alone in the picture, the phone at eye level.",
        "face.tipListen": "A short tone and a buzz tell you when a picture was taken, also with your eyes closed.",
        "face.noScript": "This step needs a camera on this page, and JavaScript. Without them, choose one of the other ways below.",
        "face.begin": "Begin with the camera",
        "face.cancel": "Stop",
        "face.straight": "Look straight into the camera",
        "face.seconds": "You have {n} seconds. You may begin again as often as you like.",
        "face.caught": "Taken",
        "face.sending": "Sending the pictures …",
        "face.stopped": "Stopped. Begin again when you like.",
        "face.failed": "That did not arrive. Check the connection and begin again.",
        "face.cameraRefused": "The camera cannot be used. Allow it in the browser’s settings, or choose one of the other ways below.",
        "face.liveLabel": "What the camera sees",
        "face.here": "The face capture is here. A new one takes its place.",
        "face.missing": "Not here yet",
        "face.otherTitle": "Other ways",
        "face.without": "You need not have your face recognised: hand in a photo with your document instead, and a person compares.",
        "face.decline": "Go on without face recognition",
        "face.hall": "Or come to a business hall of the operator with your document and the card.",
        "face.notAllowed": "You have not agreed to face recognition, so no camera is used.",
        "face.toConsent": "To notices and consent",
        "review.title": "Check and hand in",
        "review.lead": "Compare everything once more. After you hand in, nothing can be changed until it is answered.",
        "review.consents": "Consents",
        "review.show": "show",
        "review.missing": "missing",
        "review.given": "agreed",
        "review.declined": "not agreed",
        "review.accept": "I have read this. I use the card myself and do not sell, rent or lend it.",
        "review.handIn": "Hand in",
        "review.approvalMachine": "Once handed in, it is checked by machine, usually within {wait}.",
        "review.approvalMachineUntimed": "Once handed in, it is checked by machine.",
        "review.approvalReviewer": "Once handed in, a reviewer looks at it, usually within {wait}.",
        "review.approvalReviewerUntimed": "Once handed in, a reviewer looks at it.",
        "status.title": "Where it stands",
        "status.since": "Since {time}",
        "status.expected": "This usually takes up to {wait}.",
        "status.effectiveAt": "In effect from {time}",
        "status.reasonsTitle": "Why",
        "status.noReason": "No reason was noted. Ask at a business hall.",
        "status.doTitle": "What you can do",
        "status.mend": "Mend it now",
        "status.todoMend": "Mend what is named and hand it in again. What was right is kept.",
        "status.todoMendElsewhere": "Open the link of the card on the phone you began with, mend what is named and hand it in again.",
        "status.todoRefused": "This application is closed. Ask at a business hall, or ask whoever sold the card for a new link.",
        "status.attempts": "Attempts left for this card today: {n}.",
        "status.stagesTitle": "The way to the end",
        "status.handedIn": "Handed in",
        "status.checking": "Checked by machine",
        "status.inReview": "Looked at by a reviewer",
        "status.carrier": "Accepted by the carrier",
        "status.inEffect": "In effect",
        "status.done": "done",
        "status.now": "now",
        "status.ahead": "not yet",
        "status.codeLine": "Case number:",
        "status.codeHint": "With it anybody can ask where the case stands, and nothing more.",
        "status.refresh": "Look again",
        "status.carrierPageTitle": "Register at the carrier’s own page",
        "status.carrierPageText": "The review is passed. This carrier registers you on a page of its own, with your own document and nobody in your place; once it has, this page says so.",
        "status.carrierPageOpen": "Get the way there",
        "status.carrierPageGo": "Go to",
        "status.carrierPageUntil": "Good for you alone, until {time}; afterwards get it anew.",
        "status.carrierPageDone": "I am done there",
        "status.carrierPageElsewhere": "This carrier registers you on a page of its own. Open the link of the card on the phone you began with: it leads there.",
        "stage.begun": "Begun, not handed in",
        "stage.begunText": "Nothing has been handed in yet.",
        "stage.submitted": "Handed in",
        "stage.submittedText": "It has arrived.",
        "stage.checking": "Being checked",
        "stage.checkingText": "Machines compare the document, the face and the register.",
        "stage.in-review": "In review",
        "stage.in-reviewText": "A reviewer looks at it. The card is not registered yet.",
        "stage.awaiting-carrier": "Waiting for the carrier",
        "stage.awaiting-carrierText": "The review is passed. The carrier has still to accept it; the card is not registered yet.",
        "stage.effective": "In effect",
        "stage.effectiveText": "The card is registered and the carrier has accepted it.",
        "stage.to-be-mended": "To be mended",
        "stage.to-be-mendedText": "It came back. The card is not registered yet.",
        "stage.refused": "Refused",
        "stage.refusedText": "The card is not registered.",
        "stage.withdrawn": "Withdrawn",
        "stage.withdrawnText": "The application was taken back. The card is not registered.",
        "place.holder": "Your details",
        "place.guardian": "Guardian",
        "place.proxy": "Proxy",
        "place.cards": "The card",
        "ask.title": "Where does a case stand?",
        "ask.lead": "Type the case number you were shown. Nothing personal is shown.",
        "ask.code": "Case number",
        "ask.codeHint": "Letters and digits, as shown when it was handed in.",
        "ask.unknown": "There is no case with this number. Compare it once more.",
        "ask.show": "Show",
        "ask.begin": "Register a card",
        "problem.title": "That did not work",
        "problem.closedTitle": "This page has closed",
        "problem.linkTitle": "This link does not open",
        "problem.missingTitle": "There is nothing here",
        "problem.closedReason": "For your safety the page closes after a while, or the browser keeps no cookies.",
        "problem.closedMend": "Open the link or QR code of the card again, on this phone. While the link is good, what you have begun is still there.",
        "problem.unavailable": "Not now: nothing was done.",
        "problem.unavailableMend": "Try again in a moment.",
        "problem.kept": "Nothing that was saved before is lost.",
        "problem.typedKept": "What you had typed is kept on this phone until tomorrow, sealed, as long as this tab stays open. Open the link of the card in this tab, and it stands there again.",
        "problem.typedKeptPart": "What you had typed is kept on this phone until tomorrow, sealed, as long as this tab stays open. Open your link in this tab, and it stands there again.",
        "problem.toOverview": "Back to the overview",
        "problem.toStart": "Other ways to begin",
        "problem.reference": "For the operator’s staff:",
        "status.givenUp": "Given up",
        "stage.released": "Given up",
        "stage.releasedText": "The card is not registered in your name any more. What was registered stays on record, as the law demands.",
        "ending.in-reviewText": "A reviewer looks at it. Until it ends the card stays registered in your name.",
        "ending.awaiting-carrierText": "The review is passed. The carrier has still to accept it; until then the card stays registered in your name.",
        "ending.to-be-mendedText": "It came back. The card stays registered in your name.",
        "ending.refusedText": "The card stays registered in your name.",
        "ending.withdrawnText": "It was taken back. The card stays registered in your name.",
        "release.title": "Give the card up",
        "release.lead": "Before you sell the device or hand it on: the card will not be registered in your name any more.",
        "release.after": "Whoever has the card next registers it in his own name. Until the carrier has accepted, you answer for it.",
        "release.number": "Number of the document it is registered with",
        "release.numberHint": "As a proof that it is you. It is compared and not kept.",
        "release.ask": "Give it up",
        "release.elsewhere": "Registered on another phone or at a business hall? Prove who you are and give it up there",
        "release.back": "Back",
        "release.link": "Give the card up (device sold or handed on)",
        "withdraw.title": "Take the application back",
        "withdraw.lead": "Nothing is registered then, and what you handed in is destroyed when its time is over. You may begin anew.",
        "withdraw.take": "Take it back",
        "withdraw.link": "Take the application back",
        "stage.awaiting-transfer": "Waiting for the former registration to end",
        "stage.awaiting-transferText": "The card stands in its former holder’s name still. Once that has ended you hand in what you prepared.",
        "transfer.title": "The card goes to a next owner",
        "transfer.give": "Give the card to a next owner",
        "transfer.giveText": "The card is given up in your name, and the next owner registers it anew. You get a link for him: by it he prepares his registration meanwhile. Neither of you is told anything of the other.",
        "transfer.giveAsk": "Give it to a next owner",
        "transfer.begun": "A reviewer looks at it and the carrier answers; until then the card stays in your name.",
        "transfer.until": "The link opens until {time}.",
        "transfer.once": "Send it to the next owner now: it is shown this once.",
        "transfer.drawn": "The link as a QR code, for the next owner to scan",
        "transfer.tipPrepare": "The next owner may fill in and photograph everything now.",
        "transfer.tipEnd": "Once your registration has ended, he hands in; the card never stands in two names.",
        "transfer.tipOff": "Until the carrier is told you may call it off under “Cards in my name”, and he may decline.",
        "transfer.tipKept": "Until the link is over, nobody else registers the card by another link or code.",
        "transfer.underWay": "Being given to a next owner since {time}.",
        "transfer.callOff": "Call it off",
        "transfer.toYou": "This card is being given to you",
        "transfer.toYouText": "It stands in its holder’s name until that registration has ended, usually within {wait}. Prepare everything now; then come back and hand in. Until this link is over, the card is kept for you.",
        "transfer.toYouTextUntimed": "It stands in its holder’s name until that registration has ended. Prepare everything now; then come back and hand in. Until this link is over, the card is kept for you.",
        "transfer.kept": "This card is kept for you",
        "transfer.keptText": "The former registration has ended. Until {time} nobody else registers the card by a link or a code; hand in before then.",
        "transfer.decline": "I do not want this card",
        "transfer.declineText": "What you began is taken back, the card stays with its holder, and this link closes.",
        "transfer.declineFreeText": "What you began is taken back, this link closes, and the card is no longer kept for you.",
        "transfer.declineAsk": "Decline",
        "transfer.declined": "You declined the card",
        "transfer.declinedText": "It stays with its holder. What you had begun is taken back.",
        "transfer.declinedFreeText": "What you had begun is taken back. The card is kept for you no more.",
        "mine.link": "Cards and data in my name",
        "mine.title": "In my name",
        "mine.lead": "Which cards stand in your name here, what is registered of you, who looked at it; dispute a card, have your data corrected.",
        "mine.how": "Only you may see this. So type the number of the document the card is registered with, and show your face; or send a photo with the document, and a reviewer compares.",
        "mine.begin": "Prove that it is me",
        "mine.goOn": "Go on with the proof",
        "mine.waiting": "Your proof is being looked at",
        "mine.waitingText": "Look again on this phone: once it is done, everything is shown here.",
        "mine.over": "What is shown here is closed again after a while. Please prove anew that it is you.",
        "mine.notProved": "It was not certain that it is you",
        "mine.numberTitle": "Your document’s number",
        "mine.numberLead": "Of the document this card is registered with. It may be typed a few times a day.",
        "mine.until": "Shown on this phone until {time}. Close the page when others use the phone.",
        "mine.cards": "Cards in my name",
        "mine.count": "{n} on this system. Cards of other operators are not known here.",
        "mine.since": "In your name since {time}",
        "mine.release": "Give this card up",
        "mine.releaseText": "Before the device is sold or handed on, or when it is lost. A reviewer looks and the carrier answers; then the card is in nobody’s name, and whoever has it next registers anew.",
        "mine.releaseAsk": "Give up this card",
        "mine.cancelling": "The card is being cancelled, as when nobody uses it for long. If nobody keeps it, it is cancelled for good: {time}. Its number is lost then.",
        "mine.bringBackAsk": "Keep this card",
        "mine.dispute": "This card is not mine",
        "mine.disputeText": "A reviewer investigates at once. If you are right, the card does not stand in your name any more.",
        "mine.disputeAsk": "Dispute this card",
        "mine.disputed": "You disputed this card; a reviewer investigates. {time}",
        "mine.givenUp": "Being given up. {time}",
        "mine.data": "What is registered of me",
        "mine.copy": "Take a copy",
        "mine.correct": "Have it corrected",
        "mine.correctionTitle": "Correction",
        "mine.correction.draft": "Begun, not handed in yet.",
        "mine.correction.checking": "Being checked.",
        "mine.correction.submitted": "A reviewer looks at it.",
        "mine.correction.awaiting-second-review": "A reviewer looks at it.",
        "mine.correction.awaiting-third-review": "A reviewer looks at it.",
        "mine.correction.awaiting-second-approval": "A reviewer looks at it.",
        "mine.correction.awaiting-carrier": "The carrier is being told.",
        "mine.correction.sent-back": "Something is to be mended.",
        "mine.correction.refused": "It was not accepted.",
        "mine.looks": "Who looked at my data",
        "mine.looksHint": "Looks in clear, the newest first. Lawful investigations are not shown.",
        "mine.noLooks": "Nobody did.",
        "mine.deletionTitle": "Delete my data",
        "mine.deletionLead": "What is registered is kept by law. Ask, and you are told what applies to you.",
        "mine.deletionAsk": "Ask for deletion",
        "reuse.title": "You were verified on this phone lately",
        "reuse.text": "The pictures of your document can be used for this card too. You only show your face again.",
        "reuse.use": "Use my pictures again",
        "step.capture": "Face, at the verification service",
        "capture.title": "Your face, at the verification service",
        "capture.lead": "For this card a verification service captures your face on a page of its own. Your name and number go there so that it knows with whom to compare.",
        "capture.begin": "Prepare the way there",
        "capture.again": "Do it again",
        "capture.goTitle": "Your way is prepared",
        "capture.goText": "You leave this page and come back by yourself. What you have typed is kept.",
        "capture.go": "Go to",
        "capture.until": "Good for you, once, until {time}.",
        "stage.effectiveWithoutCarrierText": "The card is registered in your name: the register confirmed who you are.",
        "picture.tipBoth": "Your whole face and the front of the document are seen.",
        "picture.tipFingers": "No finger covers the face, the portrait or the number.",
        "withdraw.done": "Taken back",
        "withdraw.anew": "To the card",
        "capture.refused": "The verification service did not take you for the person on the document.",
        "capture.refusedMend": "Do it again in good light, or send a photo instead.",
        "reuse.hint": "Registered on this phone before? Then fill in your details first: the pictures of your document may count again.",
        "reuse.toDetails": "Fill in the details first",
        "start.otherHall": "You have no link or code, or somebody else used it before you: take your document and the card, or the device it is in, to a business hall of the operator; staff register it there.",
        "overview.notInHand": "The card is not in my hands, or its number is another",
        "overview.notInHandText": "Do not go on: whoever registers a card answers for it. Compare the number above with the one printed on the card; a link belongs to one card. Ask whoever sold it for the right link.",
        "taken.link": "Was it not you? What you can do",
        "taken.title": "Somebody else has this card",
        "taken.leadRegistered": "This card is registered already, and one card stands in one name only.",
        "taken.leadUnderApplication": "Somebody has handed in an application for this card already, and one card stands in one name only.",
        "taken.leadKept": "Its holder gives this card to somebody else, for whom it is kept for the time being.",
        "taken.knownTitle": "If it may have been you, or somebody you know",
        "taken.ownCase": "Follow a case by its number",
        "taken.formerOwner": "Bought second-hand: ask the former owner to transfer the card or to give it up.",
        "taken.hallTitle": "At a business hall",
        "taken.hallText": "Take the card, or the device it is in, and your valid document to a business hall of {operator}. Staff see that the card is in your hands and settle with whoever decides in whose name it belongs. Who has it now is told to nobody.",
        "taken.tellTitle": "Tell the operator from here",
        "taken.tellText": "This opens a case about the card, and the operator looks into it at once. Leave a telephone number if you want to be called; else nothing of you is kept with it: ask at the business hall, with card and document, or look here again.",
        "taken.contact": "Telephone, if you want to be called",
        "taken.contactHint": "Only whoever looks into the case reads it, and it is destroyed when the case is closed.",
        "taken.tell": "Tell the operator that this card is mine",
        "taken.told": "The operator has been told",
        "taken.toldText": "A case about this card is open. The operator looks into it; bring card and document to a business hall to show that the card is yours.",
        "clause.R-25-09": "MIIT Order 25, article 8",
        "clause.R-IC-04": "carriers’ rule on responsible persons",
        "picture.handler-id-front": "Front, with the portrait",
        "picture.handler-id-back": "Back, with the period of validity",
        "picture.responsible-person-id-front": "Front, with the portrait",
        "picture.responsible-person-id-back": "Back, with the period of validity",
        "picture.actual-user-id-front": "Front, with the portrait",
        "details.handler": "The handler",
        "details.responsiblePerson": "The responsible person",
        "details.actualUser": "Who uses the cards",
        "problem.closedMendPart": "Open the link or QR code you were sent again, on this phone. While the link is good, what you have begun is still there.",
        "part.title": "Your part of an application",
        "part.slip": "The application",
        "part.asks": "You are asked by",
        "part.as": "You are named as",
        "part.role-handler": "Handler",
        "part.role-responsible-person": "Responsible person",
        "part.role-actual-user": "Actual user",
        "part.roleText-handler": "The unit above registers IoT cards, and you hand in for it. The law wants whoever hands in for a unit to show an own document.",
        "part.roleText-responsible-person": "The unit above registers IoT cards, and you answer for them. The carriers want a person with a document who does.",
        "part.roleText-actual-user": "The unit above registers IoT cards, and you are named as the person who uses them.",
        "part.lead": "Here you fill in your own details and photograph your own document, in about three minutes. You see nothing of anybody else, and nothing that others wrote about you is shown here.",
        "part.until": "This link opens until {time}.",
        "part.elsewhere": "This was begun on another phone or browser, and what was typed there is not shown here. Go on there; or agree to the notices here: then it begins anew, and what was begun there is destroyed.",
        "part.notYou": "If this is not about you, or you do not know the unit or whoever asks, close the page and tell whoever sent you the link.",
        "part.help": "Questions about the application: ask whoever sent you the link. A business hall of the operator takes your document too.",
        "part.step-consent": "Notices and consent",
        "part.step-document": "Your document",
        "part.step-details": "Your details",
        "part.step-review": "Check and complete",
        "part.consentLead": "Read each notice and decide. Nothing is ticked for you, and nothing of you is kept before you agree to both.",
        "part.consentNeeded": "Without this consent nothing is taken here. Show your document to whoever hands in for the unit instead, or at a business hall.",
        "part.takeBack": "Until you complete your part you may come back and take a consent back: what you filled in here is then destroyed.",
        "part.typeHint": "The one you photograph here and whose number you give.",
        "part.look": "Look at the photo",
        "part.lookHint": "As a copy with a watermark, for you alone and until you complete your part; each look is recorded.",
        "part.lookPurpose": "The person's own look at the photo",
        "part.meanwhile": "Something was saved in another window meanwhile, such as a photo that was read. What you typed stands below; save it again to keep it.",
        "part.reviewTitle": "Check and complete",
        "part.reviewLead": "Compare everything once more. When you complete your part, it goes into the application and the link is closed.",
        "part.sure": "By completing it you say that all of it is right, and that you stand for {unit} in this application. You are named as: {role}.",
        "part.complete": "All is right: complete my part",
        "part.doneTitle": "Completed",
        "part.doneHeading": "Your part is complete",
        "part.doneText": "{unit} · {role}. Completed on {time}.",
        "part.doneNext": "There is nothing more to do here. {agent} checks the whole application and hands it in.",
        "part.doneWrong": "If something was wrong after all, ask for a new link: you can then fill it in anew.",
    ]

    static let chinese: [String: String] = [
        "common.service": "物联网卡实名登记",
        "common.errorPrefix": "有误：",
        "common.colon": "：",
        "common.open": "（",
        "common.close": "）",
        "common.errorTitle": "请先处理以下问题",
        "common.skip": "跳到正文",
        "common.way": "当前位置",
        "common.overview": "办理概览",
        "common.step": "第 {n} 步，共 {all} 步",
        "common.continue": "继续",
        "common.saveContinue": "保存并继续",
        "common.change": "修改",
        "common.helpTitle": "需要人工帮助",
        "common.helpHall": "您也可以携带有效证件和卡，到运营商任一营业厅办理。",
        "common.halls": "查询营业厅地址",
        "common.helpPhones": "投诉举报：12321（不良信息与诈骗举报）、12300（电信用户申诉）。",
        "common.leave": "退出本页",
        "common.leaveHint": "如果这不是您本人的手机，请退出。已填写的内容可在本手机上通过原链接继续办理。",
        "common.done": "已完成",
        "common.todo": "待办",
        "common.toMend": "待修改",
        "common.clause": "依据：{id}",
        "common.ownerStatute": "法律规定",
        "common.ownerFloor": "运营商要求",
        "common.ownerAgent": "售卡方要求",
        "common.beijing": "{time}（北京时间）",
        "clause.R-25-06": "工信部令第25号第六条",
        "clause.R-25-07": "工信部令第25号第七条",
        "clause.R-25-08": "工信部令第25号第七条",
        "clause.R-25-11": "工信部令第25号第九条",
        "clause.R-PH-04": "工信部2016年实名登记工作意见",
        "clause.R-PH-06": "2019年12月1日起实行的人像比对要求",
        "clause.R-PH-07": "2021年6月高风险卡治理通知",
        "clause.R-IC-03": "运营商非定向流量管理要求",
        "clause.R-IC-05": "运营商语音、短信及11位号码管理要求",
        "clause.R-IC-06": "运营商先实名后使用要求",
        "clause.R-VC-02": "车联网卡实名登记要求",
        "clause.R-OP-03": "人脸识别技术应用安全管理办法",
        "clause.R-DP-03": "个人信息保护法第十四至十七条",
        "clause.R-DP-05": "个人信息保护法第二十四条",
        "clause.R-DP-06": "个人信息保护法第二十八至三十一条",
        "clause.R-AF-04": "反电信网络诈骗法第十二条",
        "clause.R-AF-10": "反电信网络诈骗法第三十条",
        "rules.title": "规则依据",
        "rules.lead": "办理受阻时所依据的规则：法律规定、主管部门和运营商的要求，以及系统自身的规则。",
        "rules.house": "系统自身的规则",
        "rules.houseLead": "以下并非法律要求，而是系统为保持自身秩序所定的规则，每条均说明其保护的内容。",
        "carrier.mobile": "中国移动",
        "carrier.telecom": "中国电信",
        "carrier.unicom": "中国联通",
        "carrier.broadnet": "中国广电",
        "kind.iot-general": "物联网卡",
        "kind.vehicle": "车联网卡",
        "kind.wearable": "可穿戴设备卡",
        "kind.portable-wifi": "随身 Wi-Fi 卡",
        "kind.phone": "手机卡",
        "start.title": "为您的卡办理实名登记",
        "start.lead": "手表、定位器、随身 Wi-Fi 里的卡，须登记使用人后方可使用。用手机办理约需 5 分钟。",
        "start.iccid": "卡号（ICCID）",
        "start.iccidHint": "19 或 20 位，印在卡上，或在设备的设置中查看。空格不影响。",
        "start.claimCode": "领取码",
        "start.claimCodeHint": "8 位字母和数字，随卡印刷。没有可以不填。",
        "start.scan": "或用条码照片识别卡号",
        "start.scanHint": "卡片或包装上的条码、二维码。照片仅用于识别，不会保存。",
        "start.scanSend": "识别卡号",
        "start.scanLooking": "正在识别照片……",
        "start.scanFailed": "照片未能送达。请检查网络后重试，或手工输入卡号。",
        "start.scanNothing": "未识别到条形码。请靠近并正对拍摄，或手动输入卡号。",
        "start.scanFound": "已识别卡号，请与卡面核对。",
        "start.hintTitle": "办理此卡需要",
        "start.hintCarrier": "按号码判断，这是{carrier}的卡。",
        "start.otherTitle": "其他方式",
        "start.otherLink": "打开随卡或随设备提供的链接，或扫描二维码。",
        "start.otherStatus": "查询办理进度",
        "overview.title": "您的卡",
        "overview.card": "卡片信息",
        "overview.product": "套餐",
        "overview.kind": "类型",
        "overview.device": "设备",
        "overview.carrier": "运营商",
        "overview.agent": "售卡方",
        "overview.code": "办理编号",
        "overview.leadMachine": "填写约需 5 分钟，提交后通常 {wait}内出结果。",
        "overview.leadMachineUntimed": "填写约需 5 分钟，提交后由系统核验。",
        "overview.leadReviewer": "填写约需 5 分钟，提交后由人工审核，通常 {wait}内完成。",
        "overview.leadReviewerUntimed": "填写约需 5 分钟，提交后由人工审核。",
        "overview.begin": "开始办理",
        "overview.goOn": "继续：{step}",
        "overview.needsTitle": "需要什么，为什么需要",
        "overview.withoutFace": "您可以不使用人脸识别，改为：{methods}。",
        "overview.quotaLimit": "每人在此运营商最多登记同类卡 {max} 张。",
        "overview.quotaUsed": "您在此运营商已有同类卡 {used} 张，上限 {max} 张。",
        "overview.quotaFull": "名额已满，无法登记新卡",
        "overview.quotaHow": "如何释放名额",
        "overview.quotaDetails": "查看所填信息",
        "overview.attempts-card": "此卡今日还可提交 {n} 次。",
        "overview.attempts-device": "本设备今日还可提交 {n} 次。",
        "overview.attempts-person": "您今日还可提交 {n} 次（名下各卡合计）。",
        "overview.legalTitle": "法律告知",
        "overview.toStatus": "查看办理进度",
        "overview.handedIn": "已提交",
        "overview.handedInText": "审核期间不能修改。",
        "overview.effective": "已完成实名登记",
        "overview.effectiveText": "此卡已登记在您名下。",
        "overview.ended": "本次申请已结束",
        "overview.endedText": "进度页说明了原因和后续办法。",
        "overview.registered": "此卡已有登记人",
        "overview.registeredText": "一张卡只能登记在一人名下。",
        "overview.registeredMend": "如为二手设备，请联系原机主过户或解绑；如非您本人知情，请联系运营商。",
        "overview.underApplication": "此卡已有办理中的申请",
        "overview.closed": "此卡不能在此办理",
        "overview.sentBack": "有内容需要修改",
        "overview.sentBackWhy": "查看需修改的内容和原因",
        "overview.hallTitle": "须到营业厅办理",
        "overview.hallText": "此类证件须由工作人员现场查验。请携带有效证件和卡到运营商任一营业厅。",
        "step.consent": "阅读告知并同意",
        "step.document": "证件照片",
        "step.details": "身份信息",
        "step.guardian": "监护人证件",
        "step.proxy": "代办人证件",
        "step.photo": "手持证件照片",
        "step.face": "人脸识别",
        "step.review": "核对并提交",
        "consent.title": "阅读告知并同意",
        "consent.lead": "请逐项阅读并作出选择。我们不会替您勾选；您同意之前，不保存您的任何信息。",
        "consent.agree": "我已阅读并同意",
        "consent.decline": "我不同意",
        "consent.declineFace": "我不使用人脸识别，改为提交手持证件照片，由人工审核",
        "consent.given": "您已于{time}同意",
        "consent.refused": "您已于{time}选择不同意",
        "consent.takeBack": "提交之前，您可以随时回到本页撤回同意。",
        "consent.neither": "请选择：{title}。",
        "consent.needed": "不同意此项则无法在线办理，您可以到营业厅办理。",
        "consent.ageTitle": "机主是否未满十四周岁？",
        "consent.ageHint": "采集照片之前须先确认：未满十四周岁的，由监护人先行同意（个人信息保护法第二十八至三十一条）。",
        "consent.ageOlder": "已满十四周岁",
        "consent.ageUnder": "未满十四周岁",
        "consent.ageMissing": "请选择机主是否未满十四周岁。",
        "consent.another": "现填写的监护人与{time}作出同意的监护人不是同一人。此前的同意记录予以保留，请现填写的监护人阅读告知并作出选择。",
        "consent.held": "此前已拍摄的照片加密封存：监护人同意之前任何人不会查看；不同意则按期销毁。",
        "document.title": "证件照片",
        "document.typeTitle": "使用哪种证件？",
        "document.chosen": "使用的证件：",
        "document.typeHint": "此卡将登记在该证件持有人名下。儿童设备可由父母登记。",
        "document.whoTitle": "由谁办理？",
        "document.proxy": "我是代办人，替他人办理",
        "document.proxyHint": "需要双方的证件。",
        "document.chooseType": "使用此证件",
        "document.picturesTitle": "拍摄证件",
        "document.quotaFirst": "如可能已达上限，可先填写证件信息再拍照：名额已满会立即提示。",
        "document.noType": "请选择证件类型。",
        "document.hallOnly": "仅限营业厅办理",
        "document.minorsOnly": "仅限未成年人，须监护人陪同",
        "type.resident-id": "居民身份证",
        "type.temporary-resident-id": "临时居民身份证",
        "type.household-register": "户口簿",
        "type.military-id": "军人身份证件",
        "type.armed-police-id": "武装警察身份证件",
        "type.hk-macao-permit": "港澳居民来往内地通行证",
        "type.taiwan-permit": "台湾居民来往大陆通行证",
        "type.residence-permit": "港澳台居民居住证",
        "type.passport": "护照",
        "type.foreign-permanent-id": "外国人永久居留身份证",
        "picture.holder-id-front": "证件正面（人像面）",
        "picture.holder-id-back": "证件背面（有效期限面）",
        "picture.guardian-id-front": "监护人证件正面",
        "picture.guardian-id-back": "监护人证件背面",
        "picture.proxy-id-front": "代办人证件正面",
        "picture.proxy-id-back": "代办人证件背面",
        "picture.hand-held-photo": "本人手持证件，证件置于面部旁",
        "picture.guideDocument": "使证件充满取景框，四角完整。",
        "picture.guidePerson": "将证件举在面部旁，人脸和证件都在框内。",
        "picture.choose": "拍摄或选择照片：{name}",
        "picture.here": "照片已上传，可重新拍摄替换。",
        "picture.missing": "尚未上传",
        "picture.send": "上传照片",
        "picture.open": "在本页使用相机",
        "picture.shoot": "拍照",
        "picture.stop": "关闭相机",
        "picture.retake": "重新拍摄",
        "picture.insist": "仍然使用这张",
        "picture.insistHint": "审核人员会看到提示，并亲自查看照片。",
        "picture.faultsTitle": "这张照片可能不符合要求",
        "picture.sending": "正在上传……",
        "picture.looking": "正在检查照片……",
        "picture.failed": "照片未能上传。请检查网络后重试，其他内容均已保留。",
        "picture.cameraRefused": "无法使用相机，请改为选择照片。",
        "picture.liveLabel": "相机画面",
        "picture.previewLabel": "您拍摄的照片",
        "picture.tipFlat": "将证件平放在深色纯色背景上。",
        "picture.tipLight": "光线均匀，不用闪光灯，避免反光。",
        "picture.tipCorners": "四角完整，文字清晰。",
        "details.title": "身份信息",
        "details.lead": "请与证件保持一致。照片识别的内容可能有误，请核对。",
        "details.holder": "登记人（机主）",
        "details.guardian": "监护人",
        "details.proxy": "代办人",
        "details.guardianHint": "同意办理并出示证件的父母或其他监护人。",
        "details.proxyHint": "替上述登记人办理的人。",
        "details.documentType": "证件类型",
        "details.name": "姓名",
        "details.nameHint": "与证件完全一致，可使用生僻字和间隔点（·）。",
        "details.documentNumber": "证件号码",
        "details.documentNumberHint": "居民身份证为 18 位，末位可为 X。",
        "details.documentNumberHintOther": "按证件填写，包括字母。",
        "details.birthDate": "出生日期",
        "details.birthDateHint": "年-月-日，例如 2014-01-31。该证件号码不含出生日期，须填写。",
        "details.formerNumber": "原证件号码",
        "details.formerNumberHint": "如曾持旧版证件，新证上印有原号码；没有可不填。",
        "details.address": "住址",
        "details.addressHint": "与证件一致。",
        "details.addressHintFree": "现居住地址。您的证件上没有住址，可不填。",
        "details.contact": "联系电话",
        "details.contactHintFree": "可以联系到此人的号码。可不填：办理进度发送给机主或其监护人。",
        "details.contactHint": "可以联系到您的号码，例如 138 0013 8000。",
        "details.validFrom": "有效期起",
        "details.validFromHint": "年-月-日，例如 2016-01-31。证件未载明可不填。",
        "details.validUntil": "有效期止",
        "details.validUntilHint": "年-月-日，例如 2036-01-31。",
        "details.longTerm": "长期有效",
        "details.of": "{party}{field}",
        "details.read": "由照片识别，请核对",
        "details.tooLong": "内容过长，请缩短。",
        "details.restored": "已恢复您此前填写但未保存的内容，请核对后保存。",
        "photo.title": "手持证件照片",
        "photo.lead": "本人与证件在同一张照片中，均清晰可辨，由审核人员比对。",
        "guardian.title": "监护人证件",
        "guardian.lead": "请上传监护人证件的正反面。",
        "proxy.title": "代办人证件",
        "proxy.lead": "请上传代办人证件的正反面。",
        "face.title": "人脸识别",
        "face.lead": "请按提示完成动作，相机会拍摄几张照片，约需 20 秒。",
        "face.tipLight": "面部光线均匀，不戴帽子和口罩。",
        "face.tipAlone": "画面中只有您一人，手机与眼睛同高。",
        "face.tipListen": "每拍一张会有提示音和震动，闭眼时也能知道。",
        "face.noScript": "此步骤需要在本页使用相机和 JavaScript。如无法使用，请选择下方其他方式。",
        "face.begin": "打开相机开始",
        "face.cancel": "停止",
        "face.straight": "请正对镜头",
        "face.seconds": "您有 {n} 秒时间，可以重新开始，不限次数。",
        "face.caught": "已拍摄",
        "face.sending": "正在上传……",
        "face.stopped": "已停止，可随时重新开始。",
        "face.failed": "未能上传。请检查网络后重新开始。",
        "face.cameraRefused": "无法使用相机。请在浏览器设置中允许，或选择下方其他方式。",
        "face.liveLabel": "相机画面",
        "face.here": "人脸采集已完成，可重新采集替换。",
        "face.missing": "尚未采集",
        "face.otherTitle": "其他方式",
        "face.without": "您可以不使用人脸识别，改为提交手持证件照片，由人工审核。",
        "face.decline": "不使用人脸识别，继续办理",
        "face.hall": "也可以携带有效证件和卡到运营商营业厅办理。",
        "face.notAllowed": "您未同意人脸识别，因此不会使用相机。",
        "face.toConsent": "查看告知与同意",
        "review.title": "核对并提交",
        "review.lead": "请再核对一遍。提交后，在答复之前不能修改。",
        "review.consents": "同意情况",
        "review.show": "显示",
        "review.missing": "未填写",
        "review.given": "已同意",
        "review.declined": "未同意",
        "review.accept": "我已阅读以上内容。此卡由本人使用，不买卖、不出租、不出借。",
        "review.handIn": "提交",
        "review.approvalMachine": "提交后由系统核验，通常 {wait}内完成。",
        "review.approvalMachineUntimed": "提交后由系统核验。",
        "review.approvalReviewer": "提交后由人工审核，通常 {wait}内完成。",
        "review.approvalReviewerUntimed": "提交后由人工审核。",
        "status.title": "办理进度",
        "status.since": "更新时间：{time}",
        "status.expected": "通常不超过 {wait}。",
        "status.effectiveAt": "生效时间：{time}",
        "status.reasonsTitle": "原因",
        "status.noReason": "未注明原因，请到营业厅咨询。",
        "status.doTitle": "您可以这样做",
        "status.mend": "立即修改",
        "status.todoMend": "请修改所列内容后重新提交，其余内容均已保留。",
        "status.todoMendElsewhere": "请在原来办理的手机上打开此卡的链接，修改所列内容后重新提交。",
        "status.todoRefused": "本次申请已结束。请到营业厅咨询，或向售卡方索取新链接。",
        "status.attempts": "此卡今日还可提交 {n} 次。",
        "status.stagesTitle": "办理流程",
        "status.handedIn": "已提交",
        "status.checking": "系统核验",
        "status.inReview": "人工审核",
        "status.carrier": "运营商受理",
        "status.inEffect": "生效",
        "status.done": "已完成",
        "status.now": "进行中",
        "status.ahead": "未开始",
        "status.codeLine": "办理编号：",
        "status.codeHint": "凭此编号只能查询进度，不会显示个人信息。",
        "status.refresh": "刷新",
        "status.carrierPageTitle": "请到运营商页面办理实名登记",
        "status.carrierPageText": "审核已通过。此运营商须由您本人持本人证件在其页面办理，他人不得代办；办理成功后，本页会显示生效。",
        "status.carrierPageOpen": "获取办理链接",
        "status.carrierPageGo": "前往",
        "status.carrierPageUntil": "链接仅限本人使用，有效期至{time}，过期可重新获取。",
        "status.carrierPageDone": "我已在运营商处办理",
        "status.carrierPageElsewhere": "此运营商须由您本人在其页面办理。请在原来办理的手机上打开此卡的链接，按提示前往。",
        "stage.begun": "已开始，未提交",
        "stage.begunText": "尚未提交任何内容。",
        "stage.submitted": "已提交",
        "stage.submittedText": "已收到您的申请。",
        "stage.checking": "系统核验中",
        "stage.checkingText": "正在比对证件、人脸和登记信息。",
        "stage.in-review": "人工审核中",
        "stage.in-reviewText": "审核人员正在查看。此卡尚未完成登记。",
        "stage.awaiting-carrier": "等待运营商受理",
        "stage.awaiting-carrierText": "审核已通过，运营商尚未受理。此卡尚未完成登记。",
        "stage.effective": "已生效",
        "stage.effectiveText": "此卡已完成实名登记，运营商已受理。",
        "stage.to-be-mended": "需要修改",
        "stage.to-be-mendedText": "申请已退回。此卡尚未完成登记。",
        "stage.refused": "未通过",
        "stage.refusedText": "此卡未完成登记。",
        "stage.withdrawn": "已撤回",
        "stage.withdrawnText": "申请已撤回。此卡未完成登记。",
        "place.holder": "身份信息",
        "place.guardian": "监护人",
        "place.proxy": "代办人",
        "place.cards": "卡",
        "ask.title": "查询办理进度",
        "ask.lead": "请输入办理编号。不会显示个人信息。",
        "ask.code": "办理编号",
        "ask.codeHint": "字母和数字，提交后显示。",
        "ask.unknown": "没有此编号的申请，请核对后再试。",
        "ask.show": "查询",
        "ask.begin": "办理实名登记",
        "problem.title": "操作未成功",
        "problem.closedTitle": "页面已关闭",
        "problem.linkTitle": "无法打开此链接",
        "problem.missingTitle": "此处没有内容",
        "problem.closedReason": "为保护您的信息，页面在一段时间后关闭；或浏览器未保存 Cookie。",
        "problem.closedMend": "请在本手机上重新打开此卡的链接或扫描二维码。链接有效期内，已填写的内容仍然保留。",
        "problem.unavailable": "暂时无法处理，本次未作任何更改。",
        "problem.unavailableMend": "请稍后再试。",
        "problem.kept": "此前保存的内容没有丢失。",
        "problem.typedKept": "您填写的内容已加密保存在本机的此标签页中，最多保留一天。请在此标签页重新打开此卡的链接，即可恢复。",
        "problem.typedKeptPart": "您填写的内容已加密保存在本机的此标签页中，最多保留一天。请在此标签页重新打开您收到的链接，即可恢复。",
        "problem.toOverview": "返回办理概览",
        "problem.toStart": "其他办理方式",
        "problem.reference": "供运营人员查询：",
        "status.givenUp": "已解绑",
        "stage.released": "已解绑",
        "stage.releasedText": "此卡已不在您名下。已登记的信息依法留存。",
        "ending.in-reviewText": "审核人员正在查看。办结前此卡仍登记在您名下。",
        "ending.awaiting-carrierText": "审核已通过，等待运营商受理。受理前此卡仍登记在您名下。",
        "ending.to-be-mendedText": "申请已退回。此卡仍登记在您名下。",
        "ending.refusedText": "此卡仍登记在您名下。",
        "ending.withdrawnText": "申请已撤回。此卡仍登记在您名下。",
        "release.title": "解绑此卡",
        "release.lead": "出售或转让设备之前，请先解绑：此卡将不再登记在您名下。",
        "release.after": "下一位使用者须以本人身份重新登记。运营商受理前，仍由您对此卡负责。",
        "release.number": "登记时使用的证件号码",
        "release.numberHint": "用于确认是您本人，仅作比对，不另行保存。",
        "release.ask": "提交解绑",
        "release.elsewhere": "在其他手机或营业厅办理的？请先验证身份再解绑",
        "release.back": "返回",
        "release.link": "解绑此卡（设备已出售或转让）",
        "withdraw.title": "撤回申请",
        "withdraw.lead": "撤回后不会登记，已提交的内容到期销毁。您可以重新办理。",
        "withdraw.take": "撤回",
        "withdraw.link": "撤回申请",
        "stage.awaiting-transfer": "等待原登记解除",
        "stage.awaiting-transferText": "此卡仍登记在原用户名下。原登记解除后，您即可提交已填写的资料。",
        "transfer.title": "过户给新用户",
        "transfer.give": "过户给新用户",
        "transfer.giveText": "此卡将从您名下解绑，由新用户重新登记。您会得到一个供新用户使用的链接，对方可提前填写资料。双方互不知悉对方信息。",
        "transfer.giveAsk": "申请过户",
        "transfer.begun": "经审核和运营商处理后生效；在此之前，此卡仍在您名下。",
        "transfer.until": "链接有效期至 {time}。",
        "transfer.once": "请立即发给新用户，此链接仅显示一次。",
        "transfer.drawn": "链接二维码，供新用户扫描",
        "transfer.tipPrepare": "新用户现在即可填写资料、拍摄证件。",
        "transfer.tipEnd": "您的登记解除后，由新用户提交；同一张卡不会同时登记在两人名下。",
        "transfer.tipOff": "提交运营商之前，您可在“我名下的卡”中撤销，对方也可拒绝。",
        "transfer.tipKept": "链接有效期内，其他人不能通过其他链接或领取码登记此卡。",
        "transfer.underWay": "过户办理中，{time} 起。",
        "transfer.callOff": "撤销过户",
        "transfer.toYou": "此卡正过户给您",
        "transfer.toYouText": "原登记解除前，此卡仍在原用户名下，通常需 {wait}以内。您可先填写资料，解除后再来提交。链接有效期内，此卡为您保留。",
        "transfer.toYouTextUntimed": "原登记解除前，此卡仍在原用户名下。您可先填写资料，解除后再来提交。链接有效期内，此卡为您保留。",
        "transfer.kept": "此卡为您保留",
        "transfer.keptText": "原登记已解除。{time} 前，其他人不能通过其他链接或领取码登记此卡，请在此之前提交。",
        "transfer.decline": "我不需要此卡",
        "transfer.declineText": "已填写的内容将撤回，此卡仍归原用户，链接随即关闭。",
        "transfer.declineFreeText": "已填写的内容将撤回，此链接随即关闭，此卡不再为您保留。",
        "transfer.declineAsk": "拒绝过户",
        "transfer.declined": "已拒绝过户",
        "transfer.declinedText": "此卡仍归原用户，您已填写的内容已撤回。",
        "transfer.declinedFreeText": "您已填写的内容已撤回，此卡不再为您保留。",
        "mine.link": "我名下的卡和登记信息",
        "mine.title": "我名下的卡和信息",
        "mine.lead": "查询您名下的卡、登记信息和查看记录，可对非本人的卡提出异议、更正信息。",
        "mine.how": "仅向本人提供。请输入登记所用证件号码并进行人脸识别；也可提交手持证件照片，由人工核对。",
        "mine.begin": "验证本人身份",
        "mine.goOn": "继续验证",
        "mine.waiting": "身份验证处理中",
        "mine.waitingText": "请稍后在此手机上再次查看，通过后即可显示。",
        "mine.over": "查看时限已过，请重新验证身份。",
        "mine.notProved": "未能确认是您本人",
        "mine.numberTitle": "证件号码",
        "mine.numberLead": "请输入此卡登记所用证件的号码，每日可尝试次数有限。",
        "mine.until": "本机可查看至{time}。他人使用手机时请退出页面。",
        "mine.cards": "我名下的卡",
        "mine.count": "本系统共 {n} 张，不含其他运营商登记的卡。",
        "mine.since": "登记时间：{time}",
        "mine.release": "解绑此卡",
        "mine.releaseText": "设备出售、转让前或丢失后办理。经审核并由运营商确认后，此卡不再登记在您名下，下一位使用者须重新登记。",
        "mine.releaseAsk": "申请解绑",
        "mine.cancelling": "此卡已进入预销户期（例如长期未使用）。如不保留，将于 {time} 销户，号码随之失效。",
        "mine.bringBackAsk": "保留此卡",
        "mine.dispute": "此卡非本人办理",
        "mine.disputeText": "工作人员将立即核查。情况属实的，此卡不再登记在您名下。",
        "mine.disputeAsk": "提出异议",
        "mine.disputed": "您已提出异议，正在核查。{time}",
        "mine.givenUp": "解绑办理中。{time}",
        "mine.data": "我的登记信息",
        "mine.copy": "下载副本",
        "mine.correct": "申请更正",
        "mine.correctionTitle": "信息更正",
        "mine.correction.draft": "已开始，尚未提交。",
        "mine.correction.checking": "核验中。",
        "mine.correction.submitted": "人工审核中。",
        "mine.correction.awaiting-second-review": "人工审核中。",
        "mine.correction.awaiting-third-review": "人工审核中。",
        "mine.correction.awaiting-second-approval": "人工审核中。",
        "mine.correction.awaiting-carrier": "等待运营商处理。",
        "mine.correction.sent-back": "需要修改后重新提交。",
        "mine.correction.refused": "未通过。",
        "mine.looks": "谁查看过我的信息",
        "mine.looksHint": "仅列出查看明文的记录，按时间倒序；依法调查不在此列。",
        "mine.noLooks": "暂无记录。",
        "mine.deletionTitle": "删除我的信息",
        "mine.deletionLead": "登记信息依法保存。提交后将告知适用于您的规定。",
        "mine.deletionAsk": "申请删除",
        "reuse.title": "您近期已在此手机上完成核验",
        "reuse.text": "可沿用已提交的证件照片，只需重新进行人脸识别。",
        "reuse.use": "沿用证件照片",
        "step.capture": "认证机构人脸识别",
        "capture.title": "由认证服务机构进行人脸识别",
        "capture.lead": "此卡须由认证服务机构在其页面采集人脸，为比对需提供您的姓名和证件号码。",
        "capture.begin": "前往办理",
        "capture.again": "重新办理",
        "capture.goTitle": "已准备就绪",
        "capture.goText": "您将离开本页，完成后自动返回，已填写内容不会丢失。",
        "capture.go": "前往",
        "capture.until": "仅限本人使用一次，有效期至{time}。",
        "stage.effectiveWithoutCarrierText": "此卡已登记在您名下，身份信息已经核验一致。",
        "picture.tipBoth": "面部和证件正面均完整入镜。",
        "picture.tipFingers": "手指不要遮挡面部、证件照片和号码。",
        "withdraw.done": "申请已撤回",
        "withdraw.anew": "返回此卡",
        "capture.refused": "认证服务机构判定非本人或活体检测未通过。",
        "capture.refusedMend": "请在光线充足处重新办理，或改为提交照片。",
        "reuse.hint": "曾在此手机上办理过？可先填写证件信息，符合条件的无需重新拍摄证件照片。",
        "reuse.toDetails": "先填写证件信息",
        "start.otherHall": "没有链接或领取码，或已被他人使用：请携带有效证件和卡（或装有此卡的设备）到运营商营业厅，由工作人员办理登记。",
        "overview.notInHand": "卡不在我手中，或卡号不一致",
        "overview.notInHandText": "请不要继续办理：登记人须对所登记的卡负责。请将上方卡号与卡面印刷号码核对，一个链接只对应一张卡。可向售卡方索取正确的链接。",
        "taken.link": "不是您本人办理？查看处理办法",
        "taken.title": "此卡已被他人使用",
        "taken.leadRegistered": "此卡已有登记人，一张卡只能登记在一人名下。",
        "taken.leadUnderApplication": "此卡已有办理中的申请，一张卡只能登记在一人名下。",
        "taken.leadKept": "此卡的原用户正将其过户给他人，暂为新用户保留。",
        "taken.knownTitle": "如可能是您本人或您认识的人办理",
        "taken.ownCase": "凭办理编号查询进度",
        "taken.formerOwner": "二手设备：请联系原机主办理过户或解绑。",
        "taken.hallTitle": "到营业厅办理",
        "taken.hallText": "请携带此卡（或装有此卡的设备）和有效证件，到{operator}营业厅。工作人员核实卡在您手中后，会同审核人员确认应登记在谁名下。现登记人的信息不会告知任何人。",
        "taken.tellTitle": "在线反映",
        "taken.tellText": "提交后将就此卡立案，由运营商立即核查。如需回电请留下联系电话；不留则不记录您的任何信息：请携带卡和证件到营业厅询问结果，或稍后再打开本页查看。",
        "taken.contact": "联系电话（需要回电时填写）",
        "taken.contactHint": "仅供处理此案的人员查看，结案后销毁。",
        "taken.tell": "向运营商反映：此卡归我使用",
        "taken.told": "已向运营商反映",
        "taken.toldText": "已就此卡立案，由运营商核查。请携带卡和有效证件到营业厅，证明此卡归您使用。",
        "clause.R-25-09": "工信部令第25号第八条",
        "clause.R-IC-04": "运营商责任人登记要求",
        "picture.handler-id-front": "人像面",
        "picture.handler-id-back": "有效期面",
        "picture.responsible-person-id-front": "人像面",
        "picture.responsible-person-id-back": "有效期面",
        "picture.actual-user-id-front": "人像面",
        "details.handler": "经办人",
        "details.responsiblePerson": "责任人",
        "details.actualUser": "实际使用人",
        "problem.closedMendPart": "请在本手机上重新打开收到的链接或二维码。链接有效期内，已填写的内容仍会保留。",
        "part.title": "由您本人填写的部分",
        "part.slip": "申请",
        "part.asks": "请您填写的单位",
        "part.as": "您的身份",
        "part.role-handler": "经办人",
        "part.role-responsible-person": "责任人",
        "part.role-actual-user": "实际使用人",
        "part.roleText-handler": "上述单位正在办理物联网卡实名登记，由您代表单位办理。依法，代表单位办理的人须出示本人有效证件。",
        "part.roleText-responsible-person": "上述单位正在办理物联网卡实名登记，由您对这些卡负责。运营商要求登记责任人及其证件。",
        "part.roleText-actual-user": "上述单位正在办理物联网卡实名登记，您被列为这些卡的实际使用人。",
        "part.lead": "请在此填写您本人的信息并拍摄本人证件，约需三分钟。您不会看到他人的信息，他人此前填写的您的信息也不在此显示。",
        "part.until": "本链接有效至{time}。",
        "part.elsewhere": "已在另一部手机或浏览器上开始填写，其内容不在此显示。请在原设备继续；如在此同意告知，将重新开始，原设备上的内容即被销毁。",
        "part.notYou": "如与您本人无关，或您不了解该单位或请求方，请关闭页面并告知链接发送人。",
        "part.help": "如对申请有疑问，请询问链接发送人；也可到运营商营业厅出示证件。",
        "part.step-consent": "阅读告知并同意",
        "part.step-document": "您的证件",
        "part.step-details": "您的信息",
        "part.step-review": "核对并完成",
        "part.consentLead": "请逐项阅读并选择。没有任何默认勾选，两项均同意之前不保存您的任何信息。",
        "part.consentNeeded": "未同意此项，此处不采集任何信息。可改为向单位办理人员或到营业厅出示证件。",
        "part.takeBack": "完成之前可随时返回撤回同意，您在此填写的内容随即销毁。",
        "part.typeHint": "请选择您将拍摄并填写号码的证件。",
        "part.look": "查看照片",
        "part.lookHint": "带水印的副本，仅供您本人在确认前查看，每次查看均有记录。",
        "part.lookPurpose": "本人核对所拍证件照片",
        "part.meanwhile": "期间另一窗口已保存内容（例如照片识别结果）。您输入的内容仍在下方，请再次保存。",
        "part.reviewTitle": "核对并完成",
        "part.reviewLead": "请再次核对。完成后内容写入申请，本链接随即关闭。",
        "part.sure": "点击完成即表示您确认以上内容真实无误，并在本申请中代表{unit}。您的身份：{role}。",
        "part.complete": "确认无误，完成填写",
        "part.doneTitle": "已完成",
        "part.doneHeading": "您的部分已完成",
        "part.doneText": "{unit} · {role}，完成时间：{time}。",
        "part.doneNext": "您无需再做其他操作。{agent}将核对整份申请并提交。",
        "part.doneWrong": "如发现有误，可索取新链接重新填写。",
    ]
}
