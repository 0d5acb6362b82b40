// Made by Scripts/generate-pages.py from the files beside this folder; change those, not this one.
import Pages

enum PageFiles {
    static let style = PageAsset(
        name: "style-ce7dd5c0190a.css", media: "text/css; charset=utf-8", text: ##"""
/* Quiet and dense: few colours, each with a meaning; the desk first, then the phone. */
:root {
  color-scheme: light;
  --ground: #f4f6f6; --sheet: #ffffff; --ink: #16201e; --soft: #4b5957; --line: #c9d2d0; --edge: #74827f;
  --main: #0b5c52; --on-main: #ffffff; --tint: #e1f0ed;
  --bad: #a3211b; --bad-tint: #fdeceb; --warn: #704800; --warn-tint: #fff3d9; --good: #1c6a34;
}
:root[data-theme=dark] {
  color-scheme: dark;
  --ground: #0e1413; --sheet: #161f1d; --ink: #e8efed; --soft: #a9b8b5; --line: #33413e; --edge: #82938e;
  --main: #7ed6c6; --on-main: #05211c; --tint: #17362f;
  --bad: #ffb3ad; --bad-tint: #3a1a18; --warn: #f5cf8a; --warn-tint: #33260c; --good: #8fdca5;
}
@media (prefers-color-scheme: dark) {
  :root[data-theme=system] {
    color-scheme: dark;
    --ground: #0e1413; --sheet: #161f1d; --ink: #e8efed; --soft: #a9b8b5; --line: #33413e; --edge: #82938e;
    --main: #7ed6c6; --on-main: #05211c; --tint: #17362f;
    --bad: #ffb3ad; --bad-tint: #3a1a18; --warn: #f5cf8a; --warn-tint: #33260c; --good: #8fdca5;
  }
}
* { box-sizing: border-box; }
html { accent-color: var(--main); font: 93.75%/1.5 system-ui, -apple-system, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif; scroll-padding: 4rem 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: break-word; }
[hidden] { display: none !important; }
a { color: var(--main); text-underline-offset: .2em; }
h1 { font-size: 1.45rem; line-height: 1.3; margin: .25rem 0 .75rem; }
h2 { font-size: 1.1rem; line-height: 1.35; margin: 1.5rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .35rem; }
p { margin: .4rem 0; }
.hint, small { color: var(--soft); font-size: .92rem; }
.code { font-family: ui-monospace, "SF Mono", "Roboto Mono", Menlo, monospace; letter-spacing: .02em; }
.big { font-size: 1.3rem; }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: .5rem; top: .5rem; background: var(--sheet); padding: .75rem 1rem; z-index: 3; }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; border-radius: .2rem; }

.bar { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; padding: .5rem 1.25rem; background: var(--sheet); border-bottom: 1px solid var(--line); }
.mark { margin: 0; }
.mark a { color: var(--soft); text-decoration: none; }
.mark b { color: var(--main); font-size: 1.2rem; letter-spacing: .08em; margin-right: .35rem; }
.search { display: flex; gap: .4rem; flex: 1 1 20rem; max-width: 46rem; }
.search textarea { flex: 1; min-height: 2.4rem; height: 2.4rem; resize: none; overflow: hidden; }
.search textarea::placeholder { white-space: nowrap; }
.search textarea:focus { height: auto; resize: vertical; overflow: auto; }
.out { margin-left: auto; display: flex; gap: .75rem; align-items: center; }
.frame { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 0 1.5rem; max-width: 96rem; margin: 0 auto; padding: 1rem 1.25rem 2rem; }
.frame > main:only-child { grid-column: 1 / -1; }
.menu ul { list-style: none; margin: 0; padding: 0; position: sticky; top: 1rem; }
.menu a { display: block; padding: .5rem .75rem; border-left: .25rem solid transparent; color: var(--ink); text-decoration: none; }
.menu a:hover { text-decoration: underline; }
.menu [aria-current] { border-color: var(--main); background: var(--tint); font-weight: 650; }
main { outline: 0; min-width: 0; }
footer { border-top: 1px solid var(--line); padding: .75rem 1.25rem 2rem; color: var(--soft); display: flex; flex-wrap: wrap; align-items: baseline; gap: .5rem 2rem; max-width: 96rem; margin: 0 auto; }
.appearance { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.appearance button { background: none; border: 0; color: var(--soft); padding: .4rem .5rem; text-decoration: underline; font-weight: 400; }
.appearance [aria-current] { color: var(--ink); font-weight: 700; text-decoration: none; }
.keys dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .25rem 1.5rem; margin: .5rem 0; }
.keys dl div { display: flex; gap: .6rem; }
kbd { font: .85em ui-monospace, Menlo, monospace; border: 1px solid currentColor; border-radius: .25rem; padding: 0 .3em; }

button, .button, select, input, textarea { font: inherit; }
button, .button { display: inline-block; min-height: 2.4rem; padding: .4rem .9rem; border: 1.5px solid var(--main); border-radius: .3rem; background: var(--sheet); color: var(--main); font-weight: 600; text-decoration: none; cursor: pointer; }
.button { display: inline-flex; align-items: center; justify-content: center; gap: .35em; }
button.main, .button.main { background: var(--main); color: var(--on-main); }
button.quiet { border-color: var(--edge); color: var(--ink); font-weight: 400; }
button[aria-disabled=true] { opacity: .6; cursor: progress; }
input:not([type=radio], [type=checkbox], [type=file], [type=hidden]), select, textarea { min-height: 2.4rem; padding: .35rem .5rem; border: 1.5px solid var(--edge); border-radius: .3rem; background: var(--sheet); color: var(--ink); max-width: 100%; }
::placeholder { color: var(--soft); opacity: 1; }
fieldset { min-width: 0; border: 1px solid var(--line); border-radius: .3rem; padding: .3rem .75rem .6rem; margin: .75rem 0; }
::file-selector-button { font: inherit; min-height: 2.4rem; padding: .3rem .9rem; margin-right: .6rem; border: 1.5px solid var(--edge); border-radius: .3rem; background: var(--sheet); color: var(--ink); cursor: pointer; }
label { font-weight: 600; }
label:has(> [type=checkbox], > [type=radio]) { font-weight: 400; }
.field { margin: .9rem 0; }
.field > label, .field > .hint { display: block; }
.field > .hint { margin-bottom: .4rem; }
.field > input, .field > textarea { width: 100%; }
.narrow, .door { max-width: 26rem; }
.door { margin: 1rem auto; }
.row { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
.filter { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: end; }
.filter p { margin: 0; max-width: 100%; }
.filter label { display: block; font-size: .92rem; }
.filter + .tabs, .filter + .hint { margin-top: .75rem; }

.panel { background: var(--tint); border-left: .3rem solid var(--main); padding: .6rem .9rem; margin: .75rem 0; border-radius: 0 .3rem .3rem 0; }
.panel h2 { margin: 0 0 .3rem; }
.panel ul { margin: .25rem 0; padding-left: 1.2rem; }
.panel.bad { background: var(--bad-tint); border-color: var(--bad); }
.panel.bad h2, .panel.bad b { color: var(--bad); }
.empty { padding: 1.5rem; border: 1px dashed var(--edge); border-radius: .4rem; color: var(--soft); }
.scroll { overflow-x: auto; position: relative; }
/* The side behind which there is more fades. No gradient behind the text: its contrast could not be judged any more. */
@supports (animation-timeline: scroll()) {
  @media screen {
    .scroll { animation: more-at-the-side linear; animation-timeline: scroll(self inline); }
  }
  @keyframes more-at-the-side {
    from { mask-image: linear-gradient(to left, transparent, #000 2rem); }
    to { mask-image: linear-gradient(to left, #000, #000 2rem); }
  }
}
table { border-collapse: collapse; width: 100%; background: var(--sheet); font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .35rem .65rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-size: .9rem; font-weight: 600; white-space: nowrap; }
td.code, td .code, .rows td { white-space: nowrap; }
td > p:first-child { margin-top: 0; }
.number { text-align: right; white-space: nowrap; }
/* Heads of many narrow columns may break, not into single characters. */
.matrix thead th, .heads th.number { white-space: normal; min-width: 5rem; }
.matrix tbody th { position: sticky; left: 0; background: var(--sheet); z-index: 1; }
.matrix td, .matrix thead th + th { text-align: center; }
.matrix tbody th::first-letter { text-transform: uppercase; }
tbody tr:hover, tbody tr:focus-within { background: var(--tint); }
.lacking, .stopped { color: var(--bad); }
.pages { display: flex; gap: 1.25rem; }
.tabs { display: flex; flex-wrap: wrap; gap: .25rem; border-bottom: 1px solid var(--line); margin-bottom: .75rem; }
.tabs a { padding: .4rem .75rem; text-decoration: none; color: var(--ink); border-bottom: .2rem solid transparent; }
.tabs [aria-current] { border-color: var(--main); font-weight: 650; }
.facts + .tabs { margin-top: .75rem; }
.count { display: inline-block; margin: .25rem 1.5rem .25rem 0; }
.count b { font-size: 1.5rem; font-variant-numeric: tabular-nums; }
.count:not(.some) a { color: var(--soft); }

dl { margin: 0; }
dd { margin: 0; }
dt { color: var(--soft); font-size: .9rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .4rem 1.25rem; margin: .6rem 0; }
.facts + .row { margin-top: .75rem; }
.facts dd > a { display: inline-block; min-height: 24px; }
.axes { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .5rem; }
.axis { background: var(--sheet); border: 1px solid var(--line); border-top: .25rem solid var(--edge); padding: .5rem .75rem; border-radius: .3rem; }
.axis.good { border-top-color: var(--good); }
.axis.bad { border-top-color: var(--bad); }
.axis b { display: block; color: var(--soft); font-weight: 600; font-size: .9rem; }
.axis small { display: block; }
.choices form { display: flex; gap: .3rem; }
.refused { color: var(--soft); font-size: .92rem; margin: .5rem 0 0; padding-left: 1.2rem; }
.timeline { list-style: none; margin: 0; padding: 0 0 0 .75rem; border-left: .15rem solid var(--line); }
.timeline li { padding: .2rem 0 .2rem .75rem; }
.timeline time { color: var(--soft); font-variant-numeric: tabular-nums; margin-right: .5rem; }
.rule { font-size: .85rem; color: var(--soft); white-space: nowrap; }
.rules > div { padding: .5rem 0; border-top: 1px solid var(--line); max-width: 70ch; }
.rules > div:target { background: var(--tint); }
.chart { max-width: 100%; height: auto; display: block; fill: var(--main); }
.chart text { fill: var(--soft); font-size: 11px; }
td .chart { width: 8rem; max-width: none; margin-top: .45em; }
.chart .rest { fill: var(--line); }
.numbers { columns: 14rem; }
.drop { background: var(--sheet); border: 1px solid var(--line); border-radius: .4rem; padding: .25rem 1rem .75rem; }
.drop.over { outline: 3px dashed var(--main); }
progress { width: 100%; height: .8rem; accent-color: var(--main); }

.sides { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr); gap: 0 1.5rem; }
figure { margin: 0 0 1rem; }
/* A picture comes when it comes: its place is kept, so that nobody clicks beside what he means. */
figure img { width: 100%; aspect-ratio: 8 / 5; max-height: 26rem; object-fit: contain; display: block; background: var(--line); border-radius: .3rem; }
figure.large img { max-height: none; aspect-ratio: auto; }
.tools { margin: .35rem 0 0; display: flex; flex-wrap: wrap; gap: .4rem; }
.tools[hidden] { display: none; }
@media (scripting: enabled) { .tools[hidden] { display: flex; visibility: hidden; } }
dialog.compare { width: 96vw; max-width: none; height: 94vh; max-height: none; padding: .75rem 1rem; border: 1px solid var(--edge); border-radius: .4rem; background: var(--sheet); color: var(--ink); }
dialog.compare[open] { display: flex; flex-direction: column; gap: .5rem; }
dialog.compare h2 { margin: 0; }
dialog.compare::backdrop { background: rgb(0 0 0 / .6); }
.panes { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .75rem; }
.panes section { display: flex; flex-direction: column; min-height: 0; }
.panes .row, dialog.compare > .row { margin: 0 0 .35rem; }
.view { flex: 1; min-height: 0; overflow: auto; background: var(--line); border-radius: .3rem; cursor: grab; }
.view canvas { display: block; width: 100%; }
img[data-turns="1"] { rotate: 90deg; } img[data-turns="2"] { rotate: 180deg; } img[data-turns="3"] { rotate: 270deg; }
.checks { list-style: none; padding: 0; margin: 0; }
.checks .bad b { color: var(--bad); }
.checks .noted b { color: var(--warn); }
.reveal { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.reveal input { flex: 1 1 14rem; }
.decide { background: var(--sheet); border: 1px solid var(--line); border-radius: .4rem; padding: 0 1rem .75rem; margin-top: 1rem; }
.verdicts { border: 0; padding: 0; margin: 0 0 .5rem; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; }
.verdicts label { padding: .4rem 0; font-weight: 600; }
.verdicts input { width: 1.2rem; height: 1.2rem; vertical-align: -.2rem; accent-color: var(--main); }
.reasons select { width: 100%; max-width: 60rem; }
.reasons option { white-space: normal; }
.reasons output { display: block; min-height: 1.5em; font-weight: 600; }

.loose td { white-space: normal; min-width: 5.5rem; }
.loose td.acts { min-width: 20rem; }
.loose td:first-child { white-space: nowrap; }
.loose td.kind { white-space: normal; min-width: 8rem; }
.loose td.number { min-width: 0; }
.loose td.text { min-width: 14rem; overflow-wrap: anywhere; }
.loose td > p { margin: 0; }
.documents td:first-child { white-space: normal; min-width: 9rem; }
.documents td:nth-child(3), .outside td.text { min-width: 9rem; }
.loose td.text:first-child { white-space: normal; }
.cases td.text { white-space: normal; min-width: 9rem; }
.risk.high { color: var(--bad); }
.risk.noted { color: var(--warn); }
.acts form { display: inline-flex; flex-wrap: wrap; gap: .3rem; margin: 0 .3rem .3rem 0; }
.acts button { min-height: 2rem; padding: .2rem .6rem; }
.marks a { margin-right: .75rem; white-space: nowrap; }
td [aria-current] { font-weight: 700; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .25rem 1.25rem; align-items: end; }
.grid p { margin: .3rem 0; }
.grid label { display: block; font-size: .92rem; }
.grid > p > input, .grid > p > select { width: 100%; }
.drop select { max-width: 100%; }
.hash, pre.code { overflow-wrap: anywhere; white-space: pre-wrap; }
.mend { color: var(--soft); }
main summary { padding: .3rem 0; }
main summary.button { display: list-item; list-style-position: inside; width: fit-content; padding: .4rem .9rem; }
.ticks { min-width: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .2rem 1rem; border: 1px solid var(--line); border-radius: .3rem; padding: .4rem .75rem; margin: .5rem 0; }
.ticks label { font-weight: 400; display: flex; gap: .4rem; align-items: baseline; }
.ticks legend { font-weight: 600; }
.ticks p { grid-column: 1 / -1; }

.steps a { white-space: nowrap; }
.asked { border: 0; border-top: 1px solid var(--line); padding: .5rem 0; margin: .75rem 0 0; min-width: 0; }
.asked:first-of-type { border-top: 0; }
.asked legend, .folded summary { font-weight: 650; padding: 0 .5rem 0 0; }
.folded { border-top: 1px solid var(--line); padding: .5rem 0; }
.grid.top { align-items: start; }
.grid .hint, .fault { display: block; font-size: .92rem; }
.fault, [aria-invalid=true] { color: var(--bad); }
.grid label.tick { padding-top: 1.8rem; font-size: 1rem; font-weight: 400; }
.grid > p:only-child > label.tick { padding-top: 0; }
.grid > p:only-child { grid-column: 1 / -1; }
.needs { margin: .5rem 0; }
.paper { border-bottom: 1px solid var(--line); padding-bottom: .75rem; }
.paper h2 { margin: .5rem 0 0; }
.paper > div + div, .paper > h2 + form, .paper > h2 + ul { padding-top: .4rem; }
td.state { white-space: nowrap; }
@media (min-width: 52rem) {
  [data-desk] .grid.top > p:has(> [id$="-address"]) { grid-column: span 2; }
  .paper { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0 1.5rem; align-items: start; }
}
.paper:target { background: var(--tint); }
.pieces { list-style: none; margin: .25rem 0; padding: 0; }
.pieces li { display: flex; flex-wrap: wrap; gap: .3rem .75rem; align-items: center; }
.phone svg { width: 14rem; max-width: 100%; display: block; shape-rendering: crispEdges; }
.row.after { margin: .75rem 0; }
.panel.row { justify-content: space-between; }

[data-desk] > section { margin: .75rem 0; }
[data-desk] #card { max-width: 26rem; display: block; }
.notice { border-left: .2rem solid var(--edge); padding-left: .75rem; max-width: 80ch; }
.place + .place::before { content: "· "; }
.notice h3 { margin: .5rem 0 .2rem; }
.tick { font-weight: 400; }
.paper h3 { margin: .5rem 0 0; }
.offprint > .scroll, .offprint > .drop { margin: .75rem 0; }
@media (max-width: 52rem) {
  input[type=file] { min-height: 0; }
  ::file-selector-button { min-height: 2.75rem; }
  .grid label.tick { padding-top: 0; }
  /* What is done in a row must not lie beside the screen. */
  .parts td, .parts td:first-child, .parts td.text { min-width: 4rem; white-space: normal; }
  .parts td:last-child { min-width: 8rem; }
  .parts th { white-space: normal; }
}
@media (max-width: 52rem) and (hover: none) { button kbd, .keys { display: none; } }
.slip { background: var(--sheet); border: 1px dashed var(--edge); border-radius: .4rem; padding: .25rem 1rem .75rem; max-width: 34rem; margin: 1rem 0; }
.slip svg { width: 9rem; max-width: 100%; display: block; shape-rendering: crispEdges; margin: .5rem 0; }

@media (max-width: 52rem) {
  .frame { grid-template-columns: minmax(0, 1fr); padding: .5rem 1rem 1.5rem; }
  .menu ul { position: relative; top: 0; display: flex; overflow-x: auto; gap: .25rem; margin-bottom: .5rem; }
  .menu a { border-left: 0; border-bottom: .2rem solid transparent; white-space: nowrap; }
  .sides { grid-template-columns: minmax(0, 1fr); }
  .bar { padding: .5rem 1rem; }
  .loose td.text { min-width: 9rem; }
  .matrix tbody th { white-space: normal; min-width: 8rem; }
  button, .button, input, select { min-height: 2.75rem; }
  input[type=checkbox], input[type=radio] { min-height: 0; }
  .filter { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .filter :is(input:not([type=checkbox], [type=radio]), select) { width: 100%; }
  .filter > .columns { grid-column: 1 / -1; }
}
.printed { display: none; }
/* On paper everything is dark on white, whichever theme the screen has. */
@media print {
  :root, :root[data-theme=dark], :root[data-theme=system] {
    color-scheme: light;
    --ground: #ffffff; --sheet: #ffffff; --ink: #000000; --soft: #333333; --line: #b5b5b5; --edge: #666666;
    --main: #0b5c52; --on-main: #ffffff; --tint: #ffffff;
    --bad: #a3211b; --bad-tint: #ffffff; --warn: #704800; --warn-tint: #ffffff; --good: #1c6a34;
  }
  .bar, .menu, .skip, footer, .choices, .offprint, .pages, form { display: none; }
  .printed { display: block; }
  .slip { border: 0; color: #000; background: #fff; }
  .frame { display: block; max-width: none; padding: 0; }
  .scroll { overflow: visible; }
  main a { color: inherit; text-decoration: none; }
  tr, .timeline li, .axis { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
.columns fieldset { border: 0; padding: .3rem 0; margin: 0; display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
.columns label { display: inline-block; font-weight: 400; }
.alerts { list-style: none; margin: 0; padding: 0; }
.alerts li { padding: .3rem 0; border-top: 1px solid var(--line); }
.alerts li > span:first-child { color: var(--warn); }
main > .row, main > .drop, main > .scroll, main > .filter { margin: .75rem 0; }
"""##)

    static let script = PageAsset(
        name: "script-7e56ff793c6d.js", media: "text/javascript; charset=utf-8", text: ##"""
// Everything here only makes quicker what the pages do without it.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

one("[data-focus]")?.focus();

// A narrow screen shows a piece of the menu: the one with this page.
const here = one(".menu [aria-current]");
if (here) {
  const menu = here.closest("ul");
  menu.scrollLeft = here.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
}

// Pressed twice is sent once.
for (const form of all("form[data-once]")) {
  form.addEventListener("submit", event => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    (event.submitter ?? one("button", form))?.setAttribute("aria-disabled", "true");
  });
}
// A page taken out of the browser's memory may be sent again.
addEventListener("pageshow", () => {
  for (const form of all("form[data-once]")) {
    delete form.dataset.sent;
    all("[aria-disabled]", form).forEach(button => button.removeAttribute("aria-disabled"));
  }
});

// Keys: one letter where nobody types; g and a letter for the menu.
const isTyping = place => place.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]") !== null;
let before = "";
addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && !one("dialog[open]")) {
    const form = document.activeElement?.closest("form") ?? one(".decide form");
    if (form) { event.preventDefault(); form.requestSubmit(one("button.main", form) ?? undefined); }
    return;
  }
  if (event.key === "Enter" && event.target.id === "numbers" && !event.shiftKey) {
    event.preventDefault();
    event.target.form.requestSubmit();
    return;
  }
  // What lies under a dialogue is not meant.
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || one("dialog[open]")) return;
  const key = event.key, isGoing = before === "g";
  before = key === "g" && !isGoing ? "g" : "";
  if (isGoing) { one(`[data-go="${CSS.escape(key)}"]`)?.click(); return; }
  if (key === "?") {
    const keys = one("[data-keys]");
    if (keys) { keys.open = !keys.open; one("summary", keys).focus(); }
    return;
  }
  if (key === "j" || key === "k") { step(key === "j" ? 1 : -1); event.preventDefault(); return; }
  const place = one(`[data-key="${CSS.escape(key)}"]`);
  if (!place) return;
  event.preventDefault();
  // One of a list is chosen, and the keys go on deciding.
  if (place.matches("option")) {
    place.selected = true;
    place.closest("select").dispatchEvent(new Event("change"));
    return;
  }
  place.focus();
  if (place.matches("button, a, [type=radio]")) place.click();
});

// From row to row, to the first link of each.
function step(by) {
  const rows = all("table.rows tbody tr").filter(row => one("a", row));
  if (!rows.length) return;
  const now = rows.findIndex(row => row.contains(document.activeElement));
  one("a", rows[Math.min(rows.length - 1, Math.max(0, now < 0 ? 0 : now + by))]).focus();
}

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

// Pictures beside their facts: larger and turned, without leaving the page.
for (const figure of all("[data-zoom]")) {
  const link = one("a", figure), picture = one("img", figure), tools = one(".tools", figure);
  if (!picture) continue;
  let tries = 0;
  // Copies with a watermark are made a few at a time; one that found no place is asked for again.
  picture.addEventListener("error", () => {
    tries += 1;
    if (tries < 6) setTimeout(() => { picture.src = `${link.getAttribute("href")}&again=${tries}`; }, 700 * tries);
  });
  const enlarge = () => {
    const isLarge = figure.classList.toggle("large");
    one("[data-larger]", tools)?.setAttribute("aria-pressed", isLarge);
  };
  link.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    enlarge();
  });
  tools.hidden = false;
  one("[data-larger]", tools).addEventListener("click", enlarge);
  one("[data-turn]", tools).addEventListener("click", () => {
    picture.dataset.turns = (Number(picture.dataset.turns ?? 0) + 1) % 4;
  });
}

// Two of them beside each other, enlarged and moved together. What the page has already is drawn: asking for it again would be another look.
const comparing = one("dialog.compare");
if (comparing) {
  const figures = all("[data-zoom]").filter(figure => one("img", figure)), zoom = one("[type=range]", comparing);
  const panes = all("[data-pane]", comparing).map(part => (
    {choice: one("select", part), view: one(".view", part), canvas: one("canvas", part), turn: one("[data-turn]", part), turns: 0}));
  let moved = null;

  const scale = () => { for (const pane of panes) pane.canvas.style.width = `${100 * zoom.value}%`; };
  const follow = ({view}) => {
    if (moved && moved !== view) return;
    moved = view;
    for (const other of panes.map(pane => pane.view).filter(other => other !== view)) {
      other.scrollLeft = view.scrollLeft / Math.max(1, view.scrollWidth - view.clientWidth) * (other.scrollWidth - other.clientWidth);
      other.scrollTop = view.scrollTop / Math.max(1, view.scrollHeight - view.clientHeight) * (other.scrollHeight - other.clientHeight);
    }
    requestAnimationFrame(() => requestAnimationFrame(() => { moved = null; }));
  };
  const draw = async pane => {
    const picture = one("img", figures[pane.choice.value]);
    picture.loading = "eager";
    await picture.decode().catch(() => {});
    const {naturalWidth: width, naturalHeight: height} = picture, isSideways = pane.turns % 2 === 1;
    [pane.canvas.width, pane.canvas.height] = isSideways ? [height, width] : [width, height];
    if (!width || !height) return;
    const context = pane.canvas.getContext("2d");
    context.translate(pane.canvas.width / 2, pane.canvas.height / 2);
    context.rotate(pane.turns * Math.PI / 2);
    context.drawImage(picture, -width / 2, -height / 2);
  };
  const show = (pane, number) => {
    pane.choice.value = number;
    pane.turns = Number(one("img", figures[number]).dataset.turns ?? 0);
    return draw(pane);
  };

  for (const pane of panes) {
    pane.choice.append(...figures.map((figure, number) => new Option(one("figcaption", figure).textContent.trim(), number)));
    pane.choice.addEventListener("change", () => show(pane, pane.choice.value));
    pane.turn.addEventListener("click", () => { pane.turns = (pane.turns + 1) % 4; draw(pane); });
    pane.view.addEventListener("scroll", () => follow(pane));
    pane.view.addEventListener("pointerdown", event => {
      if (event.pointerType !== "mouse") return;
      event.preventDefault();
      pane.view.focus();
      pane.view.setPointerCapture(event.pointerId);
    });
    pane.view.addEventListener("pointermove", event => {
      if (!pane.view.hasPointerCapture(event.pointerId)) return;
      pane.view.scrollBy(-event.movementX, -event.movementY);
    });
  }
  zoom.addEventListener("input", scale);
  comparing.addEventListener("keydown", event => {
    const by = {"+": 0.5, "=": 0.5, "-": -0.5}[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    zoom.value = Number(zoom.value) + by;
    scale();
  });
  one("[data-close]", comparing).addEventListener("click", () => comparing.close());
  figures.forEach((figure, number) => one("[data-beside]", figure)?.addEventListener("click", () => {
    zoom.value = 1;
    scale();
    comparing.showModal();
    show(panes[0], number);
    show(panes[1], (number + 1) % figures.length);
  }));
}

// The form of the counter. A reader that types ends each line with Enter: in the card's field it looks, elsewhere it goes on to the next field.
for (const form of all("[data-desk]")) {
  form.addEventListener("keydown", event => {
    const field = event.target;
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (!field.matches("input:not([type=file], [type=checkbox], [type=radio], [data-scan]), select")) return;
    event.preventDefault();
    const fields = all("input:not([type=hidden], [type=file]), select", form).filter(other => other.offsetParent !== null);
    fields[fields.indexOf(field) + 1]?.focus();
  });
  // A picture chosen for its place is sent at once, with all that was typed.
  form.addEventListener("change", event => {
    if (!event.target.matches("[type=file]") || !event.target.files.length) return;
    const insists = one("[name^=insist-]", event.target.closest(".paper"));
    if (!insists || insists.checked) form.requestSubmit(one("button[value=check]", form));
  });
}
for (const button of all("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

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

// A reason chosen from the list says what becomes of the case, unless the reviewer said so himself; both are told beneath it.
for (const list of all("select[data-reasons]")) {
  const verdicts = all("[name=verdict]", list.form), said = one("[data-said]", list.form);
  const isRejection = verdict => verdict.checked && verdict.value !== "approve";
  let isOwn = verdicts.some(isRejection);
  const tell = () => {
    const option = list.selectedOptions[0], verdict = verdicts.find(isRejection);
    said.textContent = option?.value && verdict ? `${verdict.dataset.name} · ${option.text}` : "";
  };
  for (const verdict of verdicts) {
    verdict.addEventListener("click", () => { isOwn = isRejection(verdict); tell(); });
  }
  list.addEventListener("change", () => {
    const usual = list.selectedOptions[0]?.parentElement.dataset.verdict;
    if (usual && !isOwn) verdicts.find(verdict => verdict.value === usual).checked = true;
    tell();
  });
}

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
"""##)

    static let icon = PageAsset(
        name: "icon-0ad04d9e306e.svg", media: "image/svg+xml", text: ##"""
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M6 3h13l7 7v19H6z" fill="#0b5c52"/><path d="M11 16l4 4 7-8" fill="none" stroke="#fff" stroke-width="3"/></svg>
"""##)

    static let assets = [style, script, icon]

    static let templates: [String: String] = [
        "account": ##"""
<h1>{{title}}</h1>
{{> errors}}
<dl class="facts"><div><dt>{{w.account.login}}</dt><dd>{{login}}</dd></div><div><dt>{{w.account.organisation}}</dt><dd>{{organisation}}</dd></div><div><dt>{{w.account.roles}}</dt><dd>{{roles}}</dd></div><div><dt>{{w.account.factor}}</dt><dd>{{#hasFactor}}✓ {{w.account.factorOn}}{{/hasFactor}}{{^hasFactor}}– {{w.account.factorOff}}{{/hasFactor}}</dd></div></dl>
<h2>{{w.account.sessions}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.account.sessions}}"><table class="rows"><thead><tr><th>{{w.account.label}}</th><th>{{w.account.started}}</th><th>{{w.account.refreshed}}</th><th><span class="away">{{w.account.end}}</span></th></tr></thead><tbody>
{{#sessions}}<tr><td>{{label}}{{#isCurrent}}<b>{{w.common.open}}{{w.account.current}}{{w.common.close}}</b>{{/isCurrent}}</td><td>{{started}}</td><td>{{refreshed}}</td><td>{{^isCurrent}}<form method="post" action="{{end}}"><input type="hidden" name="form" value="{{form}}"><button class="quiet">{{w.account.end}}</button></form>{{/isCurrent}}</td></tr>{{/sessions}}
</tbody></table></div>
<h2>{{w.account.factor}}</h2>
<p class="hint">{{#hasFactor}}{{w.account.factorRenewHint}}{{/hasFactor}}{{^hasFactor}}{{w.account.factorSetHint}}{{/hasFactor}}</p>
<form method="post" action="{{factorAction}}" class="narrow" data-once>
<input type="hidden" name="form" value="{{form}}">
<p class="field"><label for="factor-password">{{w.account.currentPassword}}</label><input id="factor-password" name="password" type="password" autocomplete="current-password" required></p>
{{#hasFactor}}<p class="field"><label for="factor-code">{{w.account.factorCode}}</label><input id="factor-code" name="code" inputmode="numeric" autocomplete="one-time-code" required></p>{{/hasFactor}}
<p><button>{{#hasFactor}}{{w.account.factorRenew}}{{/hasFactor}}{{^hasFactor}}{{w.account.factorSet}}{{/hasFactor}}</button></p>
</form>
<h2>{{w.account.keys}}</h2>
<p class="hint">{{w.account.keysHint}}{{#keys}} <a href="{{.}}">{{w.account.keysOpen}}</a>{{/keys}}</p>
<h2>{{w.account.password}}</h2>
<form method="post" action="{{link.password}}" class="narrow" data-once>
<input type="hidden" name="form" value="{{form}}">
<p class="field"><label for="current">{{w.account.currentPassword}}</label><input id="current" name="current" type="password" autocomplete="current-password" required></p>
<p class="field"><label for="new">{{w.account.newPassword}}</label><span class="hint" id="new-hint">{{w.enrol.passwordHint}}{{charactersMin}}</span><input id="new" name="new" type="password" autocomplete="new-password" aria-describedby="new-hint" required></p>
<p class="field"><label for="again">{{w.enrol.again}}</label><input id="again" name="again" type="password" autocomplete="new-password" required></p>
<p><button>{{w.account.change}}</button></p>
</form>
"""##,
        "answers": ##"""
<h1>{{title}}</h1>
{{#hasTabs}}{{> tabs}}{{/hasTabs}}
{{> errors}}
<form method="post" action="{{action}}" class="filter">
<input type="hidden" name="form" value="{{form}}">
<p><label for="number">{{w.answers.number}}</label><input id="number" name="number" value="{{number}}" size="26" maxlength="64" placeholder="ICCID / MSISDN / IMSI" spellcheck="false" autocomplete="off" required></p>
<p><label for="at">{{w.answers.at}}</label><input id="at" name="at" type="datetime-local" value="{{at}}"></p>
<p><label for="asKnown">{{w.answers.asKnown}}</label><input id="asKnown" name="asKnown" type="datetime-local" value="{{asKnown}}" aria-describedby="known-hint"></p>
<p><button class="main">{{w.answers.ask}}</button></p>
</form>
<p class="hint" id="known-hint">{{w.answers.lead}}</p>
{{#answer}}<section><h2>{{#isRegistered}}● {{/isRegistered}}{{^isRegistered}}○ {{/isRegistered}}{{standing}}</h2>
<p class="hint">{{w.answers.when}}{{when}} · {{w.answers.known}}{{known}}</p>
{{#phase}}<p class="panel"><b>{{name}}</b> {{ground}}</p>{{/phase}}
{{#isWithheld}}<p class="panel bad"><b>{{w.answers.withheld}}</b></p>{{/isWithheld}}
<dl class="facts"><div><dt>ICCID</dt><dd class="code"><a href="{{cardHref}}">{{iccid}}</a></dd></div><div><dt>{{w.cards.msisdn}}</dt><dd class="code">{{msisdn}}</dd></div><div><dt>{{w.cards.carrier}}</dt><dd>{{carrier}}</dd></div><div><dt>{{w.answers.service}}</dt><dd>{{service}}{{#isStopped}} <span class="stopped">‖ {{stops}}</span>{{/isStopped}}</dd></div>{{#isRegistered}}<div><dt>{{w.answers.code}}</dt><dd class="code">{{code}}</dd></div>{{/isRegistered}}<div><dt>{{w.answers.since}}</dt><dd>{{since}}</dd></div>{{#department}}<div><dt>{{w.field.usingDepartment}}</dt><dd>{{.}}</dd></div>{{/department}}</dl>
{{#unit}}<h3>{{w.party.unit}}</h3><p><b>{{name}}</b> <span class="code">{{code}}</span></p>{{/unit}}
{{#hasPersons}}<h3>{{w.answers.persons}}</h3>
{{#isRevealed}}<p class="panel">{{w.case.revealed}}</p>{{/isRevealed}}
<div class="scroll" tabindex="0" role="region" aria-label="{{w.answers.persons}}"><table class="loose"><thead><tr><th>{{w.answers.role}}</th><th>{{w.field.name}}</th><th>{{w.field.documentNumber}}</th><th>{{w.field.contact}}</th><th>{{w.field.address}}</th><th>{{w.answers.since}}</th></tr></thead><tbody>
{{#persons}}<tr><td>{{role}}</td><td><b>{{name}}</b></td><td><span class="code">{{number}}</span><br><small>{{document}}</small></td><td class="code">{{contact}}</td><td class="text">{{address}}</td><td>{{since}}</td></tr>{{/persons}}
</tbody></table></div>{{/hasPersons}}
{{#mayReveal}}<form method="post" action="{{reveal}}" class="reveal" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="number" value="{{card}}"><input type="hidden" name="atExact" value="{{atExact}}"><input type="hidden" name="asKnownExact" value="{{asKnownExact}}"><label for="purpose">{{w.case.why}}</label><input id="purpose" name="purpose" value="{{purpose}}" maxlength="200" autocomplete="off"><button>{{w.case.reveal}}</button></form>{{/mayReveal}}
{{#hasChain}}<h3>{{w.answers.chain}}</h3><p>{{chain}}</p>{{/hasChain}}
{{#hasPieces}}<h3>{{w.case.evidence}}</h3>
{{#mayOpen}}<p class="hint">{{w.answers.openHint}}</p><form method="post" action="{{open}}" target="_blank" class="reveal"><input type="hidden" name="form" value="{{form}}"><label for="open-purpose">{{w.case.why}}</label><input id="open-purpose" name="purpose" minlength="4" maxlength="200" autocomplete="off" required>{{#pieces}}<button class="quiet" name="piece" value="{{id}}">{{name}}</button> {{/pieces}}</form>{{/mayOpen}}
{{^mayOpen}}<ul>{{#pieces}}<li>{{name}}</li>{{/pieces}}</ul>{{/mayOpen}}{{/hasPieces}}
</section>{{/answer}}
"""##,
        "api-keys": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
{{#created}}<div class="panel" role="status" tabindex="-1" data-focus><h2>✓ {{w.apiKeys.made}} {{label}}</h2><p>{{w.apiKeys.once}}</p><p><b class="code hash" id="secret">{{token}}</b></p></div>{{/created}}
{{#isEmpty}}<p class="empty">{{w.apiKeys.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows loose"><thead><tr><th>{{w.apiKeys.label}}</th><th>{{w.apiKeys.account}}</th><th>{{w.apiKeys.permissions}}</th><th>{{w.apiKeys.created}}</th><th>{{w.apiKeys.expires}}</th><th>{{w.apiKeys.state}}</th><th><span class="away">{{w.apiKeys.revoke}}</span></th></tr></thead><tbody>
{{#keys}}<tr><td>{{label}}</td><td>{{account}}</td><td class="text">{{permissions}}</td><td>{{created}}</td><td>{{expires}}</td><td>{{#isValid}}●{{/isValid}}{{^isValid}}✕{{/isValid}} {{state}}</td><td>{{#isValid}}<details><summary>{{w.apiKeys.revoke}}<span class="away"> {{label}}</span></summary><form method="post" action="{{revoke}}" data-once><input type="hidden" name="form" value="{{form}}">{{#after}}<input type="hidden" name="shownAfter" value="{{.}}">{{/after}}<label class="tick"><input type="checkbox" name="sure" value="yes" required> {{w.apiKeys.sure}}</label> <button class="quiet">{{w.apiKeys.revoke}}<span class="away"> {{label}}</span></button></form></details>{{/isValid}}</td></tr>{{/keys}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
<section class="drop"><h2>{{w.apiKeys.newTitle}}</h2>
{{^hasMachines}}<p class="empty">{{w.apiKeys.noMachines}}</p>{{/hasMachines}}
{{#hasMachines}}<form method="post" action="{{action}}" data-once>
<input type="hidden" name="form" value="{{form}}">
<div class="grid">
<p><label for="account">{{w.apiKeys.account}}</label><select id="account" name="account">{{#accounts}}<option value="{{id}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/accounts}}</select></p>
<p><label for="label">{{w.apiKeys.label}}</label><input id="label" name="label" value="{{label}}" maxlength="64" required></p>
<p><label for="expires">{{w.apiKeys.expires}}</label><input id="expires" name="expires" type="date" value="{{expires}}" aria-describedby="expires-hint" required></p>
</div>
<p class="hint" id="expires-hint">{{expiresHint}}</p>
<fieldset class="ticks"><legend>{{w.apiKeys.permissions}}</legend>{{#permissions}}<label><input type="checkbox" name="may-{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/permissions}}</fieldset>
<p><button class="main">{{w.apiKeys.create}}</button></p>
</form>{{/hasMachines}}</section>
"""##,
        "begin-draft": ##"""
{{#begin}}<form method="post" action="{{action}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="channel" value="{{channel}}"><input type="hidden" name="{{field}}" value="{{text}}"><button>{{label}}</button></form>{{/begin}}
"""##,
        "campaign": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint"><a href="{{all}}">{{w.campaigns.back}}</a> · <span class="code">{{code}}</span></p>
<dl class="facts"><div><dt>{{w.webhooks.state}}</dt><dd><b>{{state}}</b></dd></div><div><dt>{{w.gaps.lacks}}</dt><dd>{{gap}}</dd></div><div><dt>{{w.campaigns.about}}</dt><dd>{{about}}</dd></div><div><dt>{{w.campaigns.begins}}</dt><dd>{{begins}}</dd></div><div><dt>{{w.campaigns.deadline}}</dt><dd>{{deadline}}</dd></div><div><dt>{{w.campaigns.told}}</dt><dd>{{told}}</dd></div><div><dt>{{w.campaigns.after}}</dt><dd>{{stops}}</dd></div></dl>
{{#mayCancel}}<form method="post" action="{{cancel}}" class="row" data-once><input type="hidden" name="form" value="{{form}}"><label><input type="checkbox" name="sure" value="yes"> {{w.campaigns.sure}}</label> <button class="quiet">{{w.campaigns.cancel}}</button></form>{{/mayCancel}}
<h2>{{w.campaigns.progress}}</h2>
{{^hasCounts}}<p class="empty">{{noCounts}}</p>{{/hasCounts}}
{{#hasCounts}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.campaigns.progress}}"><table><thead><tr><th>{{w.campaigns.organisation}}</th><th class="number">{{w.queue.cards}}</th><th class="number">{{w.campaigns.lacking}}</th><th class="number">{{w.campaigns.mended}}</th><th class="number">{{w.campaigns.stopped}}</th><th class="number">{{w.campaigns.gone}}</th><th>{{w.intake.progress}}</th></tr></thead><tbody>
{{#counts}}<tr><td>{{name}}</td><td class="number">{{cards}}</td><td class="number">{{lacking}}</td><td class="number">{{mended}}</td><td class="number">{{stopped}}</td><td class="number">{{gone}}</td><td><progress max="{{max}}" value="{{done}}" aria-label="{{name}}"></progress></td></tr>{{/counts}}
</tbody></table></div>{{/hasCounts}}
<h2>{{w.campaigns.cards}}</h2>
{{#isEmpty}}<p class="empty">{{w.campaigns.noCards}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.campaigns.cards}}"><table class="rows"><thead><tr><th>ICCID</th><th>{{w.campaigns.organisation}}</th><th>{{w.gaps.unit}}</th><th>{{w.cards.service}}</th></tr></thead><tbody>
{{#lines}}<tr><td><a class="code" href="{{href}}">{{iccid}}</a></td><td>{{holder}}</td><td>{{unit}}</td><td>{{#isStopped}}<span class="stopped">‖ {{w.campaigns.isStopped}}</span>{{/isStopped}}</td></tr>{{/lines}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "campaigns": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint">{{w.campaigns.lead}}</p>
<nav class="tabs" aria-label="{{w.queue.states}}">{{#states}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/states}}</nav>
{{#isEmpty}}<p class="empty">{{w.campaigns.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows loose"><thead><tr><th>{{w.campaigns.code}}</th><th>{{w.campaigns.name}}</th><th>{{w.gaps.lacks}}</th><th>{{w.campaigns.about}}</th><th>{{w.campaigns.begins}}</th><th>{{w.campaigns.deadline}}</th><th>{{w.campaigns.after}}</th><th>{{w.webhooks.state}}</th></tr></thead><tbody>
{{#campaigns}}<tr><td><a class="code" href="{{href}}">{{code}}</a></td><td class="text">{{name}}</td><td>{{gap}}</td><td>{{about}}</td><td>{{begins}}</td><td>{{deadline}}</td><td>{{stops}}</td><td>{{#isOver}}○{{/isOver}}{{^isOver}}●{{/isOver}} {{state}}</td></tr>{{/campaigns}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
{{#mayMake}}<form method="post" action="{{action}}" class="drop" data-once>
<h2>{{w.campaigns.newTitle}}</h2>
<input type="hidden" name="form" value="{{form}}">
<div class="grid">
<p><label for="name">{{w.campaigns.name}}</label><input id="name" name="name" value="{{name}}" maxlength="100" required></p>
<p><label for="gap">{{w.gaps.lacks}}</label><select id="gap" name="gap">{{#gaps}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/gaps}}</select></p>
<p><label for="carrier">{{w.cards.carrier}}</label><select id="carrier" name="carrier"><option value="">{{w.cards.all}}</option>{{#carriers}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/carriers}}</select></p>
<p><label for="product">{{w.cards.product}}</label><select id="product" name="product"><option value="">{{w.cards.all}}</option>{{#products}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/products}}</select></p>
<p><label for="organisation">{{w.campaigns.organisation}}</label><select id="organisation" name="organisation"><option value="">{{w.cards.all}}</option>{{#places}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/places}}</select></p>
<p><label for="begins">{{w.campaigns.begins}}</label><input id="begins" name="begins" type="date" value="{{begins}}" required></p>
<p><label for="deadline">{{w.campaigns.deadline}}</label><input id="deadline" name="deadline" type="date" value="{{deadline}}" required></p>
<p><label for="noticeDays">{{w.campaigns.remind}}</label><input id="noticeDays" name="noticeDays" value="{{noticeDays}}" maxlength="60"></p>
</div>
<p><label><input type="checkbox" name="stops" value="yes"{{#isStopping}} checked{{/isStopping}}> {{w.campaigns.stopsLabel}}</label></p>
<p><button class="main">{{w.campaigns.make}}</button></p>
</form>{{/mayMake}}
"""##,
        "card-table": ##"""
{{#table}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.cards.title}}"><table class="rows"><thead><tr><th>ICCID</th>{{#heads}}<th>{{.}}</th>{{/heads}}</tr></thead><tbody>
{{#cards}}<tr><td><a class="code" href="{{href}}">{{iccid}}</a></td>{{#cells}}<td{{#kind}} class="{{.}}"{{/kind}}>{{text}}{{#stops}} <span class="stopped">‖ {{.}}</span>{{/stops}}</td>{{/cells}}</tr>{{/cards}}
</tbody></table></div>{{/table}}
"""##,
        "card": ##"""
<div class="printed"><p><b>{{company}}</b></p><p>{{w.card.record}} <span class="code">{{iccid}}</span> · {{printedAt}}</p></div>
<h1 class="code">{{iccid}}</h1>
<p class="hint">{{carrier}} · {{product}} · <a href="{{batchHref}}">{{batch}}</a></p>
<p class="row offprint"><button type="button" class="quiet" data-print hidden>{{w.card.print}}</button></p>
{{> errors}}
<section><h2>{{w.card.axes}}</h2>
<div class="axes">{{#axes}}<div class="axis {{tone}}"><b>{{name}}</b><span>{{text}}</span>{{#since}}<small>{{.}}</small>{{/since}}</div>{{/axes}}</div>
{{#next}}<p class="panel">{{w.card.next}}<b>{{name}}</b>{{w.common.pause}}{{at}}</p>{{/next}}
</section>
{{#who}}<section id="who"><h2>{{w.card.who}}</h2>
<p>{{#isHeld}}● {{/isHeld}}{{^isHeld}}○ {{/isHeld}}<b>{{standing}}</b>{{#answersSince}} <span class="hint">{{w.answers.since}} {{.}}</span>{{/answersSince}}</p>
{{#isWithheld}}<p class="panel bad"><b>{{w.answers.withheld}}</b></p>{{/isWithheld}}
{{#unit}}<p>{{w.party.unit}}{{w.common.colon}}<b>{{unitName}}</b> <span class="code">{{unitCode}}</span></p>{{/unit}}{{#department}}<p>{{w.field.usingDepartment}}{{w.common.colon}}{{.}}</p>{{/department}}
{{#hasPersons}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.answers.persons}}"><table class="loose"><thead><tr><th>{{w.answers.role}}</th><th>{{w.field.name}}</th><th>{{w.field.documentNumber}}</th><th>{{w.answers.since}}</th></tr></thead><tbody>
{{#persons}}<tr><td>{{role}}</td><td><b>{{name}}</b></td><td><span class="code">{{number}}</span> <small>{{document}}</small></td><td>{{since}}</td></tr>{{/persons}}
</tbody></table></div>{{/hasPersons}}</section>{{/who}}
{{#mayCommand}}<section class="offprint"><h2>{{w.card.commands}}</h2>
<div class="choices row">{{#choices}}{{#needsSure}}<details><summary>{{name}}</summary>{{/needsSure}}<form method="post" action="{{commands}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="command" value="{{command}}">{{#reasons}}<label class="away" for="reason-{{command}}">{{w.card.reason}}</label><select id="reason-{{command}}" name="reason"{{#isSeveral}} required{{/isSeveral}}>{{#isSeveral}}<option value="">–</option>{{/isSeveral}}{{#all}}<option value="{{code}}">{{name}}</option>{{/all}}</select> {{/reasons}}{{#needsSure}}<label class="tick"><input type="checkbox" name="sure" value="yes" required> {{w.campaigns.sure}}</label> {{/needsSure}}<button>{{name}}</button></form>{{#needsSure}}</details>{{/needsSure}}{{/choices}}</div>
<ul class="refused">{{#refused}}<li><b>{{name}}</b> <span>{{why}}</span> {{> rule-links}}</li>{{/refused}}</ul></section>{{/mayCommand}}
<section><h2>{{w.card.facts}}</h2>
<dl class="facts"><div><dt>ICCID</dt><dd class="code">{{iccid}}</dd></div>{{#msisdn}}<div><dt>{{w.cards.msisdn}}</dt><dd class="code">{{.}}</dd></div>{{/msisdn}}{{#imsi}}<div><dt>IMSI</dt><dd class="code">{{.}}</dd></div>{{/imsi}}{{#eid}}<div><dt>EID</dt><dd class="code">{{.}}</dd></div>{{/eid}}<div><dt>{{w.cards.product}}</dt><dd>{{product}}{{w.common.open}}{{productCode}}{{w.common.close}}</dd></div><div><dt>{{w.card.recorded}}</dt><dd>{{recorded}}</dd></div>{{#registration}}<div><dt>{{w.registration.code}}</dt><dd><a class="code" href="{{href}}">{{code}}</a></dd></div>{{/registration}}{{#usage}}<div><dt>{{w.card.lastUse}}</dt><dd>{{at}}{{w.common.pause}}{{volume}} MB</dd></div>{{/usage}}</dl>
<div class="row offprint">{{#atCounter}}<a class="button" href="{{.}}">{{w.counter.begin}}</a>{{/atCounter}}{{#entrances}}<a class="button" href="{{.}}">{{w.entrances.ofCard}}</a>{{/entrances}}{{> begin-draft}}</div>{{#mayAskWho}}<form method="post" action="{{askWho}}"><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="number" value="{{reference}}"><p><button class="quiet">{{w.answers.title}}</button></p></form>{{/mayAskWho}}</section>
{{#device}}<section id="device"><h2>{{w.card.device}}</h2>
{{#isElsewhere}}<p class="panel bad"><span aria-hidden="true">▲</span> {{w.card.elsewhere}}</p>{{/isElsewhere}}
<dl class="facts"><div><dt>{{w.products.binding}}</dt><dd>{{mode}}</dd></div>{{#declared}}<div><dt>{{w.card.declared}}</dt><dd><span class="code">{{imei}}</span> <small>{{at}}</small></dd></div>{{/declared}}{{#pool}}<div><dt>{{w.card.pool}}</dt><dd>{{at}}</dd></div>{{/pool}}<div><dt>{{w.card.seenIn}}</dt><dd>{{#seen}}<span class="code">{{imei}}</span> <small>{{at}}</small>{{/seen}}{{^seen}}{{w.card.seenInNone}}{{/seen}}</dd></div>{{#before}}<div><dt>{{w.card.firstIn}}</dt><dd><span class="code">{{imei}}</span> <small>{{at}}</small></dd></div>{{/before}}</dl>
{{#moved}}<p class="hint">{{.}}</p>{{/moved}}
{{#asks}}<form method="post" action="{{commands}}" class="offprint" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="command" value="{{command}}"><p class="field"><label for="new-{{field}}">{{label}}</label><span class="hint" id="hint-{{field}}">{{hint}}</span><span class="row"><input id="new-{{field}}" name="{{field}}" value="{{typed}}" inputmode="numeric" maxlength="32" spellcheck="false" autocomplete="off" aria-describedby="hint-{{field}}" required><button>{{name}}</button></span></p></form>{{/asks}}
</section>{{/device}}
<section id="timeline"><h2>{{w.card.timeline}}</h2>
<ol class="timeline">{{#timeline}}<li class="{{mark}}"><time>{{at}}</time> <b>{{kind}}</b> {{#href}}<a href="{{.}}">{{text}}</a>{{/href}}{{^href}}<span>{{text}}</span>{{/href}}</li>{{/timeline}}</ol>
{{#isPart}}<p class="printed">{{w.card.partOfLife}}</p>{{/isPart}}
<p class="pages">{{#isLater}}<a href="{{newest}}">{{w.card.newest}}</a> {{/isLater}}{{#older}}<a href="{{.}}" rel="next">{{w.card.older}}</a>{{/older}}</p></section>
"""##,
        "cards": ##"""
<h1>{{title}}</h1>
<form method="get" action="{{link.cards}}" class="filter">
<p><label for="product">{{w.cards.product}}</label><select id="product" name="product"><option value="">{{w.cards.all}}</option>{{#products}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/products}}</select></p>
<p><label for="carrier">{{w.cards.carrier}}</label><select id="carrier" name="carrier"><option value="">{{w.cards.all}}</option>{{#carriers}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/carriers}}</select></p>
<p><label for="registered">{{w.cards.realName}}</label><select id="registered" name="registered"><option value="">{{w.cards.all}}</option>{{#registered}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/registered}}</select></p>
<p><label for="state">{{w.cards.service}}</label><select id="state" name="state"><option value="">{{w.cards.all}}</option>{{#states}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/states}}</select></p>
<p><label for="stop">{{w.cards.stop}}</label><select id="stop" name="stop"><option value="">{{w.cards.all}}</option>{{#stopReasons}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/stopReasons}}</select></p>
<p><label for="batch">{{w.cards.batch}}</label><input id="batch" name="batch" value="{{batch}}" maxlength="64"></p>
<p><label for="province">{{w.cards.province}}</label><input id="province" name="province" value="{{province}}" inputmode="numeric" maxlength="2" size="3"></p>
{{#hasOrganisations}}<p><label for="organisation">{{w.cards.holder}}</label><select id="organisation" name="organisation"><option value="">{{w.cards.all}}</option>{{#organisations}}<option value="{{id}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/organisations}}</select></p>{{/hasOrganisations}}
{{#unit}}<p>{{w.cards.unit}} <b>{{name}}</b><input type="hidden" name="unit" value="{{id}}"> <a href="{{without}}">{{w.cards.anyUnit}}</a></p>{{/unit}}
<details class="columns"><summary>{{w.cards.columns}}</summary><fieldset><legend class="away">{{w.cards.columns}}</legend>{{#columns}}<label><input type="checkbox" name="column" value="{{code}}"{{#isChosen}} checked{{/isChosen}}> {{name}}</label> {{/columns}}</fieldset></details>
<p><button>{{w.cards.filter}}</button>{{#isFiltered}} <a href="{{clear}}">{{w.cards.clear}}</a>{{/isFiltered}}</p>
</form>
{{#isNone}}<p class="empty">{{#isFiltered}}{{w.cards.noneFiltered}}{{/isFiltered}}{{^isFiltered}}{{w.cards.none}}{{/isFiltered}}</p>{{/isNone}}
{{^isEmpty}}{{> card-table}}{{/isEmpty}}
{{#isEarly}}<p class="empty">{{w.cards.early}}</p>{{/isEarly}}
<p><a href="{{export}}">{{w.export.ofThese}}</a> · <a href="{{exports}}">{{w.export.list}}</a></p>
<p class="pages">{{#isLater}}<a href="{{first}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{#isEarly}}{{w.cards.goOn}}{{/isEarly}}{{^isEarly}}{{w.common.next}}{{/isEarly}}</a>{{/next}}</p>
"""##,
        "carriers": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
{{#isEmpty}}<p class="empty">{{w.carriers.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.carriers.title}}"><table class="loose"><thead><tr><th>{{w.cards.carrier}}</th><th>{{w.carriers.connection}}</th><th>{{w.carriers.open}}</th><th>{{w.carriers.since}}</th><th>{{w.carriers.round}}</th></tr></thead><tbody>
{{#work}}<tr><td><b>{{carrier}}</b></td><td>{{#isUnconnected}}<span class="lacking">△ {{w.carriers.unconnected}}</span>{{/isUnconnected}}{{connection}}{{#system}}<br><small>{{.}}</small>{{/system}}{{#rests}}<br><span class="stopped">‖ {{.}}</span>{{/rests}}</td><td class="marks">{{#counts}}<a href="{{href}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}>{{name}} {{#isSome}}<b>{{count}}</b>{{/isSome}}{{^isSome}}{{count}}{{/isSome}}</a> {{/counts}}</td><td>{{#since}}{{at}}<br><small>{{age}}</small>{{/since}}{{^since}}–{{/since}}</td><td>{{round}}</td></tr>{{/work}}
</tbody></table></div>{{/isEmpty}}
{{#chosen}}<h2>{{title}}</h2>
<p class="hint">{{why}}</p>
{{#isEmpty}}<p class="empty">{{w.carriers.noIntents}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows loose"><thead><tr><th>{{w.carriers.card}}</th><th>{{w.carriers.wish}}</th><th>{{w.carriers.wishedAt}}</th><th class="number">{{w.carriers.tries}}</th><th>{{w.carriers.last}}</th><th>{{w.carriers.due}}</th>{{#hasActs}}<th>{{#isByHand}}{{w.carriers.settle}}{{/isByHand}}{{^isByHand}}{{w.carriers.ask}}{{/isByHand}}</th>{{/hasActs}}</tr></thead><tbody>
{{#intents}}<tr><td><a class="code" href="{{href}}">{{iccid}}</a></td><td>{{wish}}{{#reason}} <small>{{.}}</small>{{/reason}}</td><td>{{since}} <small>{{age}}</small></td><td class="number">{{tries}}</td><td>{{last}}</td><td>{{due}}</td>{{#hasActs}}<td class="acts">{{#isByHand}}{{#isOfCase}}<a href="{{cases}}">{{w.carriers.atCase}}</a>{{/isOfCase}}{{^isOfCase}}<form method="post" action="{{settle}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="ordinal" value="{{ordinal}}"><input type="hidden" name="carrier" value="{{carrier}}"><button name="outcome" value="done">✓ {{w.carriers.done}}</button> <button class="quiet" name="outcome" value="failed">✕ {{w.carriers.failed}}</button></form>{{/isOfCase}}{{/isByHand}}{{#mayAsk}}<form method="post" action="{{ask}}" data-once><input type="hidden" name="form" value="{{form}}"><button class="quiet">{{w.carriers.ask}}</button></form>{{/mayAsk}}</td>{{/hasActs}}</tr>{{/intents}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>{{/chosen}}
"""##,
        "case": ##"""
<h1>{{title}}</h1>
<p class="hint">{{kind}} · {{channel}} · {{w.queue.cards}} {{cards}} · {{since}} · <b>{{state}}</b> · <a href="{{registrationHref}}">{{w.case.registration}}</a></p>
{{#draftHref}}<p><a class="button main" href="{{.}}">{{w.case.goOn}}</a></p>{{/draftHref}}
{{> errors}}
{{#unit}}<p><b>{{name}}</b> <span class="code">{{code}}</span></p>{{/unit}}
{{#eyes}}<p class="panel">{{.}}</p>{{/eyes}}
{{#isWithheld}}<p class="panel">{{w.case.withheld}}</p>{{/isWithheld}}
{{#isFree}}<p class="panel">{{w.case.free}}</p>
<form method="post" action="{{link.nextCase}}"><input type="hidden" name="form" value="{{form}}"><button class="main" data-key="n">{{w.queue.next}} <kbd>n</kbd></button></form>{{/isFree}}
<div class="sides">
<section><h2>{{w.case.content}}</h2>
{{#parties}}<h3>{{name}}</h3><dl class="facts">{{#rows}}<div><dt>{{name}}</dt><dd>{{text}}</dd></div>{{/rows}}</dl>{{/parties}}
{{> completed-parts}}
{{#hasFacts}}<h3>{{w.case.more}}</h3><dl class="facts">{{#facts}}<div><dt>{{name}}</dt><dd>{{text}}</dd></div>{{/facts}}</dl>{{/hasFacts}}
{{#hasNamedCards}}<h3>{{w.queue.cards}}</h3><ul class="numbers">{{#namedCards}}<li class="code">{{#pages}}<a href="{{.}}">{{iccid}}</a>{{/pages}}{{^pages}}{{iccid}}{{/pages}}</li>{{/namedCards}}</ul>{{#moreCards}}<p class="hint">{{.}}</p>{{/moreCards}}{{/hasNamedCards}}
{{#mayReveal}}<form method="post" action="{{revealHref}}" class="reveal"><input type="hidden" name="form" value="{{form}}"><label for="purpose">{{w.case.why}}</label><input id="purpose" name="purpose" value="{{purpose}}" minlength="4" maxlength="200" required><button data-key="u">{{w.case.reveal}} <kbd>u</kbd></button></form>{{/mayReveal}}
{{#isRevealed}}<p class="hint">{{w.case.revealed}}</p>{{/isRevealed}}
{{#hasChecks}}<h3>{{w.case.checks}}</h3><ul class="checks">{{#findings}}<li class="{{tone}}"><b>{{sign}} {{verdict}}</b> {{subject}}{{text}} {{> rule-links}}</li>{{/findings}}</ul>
<details><summary>✓ {{passedText}}</summary><ul class="checks">{{#passed}}<li>✓ {{subject}}{{text}} {{> rule-links}}</li>{{/passed}}</ul></details>{{/hasChecks}}
{{#decision}}<h3>{{w.case.decision}}</h3><div class="panel"><p><b>{{verdict}}</b>{{w.common.pause}}{{at}}</p>{{#reasons}}<p>{{place}}{{w.common.colon}}{{text}}</p>{{/reasons}}{{#note}}<p>{{.}}</p>{{/note}}{{#remark}}<p class="hint">{{.}}</p>{{/remark}}</div>{{/decision}}
{{#hasReplies}}<h3>{{w.case.carrierReply}}</h3>{{/hasReplies}}{{#replies}}<div class="panel"><p><b>{{sign}} {{name}}</b>{{w.common.pause}}{{at}} · <span class="code">{{receipt}}</span></p></div>{{/replies}}
{{#hasOpinions}}<h3>{{w.case.opinions}}</h3>{{/hasOpinions}}{{#opinions}}<div class="panel"><p><b>{{verdict}}</b>{{w.common.pause}}{{at}}{{#isOwn}} · {{w.queue.heldByYou}}{{/isOwn}}</p>{{#reasons}}<p>{{place}}{{w.common.colon}}{{text}}</p>{{/reasons}}{{#said}}<p class="hint">{{.}}</p>{{/said}}</div>{{/opinions}}
{{#again}}<h3>{{w.again.one}}</h3><div class="panel">{{#found}}<p><b>{{verdict}}</b>{{w.common.pause}}{{at}}</p>{{#reasons}}<p>{{place}}{{w.common.colon}}{{text}}</p>{{/reasons}}{{#said}}<p class="hint">{{.}}</p>{{/said}}{{/found}}{{^found}}<p>{{w.again.waits}}</p>{{/found}}{{#look}}<p><a class="button" href="{{.}}">{{w.again.look}}</a></p>{{/look}}</div>{{/again}}
{{#verifications}}<h3>{{w.case.provider}}{{w.common.colon}}{{method}}</h3><div class="panel"><p><b>{{sign}} {{verdict}}</b>{{#isSandbox}} <b class="lacking">△ {{w.case.sandbox}}</b>{{/isSandbox}}</p><p>{{vendor}} {{product}} · {{at}}{{#score}} · {{.}}{{/score}}{{#liveness}} · {{.}}{{/liveness}}</p></div>{{/verifications}}
{{#readings}}<h3>{{w.case.reading}}{{w.common.colon}}{{slot}}{{w.common.pause}}{{field}}</h3><p>{{w.case.read}} <b>{{read}}</b> · {{w.case.confirmed}} <b>{{confirmed}}</b>{{#isDifferent}} <b class="lacking">≠ {{w.case.different}}</b>{{/isDifferent}}{{#isSame}} <b>= {{w.case.same}}</b>{{/isSame}}</p>{{/readings}}
</section>
<section><h2>{{w.case.evidence}}</h2>
{{#lacksLiveness}}<p class="hint"><b class="lacking">△ {{w.case.noLiveness}}</b> {{w.case.lookYourself}}</p>{{/lacksLiveness}}
{{#evidence}}<figure data-zoom><figcaption>{{slot}}{{#ground}} <b>◆ {{.}}</b>{{/ground}}{{#prompt}} <b>{{.}}</b>{{/prompt}}{{#shown}}{{#isUsedElsewhere}} <b class="lacking">△ {{w.case.usedElsewhere}}</b>{{/isUsedElsewhere}}{{/shown}}</figcaption>{{#shown}}{{#isPicture}}<a href="{{href}}" target="_blank" rel="noopener"><img src="{{href}}" alt="{{alt}}" loading="lazy"></a><p class="tools" hidden><button type="button" class="quiet" data-larger aria-pressed="false">{{w.case.larger}}</button> <button type="button" class="quiet" data-turn>{{w.case.turn}}</button>{{#hasSeveralPictures}} <button type="button" class="quiet" data-beside>{{w.case.beside}}</button>{{/hasSeveralPictures}}</p>{{/isPicture}}{{^isPicture}}<a class="button" href="{{href}}" target="_blank" rel="noopener">{{w.case.openPaper}}</a>{{/isPicture}}{{/shown}}{{^shown}}<p class="hint">{{w.case.notShown}}</p>{{/shown}}</figure>{{/evidence}}
{{^evidence}}<p class="empty">{{w.case.noEvidence}}</p>{{/evidence}}
</section>
</div>
{{#hasSeveralPictures}}<dialog class="compare" aria-labelledby="compare-title">
<h2 id="compare-title">{{w.case.compare}}</h2>
<div class="panes">
<section data-pane><p class="row"><label class="away" for="left">{{w.case.left}}</label><select id="left"></select> <button type="button" class="quiet" data-turn>{{w.case.turn}}</button></p><div class="view" tabindex="0" role="group" aria-label="{{w.case.left}}"><canvas></canvas></div></section>
<section data-pane><p class="row"><label class="away" for="right">{{w.case.right}}</label><select id="right"></select> <button type="button" class="quiet" data-turn>{{w.case.turn}}</button></p><div class="view" tabindex="0" role="group" aria-label="{{w.case.right}}"><canvas></canvas></div></section>
</div>
<p class="row"><label for="zoom">{{w.case.zoom}}</label> <input id="zoom" type="range" min="1" max="8" step="0.5" value="1"> <kbd>−</kbd> <kbd>+</kbd> <button type="button" data-close>{{w.case.closeCompare}} <kbd>Esc</kbd></button></p>
</dialog>{{/hasSeveralPictures}}
{{#isDecidable}}<section class="decide"><h2>{{w.case.decide}}</h2>
<form method="post" action="{{decisionHref}}" data-once>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}">
<fieldset class="verdicts"><legend class="away">{{w.case.decide}}</legend>
{{#verdicts}}<label><input type="radio" name="verdict" value="{{code}}" data-key="{{key}}" data-name="{{name}}"{{#isChosen}} checked{{/isChosen}}> {{sign}} {{name}} <kbd>{{key}}</kbd></label>
{{/verdicts}}</fieldset>
<p class="field reasons"><label for="reason">{{w.case.list}} <kbd>w</kbd></label><select id="reason" name="reason" size="12" data-key="w" data-reasons aria-describedby="reason-hint"><option value="" data-key="0">0 {{w.case.noReason}}</option>{{#reasonGroups}}<optgroup label="{{label}}" data-verdict="{{verdict}}">{{#options}}<option value="{{value}}"{{#key}} data-key="{{.}}"{{/key}}{{#isChosen}} selected{{/isChosen}}>{{text}}</option>{{/options}}</optgroup>{{/reasonGroups}}</select> <output for="reason" data-said></output> <span class="hint" id="reason-hint">{{w.case.listHint}}</span></p>
<details{{#hasMoreReasons}} open{{/hasMoreReasons}}><summary>{{w.case.moreReasons}}</summary>
{{#reasonRows}}<p class="reason"><label class="away" for="pointer{{n}}">{{w.case.about}}</label><select id="pointer{{n}}" name="pointer{{n}}">{{#pointers}}<option value="{{pointer}}"{{#isChosen}} selected{{/isChosen}}>{{text}}</option>{{/pointers}}</select> <label class="away" for="code{{n}}">{{w.case.reason}}</label><select id="code{{n}}" name="code{{n}}"><option value="">{{w.case.noReason}}</option>{{#codes}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{text}}</option>{{/codes}}</select></p>{{/reasonRows}}</details>
<p class="field"><label for="note">{{w.case.note}}</label><textarea id="note" name="note" rows="2" maxlength="500">{{note}}</textarea></p>
<p class="field"><label for="remark">{{w.case.remark}}</label><textarea id="remark" name="remark" rows="1" maxlength="500">{{remark}}</textarea></p>
<p class="row"><button class="main">{{w.case.send}} <kbd>Ctrl Enter</kbd></button> <button class="quiet" formaction="{{releaseHref}}" formnovalidate>{{w.case.release}}</button></p>
</form></section>{{/isDecidable}}
{{#replyForm}}<section class="drop" id="carrier-reply"><h2>{{w.case.carrierReply}}</h2>
<p class="hint">{{w.case.carrierReplyHint}}</p>
<form method="post" action="{{action}}" data-once>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}">
<fieldset class="verdicts"><legend class="away">{{w.case.carrierReply}}</legend>
{{#answers}}<label><input type="radio" name="answer" value="{{code}}"{{#isChosen}} checked{{/isChosen}} required> {{sign}} {{name}}</label>
{{/answers}}</fieldset>
<div class="grid">
<p><label for="receipt">{{w.case.receipt}}</label><input id="receipt" name="receipt" value="{{receipt}}" maxlength="64" spellcheck="false" autocomplete="off" required></p>
<p><label for="carrierCode">{{w.case.carrierCode}}</label><input id="carrierCode" name="carrierCode" value="{{carrierCode}}" maxlength="40" spellcheck="false" autocomplete="off"></p>
<p><label for="why">{{w.case.carrierWhy}}</label><input id="why" name="why" value="{{why}}" maxlength="200" autocomplete="off"></p>
</div>
<p><button class="main">{{w.case.noteReply}}</button></p>
</form></section>{{/replyForm}}
{{#again}}{{#sheet}}<section class="decide"><h2>{{w.again.decide}}</h2>
<form method="post" action="{{action}}" data-once>
<input type="hidden" name="form" value="{{form}}">
<fieldset class="verdicts"><legend class="away">{{w.again.decide}}</legend>
{{#findings}}<label><input type="radio" name="verdict" value="{{code}}" data-key="{{key}}"{{#isChosen}} checked{{/isChosen}}> {{sign}} {{name}} <kbd>{{key}}</kbd></label>
{{/findings}}</fieldset>
{{#reasonRows}}<p class="reason"><label class="away" for="again-pointer{{n}}">{{w.case.about}}</label><select id="again-pointer{{n}}" name="pointer{{n}}">{{#pointers}}<option value="{{pointer}}"{{#isChosen}} selected{{/isChosen}}>{{text}}</option>{{/pointers}}</select> <label class="away" for="again-code{{n}}">{{w.case.reason}}</label><select id="again-code{{n}}" name="code{{n}}"><option value="">{{w.case.noReason}}</option>{{#codes}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{text}}</option>{{/codes}}</select></p>{{/reasonRows}}
<p class="field"><label for="again-remark">{{w.case.remark}}</label><textarea id="again-remark" name="remark" rows="2" maxlength="500">{{remark}}</textarea></p>
<p class="row"><button class="main">{{w.again.send}} <kbd>Ctrl Enter</kbd></button></p>
</form></section>{{/sheet}}{{/again}}
"""##,
        "coming-version": ##"""
{{#coming}}<p class="hint" id="coming">{{.}}</p>{{/coming}}
"""##,
        "completed-parts": ##"""
{{#completed}}<p{{#isLacking}} class="lacking"{{/isLacking}}>{{mark}} <b>{{name}}</b>{{w.common.colon}}{{text}}</p>{{/completed}}
"""##,
        "counter-said": ##"""
<fieldset class="asked"{{#isFocused}} tabindex="-1" data-focus{{/isFocused}}><legend>{{w.counter.personAsked}}</legend>{{#choices}}<p><label class="tick"><input type="radio" id="{{id}}" name="{{field}}" value="{{code}}"{{#isChosen}} checked{{/isChosen}}> {{text}}</label></p>{{/choices}}</fieldset>
"""##,
        "counter-slip": ##"""
<h1 class="offprint">{{title}}</h1>
<div class="panel offprint" role="status" tabindex="-1" data-focus><h2>✓ {{w.counter.handedIn}}</h2><p>{{outcome}}</p><p class="hint">{{w.registration.state}}{{w.common.colon}}{{state}} · {{passedText}}</p></div>
{{#hasFindings}}<section class="offprint"><h2>△ {{w.draft.warnings}}</h2><ul class="checks">{{#findings}}<li>△ <b>{{subject}}</b>{{text}} {{> rule-links}}</li>{{/findings}}</ul></section>{{/hasFindings}}
<p class="row offprint"><a class="button main" href="{{next}}">{{w.counter.next}}</a> <button type="button" data-print hidden>{{w.counter.print}}</button> <a class="button" href="{{registration}}">{{w.counter.registration}}</a></p>
{{#slip}}<section class="slip" lang="{{lang}}"><h2>{{heading}}</h2>
<p>{{codeLabel}}<br><b class="code big">{{code}}</b></p>
<dl class="facts">{{#rows}}<div><dt>{{name}}</dt><dd>{{text}}</dd></div>{{/rows}}</dl>
<p>{{where}}</p>{{#drawing}}<svg viewBox="0 0 {{side}} {{side}}" role="img" aria-label="{{alt}}"><rect width="{{side}}" height="{{side}}" fill="#fff"/><path d="{{path}}" fill="#000"/></svg>{{/drawing}}
<p>{{after}}</p><p>{{legal}}</p><p class="hint">{{masked}}</p></section>{{/slip}}
"""##,
        "counter": ##"""
<h1>{{title}}</h1>
{{> errors}}
{{^mayBegin}}<p class="panel">{{w.drafts.noChannel}}</p>{{/mayBegin}}
{{#resumesText}}<p><b>{{.}}</b> {{w.counter.againLead}}</p>{{/resumesText}}
{{#sentBack}}<div class="panel bad"><h2>↩ {{w.draft.sentBack}}</h2><p>{{at}}</p>{{#reasons}}<p><b>{{place}}</b> {{text}}{{#ways}} <a href="{{.}}">{{w.draft.mendThere}}</a>{{/ways}}</p>{{/reasons}}{{#notes}}<p>{{.}}</p>{{/notes}}</div>{{/sentBack}}
{{#mayBegin}}<p class="hint">{{w.counter.lead}}</p>
<form method="post" action="{{action}}" enctype="multipart/form-data" autocomplete="off" data-once data-desk>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="owner" value="{{owner}}">{{#resumes}}<input type="hidden" name="case" value="{{id}}"><input type="hidden" name="caseVersion" value="{{version}}"><input type="hidden" name="ticksOf" value="{{ticksOf}}">{{/resumes}}
<button class="away" tabindex="-1" aria-hidden="true" name="act" value="check">{{w.counter.check}}</button>
<section class="drop" aria-labelledby="card-title"><h2 id="card-title">1 · {{w.counter.card}}</h2>
<p class="field"><label for="card">{{w.counter.cardLabel}}</label><span class="hint" id="card-hint">{{w.counter.cardHint}}</span><input id="card" name="card" value="{{card}}" inputmode="text" autocapitalize="characters" spellcheck="false" maxlength="64" aria-describedby="card-hint" data-scan{{^outlook}} autofocus{{/outlook}}></p>
{{#channel}}<input type="hidden" name="channel" value="{{.}}">{{/channel}}
{{#hasChannels}}<p class="field"><label for="channel">{{w.drafts.channel}}</label><select id="channel" name="channel">{{#channels}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/channels}}</select></p>{{/hasChannels}}
<p><button name="act" value="check">{{w.counter.look}} <kbd>Enter</kbd></button></p>
{{#outlook}}<p>{{#isFree}}<b>✓ {{w.counter.free}}</b>{{/isFree}}{{^isFree}}<b class="lacking">✕ {{w.counter.notFree}}</b>{{/isFree}} <a class="code" href="{{href}}">{{iccid}}</a> · {{carrier}} · {{product}} · {{cardClass}}</p>
<details{{#isFirstLook}} open{{/isFirstLook}}><summary>{{w.counter.needs}}</summary><div class="scroll" tabindex="0" role="region" aria-label="{{w.counter.needs}}"><table class="loose" id="needs"><thead><tr><th>{{w.policy.method}}</th><th>{{w.policy.why}}</th><th>{{w.policy.owner}}</th></tr></thead><tbody>
{{#needs}}<tr><td>{{method}}</td><td class="text">{{why}} {{> rule-links}}</td><td>{{owner}}</td></tr>{{/needs}}
</tbody></table></div>{{#most}}<p>{{.}}</p>{{/most}}</details>{{/outlook}}
</section>
{{#person}}
<section class="drop" aria-labelledby="notices-title"><h2 id="notices-title">2 · {{w.counter.notices}}</h2>
<p class="hint">{{w.counter.noticesLead}} {{versionText}}</p>
<input type="hidden" name="noticeVersion" value="{{noticeVersion}}">
<p class="row"><label for="reads">{{w.counter.reads}}</label> <select id="reads" name="reads">{{#reads}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/reads}}</select> <button class="quiet" name="act" value="check">{{w.counter.show}}</button></p>
{{#notices}}<div class="notice" lang="{{noticeLang}}"><h3>{{title}}</h3><p>{{text}}</p></div>
<p><label class="tick"><input type="checkbox" id="consent-{{code}}" name="consent-{{code}}" value="yes"{{#isGiven}} checked{{/isGiven}}> {{w.counter.agreed}}<span class="away"> {{title}}</span></label> {{> rule-links}}</p>{{/notices}}
{{#otherConsents}}<input type="hidden" name="consent-{{.}}" value="yes">{{/otherConsents}}
<div class="notice" lang="{{noticeLang}}"><h3>{{w.counter.legal}}</h3><p>{{legal}}</p></div>
<p><label class="tick"><input type="checkbox" id="noticeAccepted" name="noticeAccepted" value="yes"{{#isLegalAccepted}} checked{{/isLegalAccepted}}> {{w.counter.legalAccepted}}</label></p>
</section>
<section class="drop" aria-labelledby="person-title"><h2 id="person-title">3 · {{w.counter.person}}</h2>
<p class="hint">{{w.counter.personLead}}</p>
{{#marks}}<input type="hidden" name="read-{{field}}" value="{{text}}">{{/marks}}
{{#groups}}{{#isFolded}}<details class="folded" id="{{id}}"{{#isOpen}} open{{/isOpen}}><summary>{{name}}</summary>{{#faults}}<p class="fault">✕ {{.}}</p>{{/faults}}{{#said}}{{> counter-said}}{{/said}}{{> draft-fields}}</details>{{/isFolded}}{{^isFolded}}<fieldset class="asked" id="{{id}}"><legend>{{name}}</legend>{{#faults}}<p class="fault">✕ {{.}}</p>{{/faults}}{{#said}}{{> counter-said}}{{/said}}{{> draft-fields}}</fieldset>{{/isFolded}}
{{/groups}}
{{#quota}}<p class="panel{{#isFull}} bad{{/isFull}}" id="quota" role="status">{{#isFull}}✕ {{/isFull}}{{text}}{{#release}} {{.}}{{/release}} {{> rule-links}}</p>{{/quota}}
<p><button name="act" value="check">{{w.counter.check}}</button></p>
</section>
<section class="drop" aria-labelledby="papers-title"><h2 id="papers-title">4 · {{w.counter.papers}}</h2>
<p class="hint">{{limit}} {{w.counter.papersLead}} {{w.draft.purged}}</p>
{{#papers}}<div class="paper" id="{{slot}}"{{#isTouched}} tabindex="-1" data-focus{{/isTouched}}><div><h3><span{{#isLacking}} class="lacking"{{/isLacking}}>{{mark}}</span> {{name}} <small>{{word}}</small></h3>
{{#isPhoto}}<p class="hint">{{w.counter.photoHint}}</p>{{/isPhoto}}
{{#faults}}<p class="fault">✕ {{text}} {{mend}}</p>{{/faults}}</div>
<div>{{#piece}}<p>{{kind}} · {{size}} · {{at}}{{#isUsedElsewhere}} <b class="lacking">△ {{w.case.usedElsewhere}}</b>{{/isUsedElsewhere}} <input type="hidden" name="piece-{{slot}}" value="{{id}}"><button class="quiet" name="act" value="remove-{{slot}}">{{w.draft.remove}}<span class="away"> {{name}}</span></button></p>{{/piece}}
<p class="row"><label class="away" for="{{slot}}-file">{{name}}</label><input type="file" id="{{slot}}-file" name="file-{{slot}}" accept="{{accept}}"> <button name="act" value="check">{{w.draft.add}}<span class="away"> {{name}}</span></button></p>
{{#mayInsist}}<p><label class="tick"><input type="checkbox" name="insist-{{slot}}" value="yes"> {{w.counter.insist}}</label></p>{{/mayInsist}}</div>
</div>{{/papers}}
</section>
<section class="decide" aria-labelledby="hand-in-title"><h2 id="hand-in-title">5 · {{w.counter.handIn}}</h2>
{{#warnings}}<p>△ <b>{{place}}</b> {{text}} {{> rule-links}}</p>{{/warnings}}
{{#lackingText}}<p class="lacking">○ {{.}}</p>{{/lackingText}}{{#isComplete}}<p>✓ {{w.draft.complete}}</p>{{/isComplete}}
<p><button class="main" name="act" value="hand-in">{{w.counter.handIn}} <kbd>Ctrl Enter</kbd></button></p>
</section>
{{/person}}
</form>{{/mayBegin}}
"""##,
        "custody": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
{{#outcome}}<div class="panel" role="status" tabindex="-1" data-focus><h2>✓ {{text}}</h2>
{{#alreadyThere}}<p>{{.}}</p>{{/alreadyThere}}
{{#hasLeft}}<p><b>{{w.custodyPage.left}}</b></p><ul>{{#left}}<li><b>{{n}}</b> · {{why}} <span class="mend">{{what}}</span> {{> rule-links}}</li>{{/left}}</ul>{{/hasLeft}}
{{#hasMissing}}<p>{{w.search.missingTitle}}</p><ul class="numbers">{{#missing}}<li class="code">{{number}}</li>{{/missing}}</ul>{{/hasMissing}}</div>{{/outcome}}
{{#mayMove}}<form method="post" action="{{action}}" class="drop" data-once>
<h2>{{w.custodyPage.choose}}</h2>
<p class="hint">{{w.custodyPage.lead}}</p>
<input type="hidden" name="form" value="{{form}}">
<div class="grid">
<p><label for="batch">{{w.cards.batch}}</label><input id="batch" name="batch" value="{{batch}}" maxlength="64"></p>
<p><label for="from">{{w.custodyPage.from}}</label><input id="from" name="from" value="{{from}}" inputmode="numeric" maxlength="26" spellcheck="false"></p>
<p><label for="to">{{w.custodyPage.to}}</label><input id="to" name="to" value="{{to}}" inputmode="numeric" maxlength="26" spellcheck="false"></p>
</div>
<p class="field"><label for="list">{{w.custodyPage.numbers}}</label><textarea id="list" name="numbers" rows="3" spellcheck="false" autocomplete="off">{{numbers}}</textarea></p>
<p><label><input type="checkbox" name="leavingOthers" value="yes"{{#isLeaving}} checked{{/isLeaving}}> {{w.custodyPage.leaving}}</label></p>
<div class="row">{{#hasTargets}}<label for="organisation">{{w.custodyPage.target}}</label><select id="organisation" name="organisation"><option value="">–</option>{{#targets}}<option value="{{id}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/targets}}</select>
<button class="main" name="act" value="allocate">{{w.custodyPage.allocate}}</button>{{/hasTargets}}{{^hasTargets}}<span class="hint">{{w.custodyPage.noTargets}}</span>{{/hasTargets}}
<button class="quiet" name="act" value="recall">{{w.custodyPage.recall}}</button></div>
</form>{{/mayMove}}
<h2>{{w.custodyPage.acts}}</h2>
{{#isEmpty}}<p class="empty">{{w.custodyPage.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.custodyPage.acts}}"><table class="rows"><thead><tr><th>{{w.custodyPage.at}}</th><th>{{w.custodyPage.kind}}</th><th class="number">{{w.queue.cards}}</th><th>{{w.custodyPage.giver}}</th><th>{{w.custodyPage.taker}}</th><th>{{w.custodyPage.how}}</th></tr></thead><tbody>
{{#acts}}<tr><td>{{at}}</td><td>{{kind}}</td><td class="number">{{cards}}</td><td>{{from}}</td><td>{{to}}</td><td>{{how}}</td></tr>{{/acts}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "device-pool": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint"><a href="{{all}}">{{w.devicePools.back}}</a></p>
{{#done}}<div class="panel" role="status" tabindex="-1" data-focus><h2>✓ {{text}}</h2>
{{#unchanged}}<p>{{.}}</p>{{/unchanged}}{{#resumed}}<p>{{.}}</p>{{/resumed}}
{{#hasLeft}}<p><b>{{w.custodyPage.left}}</b></p><ul>{{#left}}<li><b>{{n}}</b> · {{why}} {{> rule-links}}</li>{{/left}}</ul>{{/hasLeft}}
{{#hasMissing}}<p>{{w.search.missingTitle}}</p><ul class="numbers">{{#missing}}<li class="code">{{number}}</li>{{/missing}}</ul>{{/hasMissing}}</div>{{/done}}
<dl class="facts"><div><dt>{{w.devicePools.devices}}</dt><dd><b>{{deviceCount}}</b></dd></div><div><dt>{{w.devicePools.cards}}</dt><dd><b>{{cardCount}}</b></dd></div></dl>
{{#mayChange}}<form method="post" action="{{deviceAction}}" enctype="multipart/form-data" class="drop" data-once>
<h2>{{w.devicePools.devicesTitle}}</h2>
<p class="hint">{{w.devicePools.devicesLead}}{{max}}</p>
<input type="hidden" name="form" value="{{form}}">
<p class="field"><label for="imeis">{{w.devicePools.imeis}}</label><textarea id="imeis" name="imeis" rows="4" spellcheck="false" autocomplete="off">{{imeis}}</textarea></p>
<p><label><input type="radio" name="act" value="declare" checked> {{w.devicePools.declare}}</label> <label><input type="radio" name="act" value="withdraw"> {{w.devicePools.withdraw}}</label></p>
<p class="field"><label for="file">{{w.devicePools.file}}</label><input id="file" name="file" type="file" accept=".csv,.txt"></p>
<p><button class="main">{{w.devicePools.goDevices}}</button></p></form>
<form method="post" action="{{cardAction}}" class="drop" data-once>
<h2>{{w.devicePools.cardsTitle}}</h2>
<p class="hint">{{w.devicePools.cardsLead}}</p>
<input type="hidden" name="form" value="{{form}}">
<p class="field"><label for="list">{{w.custodyPage.numbers}}</label><textarea id="list" name="numbers" rows="3" spellcheck="false" autocomplete="off">{{numbers}}</textarea></p>
<p><label><input type="checkbox" name="leavingOthers" value="yes"> {{w.devicePools.leaving}}</label></p>
<p><button class="main">{{w.devicePools.goCards}}</button></p></form>{{/mayChange}}
<h2>{{w.devicePools.devices}}</h2>
{{^hasDevices}}<p class="empty">{{w.devicePools.noDevices}}</p>{{/hasDevices}}
{{#hasDevices}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.devicePools.devices}}"><table><thead><tr><th>IMEI</th><th>{{w.devicePools.since}}</th></tr></thead><tbody>
{{#devices}}<tr><td class="code">{{imei}}</td><td>{{since}}</td></tr>{{/devices}}
</tbody></table></div>{{/hasDevices}}
<p class="pages">{{#nextDevices}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/nextDevices}}</p>
<h2>{{w.devicePools.cards}}</h2>
{{^hasCards}}<p class="empty">{{w.devicePools.noCards}}</p>{{/hasCards}}
{{#hasCards}}<ul class="numbers">{{#cards}}<li><a class="code" href="{{href}}">{{iccid}}</a></li>{{/cards}}</ul>{{/hasCards}}
<p class="pages">{{#nextCards}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/nextCards}}</p>
"""##,
        "device-pools": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint">{{w.devicePools.lead}}</p>
{{#mayMake}}<form method="post" action="{{action}}" class="row" data-once><input type="hidden" name="form" value="{{form}}">
<label for="name">{{w.devicePools.name}}</label> <input id="name" name="name" value="{{name}}" maxlength="64" required> <button class="main">{{w.devicePools.make}}</button></form>{{/mayMake}}
{{#isEmpty}}<p class="empty">{{w.devicePools.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows"><thead><tr><th>{{w.devicePools.name}}</th><th>{{w.devicePools.organisation}}</th><th>{{w.devicePools.made}}</th></tr></thead><tbody>
{{#pools}}<tr><td><a href="{{href}}">{{name}}</a></td><td>{{organisation}}</td><td>{{made}}</td></tr>{{/pools}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "draft-cards": ##"""
<h1>{{title}}</h1>
{{> draft-steps}}
{{> errors}}
{{#outcome}}<div class="panel" role="status" tabindex="-1" data-focus><h2>✓ {{text}}</h2>
{{#repeated}}<p>{{.}}</p>{{/repeated}}
{{#hasMissing}}<p><b>{{missingText}}</b> {{w.search.missingText}}</p><ul class="numbers">{{#missing}}<li class="code">{{number}}</li>{{/missing}}</ul>{{/hasMissing}}</div>{{/outcome}}
{{> draft-needs}}
{{#hasCards}}<section><h2>{{w.draft.chosenTitle}}{{cardsChosen}}</h2>
{{> draft-left-out}}
<details{{#isFew}} open{{/isFew}}><summary>{{w.draft.which}}</summary><ul class="numbers">{{#named}}<li><a class="code" href="{{href}}">{{iccid}}</a></li>{{/named}}</ul>{{#moreCards}}<p class="hint">{{.}}</p>{{/moreCards}}</details>
<p><a class="button main" href="{{next}}">{{w.draft.onward}}</a></p></section>{{/hasCards}}
<form method="post" action="{{action}}" class="drop" data-once>
<h2>{{#hasCards}}{{w.draft.chooseOthers}}{{/hasCards}}{{^hasCards}}{{w.draft.choose}}{{/hasCards}}</h2>
<p class="hint">{{w.draft.chooseLead}}{{#hasCards}} {{w.draft.replaces}}{{/hasCards}}</p>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}">
<div class="grid">
<p><label for="batch">{{w.cards.batch}}</label><input id="batch" name="batch" value="{{batch}}" maxlength="64"></p>
<p><label for="from">{{w.custodyPage.from}}</label><input id="from" name="from" value="{{from}}" inputmode="numeric" maxlength="26" spellcheck="false"></p>
<p><label for="to">{{w.custodyPage.to}}</label><input id="to" name="to" value="{{to}}" inputmode="numeric" maxlength="26" spellcheck="false"></p>
</div>
<p class="field"><label for="list">{{w.custodyPage.numbers}}</label><textarea id="list" name="numbers" rows="5" spellcheck="false" autocomplete="off">{{numbers}}</textarea></p>
<p><button class="main">{{w.draft.take}}</button></p>
</form>
"""##,
        "draft-evidence": ##"""
<h1>{{title}}</h1>
{{> draft-steps}}
{{> errors}}
<p>{{limit}} {{w.draft.purged}}{{#lookHint}} {{.}}{{/lookHint}}</p>
{{#phone}}<details class="phone"><summary>{{w.draft.phone}}</summary><p>{{w.draft.phoneLead}}</p><svg viewBox="0 0 {{side}} {{side}}" role="img" aria-label="{{w.draft.phoneCode}}"><rect width="{{side}}" height="{{side}}" fill="#fff"/><path d="{{path}}" fill="#000"/></svg></details>{{/phone}}
{{#slots}}<section class="paper" id="{{slot}}"><div><h2><span{{#isLacking}} class="lacking"{{/isLacking}}>{{mark}}</span> {{name}} <small>{{word}}</small></h2>
<p class="hint">{{reason}} {{> rule-links}}</p></div>
<div><ul class="pieces">{{> draft-pieces}}</ul>
<form method="post" action="{{action}}" enctype="multipart/form-data" class="row" data-drop data-send data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="slot" value="{{slot}}"><label class="away" for="{{slot}}-file">{{name}}</label><input type="file" id="{{slot}}-file" name="file" accept="image/jpeg,image/png,application/pdf" required> <button>{{w.draft.add}}<span class="away"> {{name}}</span></button></form></div>
</section>{{/slots}}
{{#more}}<section class="paper"><h2>{{name}}</h2><ul class="pieces">{{> draft-pieces}}</ul></section>{{/more}}
<section class="paper"><h2>{{w.draft.others}}</h2>
<form method="post" action="{{action}}" enctype="multipart/form-data" class="row" data-drop data-once><input type="hidden" name="form" value="{{form}}"><label for="slot">{{w.draft.shows}}</label> <select id="slot" name="slot">{{#others}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/others}}</select> <label class="away" for="other-file">{{w.draft.others}}</label><input type="file" id="other-file" name="file" accept="image/jpeg,image/png,application/pdf" required> <button>{{w.draft.add}}</button></form></section>
<p class="row"><a class="button main" href="{{check}}">{{w.draft.toCheck}}</a></p>
"""##,
        "draft-fields": ##"""
{{#hints}}<p class="hint">{{.}}</p>{{/hints}}
<div class="grid top">{{#fields}}<p>{{#isTick}}<label class="tick"><input type="checkbox" id="{{id}}" name="{{id}}" value="yes"{{#isTicked}} checked{{/isTicked}}{{#isDescribed}} aria-describedby="{{id}}-faults"{{/isDescribed}}> {{label}}</label>{{/isTick}}{{^isTick}}<label for="{{id}}">{{label}}</label>{{/isTick}}{{#isText}}<input id="{{id}}" name="{{id}}" value="{{value}}" inputmode="{{mode}}" maxlength="200" spellcheck="false"{{#isDescribed}} aria-invalid="true" aria-describedby="{{id}}-faults"{{/isDescribed}}>{{/isText}}{{#isDate}}<input type="date" id="{{id}}" name="{{id}}" value="{{value}}"{{#isDescribed}} aria-invalid="true" aria-describedby="{{id}}-faults"{{/isDescribed}}>{{/isDate}}{{#isChoice}}<select id="{{id}}" name="{{id}}"{{#isDescribed}} aria-invalid="true" aria-describedby="{{id}}-faults"{{/isDescribed}}><option value="">–</option>{{#choices}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/choices}}</select>{{/isChoice}}{{#hints}}<span class="hint">{{.}}</span>{{/hints}}{{#needs}}<span class="hint"><span{{#isLacking}} class="lacking"{{/isLacking}}>{{mark}}<span class="away"> {{word}}</span></span> {{reason}} {{> rule-links}}</span>{{/needs}}{{#meanwhile}}<span class="hint">{{w.draft.standing}}{{.}}</span>{{/meanwhile}}{{#isDescribed}}<span class="fault" id="{{id}}-faults">{{#faults}}✕ {{text}} {{mend}} {{> rule-links}} {{/faults}}</span>{{/isDescribed}}</p>{{/fields}}</div>
"""##,
        "draft-left-out": ##"""
<p>● {{w.draft.fit}}<b>{{fit}}</b></p>
{{#leftOutReasons}}<p class="lacking">✕ <b>{{n}}</b> {{text}} {{> rule-links}}</p>{{/leftOutReasons}}
{{#hasLeftOut}}<details><summary>{{w.draft.leftOut}}</summary><div class="scroll" tabindex="0" role="region" aria-label="{{w.draft.leftOut}}"><table class="loose"><thead><tr><th>ICCID</th><th>{{w.draft.why}}</th></tr></thead><tbody>
{{#leftOut}}<tr><td><a class="code" href="{{href}}">{{iccid}}</a></td><td>{{text}} {{> rule-links}}</td></tr>{{/leftOut}}
</tbody></table></div></details>{{/hasLeftOut}}
"""##,
        "draft-needs": ##"""
<ul class="checks needs">{{#needs}}<li{{#isLacking}} class="bad"{{/isLacking}}><b>{{mark}} {{word}}</b> {{reason}} {{> rule-links}}</li>{{/needs}}</ul>
"""##,
        "draft-parts": ##"""
<div class="offprint"><h1>{{title}}</h1>
{{> draft-steps}}
{{> errors}}</div>
{{#offers}}<div class="panel offprint" role="status" tabindex="-1" data-focus><h2>✓ {{w.parts.made}}</h2><p>{{w.parts.once}}</p></div>
<section class="slip"><h2>{{w.parts.slipTitle}}</h2>
<dl class="facts"><div><dt>{{w.party.unit}}</dt><dd>{{unit}}</dd></div><div><dt>{{w.parts.role}}</dt><dd>{{role}}</dd></div></dl>
<p>{{w.parts.slipText}}</p>
{{#drawings}}<svg viewBox="0 0 {{side}} {{side}}" role="img" aria-label="{{w.parts.drawing}}"><rect width="{{side}}" height="{{side}}" fill="#fff"/><path d="{{path}}" fill="#000"/></svg>{{/drawings}}
<p class="code hash">{{address}}</p>
<p>{{until}}</p></section>
<p class="row offprint"><button type="button" data-print hidden>{{w.parts.print}}</button></p>{{/offers}}
<div class="offprint"><p>{{w.parts.lead}}</p>
<ul class="checks"><li>{{w.parts.leadNotice}}</li><li>{{w.parts.leadNothing}}</li><li>{{hours}}</li></ul>
{{#hasParts}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="loose parts"><thead><tr><th>{{w.parts.role}}</th><th>{{w.draft.standingName}}</th><th>{{w.parts.act}}</th></tr></thead><tbody>
{{#parts}}<tr><td>{{name}}</td><td class="text">{{#lines}}<p{{#isLacking}} class="lacking"{{/isLacking}}>{{mark}} {{text}}</p>{{/lines}}{{#isUntouched}}<p>{{w.parts.none}}</p>{{/isUntouched}}</td><td><div class="row">
<form method="post" action="{{issue}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="role" value="{{role}}"><input type="hidden" name="given" value="{{given}}"><button>{{label}}<span class="away"> {{name}}</span></button></form>
{{#open}}<form method="post" action="{{revoke}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="link" value="{{id}}"><button class="quiet">{{w.parts.revoke}}<span class="away"> {{name}}</span></button></form>{{/open}}</div></td></tr>{{/parts}}
</tbody></table></div>{{/hasParts}}{{^hasParts}}<p class="empty">{{w.parts.noneToHand}}</p>{{/hasParts}}
</div>
"""##,
        "draft-pieces": ##"""
{{#pieces}}<li>{{kind}} · {{size}} · {{at}}{{#isUsedElsewhere}} <b class="lacking">△ {{w.case.usedElsewhere}}</b>{{/isUsedElsewhere}}{{#look}} <a href="{{.}}" target="_blank" rel="noopener">{{w.draft.look}}<span class="away"> {{slotName}}{{w.common.pause}}{{name}}</span></a>{{/look}} <form method="post" action="{{remove}}"><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="piece" value="{{id}}"><button class="quiet">{{w.draft.remove}}<span class="away"> {{name}}</span></button></form></li>{{/pieces}}
"""##,
        "draft-step": ##"""
<h1>{{title}}</h1>
{{> draft-steps}}
{{> errors}}
{{#isStale}}<p class="panel">{{w.draft.stale}}</p>{{/isStale}}
{{#leads}}<p>{{.}}</p>{{/leads}}
{{> draft-needs}}
{{#hasPart}}<p><a href="{{handOver}}">{{w.parts.link}}</a></p>{{/hasPart}}
<form method="post" action="{{action}}" class="drop" autocomplete="off" data-once{{^isStale}} data-keep{{/isStale}}>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}">
{{#groups}}{{#isFolded}}<details class="folded"{{#isOpen}} open{{/isOpen}}><summary>{{name}}</summary>{{> draft-fields}}</details>{{/isFolded}}{{^isFolded}}<fieldset class="asked"><legend>{{name}}</legend>{{> draft-fields}}</fieldset>{{/isFolded}}
{{/groups}}
<p class="row"><button class="main" name="act" value="next">{{w.draft.saveNext}} <kbd>Ctrl Enter</kbd></button> <button class="quiet" name="act" value="stay">{{w.draft.save}}</button> <span class="hint" role="status" data-kept data-saved="{{w.draft.kept}}" data-failed="{{w.draft.notKept}}" data-overtaken="{{w.draft.overtaken}}"></span></p>
</form>
"""##,
        "draft-steps": ##"""
<p class="hint"><span class="code">{{code}}</span> · {{kind}} · {{channel}} · {{w.queue.cards}} {{cardsChosen}} · {{w.drafts.saved}} {{saved}}{{#unitName}} · <b>{{.}}</b>{{/unitName}}</p>
{{#sentBack}}<div class="panel bad"><h2>↩ {{w.draft.sentBack}}</h2><p>{{at}}</p>{{#reasons}}<p><b>{{place}}</b> {{text}}{{#ways}} <a href="{{.}}">{{w.draft.mendThere}}</a>{{/ways}}</p>{{/reasons}}{{#notes}}<p>{{.}}</p>{{/notes}}</div>{{/sentBack}}
<nav class="tabs steps" aria-label="{{w.draft.steps}}">{{#steps}}<a href="{{href}}"{{#isCurrent}} aria-current="step"{{/isCurrent}}><span aria-hidden="true">{{mark}}</span> {{name}}<span class="away">{{w.common.open}}{{word}}{{w.common.close}}</span></a>{{/steps}}<a href="{{check}}"{{#isCheck}} aria-current="step"{{/isCheck}}>{{w.draft.check}}</a></nav>
"""##,
        "draft": ##"""
<h1>{{title}}</h1>
{{> draft-steps}}
{{> errors}}
<h2>{{w.draft.needed}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.draft.needed}}"><table class="loose"><thead><tr><th>{{w.draft.what}}</th><th>{{w.draft.entered}}</th><th>{{w.draft.standingName}}</th><th>{{w.draft.why}}</th><th>{{w.draft.where}}</th></tr></thead><tbody>
{{#demands}}<tr><td>{{name}}</td><td>{{#entered}}{{.}}{{/entered}}{{^entered}}–{{/entered}}</td><td class="state{{#isLacking}} lacking{{/isLacking}}">{{mark}} {{word}}</td><td class="text">{{reason}} {{> rule-links}}{{#faults}}<br><b class="lacking">✕ {{place}}</b> {{text}} <span class="mend">{{mend}}</span> {{> rule-links}}{{/faults}}</td><td><a href="{{href}}">{{step}}</a></td></tr>{{/demands}}
</tbody></table></div>
{{> completed-parts}}
<p><a href="{{handOver}}">{{w.parts.link}}</a></p>
{{#hasOthers}}<ul class="checks">{{#others}}<li class="bad"><b>✕ {{place}}</b> {{text}} <span class="mend">{{mend}}</span> {{> rule-links}}{{#href}} <a href="{{.}}">{{w.draft.mendThere}}</a>{{/href}}</li>{{/others}}</ul>{{/hasOthers}}
{{#hasWarnings}}<h2>△ {{w.draft.warnings}}</h2><ul class="checks">{{#warnings}}<li>△ <b>{{place}}</b> {{text}} {{> rule-links}}</li>{{/warnings}}</ul>{{/hasWarnings}}
{{#hasCards}}<h2>{{w.field.cards}}</h2>
{{> draft-left-out}}{{/hasCards}}
<section class="decide"><h2>{{w.draft.submit}}</h2>
{{#lackingText}}<p class="lacking">○ {{.}}</p>{{/lackingText}}{{#isComplete}}<p>✓ {{w.draft.complete}}</p>{{/isComplete}}
<form method="post" action="{{submit}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}"><p><button class="main">{{w.draft.submit}} <kbd>Ctrl Enter</kbd></button></p></form>
</section>
<details><summary>{{w.draft.discard}}</summary><form method="post" action="{{discard}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}"><p>{{w.draft.discardText}}</p><p><button class="quiet">{{w.draft.discardSure}}</button></p></form></details>
"""##,
        "drafts": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
{{#mayBegin}}<form method="post" action="{{action}}" class="drop" data-once>
<h2>{{w.drafts.newTitle}}</h2>
<p class="hint">{{w.drafts.lead}}</p>
<input type="hidden" name="form" value="{{form}}">
<p class="row"><label for="channel">{{w.drafts.channel}}</label> <select id="channel" name="channel">{{#channels}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/channels}}</select> <button class="main">{{w.drafts.begin}}</button></p>
</form>{{/mayBegin}}
{{^mayBegin}}<p class="panel">{{w.drafts.noChannel}}</p>{{/mayBegin}}
<h2>{{w.drafts.list}}</h2>
<nav class="tabs" aria-label="{{w.queue.states}}">{{#states}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/states}}</nav>
{{#isEmpty}}<p class="empty">{{w.drafts.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.drafts.list}}"><table class="rows"><thead><tr><th>{{w.registration.code}}</th><th>{{w.party.unit}}</th><th>{{w.queue.kind}}</th><th class="number">{{w.queue.cards}}</th><th>{{w.drafts.saved}}</th><th>{{w.drafts.by}}</th></tr></thead><tbody>
{{#drafts}}<tr><td><a class="code" href="{{href}}">{{code}}</a></td><td>{{unit}}</td><td>{{kind}}</td><td class="number">{{cards}}</td><td>{{saved}}</td><td>{{by}}</td></tr>{{/drafts}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "due-cards": ##"""
<h1>{{title}}</h1>
{{> tabs}}
<form method="get" action="{{action}}" class="filter">
<p><label for="kind">{{w.due.kind}}</label><select id="kind" name="kind">{{#kinds}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/kinds}}</select></p>
<p><label for="day">{{w.due.day}}</label><input id="day" name="day" type="date" value="{{day}}"></p>
<p><button>{{w.cards.filter}}</button></p>
</form>
<p class="hint">{{w.due.lead}}</p>
{{#isEmpty}}<p class="empty">{{w.due.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows"><thead><tr><th>{{w.due.at}}</th><th>{{w.carriers.card}}</th><th>{{w.cards.carrier}}</th><th>{{w.cards.product}}</th><th>{{w.cards.service}}</th><th>{{w.cards.batch}}</th></tr></thead><tbody>
{{#notices}}<tr><td>{{at}}</td><td><a class="code" href="{{href}}">{{iccid}}</a></td><td>{{carrier}}</td><td>{{product}}</td><td>{{serviceMark}} {{service}}{{#isStopped}} <span class="stopped">‖ {{stops}}</span>{{/isStopped}}</td><td>{{batch}}</td></tr>{{/notices}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "enrol": ##"""
<section class="door">
<h1>{{title}}</h1>
<p>{{w.enrol.lead}}</p>
{{> errors}}
<form method="post" action="{{link.enrol}}" data-once>
<input type="hidden" name="form" value="{{form}}">
<p class="field"><label for="token">{{w.enrol.token}}</label><input id="token" name="token" autocomplete="off" spellcheck="false" required></p>
<p class="field"><label for="login">{{w.enrol.login}}</label><span class="hint" id="login-hint">{{w.enrol.loginHint}}</span><input id="login" name="login" value="{{login}}" autocomplete="username" autocapitalize="none" spellcheck="false" aria-describedby="login-hint"></p>
<p class="field"><label for="password">{{w.enrol.password}}</label><span class="hint" id="password-hint">{{w.enrol.passwordHint}}{{charactersMin}}</span><input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="password-hint" required></p>
<p class="field"><label for="again">{{w.enrol.again}}</label><input id="again" name="again" type="password" autocomplete="new-password" required></p>
<p><button class="main">{{w.enrol.go}}</button></p>
</form>
<p><a href="{{link.signIn}}">{{w.enrol.toSignIn}}</a></p>
</section>
"""##,
        "enrolled": ##"""
<section class="door">
<h1>{{title}}</h1>
<p>{{w.enrol.doneText}} <b class="code">{{login}}</b></p>
{{#secret}}<h2>{{w.secondFactor.title}}</h2>
<p>{{w.enrol.factorText}}</p>
<p><b class="code big">{{text}}</b></p>
<p><a href="{{address}}">{{w.secondFactor.open}}</a></p>{{/secret}}
<p><a class="button main" href="{{link.signIn}}">{{w.enrol.toSignIn}}</a></p>
</section>
"""##,
        "enrolment": ##"""
{{#enrolment}}<p>{{w.staff.once}}</p><p><b class="code hash" id="secret">{{token}}</b></p><p class="hint">{{until}} <a href="{{link.enrol}}">{{w.staff.enrolAt}}</a></p>{{/enrolment}}
"""##,
        "entrances": ##"""
<div class="offprint"><h1>{{title}}</h1>
{{> tabs}}
{{> errors}}</div>
{{#done}}<div class="panel offprint" role="status" tabindex="-1" data-focus><h2>✓ {{text}}</h2>{{#once}}<p>{{.}}</p>
<p class="row"><button type="button" data-print hidden>{{w.entrances.print}}</button></p>{{/once}}</div>
{{#slips}}<section class="slip"><h2 class="code">{{iccid}}</h2>
{{#drawings}}<svg viewBox="0 0 {{side}} {{side}}" role="img" aria-label="{{w.entrances.drawing}} {{iccid}}"><rect width="{{side}}" height="{{side}}" fill="#fff"/><path d="{{path}}" fill="#000"/></svg>{{/drawings}}
{{#link}}<p>{{w.entrances.scan}}</p><p class="code hash">{{.}}</p>{{/link}}
{{#code}}<p>{{w.entrances.type}}</p><p><b class="code">{{.}}</b></p>{{/code}}
<p>{{until}}</p></section>{{/slips}}{{/done}}
<div class="offprint">
<form method="post" action="{{action}}" class="drop" data-once>
<h2>{{w.entrances.issueTitle}}</h2>
<p class="hint">{{w.entrances.lead}} {{shownMax}}</p>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="newest" value="{{newest}}">
<div class="grid top">
<p><label for="kind">{{w.entrances.kind}}</label><select id="kind" name="kind">{{#kinds}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/kinds}}</select></p>
<p><label for="batch">{{w.cards.batch}}</label><input id="batch" name="batch" value="{{batch}}" maxlength="64"></p>
<p><label for="days">{{w.entrances.days}}</label><input id="days" name="days" value="{{days}}" inputmode="numeric" maxlength="4" aria-describedby="days-most" required><span class="hint" id="days-most">{{daysMax}}</span></p>
<p><label for="deviceType">{{w.entrances.deviceType}}</label><input id="deviceType" name="deviceType" value="{{deviceType}}" maxlength="40"></p>
</div>
<p class="field"><label for="numbers-of">{{w.custodyPage.numbers}}</label><textarea id="numbers-of" name="numbers" rows="3" spellcheck="false" autocomplete="off">{{numbers}}</textarea></p>
<p class="row"><button class="main" name="act" value="show">{{w.entrances.show}}</button> <button class="quiet" name="act" value="file">{{w.entrances.file}}</button></p></form>
<h2>{{w.entrances.given}}</h2>
<form method="get" action="{{action}}" class="filter">
<p><label for="of-batch">{{w.cards.batch}}</label><input id="of-batch" name="batch" value="{{list}}" maxlength="64"></p>
<p><label for="of-standing">{{w.webhooks.state}}</label><select id="of-standing" name="standing"><option value="">{{w.cards.all}}</option>{{#standings}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/standings}}</select></p>
<p><button>{{w.cards.filter}}</button></p></form>
{{#isNarrowed}}<p class="hint">{{#ofCard}}{{.}} · {{/ofCard}}<a href="{{all}}">{{w.entrances.all}}</a></p>{{/isNarrowed}}
{{#isEmpty}}<p class="empty">{{#isNarrowed}}{{w.entrances.noneSuch}}{{/isNarrowed}}{{^isNarrowed}}{{w.entrances.none}}{{/isNarrowed}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.entrances.given}}"><table class="rows"><thead><tr><th>ICCID</th><th>{{w.entrances.kind}}</th><th>{{w.webhooks.state}}</th><th>{{w.entrances.deviceType}}</th><th>{{w.devicePools.organisation}}</th><th>{{w.entrances.issuedAt}}</th><th>{{w.entrances.expires}}</th><th><span class="away">{{w.entrances.revoke}}</span></th></tr></thead><tbody>
{{#entrances}}<tr><td><a class="code" href="{{href}}">{{iccid}}</a></td><td>{{kind}}</td><td>{{standing}}</td><td>{{deviceType}}</td><td>{{organisation}}</td><td>{{issued}}</td><td>{{until}}</td><td class="acts">{{#revoke}}<form method="post" action="{{.}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="card" value="{{card}}"><input type="hidden" name="batch" value="{{list}}"><input type="hidden" name="standing" value="{{ofStanding}}"><button class="quiet">{{w.entrances.revoke}}<span class="away"> {{iccid}}</span></button></form>{{/revoke}}</td></tr>{{/entrances}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
<form method="post" action="{{revokeAll}}" class="drop" data-once>
<h2>{{w.entrances.revokeTitle}}</h2>
<p class="hint">{{w.entrances.revokeLead}}</p>
<input type="hidden" name="form" value="{{form}}">
<p class="field narrow"><label for="batch-of">{{w.cards.batch}}</label><input id="batch-of" name="batch" value="{{revokedBatch}}" maxlength="64" required></p>
<p><label><input type="checkbox" name="sure" value="yes"> {{w.entrances.sure}}</label></p>
<p><button class="quiet">{{w.entrances.revokeAll}}</button></p></form>
</div>
"""##,
        "errors": ##"""
{{#hasErrors}}<div class="panel bad" role="alert" tabindex="-1" autofocus data-focus>
<h2><span class="sign" aria-hidden="true">✕</span> {{w.common.errorTitle}}</h2>
<ul>{{#errors}}<li>{{#href}}<a href="{{.}}">{{text}}</a>{{/href}}{{^href}}{{text}}{{/href}}{{#mend}} <span class="mend">{{.}}</span>{{/mend}} {{> rule-links}}</li>{{/errors}}</ul>
</div>{{/hasErrors}}
"""##,
        "expiries": ##"""
<h1>{{title}}</h1>
{{> tabs}}
<nav class="tabs" aria-label="{{title}}">{{#choices}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/choices}}</nav>
{{#isEmpty}}<p class="empty">{{w.expiries.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows"><thead><tr><th>{{w.unit.paper}}</th><th>{{w.field.validUntil}}</th><th>{{w.registration.code}}</th><th class="number">{{w.queue.cards}}</th></tr></thead><tbody>
{{#expiries}}<tr><td>{{paper}}</td><td>{{#until}}{{> until}}{{/until}}</td><td><a class="code" href="{{href}}">{{code}}</a></td><td class="number">{{cards}}</td></tr>{{/expiries}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#isLater}}<a href="{{first}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
{{#hasLeaving}}<section id="leaving"><h2>{{w.expiries.leaving}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.expiries.leaving}}"><table class="rows"><thead><tr><th>{{w.expiries.leavingAt}}</th><th>{{w.registration.code}}</th><th class="number">{{w.queue.cards}}</th></tr></thead><tbody>
{{#leaving}}<tr><td>{{at}}</td><td><a class="code" href="{{href}}">{{code}}</a></td><td class="number">{{cards}}</td></tr>{{/leaving}}
</tbody></table></div>{{#leavingCut}}<p class="hint">{{.}}</p>{{/leavingCut}}</section>{{/hasLeaving}}
{{#hasContracts}}<section id="contracts"><h2>{{w.expiries.contracts}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.expiries.contracts}}"><table class="rows"><thead><tr><th>{{w.figures.organisation}}</th><th>{{w.cards.carrier}}</th><th>{{w.contract.version}}</th><th>{{w.field.validUntil}}</th></tr></thead><tbody>
{{#contracts}}<tr><td><a href="{{href}}">{{agent}}</a></td><td>{{carrier}}</td><td>{{version}}</td><td>{{#until}}{{> until}}{{/until}}</td></tr>{{/contracts}}
</tbody></table></div>{{#contractsCut}}<p class="hint">{{.}}</p>{{/contractsCut}}</section>{{/hasContracts}}
"""##,
        "export-new": ##"""
<h1>{{title}}</h1>
{{> errors}}
<p class="hint">{{w.export.lead}}</p>
<form method="post" action="{{action}}" class="drop" data-once>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="kind" value="{{kind}}">
<h2>{{w.export.filter}}</h2>
<dl class="facts">{{#carried}}<div><dt>{{label}}</dt><dd>{{said}}<input type="hidden" name="{{name}}" value="{{value}}"></dd></div>{{/carried}}</dl>
{{^carried}}<p class="hint">{{w.export.everything}}</p>{{/carried}}
<fieldset class="ticks"><legend>{{w.cards.columns}}</legend>{{#columns}}<label><input type="checkbox" name="{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label> {{/columns}}</fieldset>
{{#isCards}}<p><label><input type="checkbox" name="unmasked" value="yes"{{#isUnmasked}} checked{{/isUnmasked}}> {{w.export.askUnmasked}}</label></p>{{/isCards}}
<p class="field"><label for="reason">{{w.export.why}}</label><textarea id="reason" name="reason" rows="2" minlength="4" maxlength="200" required>{{reason}}</textarea></p>
<p><button class="main">{{w.export.ask}}</button></p>
</form>
"""##,
        "export": ##"""
<h1>{{title}}</h1>
<p class="hint"><a href="{{back}}">{{w.export.title}}</a></p>
{{> errors}}
<dl class="facts"><div><dt>{{w.export.kind}}</dt><dd>{{kind}}</dd></div><div><dt>{{w.export.state}}</dt><dd><b>{{mark}} {{state}}</b></dd></div><div><dt>{{w.export.asker}}</dt><dd>{{asker}} · {{at}}</dd></div><div><dt>{{w.export.reason}}</dt><dd>{{reason}}</dd></div><div><dt>{{w.export.filter}}</dt><dd>{{filter}}</dd></div><div><dt>{{w.cards.columns}}</dt><dd>{{columns}}</dd></div><div><dt>{{w.export.numbers}}</dt><dd>{{#isUnmasked}}<b class="lacking">△ {{masked}}</b>{{/isUnmasked}}{{^isUnmasked}}{{masked}}{{/isUnmasked}}</dd></div>{{#decided}}<div><dt>{{w.export.decided}}</dt><dd>{{at}} · {{said}}</dd></div>{{/decided}}{{#isReady}}<div><dt>{{w.export.rows}}</dt><dd>{{rows}}</dd></div><div><dt>{{w.export.fetched}}</dt><dd>{{downloads}}</dd></div>{{/isReady}}<div><dt>{{untilName}}</dt><dd>{{until}}</dd></div></dl>
{{#failure}}<p class="panel">{{w.export.failedBecause}} <span class="code">{{.}}</span></p>{{/failure}}
{{#mayNot}}<p class="panel">{{w.export.waits}}</p>{{/mayNot}}
{{#isMaking}}<p class="panel">{{w.export.making}}</p>{{/isMaking}}
{{#file}}<form method="post" action="{{.}}"><input type="hidden" name="form" value="{{form}}"><p><button class="main">{{w.export.fetch}}</button></p></form>{{/file}}
{{#mayDecide}}<form method="post" action="{{action}}" class="drop" data-once><input type="hidden" name="form" value="{{form}}">
<p class="field"><label for="note">{{w.export.note}}</label><input id="note" name="note" value="{{note}}" maxlength="200"></p>
<p class="row"><button class="main" name="verdict" value="approve">✓ {{w.export.approve}}</button> <button name="verdict" value="refuse">✕ {{w.export.refuse}}</button></p></form>{{/mayDecide}}
"""##,
        "exports": ##"""
<h1>{{title}}</h1>
<nav class="tabs" aria-label="{{w.queue.states}}">{{#states}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/states}}</nav>
<p class="hint">{{w.export.lead}}</p>
{{#isEmpty}}<p class="empty">{{w.export.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.export.title}}"><table class="rows"><thead><tr><th>{{w.export.code}}</th><th>{{w.export.kind}}</th><th>{{w.export.state}}</th><th>{{w.export.askedAt}}</th><th>{{w.export.asker}}</th><th>{{w.export.reason}}</th></tr></thead><tbody>
{{#exports}}<tr><td><a class="code" href="{{href}}">{{code}}</a></td><td>{{kind}}</td><td>{{mark}} {{state}}</td><td>{{at}}</td><td>{{asker}}</td><td class="text">{{reason}}</td></tr>{{/exports}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#isLater}}<a href="{{first}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "figures": ##"""
<h1>{{title}}</h1>
{{#isPending}}<p class="panel">{{w.figures.pending}}</p><p><a class="button" href="{{link.figures}}">{{w.figures.refresh}}</a></p>{{/isPending}}
{{^isPending}}<p class="hint">{{w.figures.counted}} {{counted}} · {{w.figures.again}}</p>
{{#isEmpty}}<p class="empty">{{w.figures.none}}</p>{{/isEmpty}}
{{#total}}<p class="count some"><b>{{cards}}</b> {{w.figures.total}}</p><p class="count some"><b>{{registered}}</b> {{w.figures.registered}}</p><p class="count some"><b>{{rate}}</b> {{w.figures.rate}}</p>{{/total}}
<h2>{{w.figures.byCarrier}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.figures.byCarrier}}"><table><thead><tr><th>{{w.cards.carrier}}</th><th class="number">{{w.figures.total}}</th><th class="number">{{w.figures.registered}}</th><th class="number">{{w.figures.rate}}</th><th><span class="away">{{w.figures.rate}}</span></th></tr></thead><tbody>
{{#carriers}}<tr><td>{{name}}</td><td class="number">{{cards}}</td><td class="number">{{registered}}</td><td class="number">{{rate}}</td><td><svg class="chart" width="160" height="10" viewBox="0 0 160 10" aria-hidden="true"><rect class="rest" width="160" height="10"></rect><rect width="{{width}}" height="10"></rect></svg></td></tr>{{/carriers}}
</tbody></table></div>
<h2>{{w.figures.byOrganisation}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.figures.byOrganisation}}"><table><thead><tr><th>{{w.figures.organisation}}</th><th class="number">{{w.figures.total}}</th><th class="number">{{w.figures.registered}}</th><th class="number">{{w.figures.rate}}</th><th><span class="away">{{w.figures.rate}}</span></th></tr></thead><tbody>
{{#organisations}}<tr><td>{{name}}</td><td class="number">{{cards}}</td><td class="number">{{registered}}</td><td class="number">{{rate}}</td><td><svg class="chart" width="160" height="10" viewBox="0 0 160 10" aria-hidden="true"><rect class="rest" width="160" height="10"></rect><rect width="{{width}}" height="10"></rect></svg></td></tr>{{/organisations}}
</tbody></table></div>
<h2>{{w.figures.byKind}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.figures.byKind}}"><table><thead><tr><th>{{w.figures.kind}}</th><th class="number">{{w.figures.total}}</th><th class="number">{{w.figures.registered}}</th><th class="number">{{w.figures.rate}}</th><th><span class="away">{{w.figures.rate}}</span></th></tr></thead><tbody>
{{#kinds}}<tr><td>{{name}}</td><td class="number">{{cards}}</td><td class="number">{{registered}}</td><td class="number">{{rate}}</td><td><svg class="chart" width="160" height="10" viewBox="0 0 160 10" aria-hidden="true"><rect class="rest" width="160" height="10"></rect><rect width="{{width}}" height="10"></rect></svg></td></tr>{{/kinds}}
</tbody></table></div>
{{#hasMonths}}<h2>{{w.figures.byMonth}}</h2>
<svg class="chart" width="640" height="168" viewBox="0 -8 640 168" aria-hidden="true">{{#months}}<rect x="{{x}}" y="{{y}}" width="32" height="{{height}}"></rect><text x="{{middle}}" y="{{above}}" text-anchor="middle">{{sum}}</text><text x="{{middle}}" y="148" text-anchor="middle">{{name}}</text>{{/months}}</svg>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.figures.byMonth}}"><table><thead><tr><th>{{w.figures.month}}</th>{{#channels}}<th class="number">{{name}}</th>{{/channels}}<th class="number">{{w.figures.sum}}</th></tr></thead><tbody>
{{#months}}<tr><td class="code">{{name}}</td>{{#channels}}<td class="number">{{cards}}</td>{{/channels}}<td class="number">{{sum}}</td></tr>{{/months}}
</tbody><tfoot><tr><th scope="row">{{w.figures.sum}}</th>{{#channelSums}}<td class="number">{{cards}}</td>{{/channelSums}}<td class="number">{{monthsSum}}</td></tr></tfoot></table></div>{{/hasMonths}}{{/isPending}}
"""##,
        "gaps": ##"""
<h1>{{title}}</h1>
{{> tabs}}
<p class="hint">{{w.gaps.lead}}</p>
<dl class="facts"><div><dt>{{w.gaps.inService}}</dt><dd><b>{{inService}}</b></dd></div><div><dt>{{w.gaps.registered}}</dt><dd><b>{{registered}}</b></dd></div></dl>
<nav class="tabs" aria-label="{{w.gaps.lacks}}">{{#choices}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}{{#count}} <b>{{.}}</b>{{/count}}</a>{{/choices}}</nav>
{{#isEmpty}}<p class="empty">{{#isNoneTaken}}{{w.gaps.noneTaken}}{{/isNoneTaken}}{{^isNoneTaken}}{{w.gaps.none}}{{/isNoneTaken}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows"><thead><tr><th>ICCID</th><th>{{w.gaps.lacks}}</th><th>{{w.gaps.unit}}</th><th>{{w.gaps.opened}}</th></tr></thead><tbody>
{{#lines}}<tr><td><a class="code" href="{{href}}">{{iccid}}</a></td><td>{{lacks}}</td><td>{{unit}}</td><td>{{opened}}</td></tr>{{/lines}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#isLater}}<a href="{{first}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "home": ##"""
<h1>{{title}}</h1>
<p class="hint">{{organisation}} · {{login}} · {{roles}}</p>
<section aria-labelledby="alerts"><h2 id="alerts">{{w.home.alerts}}</h2>
{{#hasAlerts}}<ul class="alerts">{{#alerts}}<li><span aria-hidden="true">▲</span> <a href="{{href}}">{{text}}</a>{{#hint}} <span class="hint">{{.}}</span>{{/hint}}</li>{{/alerts}}</ul>{{/hasAlerts}}
{{^hasAlerts}}<p>✓ {{w.home.noAlerts}}</p>{{/hasAlerts}}
</section>
<section aria-labelledby="waiting"><h2 id="waiting">{{w.home.waiting}}</h2>
{{#waiting}}<p class="count{{#isSome}} some{{/isSome}}"><a href="{{href}}"><b>{{count}}</b> {{name}}</a>{{#since}} <span class="hint">{{w.home.since}}{{at}} · {{age}}</span>{{/since}}</p>{{/waiting}}
{{^waiting}}<p>{{w.home.nothing}}</p>{{/waiting}}
</section>
{{#hasTotals}}<section aria-labelledby="totals"><h2 id="totals">{{w.home.totals}}</h2>
{{#totals}}<p class="count some"><a href="{{link.figures}}"><b>{{cards}}</b> {{w.figures.total}}</a></p><p class="count some"><a href="{{link.figures}}"><b>{{registered}}</b> {{w.figures.registered}}</a></p><p class="count some"><a href="{{link.figures}}"><b>{{rate}}</b> {{w.figures.rate}}</a></p><p class="hint">{{w.figures.counted}} {{counted}}</p>{{/totals}}
{{^totals}}<p class="hint">{{w.figures.pending}} <a href="{{link.figures}}">{{w.figures.title}}</a></p>{{/totals}}
</section>{{/hasTotals}}
{{#hasOwed}}<section aria-labelledby="owed"><h2 id="owed">{{w.home.owed}}</h2>
{{#owed}}<p class="count some"><a href="{{href}}"><b>{{count}}</b> {{name}} {{unit}}</a>{{#since}} <span class="hint">{{.}}</span>{{/since}}</p>{{/owed}}
</section>{{/hasOwed}}
{{#hasExpiries}}<section aria-labelledby="expiries"><h2 id="expiries">{{expiriesTitle}}</h2>
{{#expiries}}<p class="count some"><a href="{{href}}"><b>{{count}}</b> {{name}}</a> <span class="hint">{{since}}</span></p>{{/expiries}}
{{^expiries}}<p>{{w.home.noExpiries}} <a href="{{expiriesHref}}">{{w.expiries.title}}</a></p>{{/expiries}}
</section>{{/hasExpiries}}
<section class="row">
{{#mayReview}}<form method="post" action="{{link.nextCase}}"><input type="hidden" name="form" value="{{form}}"><button class="main" data-key="n">{{w.queue.next}}</button></form>{{/mayReview}}
{{#atCounter}}<a class="button" href="{{.}}">{{w.home.counter}}</a>{{/atCounter}}
{{#begin}}<a class="button" href="{{.}}">{{w.home.register}}</a>{{/begin}}
{{#mayTakeIn}}<a class="button" href="{{link.intakes}}">{{w.home.takeIn}}</a>{{/mayTakeIn}}
{{#maySearch}}<a class="button" href="{{link.cards}}">{{w.home.cards}}</a>{{/maySearch}}
</section>
"""##,
        "in-force": ##"""
<h1>{{title}}</h1>
{{> tabs}}
<p class="hint">{{w.inForce.lead}}</p>
<h2>{{w.inForce.pages}}</h2>
<dl class="facts">{{#pages}}<div><dt><a href="{{href}}">{{name}}</a></dt><dd>{{says}}</dd></div>{{/pages}}</dl>
<h2>{{w.inForce.outside}}</h2>
<p class="hint">{{w.inForce.outsideLead}}</p>
{{^isAlone}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.inForce.outside}}"><table class="outside"><thead><tr><th>{{w.inForce.work}}</th><th>{{w.inForce.where}}</th><th>{{w.inForce.state}}</th><th class="number">{{w.inForce.asked}}</th><th class="number">{{w.inForce.answered}}</th><th class="number">{{w.inForce.failed}}</th><th class="number">{{w.inForce.recent}}</th></tr></thead><tbody>
{{#outside}}<tr><td>{{work}}</td><td>{{name}}</td><td class="text">{{#isResting}}<b>{{mark}} {{breaker}}</b>{{/isResting}}{{^isResting}}{{mark}} {{breaker}}{{/isResting}}</td><td class="number">{{asked}}</td><td class="number">{{answered}}</td><td class="number">{{failed}}</td><td class="number">{{recent}}</td></tr>{{/outside}}
</tbody></table></div>{{/isAlone}}
{{#isAlone}}<p>{{w.inForce.alone}}</p>{{/isAlone}}
<p>{{w.inForce.evidence}}{{w.case.of}}{{evidence}}</p>
<h2>{{w.inForce.documents}}</h2>
<p class="hint">{{w.inForce.documentsLead}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.inForce.documents}}"><table class="loose documents"><thead><tr><th>{{w.inForce.document}}</th><th>{{w.reviewPolicy.subject}}</th><th>{{w.inForce.number}}</th><th>{{w.inForce.address}}</th><th>{{w.inForce.latin}}</th></tr></thead><tbody>
{{#documents}}<tr><td>{{name}}<br><code>{{code}}</code></td><td>{{subject}}</td><td>{{number}}</td><td>{{address}}</td><td>{{latin}}</td></tr>{{/documents}}
</tbody></table></div>
<h2>{{w.inForce.settings}}</h2>
<p class="hint">{{w.inForce.settingsLead}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.inForce.settings}}"><table class="loose"><thead><tr><th>{{w.inForce.setting}}</th><th class="number">{{w.inForce.value}}</th><th class="number">{{w.inForce.standard}}</th><th>{{w.inForce.meaning}}</th></tr></thead><tbody>
{{#settings}}<tr><td><code>{{name}}</code></td><td class="number">{{#isOwn}}<b>●&#160;{{value}}</b>{{/isOwn}}{{^isOwn}}{{value}}{{/isOwn}}</td><td class="number">{{standard}}</td><td class="text">{{meaning}}</td></tr>{{/settings}}
</tbody></table></div>
"""##,
        "intake-preview": ##"""
<h1>{{title}}</h1>
<p class="hint">{{kind}} · {{format}} · {{created}} · {{w.preview.until}} {{until}}</p>
{{> errors}}
{{#fault}}<div class="panel bad"><p><b>✕ {{reason}}</b> {{mend}}</p><p>{{w.preview.faultHint}}</p></div>{{/fault}}
{{#isTakeable}}<section aria-labelledby="outcome"><h2 id="outcome">{{w.preview.outcome}}</h2>
<p class="hint">{{looked}}</p>
<dl class="facts"><div><dt>{{w.preview.taken}}</dt><dd><b>{{taken}}</b></dd></div><div><dt>{{w.intake.known}}</dt><dd>{{known}}</dd></div><div><dt>{{w.intake.repeated}}</dt><dd>{{repeated}}</dd></div><div><dt>{{w.intakes.failed}}</dt><dd{{#hasFailed}} class="lacking"{{/hasFailed}}>{{#hasFailed}}✕ {{/hasFailed}}{{failed}}</dd></div></dl>
</section>{{/isTakeable}}
<div class="row">{{#isTakeable}}<form method="post" action="{{confirm}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="reading" value="{{reading}}"><button class="main">{{w.preview.confirm}}</button></form>{{/isTakeable}}
<form method="post" action="{{cancel}}"><input type="hidden" name="form" value="{{form}}"><button class="quiet">{{w.preview.cancel}}</button></form></div>
{{#hasProblems}}<h2>{{w.preview.problems}}</h2>
<p>{{w.preview.problemsText}}</p>
{{> intake-problems}}{{/hasProblems}}
<form method="post" action="{{mend}}" class="drop" data-once>
<h2>{{w.preview.mendTitle}}</h2>
<p class="hint">{{w.preview.used}} {{usedCount}} · {{w.preview.unused}} {{unusedCount}}</p>
<input type="hidden" name="form" value="{{form}}">
<div class="filter">
<p><label for="product">{{w.intakes.product}}</label><select id="product" name="product"><option value="">{{w.intakes.inFile}}</option>{{#products}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/products}}</select></p>
<p><label for="batch">{{w.intakes.batch}}</label><input id="batch" name="batch" maxlength="64" value="{{batch}}"></p>
<p><label for="province">{{w.intakes.province}}</label><input id="province" name="province" inputmode="numeric" maxlength="2" size="3" value="{{province}}"></p>
</div>
<p><label><input type="checkbox" name="headless" value="yes"{{#isHeadless}} checked{{/isHeadless}}> {{w.preview.headless}}</label></p>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.preview.columns}}"><table><thead><tr><th class="number">{{w.preview.place}}</th><th>{{w.preview.heading}}</th><th>{{w.preview.look}}</th><th>{{w.preview.meaning}}</th></tr></thead><tbody>
{{#columns}}<tr><td class="number">{{place}}</td><td>{{#isUsed}}●{{/isUsed}}{{^isUsed}}○{{/isUsed}} <label for="column-{{place}}">{{name}}</label></td><td>{{look}}</td><td><select id="column-{{place}}" name="column-{{place}}"><option value="">{{w.preview.unusedColumn}}</option>{{#fields}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/fields}}</select></td></tr>{{/columns}}
</tbody></table></div>
{{#hasMoreColumns}}<p class="hint">{{w.preview.moreColumns}}</p>{{/hasMoreColumns}}
<p><button>{{w.preview.again}}</button></p>
</form>
"""##,
        "intake-problems": ##"""
<div class="scroll" tabindex="0" role="region" aria-label="{{w.intake.problems}}"><table><thead><tr><th class="number">{{w.intake.row}}</th><th>{{w.intake.field}}</th><th>{{w.intake.problem}}</th><th>{{w.intake.mend}}</th></tr></thead><tbody>
{{#problems}}<tr><td class="number">{{row}}</td><td>{{field}}</td><td>{{#isWarning}}△{{/isWarning}}{{^isWarning}}✕{{/isWarning}} {{text}} {{> rule-links}}</td><td>{{mend}}</td></tr>{{/problems}}
</tbody></table></div>
"""##,
        "intake-progress": ##"""
<div data-running="{{#isRunning}}yes{{/isRunning}}{{^isRunning}}no{{/isRunning}}">
<p><b>{{state}}</b> · {{done}} / {{total}}</p>
<progress max="{{max}}" value="{{done}}" aria-label="{{w.intake.progress}}"></progress>
<dl class="facts"><div><dt>{{w.intakes.taken}}</dt><dd>{{taken}}</dd></div><div><dt>{{w.intake.known}}</dt><dd>{{known}}</dd></div><div><dt>{{w.intake.repeated}}</dt><dd>{{repeated}}</dd></div><div><dt>{{w.intakes.failed}}</dt><dd{{#isFaulty}} class="lacking"{{/isFaulty}}>{{#isFaulty}}✕ {{/isFaulty}}{{failed}}</dd></div></dl>
{{#failure}}<div class="panel bad"><p><b>{{.}}</b> {{failureMend}} {{> rule-links}}</p></div>{{/failure}}
</div>
"""##,
        "intake": ##"""
<h1>{{title}}</h1>
<p class="hint">{{kind}} · {{format}} · {{created}}</p>
<section data-progress="{{progressHref}}" data-events="{{eventsHref}}" aria-live="polite">{{> intake-progress}}</section>
<div class="row">{{#hasCards}}<a class="button" href="{{cardsHref}}">{{w.intake.cards}}</a> {{/hasCards}}{{> begin-draft}}
{{#hasFailed}}<a class="button main" href="{{csv}}">{{w.intake.csv}}</a> <a class="button" href="{{xlsx}}">{{w.intake.xlsx}}</a>{{/hasFailed}}
{{#isRunning}}<form method="post" action="{{cancel}}"><input type="hidden" name="form" value="{{form}}"><button class="quiet">{{w.intake.cancel}}</button></form>{{/isRunning}}</div>
{{#repairUntil}}<p class="hint">{{w.intake.repairUntil}} {{.}}</p>{{/repairUntil}}
{{#hasProblems}}<h2>{{w.intake.problems}}</h2>
{{#hasFailed}}<p>{{w.intake.problemsText}}</p>{{/hasFailed}}{{#isAnothers}}<p>{{w.intake.anothers}}</p>{{/isAnothers}}
{{> intake-problems}}
{{#hasMoreProblems}}<p class="hint">{{#hasFailed}}{{w.intake.moreProblems}}{{/hasFailed}}{{^hasFailed}}{{w.intake.more}}{{/hasFailed}}</p>{{/hasMoreProblems}}{{/hasProblems}}
"""##,
        "intakes": ##"""
<h1>{{title}}</h1>
{{> errors}}
{{#mayTakeIn}}<form method="post" action="{{link.intakes}}" enctype="multipart/form-data" class="drop" data-drop data-once>
<h2>{{w.intakes.newTitle}}</h2>
<p>{{w.intakes.lead}}</p>
<input type="hidden" name="form" value="{{form}}">
<div class="filter">
<p><label for="kind">{{w.intakes.kind}}</label><select id="kind" name="kind">{{#kinds}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/kinds}}</select></p>
<p><label for="product">{{w.intakes.product}}</label><select id="product" name="product"><option value="">{{w.intakes.inFile}}</option>{{#products}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/products}}</select></p>
<p><label for="batch">{{w.intakes.batch}}</label><input id="batch" name="batch" maxlength="64" value="{{batch}}"></p>
<p><label for="province">{{w.intakes.province}}</label><input id="province" name="province" inputmode="numeric" maxlength="2" size="3" value="{{province}}"></p>
</div>
<p><label><input type="checkbox" id="direct" name="direct" value="yes"{{#isDirect}} checked{{/isDirect}}> {{w.intakes.direct}}</label></p>
<p class="field"><label for="file">{{w.intakes.file}}</label><input id="file" name="file" type="file" accept=".csv,.txt,.xlsx" required></p>
<details><summary>{{w.intakes.columns}}</summary><p>{{w.intakes.columnsText}}</p><p>{{fields}}</p></details>
<p><button class="main">{{w.intakes.go}}</button></p>
</form>{{/mayTakeIn}}
<h2>{{w.intakes.list}}</h2>
{{#isEmpty}}<p class="empty">{{w.intakes.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.intakes.list}}"><table class="rows"><thead><tr><th>{{w.intakes.batch}}</th><th>{{w.intakes.kind}}</th><th>{{w.intakes.state}}</th><th class="number">{{w.intakes.taken}}</th><th class="number">{{w.intakes.failed}}</th><th>{{w.intakes.created}}</th></tr></thead><tbody>
{{#intakes}}<tr><td><a href="{{href}}">{{batch}}</a></td><td>{{kind}}</td><td>{{state}}</td><td class="number">{{taken}}</td><td class="number{{#isFaulty}} lacking{{/isFaulty}}">{{#isFaulty}}✕ {{/isFaulty}}{{failed}}</td><td>{{created}}</td></tr>{{/intakes}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "kept": ##"""
<h1>{{title}}</h1>
{{#hasTabs}}{{> tabs}}{{/hasTabs}}
{{> errors}}
<p class="hint">{{w.kept.lead}}</p>
{{#trace}}<dl class="facts">{{#counts}}<div><dt>{{name}}</dt><dd>{{count}}</dd></div>{{/counts}}</dl>{{#lacksCustodians}}<p class="hint">{{w.kept.lacksCustodians}}</p>{{/lacksCustodians}}{{/trace}}
<section><h2>{{w.kept.holds}}</h2><p class="hint">{{w.kept.holdsLead}}</p>
{{^hasHolds}}<p class="empty">{{w.kept.noHolds}}</p>{{/hasHolds}}
{{#hasHolds}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.kept.holds}}"><table class="rows loose"><thead><tr><th>{{w.kept.code}}</th><th>{{w.kept.what}}</th><th>{{w.kept.case}}</th><th>{{w.kept.placed}}</th><th>{{w.kept.released}}</th></tr></thead><tbody>
{{#holds}}<tr><td class="code">{{#isInForce}}‖ {{/isInForce}}{{code}}</td><td>{{#card}}<a class="code" href="{{href}}">{{name}}</a>{{/card}}{{party}}</td><td class="text"><b>{{caseNumber}}</b><br><small>{{reason}}</small></td><td>{{placed}}<br><small>{{by}}</small></td><td class="text">{{#released}}{{at}} · {{by}}<br><small>{{reason}}</small>{{/released}}{{#release}}<form class="row" method="post" action="{{act}}" data-once><input type="hidden" name="form" value="{{form}}"><label><span class="away">{{w.kept.why}}</span><input name="reason" value="{{typed}}" placeholder="{{w.kept.why}}" required minlength="4" maxlength="200"></label> <button class="quiet">{{w.kept.release}}</button></form>{{/release}}</td></tr>{{/holds}}
</tbody></table></div>{{/hasHolds}}
{{#hold}}<details{{#isRefused}} open{{/isRefused}}><summary class="button">{{w.kept.place}}</summary><form method="post" action="{{act}}" class="drop" data-once><input type="hidden" name="form" value="{{form}}">
<p class="field"><label for="hold-number">{{w.answers.number}}</label><input id="hold-number" name="number" value="{{number}}" maxlength="64" placeholder="ICCID / MSISDN" spellcheck="false" autocomplete="off" required></p>
<p class="field"><label for="hold-at">{{w.kept.at}}</label><input id="hold-at" name="at" type="datetime-local" value="{{at}}"></p>
<p class="field"><label for="hold-role">{{w.kept.whom}}</label><select id="hold-role" name="role"><option value="">{{w.kept.theCard}}</option>{{#roles}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/roles}}</select></p>
<p class="field"><label for="hold-case">{{w.kept.case}}</label><input id="hold-case" name="caseNumber" value="{{caseNumber}}" minlength="4" maxlength="64" autocomplete="off" required></p>
<p class="field"><label for="hold-reason">{{w.kept.why}}</label><input id="hold-reason" name="reason" value="{{reason}}" minlength="4" maxlength="200" autocomplete="off" required></p>
<p><button class="main">{{w.kept.place}}</button></p></form></details>{{/hold}}</section>
{{#trace}}<section><h2>{{w.kept.openings}}</h2><p class="hint">{{w.kept.openingsLead}}</p>
{{^hasOpenings}}<p class="empty">{{w.kept.noOpenings}}</p>{{/hasOpenings}}
{{#hasOpenings}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.kept.openings}}"><table class="rows loose"><thead><tr><th>{{w.kept.code}}</th><th>{{w.kept.what}}</th><th>{{w.kept.state}}</th><th>{{w.kept.case}}</th><th>{{w.kept.asked}}</th><th>{{w.kept.decided}}</th></tr></thead><tbody>
{{#openings}}<tr><td class="code">{{code}}</td><td>{{#card}}<a class="code" href="{{href}}">{{name}}</a>{{/card}}</td><td>{{#isOpen}}<b>{{state}}</b>{{/isOpen}}{{^isOpen}}{{state}}{{/isOpen}}</td><td class="text"><b>{{caseNumber}}</b><br><small>{{reason}}</small></td><td>{{asked}}<br><small>{{by}}</small></td><td class="text">{{#decided}}{{at}} · {{by}}<br><small>{{said}}</small><br><small>{{w.kept.until}} {{until}}</small>{{/decided}}{{#decide}}<form class="row" method="post" action="{{act}}" data-once><input type="hidden" name="form" value="{{form}}"><label><span class="away">{{w.export.note}}</span><input name="note" value="{{typed}}" placeholder="{{w.export.note}}" maxlength="200"></label> <button name="verdict" value="approve">✓ {{w.export.approve}}</button> <button class="quiet" name="verdict" value="refuse">✕ {{w.export.refuse}}</button></form>{{/decide}}</td></tr>{{/openings}}
</tbody></table></div>{{/hasOpenings}}
<p class="pages">{{#isLater}}<a href="{{first}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
{{#open}}<details{{#isRefused}} open{{/isRefused}}><summary class="button">{{w.kept.ask}}</summary><form method="post" action="{{act}}" class="drop" data-once><input type="hidden" name="form" value="{{form}}">
<p class="field"><label for="open-number">{{w.answers.number}}</label><input id="open-number" name="number" value="{{number}}" maxlength="64" placeholder="ICCID / MSISDN" spellcheck="false" autocomplete="off" required></p>
<p class="field"><label for="open-at">{{w.kept.at}}</label><input id="open-at" name="at" type="datetime-local" value="{{at}}" required></p>
<p class="field"><label for="open-case">{{w.kept.case}}</label><input id="open-case" name="caseNumber" value="{{caseNumber}}" minlength="4" maxlength="64" autocomplete="off" required></p>
<p class="field"><label for="open-reason">{{w.kept.why}}</label><input id="open-reason" name="reason" value="{{reason}}" minlength="4" maxlength="200" autocomplete="off" required></p>
<p><button class="main">{{w.kept.ask}}</button></p></form></details>{{/open}}</section>{{/trace}}
"""##,
        "layout": ##"""
<!doctype html>
<html lang="{{lang}}" data-theme="{{theme}}">
<head>
<meta charset="utf-8">
<title>{{#hasErrors}}{{w.common.errorPrefix}}{{/hasErrors}}{{title}} · {{w.common.service}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="{{asset.icon}}" type="image/svg+xml">
<link rel="stylesheet" href="{{asset.style}}">
<script type="module" src="{{asset.script}}"></script>
</head>
<body>
<a class="skip" href="#content">{{w.common.skip}}</a>
<header class="bar">
<p class="mark"><a href="{{link.home}}"><b lang="zh-Hans">实名</b> {{w.common.service}}</a></p>
{{#seat}}{{#maySearch}}<form method="post" action="{{link.search}}" class="search" role="search">
<input type="hidden" name="form" value="{{form}}">
<label class="away" for="numbers">{{w.search.label}}</label>
<textarea id="numbers" name="numbers" rows="1" placeholder="{{w.search.placeholder}}" data-key="/" spellcheck="false" autocomplete="off"></textarea>
<button>{{w.search.go}}</button>
</form>{{/maySearch}}
<form method="post" action="{{link.leave}}" class="out"><input type="hidden" name="form" value="{{form}}"><a href="{{link.account}}">{{w.menu.account}}</a> <button class="quiet">{{w.menu.leave}}</button></form>{{/seat}}
</header>
<div class="frame">
{{#seat}}<nav class="menu" aria-label="{{w.menu.label}}"><ul>
{{#menu}}<li><a href="{{href}}" data-go="{{key}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a></li>{{/menu}}
</ul></nav>{{/seat}}
<main id="content" tabindex="-1">
{{{body}}}
</main>
</div>
<footer>
<form method="post" action="{{link.appearance}}" class="appearance">
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="back" value="{{here}}">
<span class="set">{{#languages}}<button name="language" value="{{code}}" lang="{{tag}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}>{{name}}</button>{{/languages}}</span>
<span class="set">{{#themes}}<button name="theme" value="{{code}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}>{{name}}</button>{{/themes}}</span>
</form>
<p>{{w.common.times}} <a href="{{link.rules}}">{{w.rules.title}}</a></p>
{{#seat}}<details class="keys" data-keys><summary>{{w.keys.title}} <kbd>?</kbd></summary>
<dl><div><dt><kbd>/</kbd></dt><dd>{{w.keys.search}}</dd></div>{{#menu}}<div><dt><kbd>g</kbd> <kbd>{{key}}</kbd></dt><dd>{{name}}</dd></div>{{/menu}}<div><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>{{w.keys.rows}}</dd></div><div><dt><kbd>n</kbd></dt><dd>{{w.keys.next}}</dd></div><div><dt><kbd>a</kbd> <kbd>s</kbd> <kbd>r</kbd></dt><dd>{{w.keys.decide}}</dd></div><div><dt><kbd>1</kbd> – <kbd>9</kbd> <kbd>0</kbd></dt><dd>{{w.keys.reasons}}</dd></div><div><dt><kbd>w</kbd></dt><dd>{{w.keys.list}}</dd></div><div><dt><kbd>u</kbd></dt><dd>{{w.case.reveal}}</dd></div><div><dt><kbd>+</kbd> <kbd>−</kbd></dt><dd>{{w.case.zoom}}</dd></div><div><dt><kbd>Esc</kbd></dt><dd>{{w.keys.close}}</dd></div><div><dt><kbd>Ctrl</kbd> <kbd>Enter</kbd></dt><dd>{{w.keys.send}}</dd></div></dl></details>{{/seat}}
</footer>
</body>
</html>
"""##,
        "life-cases": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint">{{w.lifeCases.lead}}</p>
{{#isEmpty}}<p class="empty">{{w.lifeCases.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.lifeCases.title}}"><table class="rows loose"><thead><tr><th>{{w.carriers.card}}</th><th>{{w.lifeCases.kind}}</th><th>{{w.lifeCases.ours}}</th><th>{{w.lifeCases.theirs}}</th><th>{{w.lifeCases.mend}}</th></tr></thead><tbody>
{{#cases}}<tr><td><a class="code" href="{{href}}">{{iccid}}</a><br><small>{{carrier}}</small></td><td class="text"><b>{{kind}}</b><br><small>{{hint}}</small>{{#standsFor}}<br><small>{{.}}</small>{{/standsFor}}<br><small>{{opened}} · {{age}}</small>{{#contacts}}<br>☎ {{text}}{{#shown}}<br><b>{{.}}</b>{{/shown}}{{#isHidden}}<form class="row" method="post" action="{{action}}"><input type="hidden" name="form" value="{{form}}"><label><span class="away">{{w.lifeCases.purpose}}</span><input name="purpose" placeholder="{{w.lifeCases.purpose}}" required minlength="4" maxlength="200"></label> <button class="quiet">{{w.lifeCases.showContacts}}</button></form>{{/isHidden}}{{/contacts}}</td><td><small>{{w.lifeCases.service}}</small> {{oursService}}{{#isStopped}} <span class="stopped">‖ {{oursStops}}</span>{{/isStopped}}<br><small>{{w.lifeCases.realName}}</small> {{oursName}}</td><td>{{#isAsked}}<small>{{w.lifeCases.service}}</small> {{theirsService}}<br><small>{{w.lifeCases.realName}}</small> {{theirsName}}{{/isAsked}}{{^isAsked}}{{w.card.notAsked}}{{/isAsked}}{{#theirsAt}}<br><small>{{.}}</small>{{/theirsAt}}</td><td class="acts"><form method="post" action="{{mend}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="kind" value="{{kindCode}}"><input type="hidden" name="openedAt" value="{{openedAt}}">{{#mends}}<button name="mend" value="{{code}}"{{^isUsual}} class="quiet"{{/isUsual}}>{{name}}</button> {{/mends}}<button class="quiet" formaction="{{close}}">{{w.lifeCases.close}}</button></form>{{#mayAsk}}<form method="post" action="{{ask}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="back" value="cases"><button class="quiet">{{w.carriers.ask}}</button></form>{{/mayAsk}}</td></tr>{{/cases}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#isLater}}<a href="{{first}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "life-settings": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint">{{w.lifeSettings.lead}}</p>
{{^hasPlaces}}<p class="empty">{{w.lifeSettings.none}}</p>{{/hasPlaces}}
{{#hasPlaces}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.lifeSettings.places}}"><table class="rows loose"><thead><tr><th>{{w.lifeSettings.place}}</th><th>{{w.lifeSettings.validNow}}</th><th class="number">{{w.lifeSettings.versions}}</th></tr></thead><tbody>
{{#places}}<tr><td><a href="{{href}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}>{{name}}</a></td><td class="text">{{summary}}</td><td class="number">{{count}}</td></tr>{{/places}}
</tbody></table></div>{{/hasPlaces}}
<h2>{{w.lifeSettings.choose}}</h2>
<form method="get" action="{{action}}" class="filter">
<p><label for="in-carrier">{{w.cards.carrier}}</label><select id="in-carrier" name="carrier"><option value="">{{w.cards.all}}</option>{{#carriers}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/carriers}}</select></p>
<p><label for="in-product">{{w.cards.product}}</label><select id="in-product" name="product"><option value="">{{w.cards.all}}</option>{{#products}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/products}}</select></p>
<p><label for="in-province">{{w.cards.province}}</label><input id="in-province" name="province" value="{{province}}" inputmode="numeric" maxlength="2" size="3"></p>
<p><button>{{w.lifeSettings.open}}</button></p>
</form>
<h2>{{w.lifeSettings.of}} {{placeName}}</h2>
{{#hasHistory}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.lifeSettings.history}}"><table class="loose"><thead><tr><th class="number">{{w.lifeSettings.version}}</th><th>{{w.lifeSettings.state}}</th><th>{{w.lifeSettings.from}}</th><th>{{w.lifeSettings.says}}</th><th>{{w.lifeSettings.recorded}}</th></tr></thead><tbody>
{{#history}}<tr><td class="number">{{ordinal}}</td><td>{{#isValid}}<b>● {{state}}</b>{{/isValid}}{{^isValid}}○ {{state}}{{/isValid}}</td><td class="state">{{from}}</td><td class="text">{{summary}}</td><td class="state">{{recorded}}</td></tr>{{/history}}
</tbody></table></div>{{/hasHistory}}
{{^hasHistory}}<p class="hint">{{w.lifeSettings.noHistory}}</p>{{/hasHistory}}
{{#maySet}}<form method="post" action="{{action}}" class="drop" data-once>
<h3>{{w.lifeSettings.newTitle}}</h3>
<p class="hint">{{w.lifeSettings.newHint}}</p>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="carrier" value="{{carrier}}"><input type="hidden" name="product" value="{{product}}"><input type="hidden" name="province" value="{{province}}"><input type="hidden" name="after" value="{{after}}">
{{> coming-version}}
<div class="grid">{{#numbers}}<p><label for="{{name}}">{{text}}</label><input id="{{name}}" name="{{name}}" value="{{value}}" inputmode="numeric" maxlength="4" size="6"{{#wider}} placeholder="{{.}}"{{/wider}}></p>{{/numbers}}
{{#choices}}<p><label for="{{name}}">{{text}}</label><select id="{{name}}" name="{{name}}">{{#options}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/options}}</select></p>{{/choices}}</div>
<p class="field narrow"><label for="validFrom">{{w.lifeSettings.from}}</label><input id="validFrom" name="validFrom" type="datetime-local" value="{{validFrom}}" aria-describedby="from-hint"><span class="hint" id="from-hint">{{w.lifeSettings.fromHint}}</span></p>
{{> replacing-version}}
<p><button class="main">{{w.lifeSettings.set}}</button></p>
</form>{{/maySet}}
"""##,
        "notice-wording": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint">{{w.noticeWordings.kindLead}} <a href="{{all}}">{{w.noticeWordings.all}}</a></p>
{{#hasHistory}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.lifeSettings.history}}"><table class="loose"><thead><tr><th class="number">{{w.lifeSettings.version}}</th><th>{{w.lifeSettings.state}}</th><th>{{w.lifeSettings.from}}</th><th>{{w.lifeSettings.says}}</th><th>{{w.lifeSettings.recorded}}</th></tr></thead><tbody>
{{#history}}<tr><td class="number">{{ordinal}}</td><td>{{#isValid}}<b>● {{state}}</b>{{/isValid}}{{^isValid}}○ {{state}}{{/isValid}}</td><td class="state">{{from}}</td><td class="text">{{#isBuiltIn}}<p>{{w.noticeWordings.builtIn}}</p>{{/isBuiltIn}}{{#says}}<p class="hint">{{of}}</p><p lang="{{lang}}">{{text}}</p>{{/says}}</td><td class="state">{{recorded}}</td></tr>{{/history}}
</tbody></table></div>{{/hasHistory}}
{{^hasHistory}}<p class="hint">{{w.noticeWordings.noHistory}}</p>{{/hasHistory}}
{{#hasPreviews}}<section class="panel" id="preview"><h2>{{w.noticeWordings.preview}}</h2>
<p class="hint">{{w.noticeWordings.previewHint}}</p>
{{#previews}}<h3>{{language}}</h3>{{#message}}<p class="hint">{{w.noticePart.message}}</p>
<p lang="{{lang}}">{{.}}</p>{{/message}}{{#subject}}<p class="hint">{{w.noticePart.subject}}</p>
<p lang="{{lang}}">{{.}}</p>{{/subject}}{{#hasBody}}<p class="hint">{{w.noticePart.body}}</p>
<div lang="{{lang}}">{{#body}}<p>{{.}}</p>{{/body}}</div>{{/hasBody}}{{/previews}}
</section>{{/hasPreviews}}
<form method="post" action="{{action}}" enctype="multipart/form-data" class="drop" data-once>
<button class="away" name="act" value="enter" tabindex="-1" aria-hidden="true">{{w.noticeWordings.show}}</button>
<h2>{{w.reviewPolicy.newTitle}}</h2>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="after" value="{{after}}">
{{> coming-version}}
{{#parts}}<fieldset><legend>{{name}}</legend>
<p class="hint" id="{{code}}-places">{{w.noticeWordings.places}} {{#places}}<span class="place"><code>{{mark}}</code> {{says}}{{#isDemanded}} <b>{{w.noticeWordings.must}}</b>{{/isDemanded}}</span> {{/places}}</p>
{{#texts}}<p class="field"><label for="{{field}}">{{label}}</label><textarea id="{{field}}" name="{{field}}" rows="{{rows}}" maxlength="{{max}}" lang="{{lang}}" spellcheck="false" aria-describedby="{{hint}}">{{value}}</textarea></p>{{/texts}}
</fieldset>{{/parts}}
<p class="field narrow"><label for="validFrom">{{w.lifeSettings.from}}</label><input id="validFrom" name="validFrom" type="datetime-local" value="{{validFrom}}" aria-describedby="from-hint"><span class="hint" id="from-hint">{{w.lifeSettings.fromHint}}</span></p>
{{> replacing-version}}
<p class="row"><button name="act" value="preview">{{w.noticeWordings.show}}</button> <button class="main" name="act" value="set">{{w.reviewPolicy.set}}</button> <button class="quiet" name="act" value="built-in">{{w.noticeWordings.back}}</button></p>
</form>
"""##,
        "notice-wordings": ##"""
<h1>{{title}}</h1>
{{> tabs}}
<p class="hint">{{w.noticeWordings.lead}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="loose"><thead><tr><th>{{w.notices.kind}}</th><th>{{w.noticeWordings.whose}}</th><th class="number">{{w.lifeSettings.version}}</th><th>{{w.noticeWordings.coming}}</th><th>{{w.lifeSettings.says}}</th></tr></thead><tbody>
{{#kinds}}<tr><td class="kind"><a href="{{href}}">{{name}}</a></td><td>{{#isOwn}}<b>● {{whose}}</b>{{/isOwn}}{{^isOwn}}○ {{whose}}{{/isOwn}}</td><td class="number">{{version}}</td><td>{{coming}}</td><td class="text">{{says}}</td></tr>{{/kinds}}
</tbody></table></div>
"""##,
        "notices": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<nav class="tabs" aria-label="{{w.queue.states}}">{{#states}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/states}}</nav>
<form method="get" action="{{action}}" class="filter"><input type="hidden" name="state" value="{{state}}">
<p><label for="channel">{{w.notices.channel}}</label><select id="channel" name="channel"><option value="">{{w.cards.all}}</option>{{#channels}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/channels}}</select></p>
<p><button>{{w.cards.filter}}</button></p></form>
<p class="hint">{{hint}}</p>
{{#isEmpty}}<p class="empty">{{w.notices.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows"><thead><tr><th>{{w.notices.at}}</th><th>{{w.notices.kind}}</th><th>{{w.notices.channel}}</th><th>{{w.notices.code}}</th><th class="number">{{w.queue.cards}}</th><th>{{w.notices.day}}</th><th class="number">{{w.webhooks.tries}}</th><th>{{w.notices.ended}}</th><th>{{w.webhooks.why}}</th><th><span class="away">{{w.notices.retry}}</span></th></tr></thead><tbody>
{{#notices}}<tr><td>{{at}}</td><td>{{kind}}</td><td>{{channel}}</td><td class="code">{{code}}</td><td class="number">{{cards}}</td><td>{{day}}</td><td class="number">{{tries}}</td><td>{{ended}}</td><td>{{why}}</td><td class="acts">{{#mayRetry}}<form method="post" action="{{retry}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="state" value="{{state}}"><button class="quiet">{{w.notices.retry}}</button></form>{{/mayRetry}}</td></tr>{{/notices}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "organisation": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint"><a href="{{all}}">{{w.organisations.back}}</a></p>
<dl class="facts"><div><dt>{{w.organisations.kind}}</dt><dd>{{kind}}</dd></div><div><dt>{{w.organisations.state}}</dt><dd>{{#isActive}}●{{/isActive}}{{^isActive}}✕{{/isActive}} {{state}}</dd></div>{{#isAgent}}<div><dt>{{w.organisations.contractUntil}}</dt><dd>{{standing}}</dd></div>{{/isAgent}}<div><dt>{{w.organisations.created}}</dt><dd>{{created}}</dd></div></dl>
<p class="row">{{#performance}}<a class="button" href="{{.}}">{{w.performance.title}}</a>{{/performance}} {{#staff}}<a class="button" href="{{.}}">{{w.staff.title}}</a>{{/staff}} {{#policy}}<a class="button" href="{{.}}">{{w.policy.title}}</a>{{/policy}} {{#move}}<a class="button" href="{{.}}">{{w.organisations.move}}</a>{{/move}}</p>
{{#hasStandings}}<h2>{{w.organisations.standings}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.organisations.standings}}"><table class="loose" id="standings"><thead><tr><th>{{w.organisations.since}}</th><th>{{w.organisations.state}}</th><th>{{w.organisations.reason}}</th></tr></thead><tbody>
{{#standings}}<tr><td>{{at}}</td><td>{{#isActive}}●{{/isActive}}{{^isActive}}✕{{/isActive}} {{state}}</td><td class="text">{{reason}}</td></tr>{{/standings}}
</tbody></table></div>{{/hasStandings}}
<h2>{{w.organisations.children}}</h2>
{{^hasChildren}}<p class="hint">{{w.organisations.noChildren}}</p>{{/hasChildren}}
{{#hasChildren}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.organisations.children}}"><table class="rows"><thead><tr><th>{{w.organisations.name}}</th><th>{{w.organisations.kind}}</th><th>{{w.organisations.state}}</th></tr></thead><tbody>
{{#children}}<tr><td><a href="{{href}}">{{name}}</a></td><td>{{kind}}</td><td>{{#isActive}}●{{/isActive}}{{^isActive}}✕{{/isActive}} {{state}}</td></tr>{{/children}}
</tbody></table></div>{{/hasChildren}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
{{#mayMake}}<form method="post" action="{{make}}" class="drop" data-once>
<h3>{{w.organisations.newTitle}}</h3>
<input type="hidden" name="form" value="{{form}}">
<div class="grid"><p><label for="childName">{{w.organisations.name}}</label><input id="childName" name="childName" value="{{childName}}" maxlength="200" required></p>
<p><label for="kind">{{w.organisations.kind}}</label><select id="kind" name="kind">{{#kinds}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/kinds}}</select></p></div>
<p><button class="main">{{w.organisations.make}}</button></p>
</form>{{/mayMake}}
{{#isAgent}}<h2>{{w.contract.title}}</h2>
{{^hasContracts}}<p class="empty">{{w.contract.empty}}</p>{{/hasContracts}}
{{#hasContracts}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.contract.title}}"><table class="loose"><thead><tr><th>{{w.cards.carrier}}</th><th>{{w.contract.version}}</th><th>{{w.contract.state}}</th><th>{{w.contract.from}}</th><th>{{w.contract.until}}</th><th>{{w.contract.duties}}</th><th>{{w.contract.breach}}</th><th>{{w.contract.recorded}}</th></tr></thead><tbody>
{{#contracts}}<tr><td>{{carrier}}</td><td>{{version}}</td><td>{{mark}} {{state}}</td><td>{{from}}</td><td>{{until}}</td><td class="text">{{duties}}</td><td class="text">{{breach}}</td><td>{{recorded}}</td></tr>{{/contracts}}
</tbody></table></div>{{/hasContracts}}{{/isAgent}}
{{#mayContract}}<form method="post" action="{{record}}" class="drop" data-once>
<h3>{{w.contract.newTitle}}</h3>
<p class="hint">{{w.contract.newHint}}</p>
<input type="hidden" name="form" value="{{form}}">
<div class="grid">
<p><label for="carrier">{{w.cards.carrier}}</label><input id="carrier" name="carrier" value="{{carrier}}" list="carriers" maxlength="32" spellcheck="false" required><datalist id="carriers">{{#carriers}}<option value="{{code}}">{{name}}</option>{{/carriers}}</datalist></p>
<p><label for="contractVersion">{{w.contract.version}}</label><input id="contractVersion" name="contractVersion" value="{{contractVersion}}" maxlength="64" required></p>
<p><label for="validFrom">{{w.contract.from}}</label><input id="validFrom" name="validFrom" type="date" value="{{validFrom}}" required></p>
<p><label for="validUntil">{{w.contract.until}}</label><input id="validUntil" name="validUntil" type="date" value="{{validUntil}}"></p>
</div>
<p><label><input type="checkbox" name="longTerm" value="yes"{{#isLongTerm}} checked{{/isLongTerm}}> {{w.contract.longTermTick}}</label></p>
<p class="field"><label for="duties">{{w.contract.duties}}</label><textarea id="duties" name="duties" rows="3" required>{{duties}}</textarea></p>
<p class="field"><label for="breach">{{w.contract.breach}}</label><textarea id="breach" name="breach" rows="2" required>{{breach}}</textarea></p>
<p><button class="main">{{w.contract.record}}</button></p>
</form>{{/mayContract}}
{{#mayChange}}<h2>{{#isRoot}}{{w.organisations.nameTitle}}{{/isRoot}}{{^isRoot}}{{w.organisations.changeTitle}}{{/isRoot}}</h2>
<form method="post" action="{{change}}" class="drop" data-once>
{{^isRoot}}<p class="hint">{{w.organisations.changeHint}}</p>{{/isRoot}}
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}">{{#isRoot}}<input type="hidden" name="status" value="active">{{/isRoot}}
<div class="grid"><p><label for="name">{{w.organisations.name}}</label><input id="name" name="name" value="{{newName}}" maxlength="200" required></p>
{{^isRoot}}<p><label for="status">{{w.organisations.state}}</label><select id="status" name="status">{{#statuses}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/statuses}}</select></p>{{/isRoot}}
{{#mayLink}}<p><label for="unitCode">{{w.organisations.unitCode}}</label><input id="unitCode" name="unitCode" value="{{unitCode}}" maxlength="64" spellcheck="false" autocomplete="off"{{#isLinked}} placeholder="{{w.organisations.linked}}"{{/isLinked}}></p>{{/mayLink}}</div>
{{^isRoot}}<p class="field"><label for="reason">{{w.organisations.reason}}</label><span class="hint" id="reason-hint">{{w.organisations.reasonHint}}</span><input id="reason" name="reason" value="{{reason}}" maxlength="200" aria-describedby="reason-hint" autocomplete="off"></p>
<p><label><input type="checkbox" name="sure" value="yes"> {{w.organisations.sure}}</label></p>{{/isRoot}}
<p><button class="main" id="save">{{w.organisations.save}}</button></p>
</form>{{/mayChange}}
"""##,
        "organisations": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{#isEmpty}}<p class="empty">{{w.organisations.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows"><thead><tr><th>{{w.organisations.name}}</th><th>{{w.organisations.kind}}</th><th class="number">{{w.organisations.level}}</th><th>{{w.organisations.state}}</th><th>{{w.organisations.contractUntil}}</th></tr></thead><tbody>
{{#organisations}}<tr><td>{{indent}}<a href="{{href}}">{{name}}</a></td><td>{{kind}}</td><td class="number">{{level}}</td><td>{{#isActive}}●{{/isActive}}{{^isActive}}✕{{/isActive}} {{state}}</td><td>{{contract}}</td></tr>{{/organisations}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#isLater}}<a href="{{first}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "performance": ##"""
<h1>{{title}}</h1>
{{> tabs}}
<p class="hint"><a href="{{back}}">{{organisation}}</a></p>
{{#isPending}}<p class="panel">{{w.performance.pending}}</p><p><a class="button" href="{{again}}">{{w.figures.refresh}}</a></p>{{/isPending}}
{{^isPending}}<p class="hint">{{w.performance.hint}} {{w.figures.counted}} {{counted}}{{w.common.semicolon}}{{w.figures.again}}</p>
{{#isEmpty}}<p class="empty">{{w.performance.none}}</p>{{/isEmpty}}
{{^isEmpty}}{{#total}}<p class="count some"><b>{{handedIn}}</b> {{w.performance.handedIn}}</p><p class="count some"><b>{{rate}}</b> {{w.performance.rate}}</p><p class="count some"><b>{{doubtRate}}</b> {{w.performance.doubtRate}}</p>{{/total}}
<h2>{{w.performance.byMonth}}</h2>
<svg class="chart" width="304" height="160" viewBox="0 0 304 160" aria-hidden="true">{{#months}}<rect x="{{x}}" y="{{y}}" width="48" height="{{height}}"></rect><text x="{{middle}}" y="{{above}}" text-anchor="middle">{{handedIn}}</text><text x="{{middle}}" y="148" text-anchor="middle">{{short}}</text>{{/months}}</svg>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.performance.byMonth}}"><table class="rows"><thead><tr><th>{{w.figures.month}}</th><th class="number">{{w.performance.handedIn}}</th><th class="number">{{w.performance.approved}}</th><th class="number">{{w.performance.sentBack}}</th><th class="number">{{w.performance.refused}}</th><th class="number">{{w.performance.rate}}</th><th><span class="away">{{w.performance.rate}}</span></th><th class="number">{{w.performance.doubted}}</th><th class="number">{{w.performance.doubtRate}}</th></tr></thead><tbody>
{{#months}}<tr><td>{{name}}</td><td class="number">{{handedIn}}</td><td class="number">{{approved}}</td><td class="number">{{sentBack}}</td><td class="number">{{refused}}</td><td class="number">{{rate}}</td><td><svg class="chart" width="160" height="10" viewBox="0 0 160 10" aria-hidden="true"><rect class="rest" width="160" height="10"></rect><rect width="{{width}}" height="10"></rect></svg></td><td class="number">{{doubted}}</td><td class="number">{{doubtRate}}</td></tr>{{/months}}
</tbody></table></div>
<h2>{{w.performance.times}}</h2>
<p class="hint">{{w.reviewFigures.timesHint}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.performance.times}}"><table class="rows"><thead><tr><th>{{w.figures.month}}</th><th class="number">{{w.performance.decidedMedian}}</th><th class="number">{{w.performance.decidedNinetieth}}</th><th class="number">{{w.performance.mendedMedian}}</th><th class="number">{{w.performance.mendedNinetieth}}</th></tr></thead><tbody>
{{#months}}<tr><td>{{name}}</td>{{#decidedIn}}<td class="number">{{median}}</td><td class="number">{{ninetieth}}</td>{{/decidedIn}}{{#mendedIn}}<td class="number">{{median}}</td><td class="number">{{ninetieth}}</td>{{/mendedIn}}</tr>{{/months}}
</tbody></table></div>
{{#hasBelow}}<h2>{{w.performance.below}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.performance.below}}"><table class="rows"><thead><tr><th>{{w.figures.organisation}}</th><th class="number">{{w.performance.handedIn}}</th><th class="number">{{w.performance.approved}}</th><th class="number">{{w.performance.sentBack}}</th><th class="number">{{w.performance.refused}}</th><th class="number">{{w.performance.rate}}</th><th><span class="away">{{w.performance.rate}}</span></th><th class="number">{{w.performance.doubted}}</th><th class="number">{{w.performance.doubtRate}}</th><th class="number">{{w.performance.decidedMedian}}</th><th class="number">{{w.performance.decidedNinetieth}}</th><th class="number">{{w.performance.mendedMedian}}</th><th class="number">{{w.performance.mendedNinetieth}}</th></tr></thead><tbody>
{{#below}}<tr><td>{{#leads}}<a href="{{href}}">{{name}}</a>{{/leads}}{{^leads}}{{name}}{{/leads}}</td><td class="number">{{handedIn}}</td><td class="number">{{approved}}</td><td class="number">{{sentBack}}</td><td class="number">{{refused}}</td><td class="number">{{rate}}</td><td><svg class="chart" width="160" height="10" viewBox="0 0 160 10" aria-hidden="true"><rect class="rest" width="160" height="10"></rect><rect width="{{width}}" height="10"></rect></svg></td><td class="number">{{doubted}}</td><td class="number">{{doubtRate}}</td>{{#decidedIn}}<td class="number">{{median}}</td><td class="number">{{ninetieth}}</td>{{/decidedIn}}{{#mendedIn}}<td class="number">{{median}}</td><td class="number">{{ninetieth}}</td>{{/mendedIn}}</tr>{{/below}}
</tbody></table></div>{{/hasBelow}}{{/isEmpty}}{{/isPending}}
"""##,
        "policy": ##"""
<h1>{{title}} · {{organisation}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint"><a href="{{back}}">{{w.staff.toOrganisation}}</a></p>
<h2>{{w.lifeSettings.history}}</h2>
{{^hasVersions}}<p class="empty">{{noVersions}}</p>{{/hasVersions}}
{{#hasVersions}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.lifeSettings.history}}"><table class="loose" id="versions"><thead><tr><th class="number">{{w.lifeSettings.version}}</th><th>{{w.lifeSettings.state}}</th><th>{{w.lifeSettings.from}}</th><th>{{w.policy.rules}}</th><th>{{w.policy.limits}}</th></tr></thead><tbody>
{{#versions}}<tr><td class="number">{{ordinal}}</td><td>{{#isValid}}<b>● {{state}}</b>{{/isValid}}{{^isValid}}○ {{state}}{{/isValid}}</td><td class="state">{{from}}</td><td class="text">{{#rules}}<p><b>{{when}}</b> → {{methods}}</p>{{/rules}}{{^hasRules}}{{w.policy.noOwnRules}}{{/hasRules}}</td><td class="text">{{limits}}</td></tr>{{/versions}}
</tbody></table></div>{{/hasVersions}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
{{#ask}}<h2>{{w.policy.askTitle}}</h2>
<form method="get" action="{{action}}" class="filter">
<p><label for="product">{{w.cards.product}}</label><select id="product" name="product">{{#products}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/products}}</select></p>
<p><label for="document">{{w.policy.document}}</label><select id="document" name="document">{{#documents}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/documents}}</select></p>
<p><label for="risk">{{w.policy.risk}}</label><select id="risk" name="risk">{{#risks}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/risks}}</select></p>
<p><label for="device">{{w.policy.device}}</label><input id="device" name="device" value="{{device}}" maxlength="40"></p>
<p><label class="tick"><input type="checkbox" name="number" value="yes"{{#hasNumber}} checked{{/hasNumber}}> {{w.policy.ordinaryNumber}}</label></p>
<p><button id="ask">{{w.policy.ask}}</button></p>
</form>
{{#undetermined}}<p class="panel bad">✕ {{.}}</p>{{/undetermined}}
{{#answer}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.policy.askTitle}}"><table class="loose" id="needs"><thead><tr><th>{{w.policy.method}}</th><th>{{w.policy.why}}</th><th>{{w.policy.owner}}</th></tr></thead><tbody>
{{#needs}}<tr><td>{{method}}</td><td class="text">{{why}} {{> rule-links}}</td><td>{{owner}}</td></tr>{{/needs}}
</tbody></table></div>
<dl class="facts"><div><dt>{{w.policy.approval}}</dt><dd>{{approval}}</dd></div><div><dt>{{w.policy.attempts}}</dt><dd>{{attempts}}</dd></div><div><dt>{{w.policy.cardsMax}}</dt><dd>{{cards}}</dd></div></dl>{{/answer}}{{/ask}}
{{#edit}}<h2>{{w.policy.newTitle}}</h2>
{{^isRoot}}<details><summary>{{w.policy.above}}</summary><div class="scroll" tabindex="0" role="region" aria-label="{{w.policy.above}}"><table class="loose"><thead><tr><th>{{w.policy.when}}</th><th>{{w.policy.methods}}</th><th>{{w.policy.why}}</th><th>{{w.policy.owner}}</th></tr></thead><tbody>
{{#above}}<tr><td>{{when}}</td><td class="text">{{methods}}</td><td class="text">{{why}} {{> rule-links}}</td><td>{{owner}}</td></tr>{{/above}}
</tbody></table></div></details>{{/isRoot}}
<form method="post" action="{{action}}" class="drop" data-once data-live{{#isAnswered}}="now"{{/isAnswered}}>
<p class="hint">{{#isRoot}}{{w.policy.rootHint}}{{/isRoot}}{{^isRoot}}{{w.policy.agentHint}}{{/isRoot}}</p>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="after" value="{{after}}"><input type="hidden" name="draft" value="{{draft}}">
{{> coming-version}}
<p><button name="act" value="preview" formaction="{{action}}#preview">{{w.policy.preview}}</button></p>
<h3>{{w.policy.rules}}</h3>
{{^hasRows}}<p class="hint">{{w.policy.noRules}}</p>{{/hasRows}}
{{#hasRows}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.policy.rules}}"><table class="loose" id="rules"><thead><tr><th class="number">{{w.policy.number}}</th><th>{{w.policy.when}}</th><th>{{w.policy.methods}}</th><th>{{w.policy.why}}</th><th><span class="away">{{w.policy.remove}}</span></th></tr></thead><tbody>
{{#rows}}<tr><td class="number">{{number}}</td><td>{{when}}</td><td class="text">{{#methods}}<span class="set">{{#isMissing}}✕ {{/isMissing}}{{name}}{{#isDemanded}}<small>{{w.common.open}}{{w.policy.demanded}}{{w.common.close}}</small>{{/isDemanded}}</span><br>{{/methods}}</td><td class="text">{{why}}</td><td><button class="quiet" name="act" value="{{remove}}" aria-label="{{w.policy.remove}} {{number}}">{{w.policy.remove}}</button></td></tr>{{/rows}}
</tbody></table></div>{{/hasRows}}
<details id="new-rule"><summary>{{w.policy.addTitle}}</summary>
<fieldset class="ticks"><legend>{{w.products.cardClass}}</legend>{{#classes}}<label><input type="checkbox" name="{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/classes}}</fieldset>
<fieldset class="ticks"><legend>{{w.policy.use}}</legend>{{#uses}}<label><input type="checkbox" name="{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/uses}}</fieldset>
<div class="grid">
<p><label for="devices">{{w.policy.devices}}</label><input id="devices" name="devices" value="{{devices}}" maxlength="400"></p>
<p><label for="provinces">{{w.policy.provinces}}</label><input id="provinces" name="provinces" value="{{provinces}}" maxlength="100"></p>
<p><label for="riskAtLeast">{{w.policy.riskAtLeast}}</label><select id="riskAtLeast" name="riskAtLeast"><option value="">{{w.policy.anyRisk}}</option>{{#risks}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/risks}}</select></p>
</div>
<fieldset class="ticks"><legend>{{w.policy.methods}}</legend>{{#methods}}<label><input type="checkbox" name="{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}{{#isDemanded}} disabled{{/isDemanded}}> {{name}}{{#isDemanded}}{{w.common.open}}{{w.policy.demanded}}{{w.common.close}}{{/isDemanded}}</label>{{/methods}}</fieldset>
<div class="grid">
<p><label for="reasonZh">{{w.policy.reasonZh}}</label><input id="reasonZh" name="reasonZh" value="{{reasonZh}}" maxlength="300"></p>
<p><label for="reasonEn">{{w.policy.reasonEn}}</label><input id="reasonEn" name="reasonEn" value="{{reasonEn}}" maxlength="300"></p>
</div>
<p><button name="act" value="add">{{w.policy.add}}</button></p>
</details>
<h3>{{w.policy.limits}}</h3>
<div class="grid">
<p><label for="approval">{{w.policy.approval}}</label><select id="approval" name="approval">{{#approvals}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/approvals}}</select></p>
<p><label for="attemptsMax">{{w.policy.attempts}}{{#attemptsAbove}} <span class="hint">{{.}}</span>{{/attemptsAbove}}</label><input id="attemptsMax" name="attemptsMax" value="{{attemptsMax}}" inputmode="numeric" maxlength="4"></p>
<p><label for="reuseDays">{{w.policy.reuseDays}}</label><input id="reuseDays" name="reuseDays" value="{{reuseDays}}" inputmode="numeric" maxlength="5"></p>
</div>
<h3>{{w.policy.cardsMax}}</h3>
<div class="grid">{{#maxima}}<p><label for="{{code}}">{{name}}{{#above}} <span class="hint">{{.}}</span>{{/above}}</label><input id="{{code}}" name="{{code}}" value="{{value}}" inputmode="numeric" maxlength="4"></p>{{/maxima}}</div>
<p><label><input type="checkbox" name="agentReviews" value="yes"{{#isAgentReviews}} checked{{/isAgentReviews}}> {{w.policy.agentReviews}}</label></p>
<p><button name="act" value="preview" formaction="{{action}}#preview">{{w.policy.preview}}</button></p>
<div data-live-place>{{#isPreviewed}}<input type="hidden" name="previewed" value="{{draft}}"><div class="panel{{#hasObjections}} bad{{/hasObjections}}" id="preview" tabindex="-1" data-focus role="status">
{{#hasObjections}}<h3>✕ {{w.policy.objections}}</h3><ul id="objections">{{#objections}}<li><b>{{at}}</b> {{text}} <span class="mend">{{mend}}</span> {{> rule-links}}</li>{{/objections}}</ul>{{/hasObjections}}
{{^hasObjections}}<h3>{{w.policy.consequences}}</h3>{{/hasObjections}}
{{^hasProducts}}<p>{{w.policy.noProducts}}</p>{{/hasProducts}}
{{#hasProducts}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.policy.consequences}}"><table class="loose" id="consequences"><thead><tr><th>{{w.cards.product}}</th><th>{{w.policy.risk}}</th><th>{{w.policy.now}}</th><th>{{w.policy.then}}</th></tr></thead><tbody>
{{#consequences}}<tr><td>{{product}}</td><td>{{risk}}</td><td class="text">{{now}}</td><td class="text">{{#isChanged}}<b>▲ {{w.policy.changed}}</b> {{then}}{{/isChanged}}{{^isChanged}}＝ {{w.policy.same}}{{/isChanged}}</td></tr>{{/consequences}}
</tbody></table></div>{{/hasProducts}}
{{#maySet}}{{> replacing-version}}
<p class="row"><label for="validFrom">{{w.lifeSettings.from}}</label><input id="validFrom" name="validFrom" type="datetime-local" value="{{validFrom}}" aria-describedby="from-hint"><span class="hint" id="from-hint">{{w.lifeSettings.fromHint}}</span> <button class="main" name="act" value="set">{{w.policy.set}}</button></p>{{/maySet}}</div>{{/isPreviewed}}</div>
</form>{{/edit}}
"""##,
        "problem": ##"""
<section class="door"><h1>{{title}}</h1>
{{#refusal}}<div class="panel bad"><p><b>{{reason}}</b></p>{{#mend}}<p>{{.}}</p>{{/mend}}
{{#details}}<p>{{reason}} {{mend}}</p>{{/details}}
<p class="hint">{{w.problem.rule}}{{> rule-links}}</p></div>{{/refusal}}
<p><a class="button" href="{{back}}">{{backText}}</a></p>
<p class="hint">{{w.problem.reference}}<span class="code">{{reference}}</span></p></section>
"""##,
        "product-fields": ##"""
<div class="grid">
<p><label for="name">{{w.products.name}}</label><input id="name" name="name" value="{{name}}" maxlength="100" required></p>
{{#isNew}}<p><label for="carrier">{{w.cards.carrier}}</label><input id="carrier" name="carrier" value="{{carrierCode}}" list="carriers" maxlength="32" spellcheck="false" required><datalist id="carriers">{{#carriers}}<option value="{{code}}">{{name}}</option>{{/carriers}}</datalist></p>{{/isNew}}{{^isNew}}<input type="hidden" name="carrier" value="{{carrierCode}}">{{/isNew}}
<p><label for="cardClass">{{w.products.cardClass}}</label><select id="cardClass" name="cardClass">{{#classes}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/classes}}</select></p>
<p><label for="traffic">{{w.products.traffic}}</label><select id="traffic" name="traffic">{{#traffics}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/traffics}}</select></p>
<p><label for="megabytes">{{w.products.megabytes}}</label><input id="megabytes" name="megabytes" value="{{megabytes}}" inputmode="numeric" maxlength="8"></p>
<p><label for="binding">{{w.products.binding}}</label><select id="binding" name="binding">{{#bindings}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/bindings}}</select></p>
<p><label for="testDays">{{w.lifeField.testDays}}</label><input id="testDays" name="testDays" value="{{testDays}}" inputmode="numeric" maxlength="4"></p>
<p><label for="silentDays">{{w.lifeField.silentDays}}</label><input id="silentDays" name="silentDays" value="{{silentDays}}" inputmode="numeric" maxlength="4"></p>
<p><label for="cancellationMonths">{{w.lifeField.cancellationMonths}}</label><input id="cancellationMonths" name="cancellationMonths" value="{{cancellationMonths}}" inputmode="numeric" maxlength="4"></p>
</div>
<p class="row"><label><input type="checkbox" name="voice" value="yes"{{#isVoice}} checked{{/isVoice}}> {{w.products.voice}}</label> <label><input type="checkbox" name="sms" value="yes"{{#isSMS}} checked{{/isSMS}}> {{w.products.sms}}</label></p>
<p class="hint">{{w.products.periodsHint}}</p>
"""##,
        "product": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint"><a href="{{products}}">{{w.products.back}}</a></p>
<dl class="facts"><div><dt>{{w.products.code}}</dt><dd class="code">{{code}}</dd></div><div><dt>{{w.cards.carrier}}</dt><dd>{{carrier}}</dd></div><div><dt>{{w.products.status}}</dt><dd>{{status}}</dd></div><div><dt>{{w.products.version}}</dt><dd>{{version}}</dd></div><div><dt>{{w.products.recorded}}</dt><dd>{{recorded}}</dd></div></dl>
{{#mayManage}}<form method="post" action="{{action}}" class="drop" data-once>
<h2>{{w.products.change}}</h2>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}">
{{> product-fields}}
<p class="field"><label for="status">{{w.products.status}}</label><select id="status" name="status">{{#statuses}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/statuses}}</select></p>
<p><button class="main">{{w.products.save}}</button></p>
</form>{{/mayManage}}
"""##,
        "products": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
{{#isEmpty}}<p class="empty">{{w.products.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows"><thead><tr><th>{{w.products.code}}</th><th>{{w.products.name}}</th><th>{{w.cards.carrier}}</th><th>{{w.products.cardClass}}</th><th>{{w.products.traffic}}</th><th class="number">{{w.products.megabytes}}</th><th>{{w.products.voice}}</th><th>{{w.products.sms}}</th><th>{{w.products.status}}</th></tr></thead><tbody>
{{#products}}<tr><td><a class="code" href="{{href}}">{{code}}</a></td><td>{{name}}</td><td>{{carrier}}</td><td>{{cardClass}}</td><td>{{traffic}}</td><td class="number">{{megabytes}}</td><td>{{voice}}</td><td>{{sms}}</td><td>{{#isWithdrawn}}✕{{/isWithdrawn}}{{^isWithdrawn}}●{{/isWithdrawn}} {{status}}</td></tr>{{/products}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
{{#mayManage}}<form method="post" action="{{action}}" class="drop" data-once>
<h2>{{w.products.newTitle}}</h2>
<input type="hidden" name="form" value="{{form}}">
<p class="field narrow"><label for="code">{{w.products.code}}</label><span class="hint" id="code-hint">{{w.products.codeHint}}</span><input id="code" name="code" value="{{code}}" maxlength="64" aria-describedby="code-hint" spellcheck="false" autocomplete="off" required></p>
{{> product-fields}}
<p><button class="main">{{w.products.create}}</button></p>
</form>{{/mayManage}}
"""##,
        "queue": ##"""
<h1>{{title}}</h1>
<nav class="tabs" aria-label="{{w.queue.states}}">{{#states}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/states}}</nav>
{{#mayReview}}<form method="post" action="{{link.nextCase}}"><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="state" value="{{state}}"><p><button class="main" data-key="n">{{w.queue.next}} <kbd>n</kbd></button></p></form>{{/mayReview}}
{{#figures}}<p><a href="{{.}}">{{w.reviewFigures.title}}</a></p>{{/figures}}
{{#again}}<p><a href="{{.}}">{{w.again.title}}</a></p>{{/again}}
{{#isEmpty}}<p class="empty">{{w.queue.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.queue.title}}"><table class="rows cases"><thead><tr><th>{{w.queue.kind}}</th>{{#hasRisk}}<th>{{w.queue.risk}}</th>{{/hasRisk}}<th>{{w.queue.subject}}</th><th>{{w.registration.code}}</th><th>{{w.queue.takenBy}}</th><th class="number">{{w.queue.cards}}</th><th>{{w.queue.since}}</th><th>{{w.queue.age}}</th><th>{{w.queue.holder}}</th></tr></thead><tbody>
{{#cases}}<tr><td><a href="{{href}}">{{kind}}</a></td>{{#hasRisk}}<td class="text">{{#risk}}<span class="risk {{level}}"><span aria-hidden="true">{{sign}}</span> <b>{{text}}</b></span> <small>{{grounds}}</small>{{/risk}}{{^risk}}–{{/risk}}</td>{{/hasRisk}}<td class="text">{{subject}}</td><td class="code">{{code}}</td><td class="text">{{takenBy}}</td><td class="number">{{cards}}</td><td>{{since}}</td><td>{{age}}</td><td>{{held}}</td></tr>{{/cases}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "re-audits": ##"""
<h1>{{title}}</h1>
<p class="hint"><a href="{{back}}">{{w.reviewFigures.back}}</a></p>
<nav class="tabs" aria-label="{{w.queue.states}}">{{#states}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/states}}</nav>
<p class="hint">{{w.again.lead}}</p>
{{#isEmpty}}<p class="empty">{{w.again.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.again.title}}"><table class="rows"><thead><tr><th>{{w.queue.kind}}</th><th class="number">{{w.queue.cards}}</th><th>{{w.again.approved}}</th><th>{{w.queue.age}}</th><th>{{w.again.found}}</th></tr></thead><tbody>
{{#cases}}<tr><td><a href="{{href}}">{{kind}}</a></td><td class="number">{{cards}}</td><td>{{since}}</td><td>{{age}}</td><td>{{found}}</td></tr>{{/cases}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#isLater}}<a href="{{first}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "reason-lists": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint">{{w.reasonLists.lead}}</p>
{{#hasHistory}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.lifeSettings.history}}"><table class="loose"><thead><tr><th class="number">{{w.lifeSettings.version}}</th><th>{{w.lifeSettings.state}}</th><th>{{w.lifeSettings.from}}</th><th>{{w.lifeSettings.says}}</th><th>{{w.lifeSettings.recorded}}</th></tr></thead><tbody>
{{#history}}<tr><td class="number">{{ordinal}}</td><td>{{#isValid}}<b>● {{state}}</b>{{/isValid}}{{^isValid}}○ {{state}}{{/isValid}}</td><td class="state">{{from}}</td><td class="text">{{#says}}<p>{{.}}</p>{{/says}}</td><td>{{recorded}}</td></tr>{{/history}}
</tbody></table></div>{{/hasHistory}}
{{^hasHistory}}<p class="hint">{{w.reasonLists.noHistory}}</p>{{/hasHistory}}
<details><summary>{{w.reasonLists.builtIn}}</summary><ul>{{#builtIn}}<li>{{text}} <code>{{code}}</code></li>{{/builtIn}}</ul></details>
<form method="post" action="{{action}}" enctype="multipart/form-data" class="drop" data-once>
<button class="away" name="act" value="enter" tabindex="-1" aria-hidden="true">{{w.reasonLists.add}}</button>
<h2>{{w.reviewPolicy.newTitle}}</h2>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="after" value="{{after}}"><input type="hidden" name="draft" value="{{draft}}">
{{> coming-version}}
{{#hasRows}}<ul>{{#rows}}<li>{{text}} <button class="quiet" name="act" value="{{remove}}" formnovalidate>{{w.reasonLists.retire}}</button></li>{{/rows}}</ul>{{/hasRows}}
{{^hasRows}}<p class="hint">{{w.reasonLists.none}}</p>{{/hasRows}}
<fieldset><legend>{{w.reasonLists.addTitle}}</legend>
<p class="hint">{{w.reasonLists.addHint}}</p>
<div class="grid top"><p><label for="code">{{w.reasonLists.code}}</label><input id="code" name="code" value="{{code}}" maxlength="40" spellcheck="false" autocapitalize="off" aria-describedby="code-hint"><span class="hint" id="code-hint">{{w.reasonLists.codeHint}}</span></p>
<p><label for="zh">{{w.reasonLists.zh}}</label><input id="zh" name="zh" value="{{zh}}" maxlength="80" lang="zh"></p>
<p><label for="en">{{w.reasonLists.en}}</label><input id="en" name="en" value="{{en}}" maxlength="80" lang="en"></p></div>
<fieldset class="ticks"><legend>{{w.reasonLists.verdict}}</legend>{{#verdicts}}<label><input type="checkbox" name="{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/verdicts}}</fieldset>
<fieldset class="ticks"><legend>{{w.queue.kind}}</legend>{{#kinds}}<label><input type="checkbox" name="{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/kinds}}</fieldset>
<fieldset class="ticks"><legend>{{w.case.about}}</legend>{{#fields}}<label><input type="checkbox" name="{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/fields}}</fieldset>
<p><button name="act" value="add">{{w.reasonLists.add}}</button></p></fieldset>
<p class="field narrow"><label for="validFrom">{{w.lifeSettings.from}}</label><input id="validFrom" name="validFrom" type="datetime-local" value="{{validFrom}}" aria-describedby="from-hint"><span class="hint" id="from-hint">{{w.lifeSettings.fromHint}}</span></p>
{{> replacing-version}}
<p><button class="main" name="act" value="set">{{w.reviewPolicy.set}}</button></p>
</form>
"""##,
        "registration-table": ##"""
<div class="scroll" tabindex="0" role="region" aria-label="{{w.registrations.title}}"><table class="rows"><thead><tr><th>{{w.registration.code}}</th>{{^isOfOneUnit}}<th>{{w.registration.subject}}</th>{{/isOfOneUnit}}<th>{{w.registration.state}}</th><th class="number">{{w.queue.cards}}</th><th>{{w.registration.channel}}</th><th>{{w.registration.created}}</th><th>{{w.registration.registered}}</th></tr></thead><tbody>
{{#registrations}}<tr><td><a class="code" href="{{href}}">{{code}}</a></td>{{^isOfOneUnit}}<td>{{subject}}</td>{{/isOfOneUnit}}<td>{{mark}} {{state}}</td><td class="number">{{cards}}</td><td>{{channel}}</td><td>{{created}}</td><td>{{registered}}</td></tr>{{/registrations}}
</tbody></table></div>
"""##,
        "registration": ##"""
<h1>{{title}}</h1>
<p class="hint">{{channel}} · {{^isPending}}{{w.queue.cards}} {{cards}} · {{/isPending}}<b>{{mark}} {{state}}</b></p>
{{> errors}}
{{#now}}<div class="panel row"><span>{{text}}</span>{{#ways}}<a class="button" href="{{href}}">{{name}}</a>{{/ways}}</div>
{{#withdraw}}<details><summary>{{w.registration.withdraw}}</summary><form method="post" action="{{action}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}"><p>{{w.draft.discardText}}</p><p><button class="quiet">{{w.registration.withdrawSure}}</button></p></form></details>{{/withdraw}}{{/now}}
<section><h2>{{w.registration.facts}}</h2>
<dl class="facts"><div><dt>{{w.registration.code}}</dt><dd class="code">{{code}}</dd></div>{{#unit}}<div><dt>{{w.party.unit}}</dt><dd><a href="{{href}}">{{name}}</a> <span class="code">{{code}}</span></dd></div>{{/unit}}{{^unit}}<div><dt>{{w.registration.subject}}</dt><dd>{{subject}}</dd></div>{{/unit}}<div><dt>{{w.registration.created}}</dt><dd>{{created}}</dd></div><div><dt>{{w.registration.registered}}</dt><dd>{{registered}}</dd></div>{{#isEnded}}<div><dt>{{w.registration.ended}}</dt><dd>{{ended}}</dd></div>{{/isEnded}}</dl></section>
<section><h2>{{w.registration.people}}</h2>
{{^hasRoles}}<p class="empty">{{w.registration.noPeople}}</p>{{/hasRoles}}
{{#isWithheld}}<p class="panel">{{w.case.withheld}}</p>{{/isWithheld}}
{{#hasRoles}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.registration.people}}"><table class="loose"><thead><tr><th>{{w.answers.role}}</th><th>{{w.field.name}}</th><th>{{w.field.documentNumber}}</th><th>{{w.field.contact}}</th><th>{{w.field.validUntil}}</th><th>{{w.registration.authorised}}</th><th>{{w.answers.since}}</th></tr></thead><tbody>
{{#roles}}{{> role-row}}{{/roles}}
</tbody></table></div>{{/hasRoles}}
{{#hasHistory}}<details><summary>{{w.registration.history}}</summary><div class="scroll" tabindex="0" role="region" aria-label="{{w.registration.history}}"><table class="loose"><thead><tr><th>{{w.answers.role}}</th><th>{{w.field.name}}</th><th>{{w.field.documentNumber}}</th><th>{{w.field.contact}}</th><th>{{w.field.validUntil}}</th><th>{{w.registration.authorised}}</th><th>{{w.answers.since}}</th></tr></thead><tbody>
{{#history}}{{> role-row}}{{/history}}
</tbody></table></div></details>{{/hasHistory}}</section>
<section><h2>{{w.field.cards}}</h2>
{{^hasHeld}}<p class="empty">{{#isPending}}{{w.registration.cardsPending}}{{/isPending}}{{^isPending}}{{w.registration.noCards}}{{/isPending}}</p>{{/hasHeld}}
{{#hasHeld}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.field.cards}}"><table class="rows"><thead><tr><th>ICCID</th><th>{{w.cards.msisdn}}</th><th>{{w.cards.carrier}}</th><th>{{w.cards.product}}</th><th>{{w.answers.since}}</th></tr></thead><tbody>
{{#held}}<tr><td class="code">{{#href}}<a href="{{.}}">{{iccid}}</a>{{/href}}{{^href}}{{iccid}}{{/href}}</td><td class="code">{{msisdn}}</td><td>{{carrier}}</td><td>{{product}}</td><td>{{since}}</td></tr>{{/held}}
</tbody></table></div>{{/hasHeld}}
<p class="pages">{{#isLater}}<a href="{{first}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
{{#leftOut}}<h3 class="lacking">✕ {{text}}</h3><div class="scroll" tabindex="0" role="region" aria-label="{{text}}"><table class="loose"><thead><tr><th>ICCID</th><th>{{w.draft.why}}</th></tr></thead><tbody>{{#cards}}<tr><td class="code">{{iccid}}</td><td>{{text}} {{> rule-links}}</td></tr>{{/cards}}</tbody></table></div>{{#hasMore}}<p class="hint">{{w.registration.moreLeftOut}}</p>{{/hasMore}}{{/leftOut}}</section>
{{#changes}}<section class="drop"><h2>{{w.registration.change}}</h2><form method="post" action="{{action}}" class="filter" data-once><input type="hidden" name="form" value="{{form}}"><p><label for="kind">{{w.registration.changeKind}}</label><select id="kind" name="kind">{{#kinds}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/kinds}}</select></p><p><label for="role">{{w.registration.changeRole}}</label><select id="role" name="role"><option value="">–</option>{{#people}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/people}}</select></p><p><label for="effectiveFrom">{{w.field.effectiveFrom}}</label><input type="date" id="effectiveFrom" name="effectiveFrom" value="{{effective}}"></p><p><button>{{w.registration.begin}}</button></p></form><p class="hint">{{w.registration.changeHint}}</p></section>{{/changes}}
<section><h2>{{w.registration.applications}}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.registration.applications}}"><table class="rows"><thead><tr><th>{{w.queue.kind}}</th><th>{{w.registration.state}}</th><th class="number">{{w.queue.cards}}</th><th>{{w.registration.created}}</th><th>{{w.queue.since}}</th><th>{{w.registration.decided}}</th></tr></thead><tbody>
{{#applications}}<tr><td><a href="{{href}}">{{kind}}</a></td><td>{{state}}</td><td class="number">{{cards}}</td><td>{{begun}}</td><td>{{submitted}}</td><td>{{decided}}</td></tr>{{/applications}}
</tbody></table></div></section>
<section><h2>{{w.card.timeline}}</h2><ol class="timeline">{{#timeline}}<li><time>{{at}}</time> <b>{{kind}}</b> <span>{{text}}</span></li>{{/timeline}}</ol></section>
"""##,
        "registrations": ##"""
<h1>{{title}}</h1>
{{> tabs}}
<form method="post" action="{{action}}" class="filter"><input type="hidden" name="form" value="{{form}}"><p><label for="code">{{w.registration.code}}</label><input id="code" name="code" value="{{code}}" maxlength="20" placeholder="SM-" spellcheck="false" autocomplete="off"></p><p><button>{{w.registrations.find}}</button></p></form>
<nav class="tabs" aria-label="{{w.queue.states}}">{{#states}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/states}}</nav>
{{#isEmpty}}<p class="empty">{{#isFiltered}}{{w.registrations.noneFiltered}}{{/isFiltered}}{{^isFiltered}}{{w.registrations.none}}{{/isFiltered}}</p>{{/isEmpty}}
{{^isEmpty}}{{> registration-table}}{{/isEmpty}}
<p class="pages">{{#isLater}}<a href="{{first}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "replacing-version": ##"""
{{#replacing}}<p><label><input type="checkbox" name="replacing" value="yes"{{#isTicked}} checked{{/isTicked}}> {{text}}</label></p>{{/replacing}}
"""##,
        "review-figures": ##"""
<h1>{{title}}</h1>
<p class="hint"><a href="{{back}}">{{backName}}</a></p>
<p class="hint">{{w.reviewFigures.hint}} {{w.figures.counted}} {{counted}}</p>
{{#isEmpty}}<p class="empty">{{none}}</p>{{/isEmpty}}
{{^isEmpty}}<h2>{{w.reviewFigures.decided}}</h2>
<svg class="chart" width="304" height="160" viewBox="0 0 304 160" aria-hidden="true">{{#months}}<rect x="{{x}}" y="{{y}}" width="48" height="{{height}}"></rect><text x="{{middle}}" y="{{above}}" text-anchor="middle">{{sum}}</text><text x="{{middle}}" y="148" text-anchor="middle">{{short}}</text>{{/months}}</svg>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.reviewFigures.decided}}"><table class="heads"><thead><tr><th>{{w.figures.month}}</th><th class="number">{{w.reviewFigures.approved}}</th><th class="number">{{w.reviewFigures.sentBack}}</th><th class="number">{{w.reviewFigures.refused}}</th><th class="number">{{w.figures.sum}}</th><th class="number">{{w.reviewFigures.corrected}}</th><th class="number">{{w.reviewFigures.disputed}}</th><th class="number">{{w.reviewFigures.reAudited}}</th><th class="number">{{w.reviewFigures.kept}}</th><th class="number">{{w.reviewFigures.overturned}}</th></tr></thead><tbody>
{{#months}}<tr><td>{{name}}</td><td class="number">{{approved}}</td><td class="number">{{sentBack}}</td><td class="number">{{refused}}</td><td class="number">{{sum}}</td><td class="number">{{corrected}}</td><td class="number">{{disputed}}</td><td class="number">{{reAudited}}</td><td class="number">{{kept}}</td><td class="number">{{overturned}}</td></tr>{{/months}}
</tbody></table></div>
<h2>{{w.reviewFigures.times}}</h2>
<p class="hint">{{w.reviewFigures.timesHint}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="{{w.reviewFigures.times}}"><table class="heads"><thead><tr><th>{{w.figures.month}}</th><th class="number">{{w.reviewFigures.waitedMedian}}</th><th class="number">{{w.reviewFigures.waitedNinetieth}}</th><th class="number">{{w.reviewFigures.heldMedian}}</th><th class="number">{{w.reviewFigures.heldNinetieth}}</th></tr></thead><tbody>
{{#months}}<tr><td>{{name}}</td>{{#waited}}<td class="number">{{median}}</td><td class="number">{{ninetieth}}</td>{{/waited}}{{#held}}<td class="number">{{median}}</td><td class="number">{{ninetieth}}</td>{{/held}}</tr>{{/months}}
</tbody></table></div>{{/isEmpty}}
"""##,
        "review-policy": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint">{{w.reviewPolicy.lead}}</p>
{{#hasHistory}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.lifeSettings.history}}"><table class="loose"><thead><tr><th class="number">{{w.lifeSettings.version}}</th><th>{{w.lifeSettings.state}}</th><th>{{w.lifeSettings.from}}</th><th>{{w.lifeSettings.says}}</th><th>{{w.lifeSettings.recorded}}</th></tr></thead><tbody>
{{#history}}<tr><td class="number">{{ordinal}}</td><td>{{#isValid}}<b>● {{state}}</b>{{/isValid}}{{^isValid}}○ {{state}}{{/isValid}}</td><td class="state">{{from}}</td><td class="text">{{#says}}<p>{{.}}</p>{{/says}}</td><td>{{recorded}}</td></tr>{{/history}}
</tbody></table></div>{{/hasHistory}}
{{^hasHistory}}<p class="hint">{{w.reviewPolicy.noHistory}}</p>{{/hasHistory}}
<form method="post" action="{{action}}" class="drop" data-once>
<button class="away" name="act" value="enter" tabindex="-1" aria-hidden="true">{{w.reviewPolicy.add}}</button>
<h2>{{w.reviewPolicy.newTitle}}</h2>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="after" value="{{after}}"><input type="hidden" name="draft" value="{{draft}}">
{{> coming-version}}
<div class="grid top"><p><label for="permille">{{w.reviewPolicy.permille}}</label><input id="permille" name="permille" value="{{permille}}" inputmode="numeric" maxlength="4" size="6" required aria-describedby="permille-hint"><br><span class="hint" id="permille-hint">{{w.reviewPolicy.permilleHint}}</span></p>
<p><label for="validFrom">{{w.lifeSettings.from}}</label><input id="validFrom" name="validFrom" type="datetime-local" value="{{validFrom}}" aria-describedby="from-hint"><br><span class="hint" id="from-hint">{{w.lifeSettings.fromHint}}</span></p></div>
{{> replacing-version}}
<h3>{{w.reviewPolicy.two}}</h3>
{{#hasRows}}<ul>{{#rows}}<li>{{text}} <button class="quiet" name="act" value="{{remove}}" formnovalidate>{{w.reviewPolicy.remove}}</button></li>{{/rows}}</ul>{{/hasRows}}
{{^hasRows}}<p class="hint">{{w.reviewPolicy.noTwo}}</p>{{/hasRows}}
<fieldset><legend>{{w.reviewPolicy.addTitle}}</legend>
<p class="hint">{{w.reviewPolicy.addHint}}</p>
<fieldset class="ticks"><legend>{{w.reviewPolicy.subject}}</legend>{{#subjects}}<label><input type="checkbox" name="{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/subjects}}</fieldset>
<fieldset class="ticks"><legend>{{w.queue.kind}}</legend>{{#kinds}}<label><input type="checkbox" name="{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/kinds}}</fieldset>
<fieldset class="ticks"><legend>{{w.reviewPolicy.channel}}</legend>{{#channels}}<label><input type="checkbox" name="{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/channels}}</fieldset>
<p class="field narrow"><label for="cardsAtLeast">{{w.reviewPolicy.cards}}</label><input id="cardsAtLeast" name="cardsAtLeast" value="{{cardsAtLeast}}" inputmode="numeric" maxlength="9" size="9"></p>
<p><button name="act" value="add">{{w.reviewPolicy.add}}</button></p></fieldset>
<p><button class="main" name="act" value="set">{{w.reviewPolicy.set}}</button></p>
</form>
"""##,
        "role-row": ##"""
<tr><td>{{role}}</td><td>{{#isCurrent}}<b>{{name}}</b>{{/isCurrent}}{{^isCurrent}}{{name}} <small>{{w.registration.former}}</small>{{/isCurrent}}</td><td><span class="code">{{number}}</span><br><small>{{document}}</small></td><td class="code">{{contact}}</td><td>{{#validity}}{{> until}}{{/validity}}{{^validity}}–{{/validity}}</td><td>{{#authorised}}{{> until}}{{/authorised}}{{^authorised}}–{{/authorised}}</td><td>{{from}}</td></tr>
"""##,
        "roles": ##"""
<h1>{{title}}</h1>
{{> tabs}}
<p class="hint">{{w.roles.lead}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="matrix"><thead><tr><th>{{w.roles.permission}}</th>{{#heads}}<th>{{name}}</th>{{/heads}}</tr></thead><tbody>
<tr><th scope="row">{{w.roles.place}}</th>{{#places}}<td>{{name}}</td>{{/places}}</tr>
<tr><th scope="row">{{w.roles.factor}}</th>{{#factors}}<td><span aria-hidden="true">{{mark}}</span><span class="away">{{word}}</span></td>{{/factors}}</tr>
{{#permissions}}<tr><th scope="row">{{name}}</th>{{#cells}}<td><span aria-hidden="true">{{mark}}</span><span class="away">{{word}}</span></td>{{/cells}}</tr>{{/permissions}}
</tbody></table></div>
"""##,
        "rule-links": ##"""
{{#rules}}<a class="rule" href="{{href}}" title="{{source}}">{{id}}</a> {{/rules}}
"""##,
        "rules": ##"""
<h1>{{title}}</h1>
<p>{{w.rules.lead}}</p>
<nav class="tabs" aria-label="{{title}}">{{#groups}}<a href="#{{id}}">{{name}}</a>{{/groups}}<a href="#house">{{w.rules.house}}</a></nav>
{{#groups}}<h2 id="{{id}}">{{name}}</h2>
<dl class="rules">{{#rules}}<div id="{{id}}"><dt><span class="code">{{id}}</span> {{source}}</dt><dd>{{text}}</dd></div>{{/rules}}</dl>
{{/groups}}<h2 id="house">{{w.rules.house}}</h2>
<p>{{w.rules.houseLead}}</p>
<dl class="rules">{{#house}}<div id="{{id}}"><dt><span class="code">{{id}}</span> {{source}}</dt><dd>{{text}}</dd><dd class="hint">{{w.rules.protects}} {{protects}}{{#document}} <span class="code">{{.}}</span>{{/document}}</dd></div>{{/house}}</dl>
"""##,
        "search": ##"""
<h1>{{title}}</h1>
<p>{{w.search.asked}} {{asked}} · {{w.search.found}} {{found}} · {{w.search.missing}} {{missingCount}}{{#isRepeated}} · {{w.search.repeated}} {{repeated}}{{/isRepeated}}</p>
{{#hasCards}}{{> card-table}}<div class="row after">{{> begin-draft}}</div>{{/hasCards}}
{{#devices}}<h2>{{title}}</h2>
<p>{{#isIMSI}}{{w.search.alsoIMSI}}{{/isIMSI}}{{^isIMSI}}{{w.search.takenForDevice}}{{/isIMSI}}{{#isCut}} {{w.search.deviceCut}}{{/isCut}}</p>
<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows"><thead><tr><th>ICCID</th><th>{{w.search.declared}}</th><th>{{w.search.seen}}</th></tr></thead><tbody>
{{#cards}}<tr><td><a class="code" href="{{href}}">{{iccid}}</a></td><td>{{declared}}</td><td>{{seen}}</td></tr>{{/cards}}
</tbody></table></div>{{/devices}}
{{#hasCodes}}<h2>{{w.search.codes}}</h2>
<ul class="numbers">{{#codes}}<li><a class="code" href="{{href}}">{{code}}</a></li>{{/codes}}</ul>{{/hasCodes}}
{{#lacks}}<h2>{{title}}{{w.common.open}}{{count}}{{w.common.close}}</h2>
<p>{{says}}</p>
<ul class="numbers">{{#numbers}}<li class="code">{{number}}{{#isDevice}} <span class="hint">{{w.search.askedAsDevice}}</span>{{/isDevice}}</li>{{/numbers}}</ul>{{/lacks}}
"""##,
        "second-factor": ##"""
<section class="door">
<h1>{{title}}</h1>
<p>{{#secret}}{{w.secondFactor.lead}}{{/secret}}{{^secret}}{{w.secondFactor.begun}}{{/secret}}</p>
{{> errors}}
{{#secret}}<p><b class="code big">{{text}}</b></p>
<p><a href="{{address}}">{{w.secondFactor.open}}</a></p>{{/secret}}
<form method="post" action="{{link.secondFactor}}" data-once>
<input type="hidden" name="form" value="{{form}}">
<p class="field"><label for="code">{{w.secondFactor.code}}</label><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required></p>
<p><button class="main">{{w.secondFactor.go}}</button></p>
</form>
{{#mayBeginAnew}}<form method="post" action="{{link.secondFactor}}" data-once>
<input type="hidden" name="form" value="{{form}}">
<p class="hint">{{w.secondFactor.anewHint}}</p>
<p><button name="anew" value="1">{{w.secondFactor.anew}}</button></p>
</form>{{/mayBeginAnew}}
</section>
"""##,
        "sign-in": ##"""
<section class="door">
<h1>{{title}}</h1>
{{> errors}}
{{#kept}}<p class="panel" role="status">{{w.signIn.kept}}</p>{{/kept}}
<form method="post" action="{{link.signIn}}" data-once>
<input type="hidden" name="form" value="{{form}}">{{#kept}}<input type="hidden" name="kept" value="{{.}}">{{/kept}}
<p class="field"><label for="login">{{w.signIn.login}}</label><input id="login" name="login" value="{{login}}" autocomplete="username" autocapitalize="none" spellcheck="false" required></p>
<p class="field"><label for="password">{{w.signIn.password}}</label><input id="password" name="password" type="password" autocomplete="current-password" required></p>
<p class="field"><label for="code">{{w.signIn.code}}</label><span class="hint" id="code-hint">{{w.signIn.codeHint}}</span><input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" aria-describedby="code-hint"{{#asksCode}} required{{/asksCode}}></p>
<p><button class="main">{{w.signIn.go}}</button></p>
</form>
<p><a href="{{link.enrol}}">{{w.signIn.enrol}}</a></p>
</section>
"""##,
        "staff-member": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint"><a href="{{back}}">{{w.staff.back}}</a></p>
{{#renewed}}<div class="panel" role="status" tabindex="-1" data-focus><h2>✓ {{w.staff.renewed}}</h2>{{> enrolment}}</div>{{/renewed}}
<dl class="facts"><div><dt>{{w.account.organisation}}</dt><dd>{{organisation}}</dd></div><div><dt>{{w.staff.kind}}</dt><dd>{{kind}}</dd></div><div><dt>{{w.account.roles}}</dt><dd>{{roles}}</dd></div><div><dt>{{w.staff.state}}</dt><dd>{{mark}} {{state}}</dd></div><div><dt>{{w.account.factor}}</dt><dd>{{factor}}</dd></div><div><dt>{{w.staff.created}}</dt><dd>{{created}}</dd></div></dl>
{{#figures}}<p><a class="button" href="{{.}}">{{w.reviewFigures.theirs}}</a></p>{{/figures}}
{{#mayChange}}<form method="post" action="{{action}}" class="drop" data-once>
<h2>{{w.staff.changeRoles}}</h2>
<input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}">
<fieldset class="ticks"><legend>{{w.account.roles}}</legend>{{#choices}}<label><input type="checkbox" name="role-{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/choices}}</fieldset>
<p class="row"><button class="main" name="act" value="roles">{{w.staff.saveRoles}}</button> <a href="{{rolesPage}}">{{w.roles.title}}</a></p>
</form>
{{#mayRenew}}<h2>{{w.staff.renew}}</h2>
<form method="post" action="{{action}}" data-once><p class="hint">{{w.staff.renewHint}}</p><input type="hidden" name="form" value="{{form}}"><button name="act" value="renew">{{w.staff.renew}}</button></form>{{/mayRenew}}
<h2>{{w.staff.dismiss}}</h2>
<form method="post" action="{{action}}" data-once><p class="hint">{{w.staff.dismissHint}}</p><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="version" value="{{version}}"><p class="row"><label><input type="checkbox" name="sure" value="yes"> {{w.staff.sure}}</label> <button class="quiet" name="act" value="dismiss">{{w.staff.dismiss}}</button></p></form>{{/mayChange}}
"""##,
        "staff": ##"""
<h1>{{title}} · {{organisation}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint"><a href="{{back}}">{{w.staff.toOrganisation}}</a> · <a href="{{rolesPage}}">{{w.roles.title}}</a></p>
{{#created}}<div class="panel" role="status" tabindex="-1" data-focus><h2>✓ {{w.staff.made}} <a href="{{href}}">{{roles}}</a></h2>{{> enrolment}}</div>{{/created}}
{{#isEmpty}}<p class="empty">{{w.staff.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows"><thead><tr><th>{{w.account.login}}</th><th>{{w.staff.kind}}</th><th>{{w.account.roles}}</th><th>{{w.staff.state}}</th><th>{{w.account.factor}}</th><th>{{w.staff.created}}</th></tr></thead><tbody>
{{#accounts}}<tr><td><a class="code" href="{{href}}">{{login}}</a></td><td>{{kind}}</td><td>{{roles}}</td><td>{{mark}} {{state}}</td><td>{{factor}}</td><td>{{created}}</td></tr>{{/accounts}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
{{#mayMake}}<form method="post" action="{{action}}" class="drop" data-once>
<h2>{{w.staff.newTitle}}</h2>
<p class="hint">{{w.staff.newHint}}</p>
<input type="hidden" name="form" value="{{form}}">
<div class="grid top"><p><label for="kind">{{w.staff.kind}}</label><select id="kind" name="kind">{{#kinds}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/kinds}}</select></p>
<p><label for="login">{{w.account.login}}</label><input id="login" name="login" value="{{login}}" maxlength="64" autocapitalize="none" spellcheck="false" autocomplete="off" aria-describedby="login-hint"><span class="hint" id="login-hint">{{w.staff.loginHint}}</span></p></div>
<fieldset class="ticks"><legend>{{w.account.roles}}</legend>{{#roles}}<label><input type="checkbox" name="role-{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/roles}}</fieldset>
<p><button class="main">{{w.staff.make}}</button></p>
</form>{{/mayMake}}
"""##,
        "tabs": ##"""
{{#tabs}}<nav class="tabs" aria-label="{{w.tab.label}}">{{#several}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/several}}</nav>{{/tabs}}
"""##,
        "trail-entry": ##"""
<h1>{{title}}</h1>
<p class="hint"><a href="{{trail}}">{{w.trail.back}}</a></p>
<dl class="facts"><div><dt>{{w.trail.act}}</dt><dd><b>{{act}}</b> <small class="code">{{code}}</small></dd></div><div><dt>{{w.trail.at}}</dt><dd>{{at}}</dd></div><div><dt>{{w.trail.actor}}</dt><dd><a href="{{byActor}}">{{actor}}</a></dd></div><div><dt>{{w.trail.means}}</dt><dd>{{means}}</dd></div>{{#purpose}}<div><dt>{{w.case.why}}</dt><dd>{{.}}</dd></div>{{/purpose}}</dl>
<h2>{{w.trail.subjects}}</h2>
<ul>{{#subjects}}<li>{{kind}} <a class="code" href="{{href}}">{{name}}</a></li>{{/subjects}}{{^subjects}}<li>{{w.trail.noSubjects}}</li>{{/subjects}}</ul>
{{#hasData}}<h2>{{w.trail.data}}</h2>
<dl class="facts">{{#data}}<div><dt class="code">{{name}}</dt><dd>{{text}}</dd></div>{{/data}}</dl>{{/hasData}}
<h2>{{w.trail.proof}}</h2>
{{#isPending}}<p class="panel">{{w.trail.notYet}}</p>{{/isPending}}
{{#proof}}{{#isRight}}<p class="panel"><b>✓ {{w.trail.right}}</b></p>{{/isRight}}{{^isRight}}<p class="panel bad"><b>✕ {{w.trail.wrong}}</b></p>{{/isRight}}
<dl class="facts"><div><dt>{{w.trail.index}}</dt><dd>{{index}}</dd></div><div><dt>{{w.trail.treeSize}}</dt><dd>{{size}}</dd></div><div><dt>{{w.trail.headAt}}</dt><dd>{{at}}</dd></div></dl>
<p>{{w.trail.leaf}} <span class="code hash">{{leafHash}}</span></p>
<p>{{w.trail.root}} <span class="code hash">{{root}}</span></p>
<details><summary>{{w.trail.path}}</summary><ol>{{#path}}<li class="code hash">{{hash}}</li>{{/path}}</ol></details>{{/proof}}
<details><summary>{{w.trail.body}}</summary><pre class="code">{{body}}</pre>
{{#hasFacts}}<p>{{w.trail.facts}}</p><ol>{{#facts}}<li class="code hash">{{text}}</li>{{/facts}}</ol>{{/hasFacts}}</details>
"""##,
        "trail": ##"""
<h1>{{title}}</h1>
{{> errors}}
<form method="get" action="{{formAction}}" class="filter">
<p><label for="from">{{w.trail.from}}</label><input id="from" name="from" type="date" value="{{from}}"></p>
<p><label for="until">{{w.trail.until}}</label><input id="until" name="until" type="date" value="{{until}}"></p>
<p><label for="act">{{w.trail.act}}</label><select id="act" name="action"><option value="">–</option>{{#actions}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/actions}}</select></p>
<p><label for="actor">{{w.trail.actorId}}</label><input id="actor" name="actor" value="{{actor}}" size="20" maxlength="64" spellcheck="false" autocomplete="off"></p>
<p><label for="subjectKind">{{w.trail.subjectKind}}</label><select id="subjectKind" name="subjectKind"><option value="">–</option>{{#kinds}}<option value="{{code}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/kinds}}</select></p>
<p><label for="subject">{{w.trail.subjectId}}</label><input id="subject" name="subject" value="{{subject}}" size="20" maxlength="64" spellcheck="false" autocomplete="off"></p>
<p><button>{{w.cards.filter}}</button>{{#isFiltered}} <a href="{{formAction}}">{{w.cards.clear}}</a>{{/isFiltered}}</p>
</form>
<p class="hint">{{w.trail.lead}}</p>
{{#isEmpty}}<p class="empty">{{w.trail.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows"><thead><tr><th class="number">{{w.trail.number}}</th><th>{{w.trail.at}}</th><th>{{w.trail.act}}</th><th>{{w.trail.actor}}</th><th>{{w.trail.subjects}}</th></tr></thead><tbody>
{{#entries}}<tr><td class="number">{{number}}</td><td>{{at}}</td><td><a href="{{href}}">{{act}}</a> <small class="code">{{code}}</small></td><td><a href="{{byActor}}">{{actor}}</a></td><td>{{#about}}{{kind}} <a class="code" href="{{href}}">{{name}}</a>{{/about}}{{^about}}–{{/about}}</td></tr>{{/entries}}
</tbody></table></div>{{/isEmpty}}
<p>{{#export}}<a href="{{.}}">{{w.export.ofThese}}</a> · {{/export}}<a href="{{exports}}">{{w.trail.allExports}}</a></p>
<p class="pages">{{#isLater}}<a href="{{formAction}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
<h2>{{w.trail.head}}</h2>
<dl class="facts"><div><dt>{{w.trail.size}}</dt><dd>{{size}}</dd></div><div><dt>{{w.trail.waiting}}</dt><dd>{{pending}}</dd></div>{{#headAt}}<div><dt>{{w.trail.at}}</dt><dd>{{.}}</dd></div>{{/headAt}}</dl>
<p>{{w.trail.root}} <span class="code hash">{{root}}</span></p>
"""##,
        "unit": ##"""
<h1>{{name}}</h1>
<p class="hint"><span class="code">{{code}}</span> · {{w.unit.live}} {{live}} · {{w.queue.cards}} {{cards}} · {{#cardList}}<a href="{{.}}">{{w.unit.cards}}</a> · {{/cardList}}<a href="{{units}}">{{w.unit.back}}</a></p>
{{#cut}}<p class="panel">{{.}}</p>{{/cut}}
<section><h2>{{w.unit.papers}}</h2>
{{^hasPapers}}<p class="empty">{{w.unit.noPapers}}</p>{{/hasPapers}}
{{#hasPapers}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.unit.papers}}"><table class="loose"><thead><tr><th>{{w.unit.paper}}</th><th>{{w.field.validUntil}}</th><th>{{w.answers.role}}</th><th>{{w.field.name}}</th><th>{{w.field.documentNumber}}</th><th>{{w.registration.code}}</th></tr></thead><tbody>
{{#papers}}<tr><td>{{paper}}</td><td>{{#until}}{{> until}}{{/until}}</td><td>{{role}}</td><td>{{name}}</td><td class="code">{{number}}</td><td>{{#registration}}<a class="code" href="{{href}}">{{code}}</a>{{/registration}}</td></tr>{{/papers}}
</tbody></table></div>{{/hasPapers}}</section>
<section><h2>{{w.unit.people}}</h2>
{{^hasPeople}}<p class="empty">{{w.registration.noPeople}}</p>{{/hasPeople}}
{{#hasPeople}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.unit.people}}"><table class="loose"><thead><tr><th>{{w.answers.role}}</th><th>{{w.field.name}}</th><th>{{w.field.documentNumber}}</th><th>{{w.field.contact}}</th><th>{{w.answers.since}}</th><th>{{w.registration.code}}</th></tr></thead><tbody>
{{#people}}<tr><td>{{role}}</td><td>{{#isCurrent}}<b>{{name}}</b>{{/isCurrent}}{{^isCurrent}}{{name}} <small>{{w.registration.former}}</small>{{/isCurrent}}</td><td><span class="code">{{number}}</span><br><small>{{document}}</small></td><td class="code">{{contact}}</td><td>{{from}}</td><td>{{#registration}}<a class="code" href="{{href}}">{{code}}</a>{{/registration}}</td></tr>{{/people}}
</tbody></table></div>{{/hasPeople}}</section>
<section><h2>{{w.registrations.title}}</h2>{{> registration-table}}</section>
"""##,
        "units": ##"""
<h1>{{title}}</h1>
{{> tabs}}
<form method="post" action="{{action}}" class="filter"><input type="hidden" name="form" value="{{form}}"><p><label for="unit">{{w.units.ask}}</label><input id="unit" name="unit" value="{{asked}}" size="30" maxlength="100" spellcheck="false" autocomplete="off"></p><p><button>{{w.registrations.find}}</button></p></form>
{{#isEmpty}}<p class="empty">{{#isAsked}}{{w.units.noneFound}}{{/isAsked}}{{^isAsked}}{{w.units.none}}{{/isAsked}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows loose"><thead><tr><th>{{w.field.name}}</th><th>{{w.field.documentNumber}}</th></tr></thead><tbody>
{{#units}}<tr><td class="text"><a href="{{href}}">{{name}}</a></td><td class="code">{{code}}</td></tr>{{/units}}
</tbody></table></div>{{/isEmpty}}
{{#isCut}}<p class="hint">{{w.units.cut}}</p>{{/isCut}}
<p class="pages">{{#isLater}}<a href="{{first}}">{{w.common.first}}</a> {{/isLater}}{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
"""##,
        "until": ##"""
<span{{#isBad}} class="lacking"{{/isBad}}>{{mark}} {{text}}{{#word}} {{.}}{{/word}}</span>
"""##,
        "webhook": ##"""
<h1 class="hash">{{url}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint"><a href="{{all}}">{{w.webhooks.back}}</a></p>
{{#secret}}<div class="panel" role="status" tabindex="-1" data-focus><h2>✓ {{w.webhooks.rotated}}</h2><p>{{w.webhooks.once}}</p><p><b class="code hash" id="secret">{{.}}</b></p></div>{{/secret}}
{{#trial}}<div class="panel{{^isTaken}} bad{{/isTaken}}" role="status" tabindex="-1" data-focus><p><b>{{#isTaken}}✓{{/isTaken}}{{^isTaken}}✕{{/isTaken}} {{text}}</b>{{#why}} {{.}}{{/why}}</p></div>{{/trial}}
<dl class="facts"><div><dt>{{w.webhooks.state}}</dt><dd>{{#isRunning}}●{{/isRunning}}{{^isRunning}}‖{{/isRunning}} {{state}}</dd></div><div><dt>{{w.webhooks.kinds}}</dt><dd>{{kinds}}</dd></div><div><dt>{{w.apiKeys.created}}</dt><dd>{{created}}</dd></div></dl>
{{#failing}}<p class="panel bad"><b>△ {{w.webhooks.failing}} {{since}}</b> {{w.webhooks.tries}} {{tries}} · {{why}}</p>{{/failing}}
{{#formerUntil}}<p class="hint">{{w.webhooks.formerUntil}} {{.}}</p>{{/formerUntil}}
<form method="post" action="{{act}}" class="row" data-once><input type="hidden" name="form" value="{{form}}">
<button class="main" name="act" value="test">{{w.webhooks.test}}</button>{{#isRunning}} <button name="act" value="pause">{{w.webhooks.pause}}</button>{{/isRunning}}{{^isRunning}} <button name="act" value="resume">{{w.webhooks.resume}}</button>{{/isRunning}}{{#isOwn}} <button class="quiet" name="act" value="rotate">{{w.webhooks.rotate}}</button>{{/isOwn}}
<span class="row"><label><input type="checkbox" name="sure" value="yes"> {{w.webhooks.sure}}</label> <button class="quiet" name="act" value="delete">{{w.webhooks.delete}}</button></span></form>
{{#isAnothers}}<p class="hint">{{w.webhooks.anothers}}</p>{{/isAnothers}}
{{^isAnothers}}
<h2>{{w.webhooks.events}}</h2>
<nav class="tabs" aria-label="{{w.queue.states}}">{{#states}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/states}}</nav>
{{#isEmpty}}<p class="empty">{{w.webhooks.noEvents}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.webhooks.events}}"><table class="rows"><thead><tr><th>{{w.webhooks.at}}</th><th>{{w.webhooks.kind}}</th><th class="number">{{w.queue.cards}}</th><th>{{w.webhooks.state}}</th><th class="number">{{w.webhooks.tries}}</th><th>{{w.webhooks.why}}</th><th><span class="away">{{w.webhooks.replay}}</span></th></tr></thead><tbody>
{{#events}}<tr><td>{{at}}</td><td>{{kind}}</td><td class="number">{{cards}}</td><td>{{mark}} {{state}}</td><td class="number">{{tries}}</td><td>{{why}}</td><td class="acts">{{#mayReplay}}<form method="post" action="{{replay}}" data-once><input type="hidden" name="form" value="{{form}}"><input type="hidden" name="event" value="{{id}}"><button class="quiet">{{w.webhooks.replay}}</button></form>{{/mayReplay}}</td></tr>{{/events}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
<h2>{{w.callbacks.title}}</h2>
<p class="hint">{{w.callbacks.lead}}</p>
<nav class="tabs" aria-label="{{w.callbacks.title}}">{{#callbackStates}}<a href="{{href}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{name}}</a>{{/callbackStates}}</nav>
{{^hasCallbacks}}<p class="empty">{{w.callbacks.none}}</p>{{/hasCallbacks}}
{{#hasCallbacks}}<div class="scroll" tabindex="0" role="region" aria-label="{{w.callbacks.title}}"><table class="loose"><thead><tr><th>{{w.callbacks.request}}</th><th>{{w.webhooks.url}}</th><th>{{w.webhooks.at}}</th><th class="number">{{w.webhooks.tries}}</th><th>{{w.callbacks.next}}</th><th>{{w.webhooks.why}}</th></tr></thead><tbody>
{{#callbacks}}<tr><td>{{#href}}<a class="code" href="{{.}}">{{request}}</a>{{/href}}{{^href}}<span class="code">{{request}}</span>{{/href}}</td><td class="hash">{{url}}</td><td>{{at}}</td><td class="number">{{tries}}</td><td>{{due}}</td><td>{{why}}</td></tr>{{/callbacks}}
</tbody></table></div>{{/hasCallbacks}}
<p class="pages">{{#nextCallbacks}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/nextCallbacks}}</p>
{{/isAnothers}}
"""##,
        "webhooks": ##"""
<h1>{{title}}</h1>
{{> tabs}}
{{> errors}}
<p class="hint">{{w.webhooks.lead}}</p>
{{#created}}<div class="panel" role="status" tabindex="-1" data-focus><h2>✓ {{w.webhooks.made}}</h2><p class="hash">{{url}}</p><p>{{w.webhooks.once}}</p><p><b class="code hash" id="secret">{{secret}}</b></p></div>{{/created}}
{{#isEmpty}}<p class="empty">{{w.webhooks.none}}</p>{{/isEmpty}}
{{^isEmpty}}<div class="scroll" tabindex="0" role="region" aria-label="{{title}}"><table class="rows loose"><thead><tr><th>{{w.webhooks.url}}</th><th>{{w.webhooks.kinds}}</th><th>{{w.webhooks.state}}</th><th>{{w.apiKeys.created}}</th></tr></thead><tbody>
{{#webhooks}}<tr><td class="text"><a href="{{href}}">{{url}}</a></td><td>{{kinds}}</td><td>{{#isRunning}}●{{/isRunning}}{{^isRunning}}‖{{/isRunning}} {{state}}{{#failing}}<br><span class="stopped">△ {{w.webhooks.failing}} {{since}}</span>{{/failing}}</td><td>{{created}}</td></tr>{{/webhooks}}
</tbody></table></div>{{/isEmpty}}
<p class="pages">{{#next}}<a href="{{.}}" rel="next">{{w.common.next}}</a>{{/next}}</p>
<form method="post" action="{{action}}" class="drop" data-once>
<h2>{{w.webhooks.newTitle}}</h2>
<input type="hidden" name="form" value="{{form}}">
<p class="field"><label for="url">{{w.webhooks.url}}</label><span class="hint" id="url-hint">{{w.webhooks.urlHint}}</span><input id="url" name="url" value="{{url}}" inputmode="url" maxlength="2000" aria-describedby="url-hint" spellcheck="false" autocomplete="off" required></p>
<fieldset class="ticks"><legend>{{w.webhooks.kinds}}</legend>{{#kinds}}<label><input type="checkbox" name="kind-{{code}}" value="yes"{{#isTicked}} checked{{/isTicked}}> {{name}}</label>{{/kinds}}<p class="hint">{{w.webhooks.kindsHint}}</p></fieldset>
<p><button class="main">{{w.webhooks.create}}</button></p>
</form>
"""##,
    ]

    static let english: [String: String] = [
        "common.service": "Console",
        "common.errorPrefix": "Error: ",
        "common.errorTitle": "There is a problem",
        "common.skip": "Skip to the content",
        "common.comma": ", ",
        "common.semicolon": "; ",
        "common.pause": ", ",
        "common.open": " (",
        "common.close": ")",
        "common.moreThan": "more than {n}",
        "common.beijing": "{time}",
        "common.times": "All times are Beijing time.",
        "common.next": "Next page",
        "common.first": "First page",
        "common.yes": "yes",
        "common.no": "no",
        "theme.system": "As the system",
        "theme.light": "Light",
        "theme.dark": "Dark",
        "menu.figures": "Figures",
        "menu.label": "Pages",
        "menu.home": "Overview",
        "menu.cards": "Cards",
        "menu.intakes": "Intake",
        "menu.queue": "Applications",
        "menu.account": "My account",
        "menu.leave": "Sign out",
        "keys.title": "Keys",
        "keys.search": "to the search box",
        "keys.rows": "from row to row",
        "keys.next": "take the next case",
        "keys.decide": "approve, send back, refuse",
        "keys.reasons": "a reason with its place, by its number; 0: none",
        "keys.list": "to the list of places and reasons",
        "keys.send": "send the form",
        "keys.close": "close the comparison",
        "signIn.title": "Sign in",
        "signIn.login": "Login name",
        "signIn.password": "Password",
        "signIn.code": "Code of the second factor",
        "signIn.codeHint": "Six digits; only if you have set one up.",
        "signIn.go": "Sign in",
        "signIn.kept": "Your sign-in had ended. What you typed comes back once you have signed in, for an hour and for you alone; a picture chosen just then is chosen again.",
        "signIn.enrol": "I have a one-time token",
        "signIn.label": "browser",
        "enrol.title": "Your first sign-in",
        "enrol.lead": "With the one-time token you were given you choose your password.",
        "enrol.token": "One-time token",
        "enrol.login": "Login name",
        "enrol.loginHint": "Only if you have none yet.",
        "enrol.password": "New password",
        "enrol.passwordHint": "Least number of characters: ",
        "enrol.again": "The same once more",
        "enrol.go": "Set the password",
        "enrol.toSignIn": "To the sign-in",
        "enrol.doneTitle": "The password is set",
        "enrol.doneText": "You sign in as",
        "enrol.factorText": "Your role needs a second factor. Put this secret into an authenticator; sign in with the code it shows.",
        "secondFactor.title": "Second factor",
        "secondFactor.lead": "Put this secret into an authenticator and type the code it shows. The secret is shown once.",
        "secondFactor.begun": "Type the code that your authenticator shows.",
        "secondFactor.anewHint": "If the secret stands in no authenticator yet, have another made: the one before counts no more.",
        "secondFactor.anew": "Make another secret",
        "secondFactor.open": "Open in an authenticator on this device",
        "secondFactor.code": "Code",
        "secondFactor.go": "Confirm",
        "home.title": "Overview",
        "home.waiting": "What waits",
        "home.toReview": "to be reviewed",
        "home.secondApproval": "for the backdating check",
        "home.secondReview": "for a second reviewer",
        "home.thirdReview": "for a third reviewer",
        "home.again": "drawn to be looked at again",
        "home.exports": "exports to be approved",
        "home.sentBack": "sent back, to be mended",
        "home.drafts": "begun, not handed in",
        "home.inReview": "wait for a reviewer",
        "home.awaitingCarrier": "wait for the carrier",
        "home.since": "oldest: ",
        "home.nothing": "Nothing waits for you.",
        "home.takeIn": "Take cards in",
        "home.cards": "Find cards",
        "account.title": "My account",
        "account.login": "Login name",
        "account.organisation": "Organisation",
        "account.roles": "Roles",
        "account.factor": "Second factor",
        "account.factorOn": "set up",
        "account.factorOff": "not set up",
        "account.factorRenewHint": "A new secret takes the place of the one in your authenticator once you have typed a code of the new one; then all your other sign-ins end.",
        "account.factorSetHint": "From then on every sign-in takes a code of your authenticator; all your other sign-ins end.",
        "account.factorCode": "Code your authenticator shows now",
        "account.factorRenew": "Renew the second factor",
        "account.factorSet": "Set up a second factor",
        "account.keys": "API keys",
        "account.keysHint": "Keys belong to machine accounts; a person's account has none and signs in.",
        "account.keysOpen": "Keys of machine accounts",
        "account.sessions": "Where you are signed in",
        "account.label": "Program",
        "account.unnamed": "not named",
        "account.started": "Since",
        "account.refreshed": "Last renewed",
        "account.current": "this one",
        "account.end": "End",
        "account.password": "Change the password",
        "account.currentPassword": "Present password",
        "account.newPassword": "New password",
        "account.change": "Change",
        "search.label": "Numbers of cards",
        "search.placeholder": "ICCID, phone number, IMSI, IMEI; many at once",
        "search.go": "Find",
        "search.title": "What was found",
        "search.asked": "Asked for:",
        "search.found": "found:",
        "search.missing": "not found:",
        "search.device": "Cards with the device {number}",
        "search.takenForDevice": "Taken for the number of a device (IMEI).",
        "search.alsoIMSI": "Fifteen digits that are the IMSI of the card above, and may be the number of a device (IMEI) too.",
        "search.deviceCut": "Not every card that may have it is listed: at most 200 of one device, and 1,000 of one search.",
        "search.declared": "Said to be in it since",
        "search.seen": "Last seen in it",
        "search.askedAsDevice": "looked for as a device's number too",
        "search.malformedTitle": "No number of a card or device",
        "search.malformedText": "It has the form of no number: a digit is wrong, or some are missing or too many.",
        "search.ambiguousTitle": "Several cards fit",
        "search.ambiguousText": "The last character of the ICCID is missing, and several of your cards begin so. Type it in full.",
        "search.codes": "Registrations and units",
        "search.repeated": "typed again:",
        "search.missingTitle": "Not found",
        "search.missingText": "There is no such card within your scope. Look for a digit too many or too few.",
        "cards.title": "Cards",
        "cards.msisdn": "Number",
        "cards.carrier": "Carrier",
        "cards.product": "Product",
        "cards.realName": "Real name",
        "cards.service": "Service",
        "cards.batch": "Batch",
        "cards.province": "Province",
        "cards.stop": "Stopped for",
        "cards.unit": "Registered for",
        "cards.anyUnit": "any unit",
        "cards.all": "all",
        "cards.filter": "Show",
        "cards.clear": "Show all",
        "cards.registered": "registered",
        "cards.vacant": "not registered",
        "cards.noneFiltered": "No card is like that. Take a condition away.",
        "cards.early": "Few cards are like that, and not all have been looked through yet.",
        "cards.goOn": "Go on looking",
        "cards.none": "No cards yet. Take a file in, or have cards allocated to you.",
        "card.title": "Card {iccid}",
        "card.axes": "Where it stands",
        "card.notAsked": "never asked",
        "card.noStops": "none",
        "card.who": "Who answers for it now",
        "card.record": "Record of the card",
        "card.print": "Print the record",
        "card.printedAt": "as of {time}, Beijing time (UTC+8)",
        "card.partOfLife": "This is one page of its life; what came before or after stands on the others.",
        "card.next": "Next by itself: ",
        "card.commands": "What can be done now",
        "card.reason": "Reason",
        "lifeCommand.open-test": "Open for tests",
        "lifeCommand.prepare": "Await activation",
        "lifeCommand.activate": "Activate",
        "lifeCommand.stop": "Stop",
        "lifeCommand.resume": "Resume",
        "lifeCommand.cancel": "Begin cancellation",
        "lifeCommand.bring-back": "Bring back",
        "lifeCommand.finish": "Finish cancellation",
        "lifeCommand.change-sim": "Change the SIM",
        "lifeCommand.change-device": "Change the device",
        "lifeCommand.register": "Registered",
        "lifeCommand.vacate": "Registration ended",
        "lifeCommand.power-up": "Used",
        "lifeCommand.carrier-activated": "Note activation by the carrier",
        "lifeCommand.used-in-time": "Was in use after all",
        "card.facts": "Facts",
        "card.recorded": "Taken in",
        "card.lastUse": "Last use",
        "card.device": "Device",
        "card.elsewhere": "Seen last in another device than the one it belongs to.",
        "card.declared": "Declared for it",
        "card.pool": "In a pool of devices since",
        "card.seenIn": "Seen last in",
        "card.seenInNone": "in no device yet",
        "card.firstIn": "Seen first in",
        "card.deviceChanges": "Another device than before {n} times this month.",
        "card.newDevice": "Number of the next device (IMEI)",
        "card.newDeviceHint": "Say it before the card is moved: 15 digits, shown by *#06#. Some carriers ask for a new verification then.",
        "card.newSIM": "ICCID of the next SIM",
        "card.newSIMHint": "Number and registration stay; take a SIM that was never used.",
        "card.timeline": "History",
        "card.older": "Earlier",
        "card.newest": "Newest",
        "axis.realName": "Real name here",
        "axis.service": "Service",
        "axis.stops": "Stops",
        "axis.carrierState": "At the carrier",
        "axis.number": "Phone number",
        "card.frozenUntil": "frozen until {time}",
        "numberState.in-use": "in use",
        "numberState.frozen": "frozen",
        "numberState.free": "free again",
        "axis.carrierRealName": "Real name at the carrier",
        "step.test-end": "the test period ends",
        "step.silent-end": "the silent period ends",
        "step.idle": "cancellation begins: nobody uses it",
        "step.arrears": "cancellation begins: arrears",
        "step.cycle-end": "it is cancelled",
        "timeline.intake": "Taken in, batch {batch}",
        "timeline.reason": " ({reason})",
        "timeline.intent": "{command}: {state}",
        "timeline.truth": "{axis}: {word}",
        "timeline.handedIn": "{kind}: handed in",
        "timeline.approve": "{kind}: approved",
        "timeline.send-back": "{kind}: sent back",
        "timeline.refuse": "{kind}: refused",
        "timeline.held": "registered: it is answered for",
        "timeline.vacant": "registration ended: nobody answers for it",
        "timeline.entry": "{act}, by {actor}",
        "timeline.look": "{act}, by {actor}, for: {purpose}",
        "timeline.registrationKind": "Registration",
        "timeline.trailKind": "Trail",
        "timeline.lookKind": "Looked at",
        "timeline.intakeKind": "Intake",
        "timeline.custodyKind": "Custody",
        "timeline.lifeKind": "Life",
        "timeline.carrierKind": "To the carrier",
        "timeline.truthKind": "The carrier says",
        "custody.intake": "taken in",
        "custody.claim": "claimed",
        "custody.allocate": "allocated",
        "custody.recall": "recalled",
        "custody.withdraw": "claim withdrawn",
        "wish.open-test": "open the test period",
        "wish.prepare": "deliver",
        "wish.activate": "activate",
        "wish.stop": "stop",
        "wish.resume": "resume",
        "wish.cancel": "cancel",
        "wish.change-device": "another device",
        "wish.change-sim": "another SIM",
        "wish.register": "register",
        "wish.clear-name": "clear the real name",
        "wishState.waiting": "waits",
        "wishState.sent": "told, not answered yet",
        "wishState.by-hand": "left to a person",
        "wishState.done": "done",
        "wishState.failed": "failed",
        "wishState.superseded": "overtaken by a later wish",
        "truth.service": "service",
        "truth.known": "card",
        "truth.real-name": "real name",
        "carrier.mobile": "China Mobile",
        "carrier.telecom": "China Telecom",
        "carrier.unicom": "China Unicom",
        "carrier.broadnet": "China Broadnet",
        "intakes.title": "Intake",
        "intakes.newTitle": "Take a file in",
        "intakes.lead": "CSV (UTF-8 or GB18030) or XLSX, up to a million rows. Rows with faults are left out and come back as a file to mend.",
        "intakes.kind": "Kind",
        "intakes.product": "Product",
        "intakes.inFile": "as in the file",
        "intakes.batch": "Batch",
        "intakes.province": "Province",
        "intakes.file": "File",
        "intakes.columns": "Which columns the file needs",
        "intakes.columnsText": "ICCID alone must be there; the product too, where it is not chosen above. Columns are known by their heading, in Chinese or English and in any order; others are left unused.",
        "intakes.go": "Upload",
        "intakes.list": "Intakes so far",
        "intakes.none": "Nothing was taken in yet.",
        "intakes.state": "State",
        "intakes.taken": "Taken in",
        "intakes.failed": "With faults",
        "intakes.created": "Begun",
        "intake.title": "Intake {batch}",
        "intake.progress": "How far it is",
        "intake.known": "Known already",
        "intake.repeated": "Repeated in the file",
        "intake.cards": "Its cards",
        "intake.csv": "File to mend (CSV)",
        "intake.xlsx": "File to mend (XLSX)",
        "intake.cancel": "Stop it",
        "intake.repairUntil": "The file to mend is kept until",
        "intake.problems": "What is wrong",
        "intake.problemsText": "Mend these rows in the file to mend, and take that in.",
        "intake.anothers": "Only whoever sent these cards can download the file for correction.",
        "intake.row": "Row",
        "intake.field": "Column",
        "intake.problem": "Problem",
        "intake.mend": "What to do",
        "intake.moreProblems": "There are more; the file to mend has them all.",
        "intake.more": "There are more.",
        "intakeKind.stock": "own stock",
        "intakeKind.claim": "claim",
        "intakeKind.existing": "cards in service",
        "intakeFormat.text": "CSV or text",
        "intakeFormat.xlsx": "XLSX",
        "intakeState.queued": "queued",
        "intakeState.running": "running",
        "intakeState.done": "done",
        "intakeState.failed": "failed",
        "intakeState.cancelled": "stopped",
        "queue.title": "Applications",
        "queue.states": "By state",
        "queue.next": "Take the next case",
        "queue.none": "No application is in this state.",
        "queue.kind": "Matter",
        "queue.cards": "Cards",
        "queue.since": "Handed in",
        "queue.age": "Waits for",
        "queue.holder": "Held by",
        "queue.risk": "Risk",
        "queue.subject": "Unit or product",
        "queue.takenBy": "Taken by",
        "caseRisk.plain": "nothing found",
        "caseRisk.noted": "to be noted",
        "caseRisk.high": "high risk",
        "caseSign.failed": "a rule is not met",
        "caseSign.refused": "a provider said no",
        "caseSign.seen-elsewhere": "face known under another identity",
        "caseSign.many-persons": "device used for many persons",
        "caseSign.warned": "{n} found by the checks",
        "caseSign.unclear": "a provider left it open",
        "queue.held": "another reviewer",
        "queue.heldByYou": "you",
        "again.title": "Spot checks",
        "again.lead": "Approved cases drawn by chance. Whoever approved or handed in a case does not look at it again.",
        "again.none": "No spot check is in this state.",
        "again.approved": "Approved",
        "again.found": "Finding",
        "again.open": "To be checked",
        "again.kept": "Upheld",
        "again.overturned": "Overturned",
        "again.notYours": "you had a hand in it",
        "again.one": "Looking again",
        "again.waits": "Drawn to be looked at again by another reviewer.",
        "again.look": "Look at it again",
        "again.decide": "Was it rightly approved?",
        "again.send": "Record and go on",
        "age.seconds": "{n} s",
        "age.minutes": "{n} min",
        "age.hours": "{n} h",
        "age.days": "{n} days",
        "state.draft": "Draft",
        "state.checking": "Being checked",
        "state.submitted": "To be reviewed",
        "state.awaiting-second-review": "Second review",
        "state.awaiting-third-review": "Third review",
        "state.awaiting-second-approval": "Backdating check",
        "state.awaiting-carrier": "At the carrier",
        "state.sent-back": "Sent back",
        "state.approved": "Approved",
        "state.refused": "Refused",
        "state.withdrawn": "Withdrawn",
        "kind.register": "Registration",
        "kind.add-cards": "More cards",
        "kind.change-role": "Another person in a role",
        "kind.correct": "Correction",
        "kind.end": "End of a registration",
        "kind.prove-identity": "Proof of identity",
        "kind.dispute": "Disputed card",
        "channel.agent": "through an agent",
        "channel.hall": "in a business hall",
        "channel.account-manager": "through an account manager",
        "channel.api": "by API",
        "channel.self-service": "by the person himself",
        "case.title": "Application {code}",
        "case.purpose": "Review of registration {code}",
        "case.free": "You do not hold this case: its pictures are not shown and it cannot be decided. Take the next case.",
        "case.content": "What was handed in",
        "case.more": "Further",
        "case.firstCards": "The first {n} are listed.",
        "case.why": "Why you look",
        "case.reveal": "Show in full",
        "case.revealed": "Shown in full; the purpose is on the trail.",
        "case.checks": "What machines found",
        "case.passed": "{n} checks passed",
        "case.carrierReply": "The carrier's answer",
        "case.carrierReplyHint": "Accepted, the card counts from now on. Refused, the case goes back with the reason written here, which the applicant reads: no names or numbers of persons.",
        "case.receipt": "Receipt number in the carrier's system",
        "case.carrierCode": "Code of the refusal, if the carrier gave one",
        "case.carrierWhy": "Why it was refused",
        "case.noteReply": "Note the answer",
        "carrierVerdict.accepted": "accepted",
        "carrierVerdict.refused": "not accepted",
        "case.decision": "Decided",
        "case.evidence": "Evidence",
        "case.notShown": "Shown to whoever holds the case.",
        "case.usedElsewhere": "The same file is in another application.",
        "case.larger": "Larger",
        "case.turn": "Turn",
        "case.beside": "Compare",
        "case.compare": "Two pictures beside each other",
        "case.left": "Left picture",
        "case.right": "Right picture",
        "case.zoom": "Enlarge both",
        "case.closeCompare": "Close",
        "case.openPaper": "Open the paper",
        "case.noEvidence": "No evidence was handed in.",
        "case.prompt": "Asked: {action}; {seconds} s",
        "case.noLiveness": "No machine's verdict on liveness.",
        "case.lookYourself": "Look whether each frame shows what was asked, of one living person, and compare the face with the document.",
        "case.decide": "Decision",
        "case.about": "About",
        "case.reason": "Reason",
        "case.noReason": "no reason",
        "case.list": "Place and reason",
        "case.listHint": "Where you choose no decision above, the group of the reason decides; what you choose yourself goes first.",
        "case.most": "{verdict}: most often",
        "case.rest": "{verdict}: everything else",
        "case.moreReasons": "More reasons",
        "case.whole": "the application as a whole",
        "case.note": "To the applicant",
        "case.remark": "For reviewers only",
        "case.secondEyes": "One reviewer would approve this. Look for yourself: the first opinion is not shown, and if you disagree a third decides.",
        "case.thirdEyes": "Two reviewers disagree. Your decision counts.",
        "case.opinions": "What reviewers said before",
        "case.send": "Decide, and take the next",
        "case.release": "Give it back",
        "case.of": ": ",
        "case.longTerm": "long-term (no end date)",
        "verdict.approve": "Approve",
        "verdict.send-back": "Send back",
        "verdict.refuse": "Refuse",
        "check.passed": "passed",
        "check.warned": "to be noted",
        "check.failed": "failed",
        "party.unit": "Unit",
        "party.responsiblePerson": "Responsible person",
        "party.handler": "Handler",
        "party.actualUser": "Actual user",
        "party.proxy": "Proxy",
        "party.holder": "Holder",
        "party.guardian": "Guardian",
        "party.authorisation": "Authorisation",
        "field.name": "Name",
        "field.documentType": "Kind of document",
        "field.documentNumber": "Document number",
        "field.birthDate": "Date of birth",
        "field.address": "Address",
        "field.contact": "Telephone",
        "field.validFrom": "Valid from",
        "field.validUntil": "Valid until",
        "field.usingDepartment": "Department that uses the cards",
        "field.effectiveFrom": "Takes effect on",
        "field.noticeAccepted": "Legal notice accepted",
        "field.needs": "Verified by",
        "field.use": "Use",
        "field.deviceType": "Device",
        "field.deviceModel": "Device model",
        "field.scene": "Scene of use",
        "field.traffic": "Traffic",
        "field.voice": "Voice",
        "field.sms": "SMS",
        "field.monthlyMegabytes": "Megabytes a month",
        "field.region": "Region",
        "field.number": "Number",
        "field.scope": "Scope",
        "field.cards": "Cards",
        "slot.unit-document": "Document of the unit",
        "slot.sealed-letter": "Letter with seal",
        "slot.authorisation-letter": "Letter of authorisation",
        "slot.handler-id-front": "Handler, front",
        "slot.handler-id-back": "Handler, back",
        "slot.responsible-person-id-front": "Responsible person, front",
        "slot.responsible-person-id-back": "Responsible person, back",
        "slot.actual-user-id-front": "Actual user, front",
        "slot.proxy-id-front": "Proxy, front",
        "slot.proxy-id-back": "Proxy, back",
        "slot.purchase-voucher": "Voucher of the purchase",
        "slot.handler-on-site-photo": "Handler, on site",
        "slot.device-data": "Device data",
        "slot.change-ground": "Ground of the change",
        "slot.holder-id-front": "Holder, front",
        "slot.holder-id-back": "Holder, back",
        "slot.hand-held-photo": "Holding the document",
        "slot.face-capture": "Face",
        "slot.holder-on-site-photo": "Holder, on site",
        "slot.guardian-id-front": "Guardian, front",
        "slot.guardian-id-back": "Guardian, back",
        "role.administrator": "administrator",
        "role.reviewer": "reviewer",
        "role.compliance": "compliance",
        "role.agent-manager": "agent's manager",
        "role.agent-clerk": "agent's clerk",
        "role.agent-reviewer": "agent's reviewer",
        "role.hall-clerk": "hall clerk",
        "role.account-manager": "account manager",
        "role.enterprise-manager": "enterprise manager",
        "role.auditor": "auditor",
        "document.resident-id": "Resident identity card",
        "document.temporary-resident-id": "Temporary resident identity card",
        "document.household-register": "Household register",
        "document.military-id": "Military identity document",
        "document.armed-police-id": "Armed police identity document",
        "document.hk-macao-permit": "Travel permit for Hong Kong and Macao residents",
        "document.taiwan-permit": "Travel permit for Taiwan residents",
        "document.residence-permit": "Residence permit for Hong Kong, Macao and Taiwan residents",
        "document.passport": "Passport",
        "document.foreign-permanent-id": "Foreign permanent resident identity card",
        "document.business-licence": "Business licence",
        "document.organisation-code-certificate": "Organisation code certificate",
        "document.public-institution-certificate": "Certificate of a public institution",
        "document.social-organisation-certificate": "Certificate of a social organisation",
        "document.other-legal-proof": "Other legal proof",
        "document.sealed-letter": "Letter with seal",
        "rules.title": "Rules",
        "rules.lead": "What checks and refusals rest on.",
        "rules.group-R-25": "Order 25 of MIIT",
        "rules.group-R-AF": "Anti-fraud law",
        "rules.group-R-DP": "Personal data",
        "rules.group-R-IC": "IoT cards",
        "rules.group-R-IQ": "Compliance checks",
        "rules.group-R-LC": "Service of cards",
        "rules.group-R-NF": "Number formats",
        "rules.group-R-OP": "Carriers' interfaces and face recognition",
        "rules.group-R-PH": "Real names of telephone users",
        "rules.group-R-VC": "Vehicles' cards",
        "rules.house": "The system's own rules",
        "rules.houseLead": "These are no law. By them the system keeps its own order: what a request looks like, how much at once, who was first, what is away. Each says what it protects.",
        "rules.protects": "Protects:",
        "reviewFigures.title": "My decisions",
        "reviewFigures.theirs": "What was decided",
        "reviewFigures.of": "Decided by {name}",
        "reviewFigures.back": "To the queue",
        "reviewFigures.backToAccount": "Back to the account",
        "reviewFigures.hint": "This month and the three before.",
        "reviewFigures.none": "Nothing has been decided in these months. Take a case from the queue.",
        "reviewFigures.noneOfTheirs": "Nothing was decided by this account in these months.",
        "reviewFigures.decided": "Decisions by month",
        "reviewFigures.approved": "Approved",
        "reviewFigures.sentBack": "Sent back",
        "reviewFigures.refused": "Refused",
        "reviewFigures.corrected": "Corrected since",
        "reviewFigures.disputed": "Disputed since",
        "reviewFigures.reAudited": "Spot-checked",
        "reviewFigures.kept": "Check upheld",
        "reviewFigures.overturned": "Check overturned",
        "reviewFigures.times": "How long it took",
        "reviewFigures.timesHint": "Half took at most the median; nine of ten took at most the time beside it.",
        "reviewFigures.waitedMedian": "From handing in, median",
        "reviewFigures.waitedNinetieth": "From handing in, nine of ten",
        "reviewFigures.heldMedian": "From taking the case, median",
        "reviewFigures.heldNinetieth": "From taking the case, nine of ten",
        "performance.title": "Performance",
        "performance.of": "Performance of {name}",
        "performance.pending": "The hand-ins are being counted. Look again in a moment.",
        "performance.hint": "Registrations and cards added to them that were handed in this month and the three before, with all organisations below. What counts is the first decision about each.",
        "performance.none": "Nothing was handed in during these months. Once applications are handed in, it is seen here how they fare.",
        "performance.handedIn": "Handed in",
        "performance.approved": "Approved at once",
        "performance.sentBack": "Sent back",
        "performance.refused": "Refused",
        "performance.rate": "Not approved at once",
        "performance.doubted": "With doubts of the checks",
        "performance.doubtRate": "Share with doubts",
        "performance.byMonth": "By month of handing in",
        "performance.times": "How long it took",
        "performance.decidedMedian": "To the decision, median",
        "performance.decidedNinetieth": "To the decision, nine of ten",
        "performance.mendedMedian": "Mended, median",
        "performance.mendedNinetieth": "Mended, nine of ten",
        "performance.below": "By organisation",
        "performance.own": "itself",
        "figures.title": "Figures",
        "figures.counted": "Counted at",
        "figures.again": "counted anew after an hour",
        "figures.pending": "The cards are being counted. Look again in a moment.",
        "figures.refresh": "Look again",
        "figures.total": "Cards",
        "figures.registered": "Registered",
        "figures.rate": "Rate",
        "figures.byCarrier": "By carrier",
        "figures.byOrganisation": "By who has them",
        "figures.byKind": "By channel that has them",
        "figures.kind": "Channel",
        "figures.organisation": "Organisation",
        "figures.byMonth": "Cards registered, by month",
        "figures.month": "Month",
        "figures.none": "There are no cards yet.",
        "figures.sum": "Total",
        "figures.unknown": "another organisation",
        "problem.title": "This did not work",
        "problem.missingTitle": "There is no such page",
        "problem.rule": "Rule: ",
        "problem.reference": "For whoever you ask: ",
        "problem.toSignIn": "To the sign-in",
        "problem.toHome": "To the overview",
        "menu.kept": "Kept",
        "menu.answers": "Who answers",
        "menu.custody": "Custody",
        "menu.carriers": "Carriers and life",
        "menu.settings": "Settings",
        "menu.trail": "Trail",
        "tab.label": "Pages of this part",
        "tab.carriers": "Carriers' work",
        "tab.lifeCases": "Disagreements",
        "tab.due": "Due and stopped",
        "tab.lifeSettings": "Life settings",
        "tab.custody": "Allocate and recall",
        "tab.gaps": "Gap report",
        "tab.devicePools": "Device pools",
        "tab.campaigns": "Campaigns",
        "tab.products": "Products",
        "tab.reasonLists": "Reasons",
        "tab.noticeWordings": "Words of notices",
        "tab.inForce": "In force",
        "tab.reviewPolicy": "Review policy",
        "tab.keys": "API keys",
        "tab.webhooks": "Webhooks",
        "tab.notices": "Notices",
        "common.outOfReach": "out of your reach",
        "common.listComma": "; ",
        "carriers.title": "Carriers' work",
        "carriers.none": "No carrier is connected, and nothing waits for one.",
        "carriers.connection": "Connection",
        "carriers.open": "Wishes not over",
        "carriers.since": "Oldest since",
        "carriers.round": "A round of all cards",
        "carriers.hours": "{n} hours",
        "carriers.noRound": "not known yet",
        "carriers.unconnected": "not connected",
        "carriers.restsUntil": "rests until {time}",
        "carriers.chosen": "{carrier}: {state}",
        "carriers.why-by-hand": "The carrier's interface does not take these: somebody sees to them at the carrier and says here how it went.",
        "carriers.why-waiting": "Not told yet: just wished, the card was operated on a moment ago, a quota is used up, or the carrier rests.",
        "carriers.why-sent": "Told, or perhaps told; the carrier is asked what became of them.",
        "carriers.why-done": "Over: the carrier shows them.",
        "carriers.why-failed": "Over: they failed.",
        "carriers.why-superseded": "A later wish took their place.",
        "carriers.noIntents": "Nothing is in this state.",
        "carriers.card": "Card",
        "carriers.wish": "Wish",
        "carriers.wishedAt": "Wished",
        "carriers.tries": "Told",
        "carriers.last": "Last answer",
        "carriers.due": "Next",
        "carriers.atCase": "Note the carrier's answer at the case",
        "carriers.settle": "How it went",
        "carriers.done": "Done",
        "carriers.failed": "Cannot be had",
        "carriers.ask": "Ask the carrier now",
        "reply.locked": "the card was operated on a moment ago",
        "reply.over-quota": "a quota is used up",
        "reply.unreachable": "not reached",
        "reply.unclear": "no clear answer; being looked into",
        "reply.not-in-effect": "not in effect at the carrier",
        "reply.no-outcome": "no outcome for too long",
        "reply.by-hand": "settled by hand",
        "reply.carrier-refused": "the carrier refuses",
        "reply.carrier-not-offered": "not offered by its interface",
        "reply.carrier-card-unknown": "the carrier does not know the card",
        "reply.carrier-card-not-ours": "the carrier says it is another customer's",
        "reply.carrier-state-forbids": "its state at the carrier does not allow it",
        "reply.carrier-stop-not-ours": "the carrier stopped it; only it can resume it",
        "reply.carrier-package-expired": "its package has expired",
        "reply.carrier-package-used-up": "its package is used up",
        "reply.carrier-credentials": "the carrier does not accept our credentials",
        "reply.carrier-identity-refused": "the carrier does not accept the identity",
        "reply.carrier-number-missing": "the card has no phone number here",
        "reply.unreadable": "the case cannot be read",
        "lifeCases.title": "Where carrier and we disagree",
        "lifeCases.lead": "The longest first. What follows from the carrier's word ends by itself once it says otherwise; a card that somebody claims at its entrance, or that came from a device of many, is looked into by hand.",
        "lifeCases.none": "Nothing to reconcile: carriers and we agree.",
        "lifeCases.kind": "Disagreement",
        "lifeCases.ours": "Ours",
        "lifeCases.theirs": "Theirs",
        "lifeCases.service": "State",
        "lifeCases.realName": "Real name",
        "lifeCases.mend": "What to do",
        "lifeCases.close": "Seen to, close",
        "lifeCases.standsFor": "{n} cards of this registration are so there, as far as the carrier was asked",
        "lifeCases.contacts": "{n} left a telephone number",
        "lifeCases.purpose": "Purpose, without names",
        "lifeCases.showContacts": "Show",
        "lifeMend.tell-again": "Ask the carrier again",
        "lifeMend.take-over": "Follow the carrier",
        "lifeMend.clear": "Have the name cleared there",
        "lifeCase.activated-unregistered": "Activated by force, nobody answers",
        "lifeCase.used-after-cancellation": "Used after cancellation",
        "lifeCase.cancelled-though-used": "Cancelled though it was used",
        "lifeCase.carrier-refused": "The carrier refuses",
        "lifeCase.runs-at-carrier": "Runs there and must not",
        "lifeCase.stopped-at-carrier": "Stopped there, should run",
        "lifeCase.not-activated-at-carrier": "Not activated there",
        "lifeCase.cancelled-at-carrier": "Cancelled there only",
        "lifeCase.not-cancelled-at-carrier": "Not cancelled there",
        "lifeCase.registered-at-carrier-only": "Registered at the carrier only",
        "lifeCase.registered-here-only": "Registered here only",
        "lifeCase.unknown-at-carrier": "Unknown at the carrier",
        "lifeHint.activated-unregistered": "The silent period ended and the carrier activated it, though nobody answers.",
        "lifeHint.used-after-cancellation": "It is cancelled here, and use is reported.",
        "lifeHint.cancelled-though-used": "Use reported late shows that it was used in time: see to it with its holder.",
        "lifeHint.carrier-refused": "What was asked of the carrier was refused or never done.",
        "lifeHint.runs-at-carrier": "It must not run as it stands here, and does at the carrier.",
        "lifeHint.stopped-at-carrier": "It serves here and is stopped at the carrier.",
        "lifeHint.not-activated-at-carrier": "It is active here and was never activated there.",
        "lifeHint.cancelled-at-carrier": "It ended there, or is ending, and not here.",
        "lifeHint.not-cancelled-at-carrier": "It ended here and not there.",
        "lifeHint.registered-at-carrier-only": "Register it here, or see to it at the carrier.",
        "lifeHint.registered-here-only": "See to the real name at the carrier.",
        "lifeHint.unknown-at-carrier": "Ask the carrier whose card it is.",
        "due.title": "Due and stopped",
        "due.kind": "What",
        "due.day": "Day",
        "due.at": "When",
        "due.stop": "Stopped: {reason}",
        "due.lead": "Without a day: today and all that is to come. How long before is set in the life settings.",
        "due.none": "No card is concerned. Choose another kind or day.",
        "lifeSettings.title": "Life settings",
        "lifeSettings.lead": "The narrower goes before the wider; a product's own terms before a carrier's. What runs already ends as it was begun.",
        "lifeSettings.none": "Nothing is set: the defaults of the system count.",
        "lifeSettings.places": "Where something is set",
        "lifeSettings.place": "For",
        "lifeSettings.validNow": "Valid now",
        "lifeSettings.versions": "Versions",
        "lifeSettings.notYet": "not valid yet",
        "lifeSettings.choose": "Choose which cards",
        "lifeSettings.open": "Open",
        "lifeSettings.of": "Setting for",
        "lifeSettings.all": "all cards",
        "lifeSettings.provinceOf": "province {code}",
        "lifeSettings.history": "Versions",
        "lifeSettings.version": "Version",
        "lifeSettings.state": "State",
        "lifeSettings.from": "Valid from",
        "lifeSettings.says": "What it says",
        "lifeSettings.recorded": "Set at",
        "lifeSettings.valid": "valid now",
        "lifeSettings.coming": "to come",
        "lifeSettings.former": "former",
        "lifeSettings.superseded": "superseded",
        "lifeSettings.editsComing": "The form starts from version {n}, which is yet to come: from {from} on.",
        "lifeSettings.replacing": "It may count before {from}: version {n} then never comes into force.",
        "lifeSettings.nothing": "all as the wider setting",
        "lifeSettings.noHistory": "Nothing is set here yet: the wider setting counts, or the default.",
        "lifeSettings.newTitle": "A new version",
        "lifeSettings.newHint": "What is left empty is as in the wider setting. The new version replaces the one before, which stays on record.",
        "lifeSettings.fromHint": "Empty: at once. Never before now.",
        "devicePools.title": "Pools of devices",
        "devicePools.lead": "A batch of cards may be in any of a batch of devices: declare the devices, bind the cards. A card seen in another device is stopped.",
        "devicePools.name": "Name",
        "devicePools.make": "Create a pool",
        "devicePools.none": "There is no pool yet.",
        "devicePools.organisation": "Organisation",
        "devicePools.made": "Created",
        "devicePools.one": "Pool {name}",
        "devicePools.back": "All pools",
        "devicePools.devices": "Devices",
        "devicePools.cards": "Cards",
        "devicePools.devicesTitle": "Declare or withdraw devices",
        "devicePools.devicesLead": "All of them or none; a card that was stopped for being in one of them goes on. At most: ",
        "devicePools.imeis": "IMEIs, one a line",
        "devicePools.declare": "Declare",
        "devicePools.withdraw": "Withdraw",
        "devicePools.file": "Or a file: text or CSV in UTF-8, the IMEI first in each line",
        "devicePools.goDevices": "Send the devices",
        "devicePools.cardsTitle": "Bind cards",
        "devicePools.cardsLead": "The pool counts for them from now on, in place of another pool or a device declared before.",
        "devicePools.goCards": "Bind the cards",
        "devicePools.leaving": "Leave out those that cannot be bound, and bind the others",
        "devicePools.since": "Since",
        "devicePools.noDevices": "No device is declared.",
        "devicePools.noCards": "No card is bound.",
        "devicePools.line": "Line {n}",
        "devicePools.declared": "{n} devices declared",
        "devicePools.withdrawn": "{n} devices withdrawn",
        "devicePools.bound": "{n} cards bound",
        "devicePools.unchanged": "{n} stood so before.",
        "devicePools.resumed": "{n} cards go on.",
        "callbacks.title": "Callbacks of single requests",
        "callbacks.lead": "Requests that named an address of this webhook's, signed by its secret: what waits, what failed, and when it is tried next.",
        "callbacks.none": "None is in this state.",
        "callbacks.request": "Request",
        "callbacks.next": "Next",
        "callbacks.idle": "nothing to tell yet",
        "callbacks.waiting": "waiting",
        "callbacks.delivered": "delivered",
        "callbacks.dead": "given up",
        "inForce.title": "What is in force",
        "inForce.lead": "How this installation is made up. Nothing is changed here: each part says where it is set.",
        "inForce.pages": "Set on pages of their own",
        "inForce.roles": "What each role may do is fixed in the program; which roles somebody has is set at his account.",
        "inForce.policy": "How persons are verified: the operator's floor here, each agent's additions on its own page.",
        "inForce.reviewPolicy": "Which cases two reviewers approve, and what is looked at again.",
        "inForce.reasonLists": "What reviewers may say for sending back and refusing.",
        "inForce.noticeWordings": "In which words people are told, by message and by letter.",
        "inForce.lifeSettings": "Idle time, cancellation cycle and freeze, by carrier, product and province.",
        "inForce.products": "Carrier, card class and data of what cards are sold as.",
        "inForce.keys": "Keys of programs, with what each may do and until when.",
        "inForce.webhooks": "Which programs are told what happens to cards.",
        "inForce.outside": "External connections",
        "inForce.outsideLead": "Named when the server is started (shiming serve --help; keys stand in files and are never shown). State and counts are this server's own since it was started.",
        "inForce.work": "Purpose",
        "inForce.where": "Host or connection",
        "inForce.state": "State",
        "inForce.asked": "Asked",
        "inForce.answered": "Answered",
        "inForce.failed": "Failed",
        "inForce.recent": "Failed lately",
        "inForce.authority": "Identity authority",
        "inForce.face": "Face comparison",
        "inForce.capture": "Capture of faces at the provider's",
        "inForce.notices": "Notices: {way}",
        "inForce.closed": "working",
        "inForce.halfOpen": "on trial: one request let through",
        "inForce.hours": "{n} h",
        "inForce.alone": "Nobody: reviewers decide, and nobody is told by itself.",
        "inForce.evidence": "Evidence storage",
        "inForce.folder": "sealed, in the installation's own folder",
        "inForce.service": "sealed, in an S3-compatible service at {host}",
        "inForce.documents": "Documents accepted",
        "inForce.documentsLead": "The rules of the field, fixed in the program; which of them a person's card needs is the verification policy's.",
        "inForce.document": "Document",
        "inForce.number": "Its number",
        "inForce.freeNumber": "any format",
        "inForce.address": "Bears an address",
        "inForce.latin": "Name in Latin letters is usual",
        "inForce.settings": "The server's settings",
        "inForce.settingsLead": "Given as shiming serve --setting NAME=VALUE, each server its own; what differs from the default is marked.",
        "inForce.setting": "Setting",
        "inForce.value": "Value",
        "inForce.standard": "Default",
        "inForce.meaning": "What it means",
        "reasonLists.title": "Reasons for sending back and refusing",
        "reasonLists.lead": "What reviewers choose from. The built-in reasons are always there; here you add your own. What was decided with a reason keeps it and its words, also once it is retired.",
        "reasonLists.noHistory": "Nothing is set: there are the built-in reasons only.",
        "reasonLists.none": "None of your own.",
        "reasonLists.builtIn": "Built-in reasons",
        "reasonLists.retire": "Retire",
        "reasonLists.addTitle": "Another reason",
        "reasonLists.addHint": "What is not ticked is any. Applicants read the words, so they name nobody. Nothing counts until you press Set this version.",
        "reasonLists.code": "Code",
        "reasonLists.codeHint": "For programs; begins with own-, such as own-blurred-seal.",
        "reasonLists.zh": "In Chinese",
        "reasonLists.en": "In English",
        "reasonLists.verdict": "For which decision",
        "reasonLists.evidence": "Papers and pictures",
        "reasonLists.add": "Add the reason",
        "reviewPolicy.title": "Review policy",
        "reviewPolicy.lead": "Which cases two different reviewers approve, and what share of the approved ones is drawn to be looked at again.",
        "reviewPolicy.noHistory": "Nothing is set: one reviewer approves, and nothing is drawn.",
        "reviewPolicy.newTitle": "A new version",
        "reviewPolicy.permille": "Looked at again, of a thousand",
        "reviewPolicy.permilleHint": "0 to 1000; 50 is one case in twenty.",
        "reviewPolicy.share": "{n} of a thousand are looked at again",
        "reviewPolicy.two": "Two reviewers",
        "reviewPolicy.noTwo": "No case needs two reviewers.",
        "reviewPolicy.remove": "Leave out",
        "reviewPolicy.addTitle": "Another rule",
        "reviewPolicy.addHint": "What is left empty is any. A case that any rule covers is approved by two. Nothing counts until you press Set this version.",
        "reviewPolicy.subject": "In whose name",
        "reviewPolicy.unit": "a unit",
        "reviewPolicy.person": "a person",
        "reviewPolicy.channel": "How it came",
        "reviewPolicy.cards": "From so many cards on",
        "reviewPolicy.fromCards": "from {n} cards on",
        "reviewPolicy.every": "every case",
        "reviewPolicy.add": "Add the rule",
        "reviewPolicy.set": "Set this version",
        "export.title": "Exports",
        "export.list": "All exports",
        "export.lead": "Nobody exports alone: say what for, another approves. The file bears who, when and why, and is destroyed when its time is over.",
        "export.none": "No export stands here. Ask for one from the list of cards or the trail.",
        "export.all": "All",
        "export.asked": "To be approved",
        "export.refused": "Refused",
        "export.approved": "Being made",
        "export.ready": "Ready",
        "export.failed": "Failed",
        "export.lapsed": "Lapsed",
        "export.code": "Code",
        "export.kind": "Of what",
        "export.state": "State",
        "export.askedAt": "Asked at",
        "export.asker": "Asked by",
        "export.reason": "Purpose",
        "export.kind-cards": "Cards",
        "export.kind-trail": "Trail",
        "export.ofThese": "Export these",
        "export.new-cards": "Ask for an export of cards",
        "export.new-trail": "Ask for an export of the trail",
        "export.filter": "Narrowed to",
        "export.everything": "Everything within the asker's reach.",
        "export.filter-batch": "Batch",
        "export.filter-organisation": "Held by",
        "export.filter-product": "Product",
        "export.filter-province": "Province",
        "export.filter-registered": "Real name",
        "export.filter-carrier": "Carrier",
        "export.filter-state": "Service",
        "export.filter-stop": "Stopped for",
        "export.filter-unit": "Registered for",
        "export.filter-from": "From",
        "export.filter-until": "Until",
        "export.filter-actor": "By whom",
        "export.filter-action": "Act",
        "export.column-iccid": "ICCID",
        "export.column-msisdn": "Phone number",
        "export.column-imsi": "IMSI",
        "export.column-eid": "EID",
        "export.column-carrier": "Carrier",
        "export.column-product": "Product",
        "export.column-province": "Province",
        "export.column-real-name": "Real name",
        "export.column-service": "Service",
        "export.column-stops": "Stopped because",
        "export.column-batch": "Batch",
        "export.column-holder": "Held by",
        "export.column-recorded": "Came in at",
        "export.column-number": "Number",
        "export.column-at": "When",
        "export.column-action": "Act",
        "export.column-actor": "By whom",
        "export.column-purpose": "Purpose",
        "export.column-leaf": "Leaf hash",
        "export.column-entry": "Whole entry",
        "export.askUnmasked": "Numbers of cards in full; whoever approves must be allowed to reveal",
        "export.why": "Purpose, in 4 to 200 characters; no names or numbers of persons",
        "export.ask": "Ask for it",
        "export.one": "Export {code}",
        "export.numbers": "Numbers of cards",
        "export.masked": "by their ends alone",
        "export.unmasked": "in full",
        "export.decided": "Decided",
        "export.rows": "Rows",
        "export.fetched": "Fetched",
        "export.until": "Until",
        "export.decideBy": "To be decided by",
        "export.keptUntil": "File kept until",
        "export.failedBecause": "It could not be made:",
        "export.waits": "It waits for another person with the right to approve exports.",
        "export.making": "It was approved and is being made. Look again in a moment.",
        "export.fetch": "Fetch the file",
        "export.note": "Why (read by whoever asked)",
        "export.approve": "Approve",
        "export.refuse": "Refuse",
        "lifeSettings.general": "as the wider setting",
        "lifeSettings.widerNumber": "as wider: {n}",
        "lifeSettings.widerChoice": "as the wider setting ({word})",
        "lifeSettings.set": "Set",
        "lifeField.testDays": "Test period, days",
        "lifeField.silentDays": "Silent period, days",
        "lifeField.idleMonths": "Months without use until cancellation begins",
        "lifeField.cancellationMonths": "Cancellation cycle, months",
        "lifeField.arrearsDays": "Days in arrears until cancellation begins",
        "lifeField.freezeDays": "Number frozen, days",
        "lifeField.noticeDays": "Told so many days before",
        "lifeField.silentEndsOnFirst": "Silent period ends on the first of the month",
        "lifeField.useBringsBack": "Use brings a card back",
        "lifeField.holderBringsBack": "Its holder may bring his card back himself",
        "lifeField.testsUnregistered": "Tests without a real name",
        "lifeField.reregistersOnSIMChange": "Another SIM demands a new verification",
        "lifeField.reregistersOnDeviceChange": "Another device demands a new verification",
        "lifeField.deviceChangesUntilRisk": "Device change in a month at which the card is stopped for risk (0: none)",
        "lifeField.reregistersPersonOnDeviceChange": "Another device demands a new verification of a person",
        "lifeField.separationNeedsRebinding": "Stopped in another device, goes on only once its device is declared",
        "lifeField.deviceChangeIsFinal": "Another device stops the card the next day for good (soldered chip)",
        "custodyPage.title": "Allocate and recall",
        "custodyPage.choose": "Choose the cards",
        "custodyPage.lead": "By batch, by range or by numbers: fill in one of them.",
        "custodyPage.from": "ICCID from",
        "custodyPage.to": "ICCID to",
        "custodyPage.numbers": "Numbers, one a line, two thousand at most: ICCID, phone number or IMSI",
        "custodyPage.leaving": "Leave out those that cannot move, and move the others",
        "custodyPage.target": "To",
        "custodyPage.allocate": "Allocate",
        "custodyPage.recall": "Recall from those below",
        "custodyPage.noTargets": "There is no agent or hall below. Make one first.",
        "custodyPage.acts": "Acts so far",
        "custodyPage.none": "Nothing was moved yet. Choose cards above and allocate them.",
        "custodyPage.at": "When",
        "custodyPage.kind": "Act",
        "custodyPage.giver": "From",
        "custodyPage.taker": "To",
        "custodyPage.how": "How they were chosen",
        "custodyPage.byBatch": "batch {batch}",
        "custodyPage.byRange": "{from} to {to}",
        "custodyPage.byNumbers": "a list of {n} numbers",
        "custodyPage.outside": "above you",
        "custodyPage.allocated": "{n} cards allocated",
        "custodyPage.recalled": "{n} cards recalled",
        "custodyPage.alreadyThere": "{n} were there already.",
        "custodyPage.left": "Left where they are",
        "gaps.title": "Gap report",
        "gaps.lead": "Cards in service whose holder, responsible person or evidence is missing: to be registered after the fact.",
        "gaps.inService": "Cards taken in as in service",
        "gaps.registered": "Registered since",
        "gaps.any": "any gap",
        "gaps.lacks": "Lacks",
        "gaps.none": "Nothing is missing.",
        "gaps.noneTaken": "No cards were taken in as in service.",
        "gaps.unit": "Unit as taken in",
        "gaps.opened": "Opened on",
        "gap.holder": "holder",
        "gap.responsible-person": "responsible person",
        "gap.evidence": "evidence",
        "answers.title": "Who answers for a card",
        "answers.number": "Number",
        "answers.at": "At this time",
        "answers.asKnown": "By the records as of",
        "answers.ask": "Ask",
        "answers.lead": "Without a time: now. Persons are masked, and what is asked for stands in no address.",
        "answers.when": "At ",
        "answers.known": "as known at ",
        "answers.service": "Service now",
        "answers.code": "Registration",
        "answers.since": "Since",
        "answers.persons": "Persons",
        "answers.role": "Role",
        "answers.withheld": "Kept for lawful tracing only; you may not read it.",
        "answers.chain": "Chain of agents",
        "answers.piece": "Piece {n}",
        "answers.openHint": "What opens is a copy with a watermark; the purpose stands on it and on the trail.",
        "kept.title": "Kept after the end",
        "kept.lead": "What was registered is kept two years after the end for lawful tracing only, and is then sealed. Nothing is deleted.",
        "kept.holds": "Held for a case",
        "kept.holdsLead": "While it is held, what is kept is not sealed; releasing is an act of its own with its reason. Nobody who is held is told.",
        "kept.noHolds": "Nothing is held.",
        "kept.code": "Code",
        "kept.what": "What",
        "kept.case": "Case number",
        "kept.placed": "Placed",
        "kept.released": "Released",
        "kept.why": "Why; names nobody",
        "kept.release": "Release",
        "kept.place": "Place a hold",
        "kept.at": "A time of the registration",
        "kept.whom": "Whom",
        "kept.theCard": "The card itself",
        "kept.person": "Person or unit …{id}",
        "kept.openings": "Opening what is sealed",
        "kept.openingsLead": "With a case number, and approved by another: it is open to whoever asked for an hour, and each look is on the trail.",
        "kept.noOpenings": "Nobody has asked.",
        "kept.state": "State",
        "kept.asked": "Asked",
        "kept.decided": "Decided",
        "kept.until": "Open until",
        "kept.inCustody": "Keys with the custodians",
        "kept.awaitingCustody": "Keys not yet with them",
        "kept.lacksCustodians": "No two custodians are set: until they are, whoever has the server and its key file could open what is sealed.",
        "kept.ask": "Ask for an opening",
        "opening.asked": "To be approved",
        "opening.refused": "Refused",
        "opening.awaiting-custodians": "Waits for the custodians",
        "opening.open": "Open",
        "opening.lapsed": "Lapsed",
        "retention.live": "In service",
        "case.withheld": "The registration has ended: what was handed in is kept for lawful tracing only.",
        "standing.registered": "Somebody answers",
        "standing.vacant": "Nobody answers any more",
        "standing.unregistered": "Nobody ever answered",
        "retention.retention": "Kept",
        "retention.legal-hold": "Held for a case",
        "retention.deep-freeze": "Sealed",
        "trail.title": "Trail",
        "trail.lead": "The newest first. Looking at the trail is itself an entry.",
        "trail.from": "From",
        "trail.until": "Until, included",
        "trail.act": "Act",
        "trail.actor": "Who",
        "trail.actorId": "Who: login or account",
        "trail.allExports": "All exports",
        "trail.subjectKind": "Subject kind",
        "trail.subjectId": "Subject id",
        "trail.none": "No entry is like that. Take a condition away.",
        "trail.number": "Number",
        "trail.at": "When",
        "trail.pending": "to come",
        "trail.you": "you",
        "trail.system": "the system",
        "trail.head": "The head of the tree",
        "trail.size": "Entries numbered",
        "trail.waiting": "Not numbered yet",
        "trail.root": "Root:",
        "trail.entryTitle": "Entry {number}",
        "trail.back": "Back to the trail",
        "trail.means": "By what means",
        "trail.subjects": "What it is about",
        "trail.noSubjects": "nothing in particular",
        "trail.data": "What it says besides",
        "trail.proof": "Proof of inclusion",
        "trail.notYet": "This entry is not numbered yet; its proof comes in a moment.",
        "trail.right": "Worked out again here: the entry stands in the tree, unchanged.",
        "trail.wrong": "The proof does not hold. Tell your administrator at once.",
        "trail.index": "Leaf",
        "trail.treeSize": "Size of the tree",
        "trail.headAt": "Head of",
        "trail.leaf": "Leaf hash:",
        "trail.path": "The path",
        "trail.body": "Its exact text",
        "trail.facts": "Rows it commits to:",
        "means.session": "sign-in session",
        "means.incomplete-session": "sign-in session without second factor",
        "means.api-key": "API key",
        "means.enrolment": "one-time token",
        "means.entrance": "self-service entrance",
        "means.system": "the program itself",
        "subject.organisation": "organisation",
        "subject.account": "account",
        "subject.product": "product",
        "subject.intake": "intake",
        "subject.custody": "custody",
        "subject.card": "card",
        "subject.evidence": "evidence",
        "subject.party": "party",
        "subject.registration": "registration",
        "subject.application": "application",
        "subject.installation": "installation",
        "subject.policy": "policy",
        "subject.entrance": "entrance",
        "subject.usage": "usage file",
        "subject.campaign": "campaign",
        "subject.export": "export",
        "act.account.created": "account created",
        "act.account.enrolled": "account enrolled",
        "act.account.updated": "account changed",
        "act.answer.revealed": "answer revealed",
        "act.api-key.created": "API key made",
        "act.api-key.revoked": "API key revoked",
        "act.application.approved": "application approved",
        "act.application.cards-selected": "cards of an application chosen",
        "act.application.checks-settled": "checks of an application settled",
        "act.application.created": "application begun",
        "act.application.edited": "application edited",
        "act.application.locked": "application taken",
        "act.application.pictures-reused": "pictures used again",
        "act.application.purged": "application purged",
        "act.application.refused": "application refused",
        "act.application.release-asked": "release asked for",
        "act.application.revealed": "application revealed",
        "act.application.second-approval-asked": "second approval asked for",
        "act.application.sent-back": "application sent back",
        "act.application.submitted": "application handed in",
        "act.application.unlocked": "application put back",
        "act.application.withdrawn": "application withdrawn",
        "act.reason-list.set": "list of reasons set",
        "act.notice-wording.set": "words of notices set",
        "act.review-policy.set": "review policy set",
        "act.re-audit.found": "re-audit recorded",
        "act.export.asked": "export asked for",
        "act.export.approved": "export approved",
        "act.export.refused": "export refused",
        "act.export.made": "export made",
        "act.export.failed": "export failed",
        "act.export.fetched": "export fetched",
        "act.export.lapsed": "export lapsed",
        "act.campaign.begun": "campaign begun",
        "act.campaign.cancelled": "campaign cancelled",
        "act.campaign.changed": "campaign changed",
        "act.campaign.ended": "campaign ended",
        "act.campaign.made": "campaign made",
        "act.campaign.stopped": "cards stopped by a campaign",
        "act.campaign.told": "campaign told of",
        "act.card.device-declared": "device declared",
        "act.card.sim-changed": "SIM changed",
        "act.cards.allocated": "cards allocated",
        "act.cards.life-changed": "lives of cards changed",
        "act.cards.life-swept": "lives of cards swept",
        "act.cards.recalled": "cards recalled",
        "act.carrier-intent.settled": "wish settled by hand",
        "act.carrier-reply.recorded": "carrier's reply recorded",
        "act.carrier.asked": "carrier asked",
        "act.carrier-page.opened": "carrier's page opened",
        "act.carrier-page.followed": "carrier asked after its page",
        "act.claims.withdrawn": "claims withdrawn",
        "act.consent.recorded": "consent recorded",
        "act.contract.recorded": "contract recorded",
        "act.carrier-intents.ended": "wishes no longer to be told ended",
        "act.device-pool.created": "device pool made",
        "act.device-pool.devices-declared": "devices declared in a pool",
        "act.device-pool.devices-withdrawn": "devices withdrawn from a pool",
        "act.device-pool.cards-bound": "cards bound to a device pool",
        "act.deletion.answered": "deletion answered",
        "act.kept-record.shown": "kept record shown, masked",
        "act.legal-hold.placed": "legal hold placed",
        "act.legal-hold.released": "legal hold released",
        "act.sealed-opening.asked": "opening of what is sealed asked for",
        "act.sealed-opening.approved": "opening approved",
        "act.sealed-opening.refused": "opening refused",
        "act.sealed-opening.custodian-asked": "custodian asked for an opening",
        "act.sealed-opening.custodian-answered": "custodian's answer handed in",
        "act.sealed-opening.ended": "opening ended",
        "act.custodians.proposed": "custodians of keys proposed",
        "act.custodians.set": "custodians of keys confirmed and set",
        "act.keys.deposited": "keys deposited with the custodians",
        "act.enrolment.renewed": "enrolment renewed",
        "act.entrance.left": "the entrance left",
        "act.entrance.card-claimed": "a card was claimed at its entrance",
        "act.person.cards-counted": "a person's cards counted at the counter",
        "act.entrance.claim-code-tried": "claim code tried",
        "act.entrance.issued": "entrance given out",
        "act.entrance.opened": "entrance opened",
        "act.entrance.revoked": "entrance revoked",
        "act.evidence.captured": "evidence captured",
        "act.evidence.opened": "evidence opened",
        "act.evidence.purged": "evidence purged",
        "act.evidence.uploaded": "evidence uploaded",
        "act.face-challenge.issued": "face challenge given",
        "act.installation.started": "installation started",
        "act.intake.cancelled": "intake cancelled",
        "act.intake.committed": "intake committed",
        "act.intake.created": "intake begun",
        "act.intake.ended": "intake ended",
        "act.intake.repair-file-read": "repair file read",
        "act.keys.rewrapped": "keys wrapped anew",
        "act.life-case.closed": "disagreement closed",
        "act.life-case.contacts-purged": "contacts of claimants destroyed",
        "act.life-case.contacts-read": "contacts of claimants read",
        "act.life-case.mended": "disagreement mended",
        "act.life-setting.set": "life setting set",
        "act.notice.retried": "notice sent once more",
        "act.organisation.created": "organisation made",
        "act.organisation.updated": "organisation changed",
        "act.own-data.transfer-begun": "card to be given to a next owner",
        "act.own-data.transfer-called-off": "giving to a next owner called off",
        "act.transfer.declined": "card declined by the next owner",
        "act.own-data.card-brought-back": "card kept by its holder",
        "act.own-data.card-disputed": "card disputed",
        "act.own-data.correction-begun": "correction begun",
        "act.own-data.proof-begun": "proof begun",
        "act.own-data.shown": "own data shown",
        "act.password.changed": "password changed",
        "act.product.created": "product made",
        "act.product.updated": "product changed",
        "act.provider-capture.begun": "capture at a provider begun",
        "act.provider-capture.ended": "capture at a provider ended",
        "act.second-factor.begun": "second factor begun",
        "act.second-factor.confirmed": "second factor confirmed",
        "act.session.ended": "signed out",
        "act.session.refreshed": "sign-in renewed",
        "act.session.refused": "sign-in refused",
        "act.session.revoked": "sign-in ended",
        "act.session.started": "signed in",
        "act.session.token-reused": "token used twice",
        "act.tokens.purged": "tokens purged",
        "act.trail.read": "trail read",
        "act.usage-file.created": "usage file sent in",
        "act.usage-file.ended": "usage file ended",
        "act.verification-policy.set": "verification policy set",
        "act.verification.recorded": "verification recorded",
        "act.webhook.created": "webhook made",
        "act.webhook.deleted": "webhook deleted",
        "act.webhook.event-replayed": "event sent once more",
        "act.webhook.paused": "webhook paused",
        "act.webhook.resumed": "webhook resumed",
        "act.webhook.rewound": "webhook rewound",
        "act.webhook.secret-rotated": "webhook secret changed",
        "act.webhook.tried": "webhook tried",
        "products.title": "Products",
        "products.none": "No products yet. Make one before cards are taken in.",
        "products.code": "Code",
        "products.codeHint": "Letters, digits, hyphens, dots, underscores; it never changes.",
        "products.name": "Name",
        "products.cardClass": "Class of card",
        "products.traffic": "Data",
        "products.megabytes": "MB a month",
        "products.voice": "Voice",
        "products.sms": "Messages",
        "products.binding": "Bound to a device",
        "products.status": "State",
        "products.newTitle": "A new product",
        "products.create": "Create the product",
        "products.back": "Back to the products",
        "products.version": "Version",
        "products.recorded": "Recorded",
        "products.change": "Change it",
        "products.save": "Save as a new version",
        "products.periodsHint": "Periods left empty are as the life settings say.",
        "productStatus.active": "in use",
        "productStatus.withdrawn": "withdrawn: takes no new cards",
        "cardClass.iot-general": "industry or IoT",
        "cardClass.vehicle": "vehicle",
        "cardClass.wearable": "wearable",
        "cardClass.portable-wifi": "portable WiFi",
        "cardClass.phone": "phone",
        "traffic.directed": "directed",
        "traffic.general": "general",
        "traffic.none": "none",
        "binding.none": "not bound",
        "binding.first-use": "to its first device",
        "binding.imei-pool": "to a pool of devices",
        "apiKeys.title": "API keys",
        "apiKeys.made": "Key made:",
        "apiKeys.once": "It is shown this once. Put it where the program keeps its secrets.",
        "apiKeys.none": "No keys yet.",
        "apiKeys.label": "Purpose",
        "apiKeys.account": "Machine account",
        "apiKeys.permissions": "Permissions",
        "apiKeys.created": "Created",
        "apiKeys.expires": "Ends",
        "apiKeys.state": "State",
        "apiKeys.revoke": "Revoke",
        "apiKeys.sure": "Yes, revoke this key",
        "apiKeys.newTitle": "A new key",
        "apiKeys.create": "Create the key",
        "apiKeys.noMachines": "There is no machine account. Make one first; keys belong to it.",
        "apiKeys.machine": "machine …{id}",
        "apiKeys.expiresHint": "It ends with the chosen day, at most {n} days from now.",
        "keyState.valid": "valid",
        "keyState.revoked": "revoked",
        "keyState.expired": "ended",
        "webhooks.title": "Webhooks",
        "webhooks.anothers": "It is told of the cards of the unit whose seat it belongs to. What it was sent, only the unit sees.",
        "webhooks.one": "Webhook",
        "webhooks.lead": "Your programs are told what happens to your cards: references only, no numbers and nobody's data.",
        "webhooks.made": "The webhook is made",
        "webhooks.once": "The signing secret is shown this once. Give it to the receiving program.",
        "webhooks.none": "No webhooks yet. Give an address below.",
        "webhooks.url": "Address",
        "webhooks.urlHint": "An https:// address on the open network.",
        "webhooks.kinds": "Events",
        "webhooks.kind": "Event",
        "webhooks.kindsHint": "None ticked: all of them.",
        "webhooks.state": "State",
        "webhooks.failing": "Delivery failing since",
        "webhooks.newTitle": "A new webhook",
        "webhooks.create": "Create the webhook",
        "webhooks.back": "Back to the webhooks",
        "webhooks.rotated": "The new secret",
        "webhooks.tries": "Tries",
        "webhooks.formerUntil": "The former secret signs beside it until",
        "webhooks.test": "Send a test",
        "webhooks.pause": "Pause",
        "webhooks.resume": "Resume",
        "webhooks.rotate": "Change the secret",
        "webhooks.sure": "Yes, delete this webhook",
        "webhooks.delete": "Delete",
        "webhooks.events": "Events",
        "webhooks.noEvents": "No events.",
        "webhooks.at": "Happened",
        "webhooks.why": "Why not",
        "webhooks.replay": "Send again",
        "webhooks.taken": "It was taken.",
        "webhooks.notTaken": "It was not taken.",
        "webhookState.running": "running",
        "webhookState.paused": "paused",
        "webhookState.gone": "gone (410)",
        "eventState.waiting": "waiting",
        "eventState.delivered": "delivered",
        "eventState.dead": "given up",
        "changeKind.custody": "custody",
        "changeKind.life": "service state",
        "changeKind.holding": "registration",
        "changeKind.device": "device",
        "changeKind.sim": "SIM",
        "changeKind.carrier": "carrier's result",
        "delivery.gone": "the address is no more (410)",
        "notices.title": "Notices",
        "notices.channel": "Channel",
        "notices.none": "No such notices.",
        "notices.at": "Happened",
        "notices.kind": "What",
        "notices.code": "Code",
        "notices.day": "Day",
        "notices.ended": "Ended",
        "notices.retry": "Send again",
        "noticeWordings.title": "Words of notices",
        "noticeWordings.lead": "What people are told of their cases and cards. The built-in words are said until you set your own.",
        "noticeWordings.of": "Words: {kind}",
        "noticeWordings.kindLead": "A notice is told in the words that were in force when what it tells of happened: what waits already keeps its own.",
        "noticeWordings.all": "All kinds",
        "noticeWordings.noHistory": "Nothing is set: the built-in words are said.",
        "noticeWordings.whose": "Whose words",
        "noticeWordings.own": "your own",
        "noticeWordings.builtIn": "built-in",
        "noticeWordings.coming": "Others from",
        "noticeWordings.preview": "What it says",
        "noticeWordings.previewHint": "With an invented case.",
        "noticeWordings.places": "What may stand in braces:",
        "noticeWordings.must": "(must stand there)",
        "noticeWordings.zh": "In Chinese",
        "noticeWordings.en": "In English",
        "noticeWordings.show": "Show what it says",
        "noticeWordings.back": "Back to the built-in words",
        "noticePart.message": "Message to the person",
        "noticePart.subject": "Subject of the letter to staff",
        "noticePart.body": "Letter to staff",
        "noticePlaceholder.about": "what it is about",
        "noticePlaceholder.code": "the registration's code",
        "noticePlaceholder.day": "the day",
        "noticePlaceholder.reason": "why",
        "noticePlaceholder.remedy": "what can be done",
        "noticePlaceholder.documents": "documents to bring",
        "noticePlaceholder.cards": "how many cards",
        "noticePlaceholder.list": "how to list the cards",
        "noticePlaceholder.page": "address of the status page, or of the campaign",
        "noticeState.waiting": "waiting",
        "noticeState.delivered": "delivered",
        "noticeState.refused": "refused",
        "noticeState.unaddressed": "nobody to tell",
        "noticeState.given-up": "given up",
        "noticeHint.waiting": "To be handed on, or being tried again.",
        "noticeHint.delivered": "The receiver took them.",
        "noticeHint.refused": "The receiver will not take them. Send again once the cause is mended.",
        "noticeHint.unaddressed": "There was nobody to whom they could go.",
        "noticeHint.given-up": "Not taken within their time. They may be sent again.",
        "noticeChannel.webhook": "program",
        "noticeChannel.sms": "message",
        "noticeChannel.mail": "mail",
        "noticeKind.submitted": "handed in",
        "noticeKind.release-asked": "release asked for",
        "noticeKind.asked": "something was asked",
        "noticeKind.answered": "what was asked is done",
        "noticeKind.in-review": "in review",
        "noticeKind.awaiting-carrier": "awaits the carrier",
        "noticeKind.effective": "in effect",
        "noticeKind.to-be-mended": "to be mended",
        "noticeKind.refused": "refused",
        "noticeKind.withdrawn": "withdrawn",
        "noticeKind.released": "released",
        "noticeKind.transfer-ready": "may be handed in: the former holding has ended",
        "noticeKind.back-registration": "back-registration",
        "campaigns.title": "Campaigns",
        "campaigns.lead": "Back-registration of cards in service with a deadline. They begin and tell by themselves.",
        "campaigns.none": "No campaigns.",
        "campaigns.code": "Code",
        "campaigns.name": "Name",
        "campaigns.about": "About",
        "campaigns.begins": "Begins",
        "campaigns.deadline": "Deadline",
        "campaigns.after": "After it",
        "campaigns.stops": "cards are stopped",
        "campaigns.doesNotStop": "nothing is stopped",
        "campaigns.daysBefore": "{n} days",
        "campaigns.told": "Told before the deadline",
        "campaigns.remind": "Remind, days before (e.g. 30, 7)",
        "campaigns.back": "Back to the campaigns",
        "campaigns.progress": "How it stands",
        "campaigns.notBegun": "It has not begun yet.",
        "campaigns.noneYours": "None of your cards are concerned.",
        "campaigns.organisation": "In the hands of",
        "campaigns.lacking": "Lacking",
        "campaigns.mended": "Registered",
        "campaigns.stopped": "Stopped",
        "campaigns.gone": "Cancelled",
        "campaigns.cards": "Cards that still lack it",
        "campaigns.noCards": "No card lacks it.",
        "campaigns.isStopped": "stopped",
        "campaignState.planned": "planned",
        "campaignState.running": "running",
        "campaignState.ended": "ended",
        "campaignState.cancelled": "cancelled",
        "permission.organisation:read": "read organisations",
        "permission.organisation:manage": "manage organisations",
        "permission.contract:manage": "manage contracts",
        "permission.account:read": "read accounts",
        "permission.account:manage": "manage accounts",
        "permission.api-key:manage": "manage API keys",
        "permission.product:read": "read products",
        "permission.product:manage": "manage products",
        "permission.stock:intake": "take stock in",
        "permission.claim:intake": "claim cards",
        "permission.existing:intake": "take cards in service in",
        "permission.card:read": "read cards",
        "permission.custody:manage": "allocate and recall",
        "permission.gap-report:read": "read the gap report",
        "permission.registration:read": "read registrations",
        "permission.registration:write": "write registrations",
        "permission.registration:review": "review registrations",
        "permission.registration:backdate": "approve backdating",
        "permission.evidence:write": "upload evidence",
        "permission.evidence:read": "read evidence",
        "permission.answer:read": "ask who answers",
        "permission.reveal": "see unmasked data",
        "permission.trail:read": "read the trail",
        "permission.policy:manage": "manage verification policies",
        "permission.entrance:issue": "give out entrances",
        "permission.carrier-receipt:write": "note carriers' replies",
        "permission.notice:retry": "send notices again",
        "permission.webhook:manage": "manage webhooks",
        "permission.personal:register": "register one's own card",
        "permission.part:complete": "complete one's own part of an application",
        "permission.card:life": "change cards' service",
        "permission.card:control": "stop cards",
        "permission.usage:write": "report usage",
        "permission.life:settings": "set life settings",
        "permission.retention:read": "read what is kept",
        "permission.legal-hold:manage": "hold what is kept for a case",
        "permission.export:approve": "approve exports",
        "permission.installation:manage": "manage the installation",
        "delivery.no-connection": "no connection",
        "delivery.timed-out": "timed out",
        "delivery.cancelled": "cut off",
        "delivery.server-error": "the receiver failed (5xx)",
        "delivery.resting": "rests after failures",
        "delivery.overloaded": "the receiver asks for patience",
        "delivery.credentials": "our key is not accepted",
        "delivery.malformed": "the message's form is not accepted",
        "delivery.too-large": "too large for the receiver",
        "delivery.not-offered": "the receiver does not offer it",
        "delivery.request-id-reused": "the receiver knows another message by this number",
        "delivery.quota-exhausted": "our quota there is used up",
        "delivery.other": "refused without a reason",
        "delivery.answer-unreadable": "the answer cannot be read",
        "delivery.answer-too-large": "the answer is too large",
        "delivery.answer-status": "the answer has a status nobody agreed on",
        "delivery.answer-not-as-contract": "the answer is not as agreed",
        "delivery.answer-other-request": "the answer is to another message",
        "delivery.answer-sandbox": "a sandbox answered",
        "delivery.address-form": "no address that can be told",
        "delivery.address-plain": "the address is not encrypted",
        "delivery.address-unknown-host": "nobody knows the host",
        "delivery.address-inside": "the address leads into an inner network",
        "delivery.address-late-name-servers": "name servers did not answer in time",
        "delivery.address-look-ups-crowded": "too many hosts are being looked up",
        "delivery.recipient-invalid": "nothing reaches this number or address",
        "delivery.recipient-blocked": "the recipient takes none",
        "delivery.content-refused": "the text is refused",
        "delivery.no-recipient": "nobody to tell is known",
        "delivery.not-configured": "no channel is set up for it",
        "delivery.later": "to be sent again later",
        "delivery.webhook-gone": "the webhook is no more",
        "delivery.webhook-rests": "the webhook rests",
        "delivery.forgotten": "kept no longer; something may be missing",
        "campaigns.newTitle": "A new campaign",
        "campaigns.make": "Create the campaign",
        "campaigns.stopsLabel": "Stop cards that still lack it after the deadline",
        "campaigns.sure": "I am sure",
        "campaigns.cancel": "Cancel the campaign",
        "menu.registrations": "Registrations",
        "tab.drafts": "Hand in",
        "tab.registrations": "Registrations",
        "tab.units": "Units",
        "tab.expiries": "Expiries",
        "tab.answers": "Who answers",
        "tab.kept": "Kept",
        "home.register": "Register a unit's cards",
        "case.registration": "The registration",
        "case.goOn": "Go on with it",
        "field.purpose": "Purpose",
        "drafts.title": "Hand in for a unit",
        "drafts.newTitle": "A new registration",
        "drafts.lead": "Step by step: the unit, its handler and responsible person, who uses the cards, the cards, the papers. Every step is saved; you or a colleague can go on later.",
        "drafts.channel": "Way in",
        "drafts.begin": "Begin",
        "drafts.noChannel": "Your organisation begins no registrations. New cards are registered by whoever sold them; changes are begun on the registration's page.",
        "drafts.list": "Not handed in yet",
        "drafts.none": "Nothing waits here. Begin a new registration above.",
        "drafts.saved": "Saved",
        "drafts.by": "Begun by",
        "drafts.you": "you",
        "drafts.colleague": "a colleague",
        "draft.title": "Handing in {code}",
        "draft.steps": "Steps",
        "draft.check": "Check and hand in",
        "draft.sentBack": "Sent back by the reviewer",
        "draft.stale": "Somebody saved this meanwhile. What you typed is below and not lost; under each field stands what is saved now. Save again to keep yours.",
        "draft.standing": "Saved: ",
        "draft.empty": "nothing",
        "draft.masked": "What is saved of a person is shown masked. Leave it as it is and it stays.",
        "draft.purposeHint": "For example: registering IoT cards",
        "draft.noticeName": "Legal notice",
        "draft.notice": "The unit was told that lending, renting or selling cards is unlawful, and accepts it",
        "draft.userOrDepartment": "Who uses the cards",
        "draft.actualUser": "A single person uses the cards",
        "draft.actualUserHint": "Only where a person and not a department uses them.",
        "draft.useHint": "Cards may work only in the devices, scene and place they are sold for.",
        "draft.regionHint": "Province code such as 31, or CN for the whole country",
        "draft.effectiveHint": "Empty: from the approval.",
        "draft.saveNext": "Save and go on",
        "draft.save": "Save",
        "draft.kept": "✓ Saved by itself",
        "draft.notKept": "Not saved yet. Press Save.",
        "draft.overtaken": "Somebody else saved meanwhile; nothing more is saved by itself. Press Save to see both.",
        "draft.needed": "What is needed, and why",
        "draft.what": "What",
        "draft.entered": "Entered",
        "draft.standingName": "State",
        "draft.why": "Why",
        "draft.where": "Step",
        "draft.mendThere": "mend it there",
        "draft.warnings": "To be noted",
        "draft.fit": "Can be registered: ",
        "draft.leftOut": "Cards that cannot be registered",
        "draft.chosen": "{n} cards chosen",
        "draft.notFound": "{n} numbers name no card of yours:",
        "draft.repeated": "{n} numbers stood twice.",
        "draft.chosenTitle": "Chosen cards: ",
        "draft.which": "Which cards",
        "draft.choose": "Choose the cards",
        "draft.chooseOthers": "Choose others instead",
        "draft.chooseLead": "A batch, a range of ICCIDs or a list of numbers: one of them. For more than two thousand choose the batch they came in with, or a range.",
        "draft.replaces": "They replace the cards chosen above.",
        "draft.take": "Choose these",
        "draft.onward": "On to the papers",
        "draft.fileHint": "JPEG, PNG or PDF, up to {n} MB each.",
        "draft.purged": "What is never registered is destroyed after a time.",
        "draft.picture": "Picture",
        "draft.paper": "Paper",
        "draft.look": "Look at it",
        "draft.lookHint": "What you attached yourself you may look at until you hand in, as a copy with a watermark; each look is recorded.",
        "draft.purpose": "Own paper on the draft of {code}",
        "draft.kilobytes": "{n} KB",
        "draft.remove": "Remove",
        "draft.add": "Add",
        "draft.others": "Another paper",
        "draft.shows": "Kind of paper",
        "draft.toCheck": "Check and hand in",
        "draft.submit": "Hand in",
        "draft.lacking": "{n} things are still missing or wrong; handing in will be refused until they are there.",
        "draft.complete": "Everything that is needed is there.",
        "draft.discard": "Discard it",
        "draft.discardText": "It can no longer be changed or handed in then.",
        "draft.discardSure": "Discard it for good",
        "draftStep.unit": "Unit",
        "draftStep.handler": "Handler",
        "draftStep.responsible": "Responsible person",
        "draftStep.use": "User and use",
        "draftStep.cards": "Cards",
        "draftStep.evidence": "Papers",
        "draftStep.unitLead": "As it stands on the unit's document.",
        "draftStep.responsibleLead": "Who answers for the unit's cards; a reviewer will compare with the document.",
        "demand.met": "given",
        "demand.missing": "missing",
        "demand.faulty": "wrong",
        "registrations.title": "Registrations",
        "registrations.find": "Find",
        "registrations.none": "No registrations yet. Begin one under “Hand in”.",
        "registrations.noneFiltered": "No registration fits. Look among all of them.",
        "registrationState.pending": "not decided yet",
        "registrationState.registered": "in force",
        "registrationState.refused": "not registered",
        "registrationState.ended": "ended",
        "subjectKind.unit": "(a unit)",
        "subjectKind.person": "(a person)",
        "registration.title": "Registration {code}",
        "registration.code": "Code",
        "registration.subject": "In whose name",
        "registration.state": "State",
        "registration.channel": "Channel",
        "registration.created": "Begun",
        "registration.registered": "In force since",
        "registration.ended": "Ended",
        "registration.decided": "Decided",
        "registration.facts": "Details",
        "registration.people": "Who answers for it",
        "registration.noPeople": "Nobody is on record before it is approved.",
        "registration.nobody": "nobody",
        "registration.former": "formerly",
        "registration.authorised": "Authorised until",
        "registration.history": "Everybody there ever was",
        "registration.cardsPending": "Its cards are listed here once it is approved.",
        "registration.noCards": "It answers for no card now.",
        "registration.leftOut": "{n} cards were left out",
        "registration.moreLeftOut": "There are more; the first hundred are shown.",
        "registration.change": "Change it",
        "registration.changeKind": "What",
        "registration.changeRole": "Which person",
        "registration.begin": "Begin",
        "registration.changeHint": "A role is chosen for another person or a correction. Without a day it counts from the approval.",
        "registration.applications": "Applications",
        "registration.begun": "Begun",
        "registration.submitted": "Handed in",
        "registration.effective": "counts from {at}; {counts}",
        "registration.counts": "{n} cards registered, {out} left out",
        "registration.goOn": "Go on",
        "registration.look": "Look at it",
        "registration.now-draft": "{kind}: not handed in yet, saved {at}.",
        "registration.now-checking": "{kind}: handed in, machines check it since {at}.",
        "registration.now-submitted": "{kind}: handed in {at}, waits for a reviewer.",
        "registration.now-awaiting-second-review": "{kind}: handed in {at}, waits for a second reviewer.",
        "registration.now-awaiting-third-review": "{kind}: handed in {at}, waits for a third reviewer.",
        "registration.now-awaiting-second-approval": "{kind}: handed in {at}, waits for the second approver because it counts from the past.",
        "registration.now-awaiting-carrier": "{kind}: approved, waits for the carrier since {at}.",
        "registration.now-sent-back": "{kind}: sent back, see why and hand it in again.",
        "registration.now-approved": "{kind}: approved {at}.",
        "registration.now-refused": "{kind}: refused {at}.",
        "registration.now-withdrawn": "{kind}: withdrawn {at}.",
        "units.title": "Units",
        "units.ask": "Beginning of the name, or document number",
        "units.none": "No unit has cards registered yet.",
        "units.noneFound": "No unit within your reach has this name or code.",
        "units.cut": "There are more than a hundred; write more of the name.",
        "unit.live": "Registrations in force:",
        "unit.back": "All units",
        "unit.cards": "Its cards",
        "unit.papers": "Documents and validity",
        "unit.paper": "Paper",
        "unit.noPapers": "No registration of this unit is in force.",
        "unit.people": "Persons over time",
        "unit.cut": "People and papers of the newest {n} registrations are shown.",
        "expiry.expired": "expired",
        "expiry.soon": "{n} days left",
        "expiries.title": "Expiring papers",
        "expiries.expired": "Expired or today",
        "expiries.within": "Within {n} days",
        "expiries.document": "Document: {role}",
        "expiries.none": "No paper of a registration in force runs out in this time.",
        "draft.noneFit": "None of the chosen cards can be registered; see why and choose others.",
        "draft.unitName": "Name of the unit",
        "draft.personName": "Name",
        "draft.use": "Devices and use",
        "drafts.registerThese": "Register these cards for a unit",
        "drafts.registerThis": "Register this card for a unit",
        "cards.columns": "Columns shown",
        "cards.holder": "Held by",
        "cards.recorded": "Taken in",
        "custodyStanding.stock": "in stock",
        "custodyStanding.claimed": "claimed",
        "custodyStanding.allocated": "allocated",
        "custodyStanding.withdrawn": "withdrawn",
        "intakes.direct": "Take in at once, without looking first",
        "intakeState.held": "waits to be looked at",
        "act.intake.changed": "Held file read otherwise",
        "act.intake.confirmed": "Intake confirmed",
        "preview.title": "Before taking in {batch}",
        "preview.until": "kept until",
        "preview.faultHint": "Say below which column is which and look again, or cancel and mend the file.",
        "preview.outcome": "What would become of it",
        "preview.first": "By its first {n} rows. Nothing is written yet.",
        "preview.whole": "All {n} rows. Nothing is written yet.",
        "preview.taken": "can be taken in",
        "preview.confirm": "Take in",
        "preview.cancel": "Cancel, take nothing in",
        "preview.problems": "The first problems",
        "preview.problemsText": "These rows are left out, the others are taken in; afterwards a repair file can be fetched.",
        "preview.mendTitle": "Columns, and what the file does not say",
        "preview.used": "Columns used:",
        "preview.unused": "not used:",
        "preview.headless": "The first row is a card already: there is no heading",
        "preview.columns": "Columns of the file",
        "preview.place": "No.",
        "preview.heading": "Heading",
        "preview.look": "First value",
        "preview.meaning": "Meaning",
        "preview.column": "Column {n}",
        "preview.lookEmpty": "empty",
        "preview.lookText": "text, {n} characters",
        "preview.lookNumber": "{beginning}…, {n} digits",
        "preview.unusedColumn": "not used",
        "preview.moreColumns": "Only the first 60 columns are listed; the others are what their headings say.",
        "preview.again": "Look again",
        "home.alerts": "Needs somebody now",
        "home.noAlerts": "Nothing is amiss.",
        "home.resting": "{carrier} does not answer and is left alone for a while",
        "home.byHandAlert": "{n} wishes are left to hands at the carrier",
        "home.lifeCaseAlert": "Cards on which the carrier and we disagree: {n}",
        "home.notices-given-up": "{n} notices that nobody took in their time",
        "home.notices-refused": "{n} notices that were refused",
        "home.deadEvents": "{n} events that {host} never took",
        "home.webhookFailing": "{host} takes no events",
        "home.lacking": "{n} cards in service lack: {gap}",
        "home.purges": "{n} drafts or cases sent back are destroyed within {days} days",
        "home.last": "the latest {time}",
        "home.firstOn": "the first {time}",
        "home.sinceAge": "since {time} · {age}",
        "home.owed": "What carriers owe us",
        "home.wishes": "wishes",
        "home.expiries": "Ends within {n} days",
        "home.noExpiries": "No document, authorisation or contract ends soon.",
        "home.totals": "Cards and registered",
        "expiry.leaving": "responsible persons leaving",
        "expiries.leaving": "Responsible persons who leave",
        "expiries.leavingAt": "The next one answers from",
        "expiry.contract": "agents' contracts",
        "expiries.contracts": "Agents' contracts that end",
        "expiries.contractsCut": "The first {n} are shown.",
        "expiry.document": "documents",
        "expiry.authorisation": "authorisations",
        "menu.agents": "Agents and staff",
        "tab.organisations": "Organisations",
        "tab.policy": "Verification policy",
        "tab.roles": "Roles",
        "organisationKind.operating-company": "operating company",
        "organisationKind.agent": "agent",
        "organisationKind.hall": "hall",
        "organisationKind.enterprise": "enterprise",
        "organisationState.active": "active",
        "organisationState.suspended": "suspended",
        "organisationState.ended": "ended",
        "organisations.title": "Organisations",
        "organisations.none": "There is no organisation within your reach. Ask the organisation above.",
        "organisations.name": "Name",
        "organisations.kind": "Kind",
        "organisations.level": "Level",
        "organisations.state": "State",
        "organisations.contractUntil": "Contract until",
        "organisations.back": "All organisations",
        "organisations.created": "Created",
        "organisations.move": "Allocate cards to it",
        "organisations.children": "Directly below",
        "organisations.noChildren": "There is no organisation below.",
        "organisations.newTitle": "A new organisation below",
        "organisations.make": "Create",
        "organisations.changeTitle": "Change, suspend or end",
        "organisations.nameTitle": "Change the name",
        "organisations.changeHint": "Suspended or ended, no account of it or below signs in or acts. Ending is final; recall its cards and end those below first.",
        "organisations.standings": "Suspended, taken up again, ended",
        "organisations.since": "Since",
        "organisations.reason": "Reason",
        "organisations.reasonHint": "Needed where the state changes. The organisation and those above it read it; name no person.",
        "organisations.unitCode": "Code of the unit it stands for",
        "organisations.linked": "linked",
        "organisations.sure": "I am sure (only for ending)",
        "organisations.save": "Save",
        "contract.title": "Contracts and duties",
        "contract.none": "no contract",
        "contract.coming": "not valid yet",
        "contract.valid": "valid",
        "contract.ended": "ended",
        "contract.endedOn": "ended on {day}",
        "contract.longTerm": "open-ended",
        "contract.empty": "No contract is on record. Record one for its carrier first.",
        "contract.version": "Version",
        "contract.state": "State",
        "contract.from": "First day",
        "contract.until": "Last day",
        "contract.duties": "Registration duties",
        "contract.breach": "What follows a breach",
        "contract.recorded": "Recorded",
        "contract.newTitle": "Record a contract",
        "contract.newHint": "A contract on record is never changed: record a change under a new version.",
        "contract.longTermTick": "Open-ended (leave the last day empty)",
        "contract.record": "Record",
        "staff.title": "Staff",
        "staff.toOrganisation": "The organisation",
        "staff.made": "Account made:",
        "staff.once": "The one-time token is shown this once. Give it to the person by a safe way.",
        "staff.tokenUntil": "It is good until {time}.",
        "staff.enrolAt": "The page of the first sign-in",
        "staff.none": "There are no accounts yet.",
        "staff.kind": "Kind",
        "staff.state": "State",
        "staff.created": "Created",
        "staff.unnamed": "unnamed …{id}",
        "staff.newTitle": "A new account",
        "staff.newHint": "Only roles of this kind of organisation that you may give are listed.",
        "staff.loginHint": "A person may choose it at the first sign-in; a machine needs one.",
        "staff.make": "Create the account",
        "staff.back": "All staff",
        "staff.renewed": "A new one-time token",
        "staff.changeRoles": "Change the roles",
        "staff.saveRoles": "Save the roles",
        "staff.renew": "Renew the enrolment",
        "staff.renewHint": "For who lost the token, the password or the second factor. The account is signed out everywhere.",
        "staff.dismiss": "Dismiss",
        "staff.dismissHint": "The account is signed out at once; this is final.",
        "staff.sure": "Yes, dismiss this account",
        "accountKind.person": "person",
        "accountKind.machine": "machine",
        "accountState.invited": "invited",
        "accountState.active": "active",
        "accountState.dismissed": "dismissed",
        "roles.title": "Roles",
        "roles.lead": "What each role may do. Nobody gives what he does not hold.",
        "roles.permission": "Permission",
        "roles.place": "Where",
        "roles.factor": "Second factor needed",
        "use.voice-or-sms": "voice or SMS",
        "use.general-traffic": "general traffic",
        "use.directed-only": "directed only",
        "use.ordinary-number": "an 11-digit number",
        "risk.low": "low risk",
        "risk.ordinary": "ordinary risk",
        "risk.high": "high risk",
        "approval.reviewer": "a reviewer approves",
        "approval.machine": "a machine approves where all agree",
        "policy.title": "Verification policy",
        "policy.standard": "Nothing is set: the standard floor counts. Set your own below.",
        "policy.inherits": "Nothing is set: what stands above counts. Add to it below.",
        "policy.rules": "Rules",
        "policy.noOwnRules": "no rules of its own",
        "policy.limits": "Approval and limits",
        "policy.everyCard": "every card",
        "policy.riskFrom": "{risk} or above",
        "policy.atMost": "{class}: at most {n} a person",
        "policy.attemptsOf": "{n} attempts a day",
        "policy.reuseOf": "pictures count again for {n} days",
        "policy.cardsOf": "at most {n} cards a person",
        "policy.aboveMost": "at most {n} above",
        "policy.agentReviews": "The agent's own reviewers may review",
        "policy.byStatute": "law",
        "policy.byFloor": "operating company",
        "policy.byAgent": "an agent",
        "policy.askTitle": "What a card needs, and why",
        "policy.document": "Document",
        "policy.risk": "Risk",
        "policy.device": "Device type",
        "policy.ordinaryNumber": "11-digit number, other than 148",
        "policy.ask": "Look",
        "policy.method": "Method",
        "policy.methods": "Methods",
        "policy.why": "Why",
        "policy.owner": "Whose",
        "policy.approval": "Approval",
        "policy.attempts": "Attempts a day",
        "policy.cardsMax": "Cards a person with one carrier",
        "policy.newTitle": "A new version",
        "policy.above": "What is demanded above",
        "policy.rootHint": "It is the floor of every agent and replaces the present one whole. Preview first, then set.",
        "policy.agentHint": "You may only add. What is demanded above is included by itself and stays. Preview first, then set.",
        "policy.preview": "Preview the consequences",
        "policy.objections": "It cannot be set like this",
        "policy.consequences": "What changes (resident ID, by product)",
        "policy.noProducts": "There is no product to show consequences for. Make one first.",
        "policy.now": "Now",
        "policy.then": "Then",
        "policy.changed": "changed",
        "policy.same": "as now",
        "policy.set": "Set the new version",
        "policy.noRules": "The new version has no rules yet. Add one below.",
        "policy.number": "No.",
        "policy.when": "Where",
        "policy.remove": "Remove",
        "policy.demanded": "demanded above",
        "policy.addTitle": "Add a rule",
        "policy.use": "Use",
        "policy.devices": "Device types, comma between; empty: any",
        "policy.provinces": "Provinces, two digits, comma between; empty: any",
        "policy.riskAtLeast": "Risk",
        "policy.anyRisk": "any",
        "policy.reasonZh": "Reason in Chinese",
        "policy.reasonEn": "Reason in English",
        "policy.add": "Add to the new version",
        "policy.ruleNumber": "Rule {n}:",
        "policy.undetermined": "no rule: it cannot be registered",
        "policy.reuseDays": "Days for which pictures count again",
        "draft.phone": "Take the photos with a phone",
        "draft.phoneLead": "Sign in to the console on the phone first, then scan this code: it opens this page.",
        "draft.phoneCode": "QR code of this page",
        "registration.withdraw": "Take it back",
        "registration.withdrawSure": "Take it back for good",
        "case.ground.reused": "used again from an earlier case",
        "case.ground.registered": "as registered",
        "case.provider": "Provider",
        "case.sandbox": "sandbox: about no real person",
        "case.reading": "Read by machine",
        "case.read": "read",
        "case.confirmed": "confirmed",
        "case.different": "different",
        "case.same": "the same",
        "provider.identity": "identity ({role})",
        "provider.score": "score",
        "provider.match": "match",
        "provider.mismatch": "no match",
        "provider.no-record": "no record",
        "provider.not-in-service": "document not in service",
        "provider.same": "same face",
        "provider.seen-elsewhere": "same face, seen before under another identity",
        "provider.different": "different face",
        "provider.undecided": "undecided",
        "provider.unanswered": "no answer",
        "liveness.live": "living person",
        "liveness.spoof": "not a living person",
        "liveness.undecided": "liveness undecided",
        "liveness.absent": "no liveness verdict",
        "common.colon": ": ",
        "menu.counter": "Register a person",
        "home.counter": "Register a person at the counter",
        "counter.title": "Register a person at the counter",
        "counter.begin": "Register a person before you",
        "counter.lead": "The person stands before you with card and document. Nothing typed is kept before you hand in; a refusal loses nothing of it.",
        "counter.again": "Case {code}, sent back",
        "counter.againLead": "What stays as it is shown, masked, stays as it was handed in; type anew only what is to be mended.",
        "counter.card": "The card",
        "counter.cardLabel": "ICCID or number",
        "counter.cardHint": "Type it, paste it with or without spaces, or scan the bar code.",
        "counter.look": "Look at the card",
        "counter.free": "Can be registered",
        "counter.notFree": "Cannot be registered now",
        "counter.needs": "What this card needs, and why",
        "counter.most": "A person may have at most {max} cards of this kind with this carrier; how many are left is told once name and number are there.",
        "counter.notices": "Notices and consents",
        "counter.noticesLead": "Let the person read each notice, or read it out, before anything is typed or photographed. Tick only what was agreed to.",
        "counter.version": "Version {version}.",
        "counter.reads": "The person reads",
        "counter.show": "Show in this language",
        "counter.agreed": "Read, and agreed to",
        "counter.legal": "Legal notice",
        "counter.legalAccepted": "The person was told so and accepts it",
        "counter.person": "The person",
        "counter.personLead": "As it stands on the document. A document reader that types may be used: put the cursor into the first field; days such as 20160131 are understood.",
        "counter.personAsked": "The document is another than the one handed in. Whose is it?",
        "counter.person-corrected": "The same person's: a mistake is corrected. Consents and pictures stand; the reviewer is told.",
        "counter.person-another": "Another person's: he reads, consents and is photographed anew.",
        "counter.holderHint": "In whose name the card will stand.",
        "counter.guardianHint": "For a child under 14, or where the policy asks for one: a parent or guardian who consents and shows a document.",
        "counter.proxyHint": "Only where somebody else hands in for the holder.",
        "counter.field-name": "Name",
        "counter.nameHint": "Exactly as on the document; rare characters and the dot (·) are fine.",
        "counter.numberHint": "Letters included; spaces do not matter.",
        "counter.formerHint": "Printed on the new card, where there was an older one.",
        "counter.dayHint": "For example 2016-01-31 or 20160131.",
        "counter.contactFree": "May stay empty: messages go to the holder, or to the guardian of a child.",
        "counter.addressFree": "This document bears none; it may stay empty.",
        "counter.read": "Read from the picture; compare it.",
        "counter.quota": "{used} of at most {max} cards of this kind registered here by this name and number; {left} left.",
        "counter.quotaLater": "At most {max} cards of this kind a person. No more counts are told today; it is counted when you hand in.",
        "counter.papers": "Document and photo",
        "counter.fileHint": "JPEG, PNG or PDF, up to {n} MB each, from a file or from the camera.",
        "counter.papersLead": "Each picture is looked at by machine; one of little use is refused with what helps.",
        "counter.photoHint": "A photo of the person here and now, JPEG or PNG. You compare; no face is recognised, and the face check is never done for a customer.",
        "counter.insist": "Take the next file although a machine finds fault with it; a reviewer looks.",
        "counter.check": "Check",
        "counter.lacking": "{n} things are still missing or wrong; handing in says each at its place.",
        "counter.handIn": "Hand in",
        "counter.handedIn": "Handed in",
        "counter.slipTitle": "Case {code}",
        "counter.outcome-checking": "The data is being put to the identity authority; then a reviewer and the carrier decide. The card is not registered yet.",
        "counter.outcome-submitted": "It goes to a reviewer; then the carrier decides. The card is not registered yet.",
        "counter.outcome-further": "It was handed in and has gone on since; see the registration.",
        "counter.next": "Next person",
        "counter.print": "Print the slip",
        "counter.registration": "To the registration",
        "counter.slipHeading": "Receipt: registration of a card in your name",
        "counter.slipCode": "Case number",
        "counter.slipName": "Name (masked)",
        "counter.slipDocument": "Document (masked)",
        "counter.slipAt": "Handed in",
        "counter.slipHall": "At",
        "counter.slipWhere": "See how it stands: {address}, with the case number. The code below leads there.",
        "counter.slipAfter": "A reviewer and the carrier still decide. Until then the card is not registered.",
        "counter.slipMasked": "This slip shows nothing of you in clear. Whoever has the case number sees how the case stands and nothing else.",
        "counter.slipDrawing": "QR code of the page on which the case is followed",
        "counterMethod.document-data": "The data on the document",
        "counterMethod.document-photos": "Pictures of both sides of the document",
        "counterMethod.in-person": "You compare person and document; a photo taken here",
        "counterMethod.guardian": "A guardian's consent and document",
        "counterMethod.proxy": "The proxy's document beside the holder's",
        "lifeCase.claimed-at-entrance": "Somebody else says it is his",
        "lifeHint.claimed-at-entrance": "At the card’s entrance, with another’s application or registration. Look how it was registered and who has the card; a hall with card and document settles it. Then close the case.",
        "lifeCase.device-used-by-many": "Handed in with a device of many",
        "lifeHint.device-used-by-many": "The device with which this card’s registration was handed in had handed in for many persons. Look at the application, and ask who helps whom and which agent sold the card. Then close the case.",
        "field.formerNumber": "Number of the card before",
        "parts.title": "Let persons complete their own part",
        "parts.link": "Let the person fill it in on the phone",
        "parts.lead": "The handler, the responsible person and the actual user can each fill in their own details and photograph their document on their own phone, by a link or QR code.",
        "parts.leadNotice": "Each reads a notice and consents before anything is taken, and sees nothing of anybody else, nor what you typed.",
        "parts.leadNothing": "What the person completes takes the place of what stands here. Until then nothing of it is seen here.",
        "parts.hours": "A link opens for {n} hours, and closes when the part is completed, when you revoke it, or when the application is handed in.",
        "parts.role": "As",
        "parts.act": "Link",
        "parts.none": "Not handed over.",
        "parts.noneToHand": "This application has no part that could be handed over.",
        "parts.issue": "Make a link",
        "parts.issueAnew": "Make a new link instead",
        "parts.issueAgain": "Make another link, to have it filled in anew",
        "parts.revoke": "Revoke the link",
        "parts.standing-open": "A link opens until {time}.",
        "parts.standing-revoked": "The last link was revoked.",
        "parts.standing-expired": "The last link expired on {time}.",
        "parts.standing-closed": "The last link closed when the application was handed in.",
        "parts.opened": "Opened on {time}; not completed yet.",
        "parts.notOpened": "Not opened yet.",
        "parts.completed": "Completed by the person on {time}, after notice {version}.",
        "parts.changed": "Changed by staff since, on {time}.",
        "parts.made": "The link is made",
        "parts.once": "It is shown here only this once: send it to the person, let the code be scanned, or print it. A link made before for the same part no longer opens.",
        "parts.slipTitle": "Fill in your part on your phone",
        "parts.slipText": "Scan the code with your phone, or open the address. The page says who asks, for what and why, before anything is asked of you.",
        "parts.drawing": "QR code of the link",
        "parts.until": "It opens until {time}.",
        "parts.print": "Print it",
        "means.part-link": "link to a part",
        "subject.part-link": "link to a part",
        "act.part-link.issued": "part handed over by link",
        "act.part-link.revoked": "link to a part revoked",
        "act.part-link.opened": "link to a part opened",
        "act.part.left": "the part left",
        "act.part.consent-recorded": "consent of the person of a part recorded",
        "act.part.saved": "part saved by the person",
        "act.part.completed": "part completed by the person",
        "act.parts.purged": "expired parts destroyed",
        "tab.entrances": "Entrances",
        "entrances.title": "Links and codes for persons",
        "entrances.lead": "A person registers a card himself: by a link or its QR code, or by a claim code typed beside the ICCID. Name a batch, or numbers. Whoever has it can register the card in his name.",
        "entrances.shownMax": "Shown with QR codes for {n} cards at most; as a file for {most}.",
        "entrances.issueTitle": "Give out links or codes",
        "entrances.kind": "Kind",
        "entrances.days": "Days it opens",
        "entrances.daysMax": "{n} at most",
        "entrances.deviceType": "Device the cards are in",
        "entrances.show": "Give out and show",
        "entrances.file": "Give out as a file (CSV)",
        "entrances.issued": "{n} given out",
        "entrances.once": "They stand on this page once and nowhere again: print it now. What is lost is revoked and given out anew.",
        "entrances.print": "Print",
        "entrances.drawing": "QR code of the link for",
        "entrances.scan": "Scan it with a phone, or open:",
        "entrances.type": "Claim code, typed beside the ICCID:",
        "entrances.until": "Good until {time}.",
        "entrances.given": "Given out",
        "entrances.narrowed": "Card {iccid}",
        "entrances.all": "All of them",
        "entrances.ofCard": "Links and codes",
        "entrances.none": "None was given out.",
        "entrances.noneSuch": "There is none of these.",
        "entrances.issuedAt": "Given out",
        "entrances.expires": "Opens until",
        "entrances.revoke": "Revoke",
        "entrances.revokeTitle": "Revoke all of a batch",
        "entrances.revokeLead": "All that open still: nobody comes in by them any more, and whoever is filling in is signed out. What was handed in stays.",
        "entrances.sure": "Yes, all of this batch",
        "entrances.revokeAll": "Revoke the batch",
        "entrances.revokedAll": "{n} revoked",
        "entranceKind.link": "link",
        "entranceKind.claim-code": "claim code",
        "entranceStanding.open": "open",
        "entranceStanding.used": "open, in use",
        "entranceStanding.expired": "expired",
        "entranceStanding.revoked": "revoked",
    ]

    static let chinese: [String: String] = [
        "common.service": "管理台",
        "common.errorPrefix": "错误：",
        "common.errorTitle": "有问题需要处理",
        "common.skip": "跳到主要内容",
        "common.comma": "、",
        "common.semicolon": "；",
        "common.pause": "，",
        "common.open": "（",
        "common.close": "）",
        "common.moreThan": "{n} 以上",
        "common.beijing": "{time}",
        "common.times": "所有时间均为北京时间。",
        "common.next": "下一页",
        "common.first": "回到第一页",
        "common.yes": "是",
        "common.no": "否",
        "theme.system": "跟随系统",
        "theme.light": "浅色",
        "theme.dark": "深色",
        "menu.figures": "统计",
        "menu.label": "页面",
        "menu.home": "工作台",
        "menu.cards": "卡片",
        "menu.intakes": "入库",
        "menu.queue": "登记申请",
        "menu.account": "我的账号",
        "menu.leave": "退出",
        "keys.title": "快捷键",
        "keys.search": "转到搜索框",
        "keys.rows": "在各行之间移动",
        "keys.next": "领取下一件",
        "keys.decide": "通过、退回、不予登记",
        "keys.reasons": "按编号选择涉及内容和原因，0 为不选",
        "keys.list": "转到原因列表",
        "keys.send": "提交表单",
        "keys.close": "关闭对比",
        "signIn.title": "登录",
        "signIn.login": "登录名",
        "signIn.password": "密码",
        "signIn.code": "第二验证因素代码",
        "signIn.codeHint": "六位数字；已设置第二验证因素时填写。",
        "signIn.go": "登录",
        "signIn.kept": "登录已失效。重新登录后，您填写的内容将恢复（一小时内有效，仅限本人）；刚选择的照片需重新选择。",
        "signIn.enrol": "我有一次性登录令牌",
        "signIn.label": "浏览器",
        "enrol.title": "首次登录",
        "enrol.lead": "使用收到的一次性令牌设置您的密码。",
        "enrol.token": "一次性令牌",
        "enrol.login": "登录名",
        "enrol.loginHint": "尚无登录名时填写。",
        "enrol.password": "新密码",
        "enrol.passwordHint": "最少字符数：",
        "enrol.again": "再次输入",
        "enrol.go": "设置密码",
        "enrol.toSignIn": "去登录",
        "enrol.doneTitle": "密码已设置",
        "enrol.doneText": "您的登录名是",
        "enrol.factorText": "您的角色需要第二验证因素。请将此密钥录入验证器应用，并用其显示的代码登录。",
        "secondFactor.title": "第二验证因素",
        "secondFactor.lead": "请将此密钥录入验证器应用，并输入其显示的代码。密钥只显示一次。",
        "secondFactor.begun": "请输入验证器应用显示的代码。",
        "secondFactor.anewHint": "如尚未将密钥录入验证器，请重新生成；此前的密钥随即作废。",
        "secondFactor.anew": "重新生成密钥",
        "secondFactor.open": "在本设备的验证器中打开",
        "secondFactor.code": "代码",
        "secondFactor.go": "确认",
        "home.title": "工作台",
        "home.waiting": "待处理",
        "home.toReview": "待审核",
        "home.secondApproval": "待追溯复核",
        "home.secondReview": "待第二人审核",
        "home.thirdReview": "待第三人审核",
        "home.again": "待抽查",
        "home.exports": "待审批导出",
        "home.sentBack": "已退回，待修改",
        "home.drafts": "草稿，未提交",
        "home.inReview": "待运营方审核",
        "home.awaitingCarrier": "待运营商受理",
        "home.since": "最早：",
        "home.nothing": "没有待您处理的事项。",
        "home.takeIn": "卡片入库",
        "home.cards": "查找卡片",
        "account.title": "我的账号",
        "account.login": "登录名",
        "account.organisation": "所属机构",
        "account.roles": "角色",
        "account.factor": "第二验证因素",
        "account.factorOn": "已设置",
        "account.factorOff": "未设置",
        "account.factorRenewHint": "新密钥经其代码确认后即取代验证器中的原密钥，您的其他登录同时结束。",
        "account.factorSetHint": "设置后每次登录均需输入验证器代码，您的其他登录同时结束。",
        "account.factorCode": "验证器当前显示的代码",
        "account.factorRenew": "更换第二验证因素",
        "account.factorSet": "设置第二验证因素",
        "account.keys": "接口密钥",
        "account.keysHint": "密钥仅属于机器账号；个人账号没有密钥，须登录使用。",
        "account.keysOpen": "机器账号的密钥",
        "account.sessions": "登录中的设备",
        "account.label": "程序",
        "account.unnamed": "未注明",
        "account.started": "登录时间",
        "account.refreshed": "最近续期",
        "account.current": "当前",
        "account.end": "结束",
        "account.password": "修改密码",
        "account.currentPassword": "当前密码",
        "account.newPassword": "新密码",
        "account.change": "修改",
        "search.label": "卡号",
        "search.placeholder": "ICCID、号码、IMSI、IMEI，可一次粘贴多个",
        "search.go": "查找",
        "search.title": "查找结果",
        "search.asked": "查询：",
        "search.found": "找到：",
        "search.missing": "未找到：",
        "search.device": "设备 {number} 的卡",
        "search.takenForDevice": "按设备号（IMEI）查询。",
        "search.alsoIMSI": "这 15 位数字是上面那张卡的 IMSI，也可能是设备号（IMEI）。",
        "search.deviceCut": "未列出全部可能相关的卡：每台设备最多列 200 张，每次查询最多 1,000 张。",
        "search.declared": "登记绑定自",
        "search.seen": "最近见于该设备",
        "search.askedAsDevice": "也已按设备号查询",
        "search.malformedTitle": "不是卡号或设备号",
        "search.malformedText": "不符合任何号码的格式：可能有错位、漏位或多位。",
        "search.ambiguousTitle": "对应多张卡",
        "search.ambiguousText": "ICCID 缺少最后一位，您的多张卡均以此开头。请输入完整号码。",
        "search.codes": "登记和单位",
        "search.repeated": "重复输入：",
        "search.missingTitle": "未找到",
        "search.missingText": "在您的权限范围内没有这些卡。请核对位数是否正确。",
        "cards.title": "卡片",
        "cards.msisdn": "号码",
        "cards.carrier": "运营商",
        "cards.product": "套餐",
        "cards.realName": "实名",
        "cards.service": "业务状态",
        "cards.batch": "批次",
        "cards.province": "省份代码",
        "cards.stop": "停机原因",
        "cards.unit": "登记单位",
        "cards.anyUnit": "不限单位",
        "cards.all": "全部",
        "cards.filter": "筛选",
        "cards.clear": "清除筛选",
        "cards.registered": "已登记",
        "cards.vacant": "未登记",
        "cards.noneFiltered": "没有符合条件的卡片，请减少筛选条件。",
        "cards.early": "符合条件的卡片很少，尚未查完全部卡片。",
        "cards.goOn": "继续查找",
        "cards.none": "还没有卡片。请先入库，或由上级划拨。",
        "card.title": "卡片 {iccid}",
        "card.axes": "当前状态",
        "card.notAsked": "尚未查询",
        "card.noStops": "无",
        "card.who": "当前登记责任人",
        "card.record": "卡片登记记录",
        "card.print": "打印记录",
        "card.printedAt": "截至 {time}，北京时间（UTC+8）",
        "card.partOfLife": "以上为部分记录，其余记录见其他页。",
        "card.next": "接下来自动进行：",
        "card.commands": "可办理的业务",
        "card.reason": "原因",
        "lifeCommand.open-test": "开通测试",
        "lifeCommand.prepare": "转待激活",
        "lifeCommand.activate": "激活",
        "lifeCommand.stop": "停机",
        "lifeCommand.resume": "复机",
        "lifeCommand.cancel": "预销户",
        "lifeCommand.bring-back": "撤销预销户",
        "lifeCommand.finish": "销户",
        "lifeCommand.change-sim": "换卡",
        "lifeCommand.change-device": "换机",
        "lifeCommand.register": "实名生效",
        "lifeCommand.vacate": "实名终止",
        "lifeCommand.power-up": "开机使用",
        "lifeCommand.carrier-activated": "运营商激活",
        "lifeCommand.used-in-time": "补报用量，撤销预销户",
        "card.facts": "基本信息",
        "card.recorded": "入库时间",
        "card.lastUse": "最近使用",
        "card.device": "设备",
        "card.elsewhere": "最近一次使用所在设备不是该卡绑定的设备。",
        "card.declared": "已登记设备",
        "card.pool": "加入设备池时间",
        "card.seenIn": "最近所在设备",
        "card.seenInNone": "尚无设备记录",
        "card.firstIn": "首次所在设备",
        "card.deviceChanges": "本月换机 {n} 次。",
        "card.newDevice": "新设备号（IMEI）",
        "card.newDeviceHint": "请在换机前登记：设备上 *#06# 显示的15位号码。部分运营商要求换机后重新核验。",
        "card.newSIM": "新卡号（ICCID）",
        "card.newSIMHint": "号码和实名登记不变；请使用未用过的卡。",
        "card.timeline": "全部经历",
        "card.older": "更早",
        "card.newest": "最新",
        "axis.realName": "本系统实名",
        "axis.service": "业务状态",
        "axis.stops": "停机原因",
        "axis.carrierState": "运营商状态",
        "axis.number": "号码状态",
        "card.frozenUntil": "冷冻至 {time}",
        "numberState.in-use": "使用中",
        "numberState.frozen": "冷冻中",
        "numberState.free": "已释放，可再分配",
        "axis.carrierRealName": "运营商实名",
        "step.test-end": "测试期结束",
        "step.silent-end": "沉默期结束",
        "step.idle": "因长期未用进入预销户",
        "step.arrears": "因欠费进入预销户",
        "step.cycle-end": "销户",
        "timeline.intake": "入库，批次 {batch}",
        "timeline.reason": "（{reason}）",
        "timeline.intent": "{command}：{state}",
        "timeline.truth": "{axis}：{word}",
        "timeline.handedIn": "{kind}：已提交",
        "timeline.approve": "{kind}：审核通过",
        "timeline.send-back": "{kind}：退回补正",
        "timeline.refuse": "{kind}：不通过",
        "timeline.held": "登记生效，有人负责",
        "timeline.vacant": "登记结束，无人负责",
        "timeline.entry": "{act}，操作人：{actor}",
        "timeline.look": "{act}，查看人：{actor}，用途：{purpose}",
        "timeline.registrationKind": "实名登记",
        "timeline.trailKind": "操作留痕",
        "timeline.lookKind": "查看信息",
        "timeline.intakeKind": "入库",
        "timeline.custodyKind": "流转",
        "timeline.lifeKind": "业务",
        "timeline.carrierKind": "通知运营商",
        "timeline.truthKind": "运营商反馈",
        "custody.intake": "入库",
        "custody.claim": "认领",
        "custody.allocate": "划拨",
        "custody.recall": "回收",
        "custody.withdraw": "撤回认领",
        "wish.open-test": "开通测试",
        "wish.prepare": "交付",
        "wish.activate": "激活",
        "wish.stop": "停机",
        "wish.resume": "复机",
        "wish.cancel": "销户",
        "wish.change-device": "换机",
        "wish.change-sim": "换卡",
        "wish.register": "实名登记",
        "wish.clear-name": "清除实名",
        "wishState.waiting": "等待中",
        "wishState.sent": "已通知，待结果",
        "wishState.by-hand": "待人工办理",
        "wishState.done": "已完成",
        "wishState.failed": "未成功",
        "wishState.superseded": "已被后续指令取代",
        "truth.service": "业务状态",
        "truth.known": "卡片",
        "truth.real-name": "实名状态",
        "carrier.mobile": "中国移动",
        "carrier.telecom": "中国电信",
        "carrier.unicom": "中国联通",
        "carrier.broadnet": "中国广电",
        "intakes.title": "入库",
        "intakes.newTitle": "新建入库",
        "intakes.lead": "支持 CSV（UTF-8 或 GB18030）和 XLSX，可达百万行。有误的行不入库，可下载修改后重新提交。",
        "intakes.kind": "类型",
        "intakes.product": "套餐",
        "intakes.inFile": "以文件为准",
        "intakes.batch": "批次",
        "intakes.province": "省份代码",
        "intakes.file": "文件",
        "intakes.columns": "文件需要哪些列",
        "intakes.columnsText": "必须有 ICCID；上方未选套餐时还须有套餐。按表头识别，中英文均可，顺序不限；其他列不使用。",
        "intakes.go": "上传",
        "intakes.list": "入库记录",
        "intakes.none": "还没有入库记录。",
        "intakes.state": "状态",
        "intakes.taken": "已入库",
        "intakes.failed": "有误",
        "intakes.created": "开始时间",
        "intake.title": "入库 {batch}",
        "intake.progress": "进度",
        "intake.known": "已存在",
        "intake.repeated": "文件内重复",
        "intake.cards": "查看卡片",
        "intake.csv": "下载修正文件（CSV）",
        "intake.xlsx": "下载修正文件（XLSX）",
        "intake.cancel": "停止",
        "intake.repairUntil": "修正文件保留至",
        "intake.problems": "问题明细",
        "intake.problemsText": "请在修正文件中修改这些行，然后重新入库。",
        "intake.anothers": "修正文件仅提供给提交人。",
        "intake.row": "行",
        "intake.field": "列",
        "intake.problem": "问题",
        "intake.mend": "处理方法",
        "intake.moreProblems": "还有更多问题，修正文件中包含全部。",
        "intake.more": "还有更多问题。",
        "intakeKind.stock": "自有库存",
        "intakeKind.claim": "认领",
        "intakeKind.existing": "在网存量卡",
        "intakeFormat.text": "CSV 或文本文件",
        "intakeFormat.xlsx": "XLSX 工作簿",
        "intakeState.queued": "排队中",
        "intakeState.running": "进行中",
        "intakeState.done": "已完成",
        "intakeState.failed": "失败",
        "intakeState.cancelled": "已停止",
        "queue.title": "登记申请",
        "queue.states": "按状态",
        "queue.next": "领取下一件",
        "queue.none": "没有处于此状态的申请。",
        "queue.kind": "事项",
        "queue.cards": "卡数",
        "queue.since": "提交时间",
        "queue.age": "已等待",
        "queue.holder": "处理人",
        "queue.risk": "风险",
        "queue.subject": "单位或套餐",
        "queue.takenBy": "受理机构",
        "caseRisk.plain": "未见异常",
        "caseRisk.noted": "需注意",
        "caseRisk.high": "高风险",
        "caseSign.failed": "有规则未通过",
        "caseSign.refused": "第三方核验曾不通过",
        "caseSign.seen-elsewhere": "人脸曾以其他身份出现",
        "caseSign.many-persons": "同一设备为多人办理",
        "caseSign.warned": "系统检查提示 {n} 项",
        "caseSign.unclear": "第三方核验未能判定",
        "queue.held": "其他审核员",
        "queue.heldByYou": "您",
        "again.title": "抽查复核",
        "again.lead": "按比例随机抽取的已通过申请。提交人和审核人不得抽查本人经手的申请。",
        "again.none": "此处没有抽查件。",
        "again.approved": "通过时间",
        "again.found": "抽查结论",
        "again.open": "待抽查",
        "again.kept": "维持",
        "again.overturned": "推翻",
        "again.notYours": "本人经手，不可抽查",
        "again.one": "抽查",
        "again.waits": "已被抽中，待其他审核员抽查。",
        "again.look": "开始抽查",
        "again.decide": "是否应当通过？",
        "again.send": "提交并处理下一件",
        "age.seconds": "{n} 秒",
        "age.minutes": "{n} 分钟",
        "age.hours": "{n} 小时",
        "age.days": "{n} 天",
        "state.draft": "草稿",
        "state.checking": "核验中",
        "state.submitted": "待审核",
        "state.awaiting-second-review": "待第二人审核",
        "state.awaiting-third-review": "待第三人审核",
        "state.awaiting-second-approval": "待追溯复核",
        "state.awaiting-carrier": "待运营商受理",
        "state.sent-back": "已退回",
        "state.approved": "已通过",
        "state.refused": "不予登记",
        "state.withdrawn": "已撤回",
        "kind.register": "新登记",
        "kind.add-cards": "增加卡片",
        "kind.change-role": "变更人员",
        "kind.correct": "信息更正",
        "kind.end": "终止登记",
        "kind.prove-identity": "身份再核验",
        "kind.dispute": "异议卡",
        "channel.agent": "代理商渠道",
        "channel.hall": "营业厅渠道",
        "channel.account-manager": "客户经理渠道",
        "channel.api": "接口渠道",
        "channel.self-service": "个人自助",
        "case.title": "申请 {code}",
        "case.purpose": "审核登记 {code}",
        "case.free": "您未领取此件：不显示凭证图片，也不能审核。请领取下一件。",
        "case.content": "提交内容",
        "case.more": "其他",
        "case.firstCards": "仅列出前 {n} 张。",
        "case.why": "查看目的",
        "case.reveal": "显示完整信息",
        "case.revealed": "已显示完整信息，查看目的已留痕。",
        "case.checks": "机器核验结果",
        "case.passed": "{n} 项核验通过",
        "case.carrierReply": "运营商答复",
        "case.carrierReplyHint": "已受理的，登记自现在起生效；未受理的，申请退回并附所填原因，申请人可见，请勿填写个人姓名或号码。",
        "case.receipt": "运营商受理编号",
        "case.carrierCode": "未受理代码（如有）",
        "case.carrierWhy": "未受理原因",
        "case.noteReply": "登记答复",
        "carrierVerdict.accepted": "已受理",
        "carrierVerdict.refused": "未受理",
        "case.decision": "审核结论",
        "case.evidence": "凭证",
        "case.notShown": "仅对领取此件的审核员显示。",
        "case.usedElsewhere": "同一文件出现在其他申请中",
        "case.larger": "放大",
        "case.turn": "旋转",
        "case.beside": "对比",
        "case.compare": "图片对比",
        "case.left": "左图",
        "case.right": "右图",
        "case.zoom": "同步放大",
        "case.closeCompare": "关闭",
        "case.openPaper": "打开文件",
        "case.noEvidence": "未提交凭证。",
        "case.prompt": "提示：{action}；{seconds} 秒",
        "case.noLiveness": "无系统活体检测结论。",
        "case.lookYourself": "请逐张核对画面是否与提示动作一致、是否为同一真人，并与证件照片比对。",
        "case.decide": "审核",
        "case.about": "涉及",
        "case.reason": "原因",
        "case.noReason": "无",
        "case.list": "涉及内容和原因",
        "case.listHint": "未选审核结论时，按所选原因所在分组处理；已选结论的，以所选结论为准。",
        "case.most": "{verdict}（常用）",
        "case.rest": "{verdict}（其他）",
        "case.moreReasons": "更多原因",
        "case.whole": "整个申请",
        "case.note": "告知申请人",
        "case.remark": "仅审核员可见",
        "case.secondEyes": "已有一名审核员同意通过。请独立审核：首次意见不予显示；如意见不一，由第三人决定。",
        "case.thirdEyes": "两名审核员意见不一，以您的结论为准。",
        "case.opinions": "此前的审核意见",
        "case.send": "提交并领取下一件",
        "case.release": "放回队列",
        "case.of": "：",
        "case.longTerm": "长期",
        "verdict.approve": "通过",
        "verdict.send-back": "退回修改",
        "verdict.refuse": "不予登记",
        "check.passed": "通过",
        "check.warned": "提示",
        "check.failed": "不通过",
        "party.unit": "单位",
        "party.responsiblePerson": "责任人",
        "party.handler": "经办人",
        "party.actualUser": "实际使用人",
        "party.proxy": "代办人",
        "party.holder": "机主",
        "party.guardian": "监护人",
        "party.authorisation": "授权书",
        "field.name": "名称/姓名",
        "field.documentType": "证件类型",
        "field.documentNumber": "证件号码",
        "field.birthDate": "出生日期",
        "field.address": "地址",
        "field.contact": "联系电话",
        "field.validFrom": "有效期起",
        "field.validUntil": "有效期止",
        "field.usingDepartment": "使用部门",
        "field.effectiveFrom": "生效日期",
        "field.noticeAccepted": "已确认法律告知",
        "field.needs": "核验方式",
        "field.use": "使用场景",
        "field.deviceType": "设备类型",
        "field.deviceModel": "设备型号",
        "field.scene": "使用场景",
        "field.traffic": "流量类型",
        "field.voice": "语音",
        "field.sms": "短信",
        "field.monthlyMegabytes": "月流量（MB）",
        "field.region": "使用地区",
        "field.number": "编号",
        "field.scope": "范围",
        "field.cards": "卡片",
        "slot.unit-document": "单位证件",
        "slot.sealed-letter": "盖章证明",
        "slot.authorisation-letter": "授权书原件",
        "slot.handler-id-front": "经办人证件正面",
        "slot.handler-id-back": "经办人证件背面",
        "slot.responsible-person-id-front": "责任人证件正面",
        "slot.responsible-person-id-back": "责任人证件背面",
        "slot.actual-user-id-front": "实际使用人证件正面",
        "slot.proxy-id-front": "代办人证件正面",
        "slot.proxy-id-back": "代办人证件背面",
        "slot.purchase-voucher": "购买凭证",
        "slot.handler-on-site-photo": "经办人现场照片",
        "slot.device-data": "设备资料",
        "slot.change-ground": "变更依据",
        "slot.holder-id-front": "机主证件正面",
        "slot.holder-id-back": "机主证件背面",
        "slot.hand-held-photo": "手持证件照片",
        "slot.face-capture": "人脸照片",
        "slot.holder-on-site-photo": "机主现场照片",
        "slot.guardian-id-front": "监护人证件正面",
        "slot.guardian-id-back": "监护人证件背面",
        "role.administrator": "管理员",
        "role.reviewer": "审核员",
        "role.compliance": "合规专员",
        "role.agent-manager": "代理商管理员",
        "role.agent-clerk": "代理商业务员",
        "role.agent-reviewer": "代理商审核员",
        "role.hall-clerk": "营业厅营业员",
        "role.account-manager": "客户经理",
        "role.enterprise-manager": "企业管理员",
        "role.auditor": "审计员",
        "document.resident-id": "居民身份证",
        "document.temporary-resident-id": "临时居民身份证",
        "document.household-register": "户口簿",
        "document.military-id": "军人身份证件",
        "document.armed-police-id": "武装警察身份证件",
        "document.hk-macao-permit": "港澳居民来往内地通行证",
        "document.taiwan-permit": "台湾居民来往大陆通行证",
        "document.residence-permit": "港澳台居民居住证",
        "document.passport": "护照",
        "document.foreign-permanent-id": "外国人永久居留身份证",
        "document.business-licence": "营业执照",
        "document.organisation-code-certificate": "组织机构代码证",
        "document.public-institution-certificate": "事业单位法人证书",
        "document.social-organisation-certificate": "社会团体法人登记证书",
        "document.other-legal-proof": "其他合法证明",
        "document.sealed-letter": "盖章证明",
        "rules.title": "规则依据",
        "rules.lead": "核验和拒绝所依据的规则。",
        "rules.group-R-25": "工信部令第25号",
        "rules.group-R-AF": "反电信网络诈骗法",
        "rules.group-R-DP": "个人信息保护",
        "rules.group-R-IC": "物联网卡管理",
        "rules.group-R-IQ": "合规检查要点",
        "rules.group-R-LC": "卡的业务状态",
        "rules.group-R-NF": "号码格式",
        "rules.group-R-OP": "运营商接口与人脸识别",
        "rules.group-R-PH": "电话用户实名登记",
        "rules.group-R-VC": "车联网卡",
        "rules.house": "系统自身的规则",
        "rules.houseLead": "以下并非法律要求，而是系统为保持自身秩序所定的规则，如请求格式、数量上限、先后次序和服务可用性；每条均说明其保护的内容。",
        "rules.protects": "保护：",
        "reviewFigures.title": "我的审核统计",
        "reviewFigures.theirs": "审核统计",
        "reviewFigures.of": "{name} 的审核统计",
        "reviewFigures.back": "返回审核队列",
        "reviewFigures.backToAccount": "返回员工账号",
        "reviewFigures.hint": "本月及前三个月。",
        "reviewFigures.none": "这几个月还没有审核记录，请从队列领取案件。",
        "reviewFigures.noneOfTheirs": "该账号这几个月没有审核记录。",
        "reviewFigures.decided": "各月审核结果",
        "reviewFigures.approved": "通过",
        "reviewFigures.sentBack": "退回",
        "reviewFigures.refused": "拒绝",
        "reviewFigures.corrected": "通过后被更正",
        "reviewFigures.disputed": "通过后被提出异议",
        "reviewFigures.reAudited": "通过后被抽查",
        "reviewFigures.kept": "抽查维持",
        "reviewFigures.overturned": "抽查推翻",
        "reviewFigures.times": "用时",
        "reviewFigures.timesHint": "中位数：一半不超过该时间；九成：十件中有九件不超过该时间。",
        "reviewFigures.waitedMedian": "自提交起，中位数",
        "reviewFigures.waitedNinetieth": "自提交起，九成",
        "reviewFigures.heldMedian": "自领取起，中位数",
        "reviewFigures.heldNinetieth": "自领取起，九成",
        "performance.title": "业务质量",
        "performance.of": "{name} 的业务质量",
        "performance.pending": "正在统计，请稍候刷新。",
        "performance.hint": "本月及前三个月提交的登记及加卡申请，含所有下级机构；以每件申请的首次审核结果计。",
        "performance.none": "这几个月没有提交申请。提交申请后，可在此查看审核情况。",
        "performance.handedIn": "提交",
        "performance.approved": "首次通过",
        "performance.sentBack": "退回",
        "performance.refused": "拒绝",
        "performance.rate": "首次未通过率",
        "performance.doubted": "核验有疑问",
        "performance.doubtRate": "有疑问占比",
        "performance.byMonth": "按提交月份",
        "performance.times": "用时",
        "performance.decidedMedian": "至首次审核，中位数",
        "performance.decidedNinetieth": "至首次审核，九成",
        "performance.mendedMedian": "整改，中位数",
        "performance.mendedNinetieth": "整改，九成",
        "performance.below": "按机构",
        "performance.own": "本机构",
        "figures.title": "统计",
        "figures.counted": "统计时间",
        "figures.again": "一小时后重新统计",
        "figures.pending": "正在统计，请稍候刷新。",
        "figures.refresh": "刷新",
        "figures.total": "卡片总数",
        "figures.registered": "已登记",
        "figures.rate": "登记率",
        "figures.byCarrier": "按运营商",
        "figures.byOrganisation": "按持卡机构",
        "figures.byKind": "按渠道类型",
        "figures.kind": "渠道类型",
        "figures.organisation": "机构",
        "figures.byMonth": "按月登记卡数",
        "figures.month": "月份",
        "figures.none": "还没有卡片。",
        "figures.sum": "合计",
        "figures.unknown": "其他机构",
        "problem.title": "操作未成功",
        "problem.missingTitle": "没有这个页面",
        "problem.rule": "依据：",
        "problem.reference": "供咨询时提供：",
        "problem.toSignIn": "去登录",
        "problem.toHome": "回到工作台",
        "menu.kept": "终止后保存",
        "menu.answers": "归属查询",
        "menu.custody": "卡片流转",
        "menu.carriers": "运营商与周期",
        "menu.settings": "设置",
        "menu.trail": "留痕",
        "tab.label": "本栏页面",
        "tab.carriers": "运营商待办",
        "tab.lifeCases": "差异核对",
        "tab.due": "到期与停机",
        "tab.lifeSettings": "周期规则",
        "tab.custody": "划拨与回收",
        "tab.gaps": "补登缺口",
        "tab.devicePools": "设备池",
        "tab.campaigns": "补登专项",
        "tab.products": "套餐",
        "tab.reasonLists": "原因",
        "tab.noticeWordings": "通知用语",
        "tab.inForce": "现行配置",
        "tab.reviewPolicy": "审核规则",
        "tab.keys": "接口密钥",
        "tab.webhooks": "事件回调",
        "tab.notices": "通知",
        "common.outOfReach": "不在您的权限范围内",
        "common.listComma": "；",
        "carriers.title": "运营商待办",
        "carriers.none": "没有运营商接口，也没有待办事项。",
        "carriers.connection": "接口",
        "carriers.open": "未办结指令",
        "carriers.since": "最早一条",
        "carriers.round": "全量核对一轮",
        "carriers.hours": "{n} 小时",
        "carriers.noRound": "尚无数据",
        "carriers.unconnected": "未接入",
        "carriers.restsUntil": "暂停至 {time}",
        "carriers.chosen": "{carrier}：{state}",
        "carriers.why-by-hand": "运营商接口不支持这些指令，须有人在运营商处办理，办完后在此登记结果。",
        "carriers.why-waiting": "尚未通知运营商：刚产生、卡片刚操作过、配额用完或运营商暂停服务。",
        "carriers.why-sent": "已通知运营商，正在查询结果。",
        "carriers.why-done": "已办结。",
        "carriers.why-failed": "未成功。",
        "carriers.why-superseded": "已被后续指令取代。",
        "carriers.noIntents": "此状态下没有指令。",
        "carriers.card": "卡片",
        "carriers.wish": "指令",
        "carriers.wishedAt": "产生时间",
        "carriers.tries": "已通知次数",
        "carriers.last": "运营商最近答复",
        "carriers.due": "下次处理",
        "carriers.atCase": "在该申请上登记运营商答复",
        "carriers.settle": "登记结果",
        "carriers.done": "已办理",
        "carriers.failed": "办不了",
        "carriers.ask": "立即查询运营商",
        "reply.locked": "卡片刚操作过，须等待",
        "reply.over-quota": "配额已用完",
        "reply.unreachable": "无法连接",
        "reply.unclear": "答复不明，正在核实",
        "reply.not-in-effect": "运营商处未生效",
        "reply.no-outcome": "长时间无结果",
        "reply.by-hand": "人工登记",
        "reply.carrier-refused": "运营商拒绝",
        "reply.carrier-not-offered": "接口不支持",
        "reply.carrier-card-unknown": "运营商查无此卡",
        "reply.carrier-card-not-ours": "运营商称属于其他客户",
        "reply.carrier-state-forbids": "卡在运营商处的状态不允许",
        "reply.carrier-stop-not-ours": "由运营商停机，只能由其复机",
        "reply.carrier-package-expired": "套餐已到期",
        "reply.carrier-package-used-up": "套餐用量已用尽",
        "reply.carrier-credentials": "运营商不接受本系统的凭据",
        "reply.carrier-identity-refused": "运营商未通过身份核验",
        "reply.carrier-number-missing": "该卡在本系统没有手机号码",
        "reply.unreadable": "该登记无法读取",
        "lifeCases.title": "差异核对",
        "lifeCases.lead": "等待最久的在前。由运营商状态引起的差异，在运营商状态恢复一致后自动关闭；用户在入口处主张归其使用的卡、由为多人办理的设备提交的卡，须人工核查。",
        "lifeCases.none": "没有差异：本系统与运营商一致。",
        "lifeCases.kind": "差异",
        "lifeCases.ours": "本系统",
        "lifeCases.theirs": "运营商",
        "lifeCases.service": "状态",
        "lifeCases.realName": "实名",
        "lifeCases.mend": "处理",
        "lifeCases.close": "已另行处理，关闭",
        "lifeCases.standsFor": "就已查询所知，本次登记共有 {n} 张卡如此",
        "lifeCases.contacts": "{n} 人留有联系电话",
        "lifeCases.purpose": "查看目的（勿写姓名）",
        "lifeCases.showContacts": "查看",
        "lifeMend.tell-again": "再次通知运营商",
        "lifeMend.take-over": "以运营商为准",
        "lifeMend.clear": "请运营商清除实名",
        "lifeCase.activated-unregistered": "强制激活但未实名",
        "lifeCase.used-after-cancellation": "销户后仍有使用",
        "lifeCase.cancelled-though-used": "误销户",
        "lifeCase.carrier-refused": "运营商未办理",
        "lifeCase.runs-at-carrier": "应停而在用",
        "lifeCase.stopped-at-carrier": "应通而停机",
        "lifeCase.not-activated-at-carrier": "应通而未激活",
        "lifeCase.cancelled-at-carrier": "运营商已销户",
        "lifeCase.not-cancelled-at-carrier": "运营商未销户",
        "lifeCase.registered-at-carrier-only": "仅运营商已实名",
        "lifeCase.registered-here-only": "仅本系统已实名",
        "lifeCase.unknown-at-carrier": "运营商查无此卡",
        "lifeHint.activated-unregistered": "沉默期满被运营商强制激活，但无人实名。",
        "lifeHint.used-after-cancellation": "本系统已销户，仍有用量上报。",
        "lifeHint.cancelled-though-used": "补报用量表明该卡按期使用，销户不可撤销，请与机主妥善处理。",
        "lifeHint.carrier-refused": "运营商拒绝或一直未执行指令。",
        "lifeHint.runs-at-carrier": "本系统不允许通信，运营商处在用。",
        "lifeHint.stopped-at-carrier": "本系统正常，运营商处停机。",
        "lifeHint.not-activated-at-carrier": "本系统已激活，运营商处从未激活。",
        "lifeHint.cancelled-at-carrier": "运营商处已销户或预销户，本系统没有。",
        "lifeHint.not-cancelled-at-carrier": "本系统已销户，运营商处没有。",
        "lifeHint.registered-at-carrier-only": "请在本系统补登记，或在运营商处核实。",
        "lifeHint.registered-here-only": "请在运营商处核实实名情况。",
        "lifeHint.unknown-at-carrier": "请向运营商核实卡号归属。",
        "due.title": "到期与停机",
        "due.kind": "事项",
        "due.day": "日期",
        "due.at": "时间",
        "due.stop": "停机：{reason}",
        "due.lead": "不选日期时显示今天及以后。预告天数由周期规则设定。",
        "due.none": "没有符合条件的卡片。请换一个事项或日期。",
        "lifeSettings.title": "周期规则",
        "lifeSettings.lead": "范围越小越优先；套餐自身的条款优先于运营商规则。已开始的周期按开始时的规则结束。",
        "lifeSettings.none": "尚未设置，全部采用系统默认值。",
        "lifeSettings.places": "已设置的范围",
        "lifeSettings.place": "范围",
        "lifeSettings.validNow": "现行规则",
        "lifeSettings.versions": "版本数",
        "lifeSettings.notYet": "尚未生效",
        "lifeSettings.choose": "选择范围",
        "lifeSettings.open": "打开",
        "lifeSettings.of": "规则：",
        "lifeSettings.all": "全部卡片",
        "lifeSettings.provinceOf": "省份 {code}",
        "lifeSettings.history": "历史版本",
        "lifeSettings.version": "版本",
        "lifeSettings.state": "状态",
        "lifeSettings.from": "生效时间",
        "lifeSettings.says": "内容",
        "lifeSettings.recorded": "设置时间",
        "lifeSettings.valid": "现行",
        "lifeSettings.coming": "将生效",
        "lifeSettings.former": "已失效",
        "lifeSettings.superseded": "已被取代",
        "lifeSettings.editsComing": "本表单以第 {n} 版为基础，该版尚未生效，将于 {from} 生效。",
        "lifeSettings.replacing": "可早于 {from} 生效：第 {n} 版将不再生效。",
        "lifeSettings.nothing": "全部沿用上级",
        "lifeSettings.noHistory": "该范围尚无规则，采用更大范围的规则或默认值。",
        "lifeSettings.newTitle": "设置新规则",
        "lifeSettings.newHint": "留空的项目沿用更大范围的规则。新版本整体取代旧版本，旧版本保留备查。",
        "lifeSettings.fromHint": "留空为立即生效；不得早于现在。",
        "devicePools.title": "设备池",
        "devicePools.lead": "一批卡可用于一批设备中的任何一台：先登记设备，再绑定卡。卡出现在其他设备中会被停机。",
        "devicePools.name": "名称",
        "devicePools.make": "新建设备池",
        "devicePools.none": "尚无设备池。",
        "devicePools.organisation": "所属机构",
        "devicePools.made": "建立时间",
        "devicePools.one": "设备池 {name}",
        "devicePools.back": "全部设备池",
        "devicePools.devices": "设备",
        "devicePools.cards": "卡",
        "devicePools.devicesTitle": "登记或移出设备",
        "devicePools.devicesLead": "全部生效或全部不生效；因设备不符被停机、而设备已登记的卡会恢复。一次最多：",
        "devicePools.imeis": "IMEI（每行一个）",
        "devicePools.declare": "登记",
        "devicePools.withdraw": "移出",
        "devicePools.file": "或选择文件：UTF-8 文本或 CSV，每行首列为 IMEI",
        "devicePools.goDevices": "提交设备",
        "devicePools.cardsTitle": "绑定卡",
        "devicePools.cardsLead": "自此以本设备池为准，取代原设备池或原登记设备。",
        "devicePools.goCards": "绑定",
        "devicePools.leaving": "跳过不能绑定的卡",
        "devicePools.since": "登记时间",
        "devicePools.noDevices": "尚未登记设备。",
        "devicePools.noCards": "尚未绑定卡。",
        "devicePools.line": "第 {n} 行",
        "devicePools.declared": "已登记 {n} 台设备",
        "devicePools.withdrawn": "已移出 {n} 台设备",
        "devicePools.bound": "已绑定 {n} 张卡",
        "devicePools.unchanged": "{n} 项原已如此。",
        "devicePools.resumed": "{n} 张卡已恢复。",
        "callbacks.title": "单个申请的回调",
        "callbacks.lead": "申请中指定了本回调同源地址、以本回调密钥签名的通知：等待、失败及下次尝试时间。",
        "callbacks.none": "没有处于此状态的回调。",
        "callbacks.request": "申请",
        "callbacks.next": "下次尝试",
        "callbacks.idle": "尚无内容",
        "callbacks.waiting": "等待中",
        "callbacks.delivered": "已送达",
        "callbacks.dead": "已放弃",
        "inForce.title": "现行配置",
        "inForce.lead": "本系统当前的配置。此页只读，各部分均注明在何处修改。",
        "inForce.pages": "在各自页面设置",
        "inForce.roles": "各角色的权限由程序固定；某人有哪些角色在其账号页设置。",
        "inForce.policy": "个人核验规则：运营公司的底线在此设置，各代理的附加要求在其页面设置。",
        "inForce.reviewPolicy": "哪些申请须两人审核，以及抽查比例。",
        "inForce.reasonLists": "审核员退回、不通过时可选的原因。",
        "inForce.noticeWordings": "短信和邮件通知的文字内容。",
        "inForce.lifeSettings": "闲置、预销户、冷冻期限，按运营商、套餐和省份设置。",
        "inForce.products": "卡片所售套餐的运营商、卡类和流量。",
        "inForce.keys": "系统对接密钥及其权限和有效期。",
        "inForce.webhooks": "卡片变动推送给哪些系统。",
        "inForce.outside": "外部连接",
        "inForce.outsideLead": "在启动服务器时指定（见 shiming serve --help；密钥存于文件，从不显示）。状态和次数为本服务器启动以来所见。",
        "inForce.work": "用途",
        "inForce.where": "主机或连接",
        "inForce.state": "状态",
        "inForce.asked": "请求",
        "inForce.answered": "应答",
        "inForce.failed": "失败",
        "inForce.recent": "近期失败",
        "inForce.authority": "身份核验",
        "inForce.face": "人脸比对",
        "inForce.capture": "服务商人脸采集",
        "inForce.notices": "通知：{way}",
        "inForce.closed": "正常",
        "inForce.halfOpen": "试探中",
        "inForce.hours": "{n} 小时",
        "inForce.alone": "无：由审核员决定，也不自动通知任何人。",
        "inForce.evidence": "凭证存储",
        "inForce.folder": "加密存于系统自有文件夹",
        "inForce.service": "加密存于 S3 兼容服务 {host}",
        "inForce.documents": "受理的证件",
        "inForce.documentsLead": "行业规则，由程序固定；个人办卡需要哪些由核验规则决定。",
        "inForce.document": "证件",
        "inForce.number": "证件号码",
        "inForce.freeNumber": "不限格式",
        "inForce.address": "载有地址",
        "inForce.latin": "姓名通常为拉丁字母",
        "inForce.settings": "服务器设置",
        "inForce.settingsLead": "以 shiming serve --setting 名称=值 给出，各服务器自有；与默认值不同的有标记。",
        "inForce.setting": "设置",
        "inForce.value": "现值",
        "inForce.standard": "默认值",
        "inForce.meaning": "含义",
        "reasonLists.title": "退回与不通过的原因",
        "reasonLists.lead": "审核人员从中选择。内置原因始终可用，可在此添加本公司的原因。停用后，已作出的决定仍保留该原因及其文字。",
        "reasonLists.noHistory": "尚未设置：仅有内置原因。",
        "reasonLists.none": "没有本公司的原因。",
        "reasonLists.builtIn": "内置原因",
        "reasonLists.retire": "停用",
        "reasonLists.addTitle": "添加原因",
        "reasonLists.addHint": "未勾选的项目不限。申请人会看到说明文字，请勿写入任何人的信息。添加后须点“设置新版本”才生效。",
        "reasonLists.code": "代码",
        "reasonLists.codeHint": "供程序使用，以 own- 开头，例如 own-blurred-seal。",
        "reasonLists.zh": "中文说明",
        "reasonLists.en": "英文说明",
        "reasonLists.verdict": "适用的决定",
        "reasonLists.evidence": "凭证",
        "reasonLists.add": "添加原因",
        "reviewPolicy.title": "审核规则",
        "reviewPolicy.lead": "哪些申请须由两名不同审核员通过，以及已通过申请的随机抽查比例。",
        "reviewPolicy.noHistory": "尚未设置：一名审核员即可通过，不抽查。",
        "reviewPolicy.newTitle": "新版本",
        "reviewPolicy.permille": "抽查比例（‰）",
        "reviewPolicy.permilleHint": "0 至 1000；50 表示每二十件抽一件。",
        "reviewPolicy.share": "抽查比例 {n}‰",
        "reviewPolicy.two": "两人审核",
        "reviewPolicy.noTwo": "没有须两人审核的申请。",
        "reviewPolicy.remove": "删除",
        "reviewPolicy.addTitle": "添加规则",
        "reviewPolicy.addHint": "未选择的项目不限。符合任一规则的申请须两人通过。添加后须点“设置新版本”才生效。",
        "reviewPolicy.subject": "登记主体",
        "reviewPolicy.unit": "单位",
        "reviewPolicy.person": "个人",
        "reviewPolicy.channel": "受理渠道",
        "reviewPolicy.cards": "卡数不少于",
        "reviewPolicy.fromCards": "{n} 张及以上",
        "reviewPolicy.every": "所有申请",
        "reviewPolicy.add": "添加规则",
        "reviewPolicy.set": "设置新版本",
        "export.title": "导出",
        "export.list": "导出记录",
        "export.lead": "导出须说明用途并由他人审批。文件带有申请人、时间和用途标记，到期销毁。",
        "export.none": "此处没有导出。请从卡列表或操作记录中申请。",
        "export.all": "全部",
        "export.asked": "待审批",
        "export.refused": "已拒绝",
        "export.approved": "生成中",
        "export.ready": "可下载",
        "export.failed": "失败",
        "export.lapsed": "已过期",
        "export.code": "编号",
        "export.kind": "内容",
        "export.state": "状态",
        "export.askedAt": "申请时间",
        "export.asker": "申请人",
        "export.reason": "用途",
        "export.kind-cards": "卡片",
        "export.kind-trail": "操作记录",
        "export.ofThese": "导出这些",
        "export.new-cards": "申请导出卡片",
        "export.new-trail": "申请导出操作记录",
        "export.filter": "筛选条件",
        "export.everything": "申请人权限范围内的全部。",
        "export.filter-batch": "批次",
        "export.filter-organisation": "持有机构",
        "export.filter-product": "套餐",
        "export.filter-province": "省份",
        "export.filter-registered": "实名状态",
        "export.filter-carrier": "运营商",
        "export.filter-state": "业务状态",
        "export.filter-stop": "停机原因",
        "export.filter-unit": "登记单位",
        "export.filter-from": "起始日期",
        "export.filter-until": "截止日期",
        "export.filter-actor": "操作人",
        "export.filter-action": "操作",
        "export.column-iccid": "ICCID 号",
        "export.column-msisdn": "号码（MSISDN）",
        "export.column-imsi": "IMSI 号",
        "export.column-eid": "EID 号",
        "export.column-carrier": "运营商",
        "export.column-product": "套餐",
        "export.column-province": "省份",
        "export.column-real-name": "实名状态",
        "export.column-service": "业务状态",
        "export.column-stops": "停机原因",
        "export.column-batch": "批次",
        "export.column-holder": "持有机构",
        "export.column-recorded": "入库时间",
        "export.column-number": "序号",
        "export.column-at": "时间",
        "export.column-action": "操作",
        "export.column-actor": "操作人",
        "export.column-purpose": "用途",
        "export.column-leaf": "叶哈希",
        "export.column-entry": "完整记录",
        "export.askUnmasked": "号码完整显示（审批人须有查看明文权限）",
        "export.why": "用途（4 至 200 字，不得填写个人姓名或号码）",
        "export.ask": "提交申请",
        "export.one": "导出 {code}",
        "export.numbers": "号码显示",
        "export.masked": "脱敏",
        "export.unmasked": "完整",
        "export.decided": "审批",
        "export.rows": "行数",
        "export.fetched": "已下载次数",
        "export.until": "有效期至",
        "export.decideBy": "待审批截止",
        "export.keptUntil": "文件保留至",
        "export.failedBecause": "生成失败：",
        "export.waits": "等待其他有审批权限的人员处理。",
        "export.making": "已批准，正在生成，请稍后刷新。",
        "export.fetch": "下载文件",
        "export.note": "审批意见（申请人可见）",
        "export.approve": "批准",
        "export.refuse": "拒绝",
        "lifeSettings.general": "沿用上级",
        "lifeSettings.widerNumber": "沿用 {n}",
        "lifeSettings.widerChoice": "沿用上级（{word}）",
        "lifeSettings.set": "设置",
        "lifeField.testDays": "测试期（天）",
        "lifeField.silentDays": "沉默期（天）",
        "lifeField.idleMonths": "未用进入预销户（月）",
        "lifeField.cancellationMonths": "预销户（月）",
        "lifeField.arrearsDays": "欠费进入预销户（天）",
        "lifeField.freezeDays": "号码冻结（天）",
        "lifeField.noticeDays": "提前告知（天）",
        "lifeField.silentEndsOnFirst": "沉默期满次月一日激活",
        "lifeField.useBringsBack": "预销户期内使用即恢复",
        "lifeField.holderBringsBack": "预销户期内机主可自行恢复",
        "lifeField.testsUnregistered": "测试期可不实名",
        "lifeField.reregistersOnSIMChange": "换卡须重新核验",
        "lifeField.reregistersOnDeviceChange": "换机须重新核验",
        "lifeField.deviceChangesUntilRisk": "同月第几次换机起异常停机（0为不停）",
        "lifeField.reregistersPersonOnDeviceChange": "个人卡换机须重新核验",
        "lifeField.separationNeedsRebinding": "机卡分离停机须换绑登记后复机",
        "lifeField.deviceChangeIsFinal": "贴片卡：换机次日停机且不可复机",
        "custodyPage.title": "划拨与回收",
        "custodyPage.choose": "选择卡片",
        "custodyPage.lead": "批次、号段、卡号清单三者填一。",
        "custodyPage.from": "ICCID 起",
        "custodyPage.to": "ICCID 止",
        "custodyPage.numbers": "卡号清单（每行一个，ICCID、号码或 IMSI，一次两千个以内）",
        "custodyPage.leaving": "其中有不能变更的卡时，跳过它们，其余照办",
        "custodyPage.target": "划拨给",
        "custodyPage.allocate": "划拨",
        "custodyPage.recall": "从下级回收",
        "custodyPage.noTargets": "没有可划拨的下级代理商或营业厅。请先新建机构。",
        "custodyPage.acts": "流转记录",
        "custodyPage.none": "还没有流转记录。选择卡片后划拨给代理商即可。",
        "custodyPage.at": "时间",
        "custodyPage.kind": "操作",
        "custodyPage.giver": "转出",
        "custodyPage.taker": "转入",
        "custodyPage.how": "选卡方式",
        "custodyPage.byBatch": "批次 {batch}",
        "custodyPage.byRange": "号段 {from} 至 {to}",
        "custodyPage.byNumbers": "清单，{n} 个卡号",
        "custodyPage.outside": "上级机构",
        "custodyPage.allocated": "已划拨 {n} 张",
        "custodyPage.recalled": "已回收 {n} 张",
        "custodyPage.alreadyThere": "{n} 张原已在该处，无需变更。",
        "custodyPage.left": "未变更的卡片",
        "gaps.title": "补登缺口",
        "gaps.lead": "在网存量卡中缺少登记主体、责任人或凭证的卡片，须补登记。",
        "gaps.inService": "在网存量卡",
        "gaps.registered": "已补登记",
        "gaps.any": "全部缺口",
        "gaps.lacks": "缺少",
        "gaps.none": "没有缺口。",
        "gaps.noneTaken": "没有在网存量卡。",
        "gaps.unit": "入库资料中的单位",
        "gaps.opened": "开户日期",
        "gap.holder": "登记主体",
        "gap.responsible-person": "责任人",
        "gap.evidence": "登记凭证",
        "answers.title": "归属查询",
        "answers.number": "卡号",
        "answers.at": "查询时点",
        "answers.asKnown": "以当时记录为准",
        "answers.ask": "查询",
        "answers.lead": "不填时点为现在。个人信息默认脱敏；查询内容不留在网址中。",
        "answers.when": "查询时点：",
        "answers.known": "以记录为准：",
        "answers.service": "当前业务状态",
        "answers.code": "登记编号",
        "answers.since": "起始时间",
        "answers.persons": "相关人员",
        "answers.role": "角色",
        "answers.withheld": "登记信息仅供依法查询，您无权查看。",
        "answers.chain": "代理商链条",
        "answers.piece": "凭证 {n}",
        "answers.openHint": "打开的是带水印的副本，目的会印在副本上并留痕。",
        "kept.title": "终止后保存",
        "kept.lead": "登记终止后保存两年，仅供依法查询，此后封存，不予删除。",
        "kept.holds": "证据保全",
        "kept.holdsLead": "保全期间不转入封存；解除须另行操作并说明事由。被保全人不会得到提示。",
        "kept.noHolds": "暂无保全。",
        "kept.code": "编号",
        "kept.what": "对象",
        "kept.case": "案号",
        "kept.placed": "设置",
        "kept.released": "解除",
        "kept.why": "事由（不得含个人信息）",
        "kept.release": "解除保全",
        "kept.place": "设置保全",
        "kept.at": "登记期间的时间",
        "kept.whom": "保全对象",
        "kept.theCard": "该卡",
        "kept.person": "个人或单位 …{id}",
        "kept.openings": "封存信息开封",
        "kept.openingsLead": "凭案号申请，经他人批准后向申请人开放一小时，逐次留痕。",
        "kept.noOpenings": "暂无申请。",
        "kept.state": "状态",
        "kept.asked": "申请",
        "kept.decided": "审批",
        "kept.until": "开放至",
        "kept.inCustody": "密钥已交保管",
        "kept.awaitingCustody": "密钥待交保管",
        "kept.lacksCustodians": "尚未设置两名密钥保管人：在此之前，掌握服务器和密钥文件者仍可打开封存信息。",
        "kept.ask": "申请开封",
        "opening.asked": "待批准",
        "opening.refused": "已拒绝",
        "opening.awaiting-custodians": "待保管人应答",
        "opening.open": "开放中",
        "opening.lapsed": "已过期",
        "retention.live": "在网",
        "case.withheld": "该登记已终止，提交的材料仅供依法查询。",
        "standing.registered": "已登记",
        "standing.vacant": "登记已终止，无人负责",
        "standing.unregistered": "从未登记",
        "retention.retention": "保存期",
        "retention.legal-hold": "保全中",
        "retention.deep-freeze": "已封存",
        "trail.title": "留痕",
        "trail.lead": "最新的在前。查看留痕本身也会留痕。",
        "trail.from": "自",
        "trail.until": "至（含）",
        "trail.act": "操作",
        "trail.actor": "操作人",
        "trail.actorId": "操作人登录名或编号",
        "trail.allExports": "导出记录",
        "trail.subjectKind": "对象类型",
        "trail.subjectId": "对象编号",
        "trail.none": "没有符合条件的记录，请减少筛选条件。",
        "trail.number": "序号",
        "trail.at": "时间",
        "trail.pending": "待编号",
        "trail.you": "您本人",
        "trail.system": "系统",
        "trail.head": "当前树根",
        "trail.size": "已编号记录",
        "trail.waiting": "待编号",
        "trail.root": "根哈希：",
        "trail.entryTitle": "留痕记录 {number}",
        "trail.back": "返回留痕列表",
        "trail.means": "操作方式",
        "trail.subjects": "涉及对象",
        "trail.noSubjects": "无",
        "trail.data": "附加信息",
        "trail.proof": "包含证明",
        "trail.notYet": "该记录尚未编号，稍后即可证明。",
        "trail.right": "已重新计算：该记录在树中，内容未被改动。",
        "trail.wrong": "证明不成立，请立即联系管理员。",
        "trail.index": "叶序号",
        "trail.treeSize": "树大小",
        "trail.headAt": "树根时间",
        "trail.leaf": "叶哈希：",
        "trail.path": "证明路径",
        "trail.body": "原始内容",
        "trail.facts": "所写入的登记行：",
        "means.session": "登录会话",
        "means.incomplete-session": "登录会话（未设第二验证因素）",
        "means.api-key": "接口密钥",
        "means.enrolment": "一次性令牌",
        "means.entrance": "自助登记入口",
        "means.system": "系统",
        "subject.organisation": "机构",
        "subject.account": "账号",
        "subject.product": "套餐",
        "subject.intake": "入库",
        "subject.custody": "流转",
        "subject.card": "卡片",
        "subject.evidence": "凭证",
        "subject.party": "登记主体",
        "subject.registration": "登记",
        "subject.application": "申请",
        "subject.installation": "系统",
        "subject.policy": "核验策略",
        "subject.entrance": "登记入口",
        "subject.usage": "用量文件",
        "subject.campaign": "补登专项",
        "subject.export": "导出",
        "act.account.created": "新建账号",
        "act.account.enrolled": "首次登录",
        "act.account.updated": "修改账号",
        "act.answer.revealed": "查看归属明文",
        "act.api-key.created": "新建接口密钥",
        "act.api-key.revoked": "停用接口密钥",
        "act.application.approved": "申请通过",
        "act.application.cards-selected": "选定申请卡片",
        "act.application.checks-settled": "核验完成",
        "act.application.created": "新建申请",
        "act.application.edited": "修改申请",
        "act.application.locked": "领取申请",
        "act.application.pictures-reused": "复用图片",
        "act.application.purged": "清除未提交申请",
        "act.application.refused": "申请不予登记",
        "act.application.release-asked": "申请退卡",
        "act.application.revealed": "查看申请明文",
        "act.application.second-approval-asked": "转复核",
        "act.application.sent-back": "申请退回",
        "act.application.submitted": "提交申请",
        "act.application.unlocked": "放回申请",
        "act.application.withdrawn": "撤回申请",
        "act.reason-list.set": "设置原因列表",
        "act.notice-wording.set": "设置通知用语",
        "act.review-policy.set": "设置审核规则",
        "act.re-audit.found": "登记抽查结论",
        "act.export.asked": "申请导出",
        "act.export.approved": "批准导出",
        "act.export.refused": "拒绝导出",
        "act.export.made": "生成导出文件",
        "act.export.failed": "导出失败",
        "act.export.fetched": "下载导出文件",
        "act.export.lapsed": "导出过期销毁",
        "act.campaign.begun": "补登专项开始",
        "act.campaign.cancelled": "取消补登专项",
        "act.campaign.changed": "修改补登专项",
        "act.campaign.ended": "补登专项结束",
        "act.campaign.made": "新建补登专项",
        "act.campaign.stopped": "补登专项停机",
        "act.campaign.told": "补登专项通知",
        "act.card.device-declared": "登记设备",
        "act.card.sim-changed": "换卡",
        "act.cards.allocated": "划拨卡片",
        "act.cards.life-changed": "办理卡片业务",
        "act.cards.life-swept": "周期自动处理",
        "act.cards.recalled": "回收卡片",
        "act.carrier-intent.settled": "人工登记指令结果",
        "act.carrier-reply.recorded": "登记运营商答复",
        "act.carrier.asked": "查询运营商",
        "act.carrier-page.opened": "打开运营商办理页面",
        "act.carrier-page.followed": "办理后查询运营商",
        "act.claims.withdrawn": "撤回认领",
        "act.consent.recorded": "记录同意",
        "act.contract.recorded": "登记合同",
        "act.carrier-intents.ended": "结束不再下发的指令",
        "act.device-pool.created": "新建设备池",
        "act.device-pool.devices-declared": "申报池内设备",
        "act.device-pool.devices-withdrawn": "撤回池内设备",
        "act.device-pool.cards-bound": "卡片绑定设备池",
        "act.deletion.answered": "答复删除请求",
        "act.kept-record.shown": "查看留存登记（脱敏）",
        "act.legal-hold.placed": "设置证据保全",
        "act.legal-hold.released": "解除证据保全",
        "act.sealed-opening.asked": "申请开封",
        "act.sealed-opening.approved": "批准开封",
        "act.sealed-opening.refused": "拒绝开封",
        "act.sealed-opening.custodian-asked": "为开封请求密钥保管人",
        "act.sealed-opening.custodian-answered": "提交密钥保管人应答",
        "act.sealed-opening.ended": "开封结束",
        "act.custodians.proposed": "提名密钥保管人",
        "act.custodians.set": "确认并设置密钥保管人",
        "act.keys.deposited": "密钥交保管人保管",
        "act.enrolment.renewed": "重发一次性令牌",
        "act.entrance.left": "退出办理入口",
        "act.entrance.card-claimed": "用户反映此卡归其使用",
        "act.person.cards-counted": "柜台查询用户名下卡数",
        "act.entrance.claim-code-tried": "尝试认领码",
        "act.entrance.issued": "发放登记入口",
        "act.entrance.opened": "打开登记入口",
        "act.entrance.revoked": "收回登记入口",
        "act.evidence.captured": "拍摄凭证",
        "act.evidence.opened": "打开凭证",
        "act.evidence.purged": "清除凭证",
        "act.evidence.uploaded": "上传凭证",
        "act.face-challenge.issued": "下发人脸动作",
        "act.installation.started": "系统启动",
        "act.intake.cancelled": "停止入库",
        "act.intake.committed": "入库写入",
        "act.intake.created": "新建入库",
        "act.intake.ended": "入库结束",
        "act.intake.repair-file-read": "下载修正文件",
        "act.keys.rewrapped": "更换主密钥",
        "act.life-case.closed": "关闭差异",
        "act.life-case.contacts-purged": "销毁反映人联系电话",
        "act.life-case.contacts-read": "查看反映人联系电话",
        "act.life-case.mended": "处理差异",
        "act.life-setting.set": "设置周期规则",
        "act.notice.retried": "重发通知",
        "act.organisation.created": "新建机构",
        "act.organisation.updated": "修改机构",
        "act.own-data.transfer-begun": "本人申请过户",
        "act.own-data.transfer-called-off": "本人撤销过户",
        "act.transfer.declined": "新用户拒绝过户",
        "act.own-data.card-brought-back": "本人撤销预销户",
        "act.own-data.card-disputed": "本人提出异议",
        "act.own-data.correction-begun": "本人申请更正",
        "act.own-data.proof-begun": "本人再次核验",
        "act.own-data.shown": "本人查看信息",
        "act.password.changed": "修改密码",
        "act.product.created": "新建套餐",
        "act.product.updated": "修改套餐",
        "act.provider-capture.begun": "开始第三方采集",
        "act.provider-capture.ended": "第三方采集结束",
        "act.second-factor.begun": "开始设置第二验证因素",
        "act.second-factor.confirmed": "第二验证因素已设置",
        "act.session.ended": "退出登录",
        "act.session.refreshed": "登录续期",
        "act.session.refused": "登录被拒",
        "act.session.revoked": "结束登录",
        "act.session.started": "登录",
        "act.session.token-reused": "令牌被重用",
        "act.tokens.purged": "清除过期令牌",
        "act.trail.read": "查看留痕",
        "act.usage-file.created": "上传用量文件",
        "act.usage-file.ended": "用量文件处理结束",
        "act.verification-policy.set": "设置核验策略",
        "act.verification.recorded": "记录核验结果",
        "act.webhook.created": "新建事件回调",
        "act.webhook.deleted": "删除事件回调",
        "act.webhook.event-replayed": "重发事件",
        "act.webhook.paused": "暂停事件回调",
        "act.webhook.resumed": "恢复事件回调",
        "act.webhook.rewound": "回退事件回调",
        "act.webhook.secret-rotated": "更换回调密钥",
        "act.webhook.tried": "测试事件回调",
        "products.title": "套餐",
        "products.none": "还没有套餐。入库前请先新建。",
        "products.code": "套餐代码",
        "products.codeHint": "字母、数字、连字符、点或下划线，之后不可更改。",
        "products.name": "名称",
        "products.cardClass": "卡类型",
        "products.traffic": "流量类型",
        "products.megabytes": "月流量（MB）",
        "products.voice": "语音",
        "products.sms": "短信",
        "products.binding": "机卡绑定",
        "products.status": "状态",
        "products.newTitle": "新建套餐",
        "products.create": "新建",
        "products.back": "返回套餐列表",
        "products.version": "版本",
        "products.recorded": "更新时间",
        "products.change": "修改",
        "products.save": "保存为新版本",
        "products.periodsHint": "周期留空则从周期规则。",
        "productStatus.active": "在售",
        "productStatus.withdrawn": "已停售，不再入库",
        "cardClass.iot-general": "行业物联网卡",
        "cardClass.vehicle": "车联网",
        "cardClass.wearable": "可穿戴",
        "cardClass.portable-wifi": "随身 WiFi",
        "cardClass.phone": "手机卡",
        "traffic.directed": "定向",
        "traffic.general": "通用",
        "traffic.none": "无流量",
        "binding.none": "不绑定",
        "binding.first-use": "绑定首次使用的设备",
        "binding.imei-pool": "绑定设备池",
        "apiKeys.title": "接口密钥",
        "apiKeys.made": "密钥已生成：",
        "apiKeys.once": "密钥只显示这一次，请立即保存到程序的密钥库。",
        "apiKeys.none": "还没有密钥。",
        "apiKeys.label": "用途",
        "apiKeys.account": "机器账号",
        "apiKeys.permissions": "权限",
        "apiKeys.created": "创建时间",
        "apiKeys.expires": "到期",
        "apiKeys.state": "状态",
        "apiKeys.revoke": "停用",
        "apiKeys.sure": "确认停用",
        "apiKeys.newTitle": "新建密钥",
        "apiKeys.create": "生成密钥",
        "apiKeys.noMachines": "没有机器账号。请先新建机器账号，再为其生成密钥。",
        "apiKeys.machine": "机器账号 …{id}",
        "apiKeys.expiresHint": "密钥在所选日期结束时失效，最长 {n} 天。",
        "keyState.valid": "有效",
        "keyState.revoked": "已停用",
        "keyState.expired": "已到期",
        "webhooks.title": "事件回调",
        "webhooks.anothers": "此回调接收所属单位名下卡的事件；推送内容仅该单位可见。",
        "webhooks.one": "事件回调",
        "webhooks.lead": "卡片发生变化时通知您的程序。内容只含卡片引用，不含号码和个人信息。",
        "webhooks.made": "回调已建立",
        "webhooks.once": "签名密钥只显示这一次，请立即保存到接收程序。",
        "webhooks.none": "还没有回调。在下方填写接收地址即可。",
        "webhooks.url": "接收地址",
        "webhooks.urlHint": "公网可达的 https:// 地址。",
        "webhooks.kinds": "事件",
        "webhooks.kind": "事件",
        "webhooks.kindsHint": "不勾选为全部事件。",
        "webhooks.state": "状态",
        "webhooks.failing": "投递失败，自",
        "webhooks.newTitle": "新建回调",
        "webhooks.create": "新建",
        "webhooks.back": "返回回调列表",
        "webhooks.rotated": "新签名密钥",
        "webhooks.tries": "尝试次数",
        "webhooks.formerUntil": "旧密钥同时有效至",
        "webhooks.test": "发送测试",
        "webhooks.pause": "暂停",
        "webhooks.resume": "恢复",
        "webhooks.rotate": "更换密钥",
        "webhooks.sure": "确认删除",
        "webhooks.delete": "删除",
        "webhooks.events": "投递记录",
        "webhooks.noEvents": "没有记录。",
        "webhooks.at": "发生时间",
        "webhooks.why": "失败原因",
        "webhooks.replay": "重发",
        "webhooks.taken": "对方已接收。",
        "webhooks.notTaken": "对方未接收。",
        "webhookState.running": "运行中",
        "webhookState.paused": "已暂停",
        "webhookState.gone": "对方已撤销（410）",
        "eventState.waiting": "待重试",
        "eventState.delivered": "已送达",
        "eventState.dead": "已放弃",
        "changeKind.custody": "流转",
        "changeKind.life": "业务状态",
        "changeKind.holding": "实名归属",
        "changeKind.device": "换机",
        "changeKind.sim": "换卡",
        "changeKind.carrier": "运营商结果",
        "delivery.gone": "对方已撤销该地址（410）",
        "notices.title": "通知",
        "notices.channel": "渠道",
        "notices.none": "没有此类通知。",
        "notices.at": "发生时间",
        "notices.kind": "事项",
        "notices.code": "登记编号",
        "notices.day": "涉及日期",
        "notices.ended": "结束时间",
        "notices.retry": "重发",
        "noticeWordings.title": "通知用语",
        "noticeWordings.lead": "告知用户和工作人员的文字。未设置时采用内置用语。",
        "noticeWordings.of": "通知用语：{kind}",
        "noticeWordings.kindLead": "通知采用事件发生时有效的用语；已在等待发送的通知不受影响。",
        "noticeWordings.all": "全部类别",
        "noticeWordings.noHistory": "尚未设置：采用内置用语。",
        "noticeWordings.whose": "来源",
        "noticeWordings.own": "本公司",
        "noticeWordings.builtIn": "内置",
        "noticeWordings.coming": "新版本生效",
        "noticeWordings.preview": "效果预览",
        "noticeWordings.previewHint": "以虚构示例填写。",
        "noticeWordings.places": "可用占位符：",
        "noticeWordings.must": "（必须）",
        "noticeWordings.zh": "中文",
        "noticeWordings.en": "英文",
        "noticeWordings.show": "预览",
        "noticeWordings.back": "恢复内置用语",
        "noticePart.message": "发给用户的短信",
        "noticePart.subject": "工作人员邮件主题",
        "noticePart.body": "工作人员邮件正文",
        "noticePlaceholder.about": "事项名称",
        "noticePlaceholder.code": "办理编号",
        "noticePlaceholder.day": "日期",
        "noticePlaceholder.reason": "原因",
        "noticePlaceholder.remedy": "处理办法",
        "noticePlaceholder.documents": "所需材料",
        "noticePlaceholder.cards": "卡数",
        "noticePlaceholder.list": "查看卡片的命令",
        "noticePlaceholder.page": "进度页或专项页地址",
        "noticeState.waiting": "待发送",
        "noticeState.delivered": "已送达",
        "noticeState.refused": "被拒收",
        "noticeState.unaddressed": "无接收人",
        "noticeState.given-up": "已放弃",
        "noticeHint.waiting": "等待发送，或正在重试。",
        "noticeHint.delivered": "对方已接收。",
        "noticeHint.refused": "接收方明确拒收。更正后可重发。",
        "noticeHint.unaddressed": "没有接收人，例如未留联系电话。",
        "noticeHint.given-up": "在期限内未能送达，可重发。",
        "noticeChannel.webhook": "程序回调",
        "noticeChannel.sms": "短信",
        "noticeChannel.mail": "邮件",
        "noticeKind.submitted": "已提交登记",
        "noticeKind.release-asked": "申请退卡",
        "noticeKind.asked": "已提出请求",
        "noticeKind.answered": "请求已办结",
        "noticeKind.in-review": "审核中",
        "noticeKind.awaiting-carrier": "待运营商受理",
        "noticeKind.effective": "登记已生效",
        "noticeKind.to-be-mended": "待修改",
        "noticeKind.refused": "不予登记",
        "noticeKind.withdrawn": "已撤回",
        "noticeKind.released": "已退卡",
        "noticeKind.transfer-ready": "原登记已解除，可提交",
        "noticeKind.back-registration": "补登记提醒",
        "campaigns.title": "补登专项",
        "campaigns.lead": "对在网存量卡限期补登记的专项工作，按日期自动开始和提醒。",
        "campaigns.none": "没有补登专项。",
        "campaigns.code": "编号",
        "campaigns.name": "名称",
        "campaigns.about": "范围",
        "campaigns.begins": "开始",
        "campaigns.deadline": "截止",
        "campaigns.after": "逾期处理",
        "campaigns.stops": "逾期停机",
        "campaigns.doesNotStop": "逾期不停机",
        "campaigns.daysBefore": "{n} 天",
        "campaigns.told": "截止前提醒",
        "campaigns.remind": "截止前几天提醒（如 30, 7）",
        "campaigns.back": "返回专项列表",
        "campaigns.progress": "进展",
        "campaigns.notBegun": "行动尚未开始。",
        "campaigns.noneYours": "没有涉及您名下的卡片。",
        "campaigns.organisation": "持卡机构",
        "campaigns.lacking": "待补登",
        "campaigns.mended": "已补登",
        "campaigns.stopped": "已停机",
        "campaigns.gone": "已销户",
        "campaigns.cards": "待补登的卡片",
        "campaigns.noCards": "没有待补登的卡片。",
        "campaigns.isStopped": "已停机",
        "campaignState.planned": "未开始",
        "campaignState.running": "进行中",
        "campaignState.ended": "已结束",
        "campaignState.cancelled": "已取消",
        "permission.organisation:read": "查看机构",
        "permission.organisation:manage": "管理机构",
        "permission.contract:manage": "管理合同",
        "permission.account:read": "查看账号",
        "permission.account:manage": "管理账号",
        "permission.api-key:manage": "管理密钥",
        "permission.product:read": "查看套餐",
        "permission.product:manage": "管理套餐",
        "permission.stock:intake": "库存入库",
        "permission.claim:intake": "认领入库",
        "permission.existing:intake": "存量卡入库",
        "permission.card:read": "查看卡片",
        "permission.custody:manage": "划拨与回收",
        "permission.gap-report:read": "查看补登缺口",
        "permission.registration:read": "查看登记",
        "permission.registration:write": "办理登记",
        "permission.registration:review": "审核登记",
        "permission.registration:backdate": "复核追溯生效",
        "permission.evidence:write": "上传凭证",
        "permission.evidence:read": "查看凭证",
        "permission.answer:read": "查询归属",
        "permission.reveal": "查看明文",
        "permission.trail:read": "查看留痕",
        "permission.policy:manage": "管理核验策略",
        "permission.entrance:issue": "发放登记入口",
        "permission.carrier-receipt:write": "登记运营商答复",
        "permission.notice:retry": "重发通知",
        "permission.webhook:manage": "管理事件回调",
        "permission.personal:register": "自助登记",
        "permission.part:complete": "本人填写",
        "permission.card:life": "办理卡片业务",
        "permission.card:control": "管控停机",
        "permission.usage:write": "上报用量",
        "permission.life:settings": "设置周期规则",
        "permission.retention:read": "查看保存期信息",
        "permission.legal-hold:manage": "设置和解除证据保全",
        "permission.export:approve": "审批导出",
        "permission.installation:manage": "系统管理",
        "delivery.no-connection": "无法连接",
        "delivery.timed-out": "超时",
        "delivery.cancelled": "已中断",
        "delivery.server-error": "对方程序出错（5xx）",
        "delivery.resting": "连续失败，暂停尝试",
        "delivery.overloaded": "对方要求稍后再试",
        "delivery.credentials": "对方不接受我方密钥",
        "delivery.malformed": "对方不接受消息格式",
        "delivery.too-large": "内容过大，对方不接收",
        "delivery.not-offered": "对方不支持",
        "delivery.request-id-reused": "对方称编号重复",
        "delivery.quota-exhausted": "在对方的配额已用完",
        "delivery.other": "对方拒绝，未说明原因",
        "delivery.answer-unreadable": "答复无法识别",
        "delivery.answer-too-large": "答复过大",
        "delivery.answer-status": "答复状态码不符合约定",
        "delivery.answer-not-as-contract": "答复内容不符合约定",
        "delivery.answer-other-request": "答复对应另一条消息",
        "delivery.answer-sandbox": "由沙箱环境答复",
        "delivery.address-form": "地址格式不符",
        "delivery.address-plain": "地址未加密（非 HTTPS）",
        "delivery.address-unknown-host": "主机名无法解析",
        "delivery.address-inside": "地址指向本机或内网",
        "delivery.address-late-name-servers": "域名解析超时",
        "delivery.address-look-ups-crowded": "域名解析请求过多",
        "delivery.recipient-invalid": "号码或邮箱无法接收",
        "delivery.recipient-blocked": "收件方已拒收",
        "delivery.content-refused": "内容被拒",
        "delivery.no-recipient": "没有可通知的联系方式",
        "delivery.not-configured": "未配置通知渠道",
        "delivery.later": "对方要求稍后再发",
        "delivery.webhook-gone": "回调已删除",
        "delivery.webhook-rests": "回调已暂停",
        "delivery.forgotten": "已过保留期，可能有遗漏",
        "campaigns.newTitle": "新建专项",
        "campaigns.make": "新建",
        "campaigns.stopsLabel": "截止后仍未补登的卡停机",
        "campaigns.sure": "确认取消",
        "campaigns.cancel": "取消专项",
        "menu.registrations": "登记管理",
        "tab.drafts": "办理登记",
        "tab.registrations": "登记记录",
        "tab.units": "单位",
        "tab.expiries": "证件到期",
        "tab.answers": "归属查询",
        "tab.kept": "终止后保存",
        "home.register": "办理单位登记",
        "case.registration": "查看登记",
        "case.goOn": "继续填写",
        "field.purpose": "授权事项",
        "drafts.title": "办理单位登记",
        "drafts.newTitle": "新建登记",
        "drafts.lead": "按步骤填写单位、经办人、责任人、使用情况、卡片和证件材料。每一步均自动保留在草稿中，可稍后由您或同事继续。",
        "drafts.channel": "办理渠道",
        "drafts.begin": "开始",
        "drafts.noChannel": "贵机构不能新建登记。新卡由售卡方办理登记；变更请在登记页面发起。",
        "drafts.list": "未提交的申请",
        "drafts.none": "此处没有未提交的申请。可在上方新建登记。",
        "drafts.saved": "保存于",
        "drafts.by": "填写人",
        "drafts.you": "您",
        "drafts.colleague": "同事",
        "draft.title": "填写登记 {code}",
        "draft.steps": "步骤",
        "draft.check": "核对并提交",
        "draft.sentBack": "审核员已退回",
        "draft.stale": "他人已先行保存。您填写的内容仍在下方，各栏下方显示目前已保存的内容。再次保存即以您的内容为准。",
        "draft.standing": "已保存：",
        "draft.empty": "空",
        "draft.masked": "已保存的个人信息以脱敏方式显示；保持不变即沿用原内容。",
        "draft.purposeHint": "例如：办理物联网卡实名登记",
        "draft.noticeName": "法律告知",
        "draft.notice": "已告知单位不得出租、出售、出借物联网卡及相应法律责任，单位已确认",
        "draft.userOrDepartment": "使用部门或实际使用人",
        "draft.actualUser": "由个人实际使用",
        "draft.actualUserHint": "仅当由个人而非部门使用时填写。",
        "draft.useHint": "物联网卡只能在约定的设备、场景和区域内使用。",
        "draft.regionHint": "省份代码（如 31），全国填 CN",
        "draft.effectiveHint": "不填则自审核通过之日起生效。",
        "draft.saveNext": "保存并继续",
        "draft.save": "保存",
        "draft.kept": "✓ 已自动保存",
        "draft.notKept": "尚未保存，请点击“保存”。",
        "draft.overtaken": "他人已先行保存，自动保存已停止。请点击“保存”对照双方内容。",
        "draft.needed": "所需内容及依据",
        "draft.what": "内容",
        "draft.entered": "已填",
        "draft.standingName": "状态",
        "draft.why": "依据",
        "draft.where": "步骤",
        "draft.mendThere": "前往修改",
        "draft.warnings": "提示",
        "draft.fit": "可登记：",
        "draft.leftOut": "不能登记的卡片",
        "draft.chosen": "已选择 {n} 张卡",
        "draft.notFound": "{n} 个号码不在您名下：",
        "draft.repeated": "{n} 个号码重复。",
        "draft.chosenTitle": "已选卡片：",
        "draft.which": "卡片清单",
        "draft.choose": "选择卡片",
        "draft.chooseOthers": "重新选择",
        "draft.chooseLead": "按批次、ICCID 号段或卡号清单任选一种。超过两千张请按批次或号段选择。",
        "draft.replaces": "将替换已选卡片。",
        "draft.take": "选择",
        "draft.onward": "下一步：证件材料",
        "draft.fileHint": "支持 JPEG、PNG、PDF，每个文件不超过 {n} MB。",
        "draft.purged": "未完成登记的材料到期销毁。",
        "draft.picture": "图片",
        "draft.paper": "文件",
        "draft.look": "查看",
        "draft.lookHint": "提交前您可查看本人上传的材料（带水印的副本），每次查看均有记录。",
        "draft.purpose": "核对登记 {code} 草稿中本人上传的材料",
        "draft.kilobytes": "约 {n} KB",
        "draft.remove": "移除",
        "draft.add": "上传",
        "draft.others": "其他材料",
        "draft.shows": "材料类型",
        "draft.toCheck": "核对并提交",
        "draft.submit": "提交",
        "draft.lacking": "还有 {n} 项缺失或有误，补齐前无法提交。",
        "draft.complete": "所需内容已齐全。",
        "draft.discard": "放弃申请",
        "draft.discardText": "放弃后不能再修改或提交。",
        "draft.discardSure": "确认放弃",
        "draftStep.unit": "单位",
        "draftStep.handler": "经办人",
        "draftStep.responsible": "责任人",
        "draftStep.use": "使用情况",
        "draftStep.cards": "卡片",
        "draftStep.evidence": "证件材料",
        "draftStep.unitLead": "请按单位证件填写。",
        "draftStep.responsibleLead": "单位物联网卡的责任人，审核时将与证件核对。",
        "demand.met": "已具备",
        "demand.missing": "缺少",
        "demand.faulty": "有误",
        "registrations.title": "登记记录",
        "registrations.find": "查找",
        "registrations.none": "还没有登记记录。可在“办理登记”中新建。",
        "registrations.noneFiltered": "没有符合条件的登记，请查看全部。",
        "registrationState.pending": "办理中",
        "registrationState.registered": "有效",
        "registrationState.refused": "不予登记",
        "registrationState.ended": "已终止",
        "subjectKind.unit": "（单位）",
        "subjectKind.person": "（个人）",
        "registration.title": "登记 {code}",
        "registration.code": "登记编号",
        "registration.subject": "登记主体",
        "registration.state": "状态",
        "registration.channel": "办理渠道",
        "registration.created": "开始时间",
        "registration.registered": "生效时间",
        "registration.ended": "终止时间",
        "registration.decided": "审核时间",
        "registration.facts": "基本信息",
        "registration.people": "相关人员",
        "registration.noPeople": "审核通过后显示相关人员。",
        "registration.nobody": "无",
        "registration.former": "曾任",
        "registration.authorised": "授权有效期止",
        "registration.history": "历任人员",
        "registration.cardsPending": "审核通过后在此列出卡片。",
        "registration.noCards": "目前没有卡片。",
        "registration.leftOut": "{n} 张卡未能登记",
        "registration.moreLeftOut": "仅显示前一百张。",
        "registration.change": "办理变更",
        "registration.changeKind": "事项",
        "registration.changeRole": "角色",
        "registration.begin": "开始",
        "registration.changeHint": "变更人员或更正信息时请选择角色；不填日期则自审核通过之日起生效。",
        "registration.applications": "申请",
        "registration.begun": "开始办理",
        "registration.submitted": "提交",
        "registration.effective": "自 {at} 起生效；{counts}",
        "registration.counts": "登记 {n} 张，未登记 {out} 张",
        "registration.goOn": "继续填写",
        "registration.look": "查看申请",
        "registration.now-draft": "{kind}：尚未提交，保存于 {at}。",
        "registration.now-checking": "{kind}：已提交，{at} 起核验中。",
        "registration.now-submitted": "{kind}：{at} 提交，等待审核。",
        "registration.now-awaiting-second-review": "{kind}：{at} 提交，等待第二名审核员审核。",
        "registration.now-awaiting-third-review": "{kind}：{at} 提交，等待第三名审核员审核。",
        "registration.now-awaiting-second-approval": "{kind}：{at} 提交，因追溯生效等待复核。",
        "registration.now-awaiting-carrier": "{kind}：审核已通过，{at} 起待运营商受理。",
        "registration.now-sent-back": "{kind}：已退回，请按原因修改后重新提交。",
        "registration.now-approved": "{kind}：{at} 审核通过。",
        "registration.now-refused": "{kind}：{at} 不予登记。",
        "registration.now-withdrawn": "{kind}：{at} 已撤回。",
        "units.title": "单位",
        "units.ask": "单位名称开头或证件号码",
        "units.none": "还没有登记的单位。",
        "units.noneFound": "在您的权限范围内没有该单位。",
        "units.cut": "超过一百个单位，请补充名称。",
        "unit.live": "有效登记：",
        "unit.back": "全部单位",
        "unit.cards": "名下卡片",
        "unit.papers": "证件与有效期",
        "unit.paper": "证件",
        "unit.noPapers": "该单位没有有效登记。",
        "unit.people": "人员沿革",
        "unit.cut": "仅显示最近 {n} 项登记的人员与证件。",
        "expiry.expired": "已过期",
        "expiry.soon": "剩余 {n} 天",
        "expiries.title": "证件到期",
        "expiries.expired": "已过期或今日到期",
        "expiries.within": "{n} 天内",
        "expiries.document": "{role}证件",
        "expiries.none": "此期间内没有到期的证件或授权。",
        "draft.noneFit": "所选卡片均不能登记，请查看原因并重新选择。",
        "draft.unitName": "单位名称",
        "draft.personName": "姓名",
        "draft.use": "设备与用途",
        "drafts.registerThese": "为单位登记这些卡片",
        "drafts.registerThis": "为单位登记此卡",
        "cards.columns": "显示的列",
        "cards.holder": "持有机构",
        "cards.recorded": "入库时间",
        "custodyStanding.stock": "库存",
        "custodyStanding.claimed": "自报",
        "custodyStanding.allocated": "已划拨",
        "custodyStanding.withdrawn": "已撤回",
        "intakes.direct": "不预览，直接入库",
        "intakeState.held": "待确认",
        "act.intake.changed": "修改待入库文件",
        "act.intake.confirmed": "确认入库",
        "preview.title": "入库预览 {batch}",
        "preview.until": "保留至",
        "preview.faultHint": "请在下面指定各列的含义，然后重新预览；或取消后修改文件。",
        "preview.outcome": "入库结果预估",
        "preview.first": "根据前 {n} 行判断，尚未写入任何数据。",
        "preview.whole": "全部 {n} 行，尚未写入任何数据。",
        "preview.taken": "可入库",
        "preview.confirm": "确认入库",
        "preview.cancel": "取消，不入库",
        "preview.problems": "最先发现的问题",
        "preview.problemsText": "有误的行不入库，其余照常入库；入库后可下载修正文件。",
        "preview.mendTitle": "列与默认值",
        "preview.used": "已识别的列：",
        "preview.unused": "未使用的列：",
        "preview.headless": "首行就是卡数据，没有表头",
        "preview.columns": "文件中的列",
        "preview.place": "列号",
        "preview.heading": "表头",
        "preview.look": "首个值",
        "preview.meaning": "含义",
        "preview.column": "第 {n} 列",
        "preview.lookEmpty": "空",
        "preview.lookText": "文字，{n} 个字符",
        "preview.lookNumber": "{beginning}…，{n} 位",
        "preview.unusedColumn": "不使用",
        "preview.moreColumns": "只列出前 60 列，其余按表头识别。",
        "preview.again": "按此重新预览",
        "home.alerts": "需要处理",
        "home.noAlerts": "没有异常。",
        "home.resting": "{carrier}接口无应答，暂停发送",
        "home.byHandAlert": "{n} 条指令需要人工在运营商处办理",
        "home.lifeCaseAlert": "{n} 张卡与运营商数据不一致",
        "home.notices-given-up": "{n} 条通知多次发送未成功",
        "home.notices-refused": "{n} 条通知被拒收",
        "home.deadEvents": "{host} 有 {n} 条事件未送达",
        "home.webhookFailing": "{host} 未接收事件",
        "home.lacking": "{n} 张在用卡缺少：{gap}",
        "home.purges": "{n} 件草稿或退件将在 {days} 天内销毁",
        "home.last": "最近：{time}",
        "home.firstOn": "最早：{time}",
        "home.sinceAge": "最早：{time} · {age}",
        "home.owed": "运营商未办结",
        "home.wishes": "条指令",
        "home.expiries": "{n} 天内到期",
        "home.noExpiries": "没有即将到期的证件、授权或合同。",
        "home.totals": "卡片与登记",
        "expiry.leaving": "即将变更的责任人",
        "expiries.leaving": "即将变更的责任人",
        "expiries.leavingAt": "新责任人生效日期",
        "expiry.contract": "代理合同",
        "expiries.contracts": "到期的代理合同",
        "expiries.contractsCut": "仅显示前 {n} 份。",
        "expiry.document": "证件",
        "expiry.authorisation": "授权",
        "menu.agents": "机构与员工",
        "tab.organisations": "机构",
        "tab.policy": "核验策略",
        "tab.roles": "角色",
        "organisationKind.operating-company": "运营公司",
        "organisationKind.agent": "代理商",
        "organisationKind.hall": "营业厅",
        "organisationKind.enterprise": "企业席位",
        "organisationState.active": "正常",
        "organisationState.suspended": "已暂停",
        "organisationState.ended": "已终止",
        "organisations.title": "机构",
        "organisations.none": "没有您可查看的机构。请联系上级机构。",
        "organisations.name": "名称",
        "organisations.kind": "类别",
        "organisations.level": "层级",
        "organisations.state": "状态",
        "organisations.contractUntil": "合同有效至",
        "organisations.back": "返回机构列表",
        "organisations.created": "建立时间",
        "organisations.move": "向其划拨卡片",
        "organisations.children": "下级机构",
        "organisations.noChildren": "没有下级机构。",
        "organisations.newTitle": "新建下级机构",
        "organisations.make": "新建",
        "organisations.changeTitle": "变更与暂停",
        "organisations.nameTitle": "修改名称",
        "organisations.changeHint": "暂停或终止后，本机构及下级机构的账号均不能登录和办理；终止须先回收卡片并终止下级机构，且不可恢复。",
        "organisations.standings": "暂停、恢复与终止记录",
        "organisations.since": "起始时间",
        "organisations.reason": "原因",
        "organisations.reasonHint": "变更状态时必填。本机构及其上级均可看到，请勿写入个人信息。",
        "organisations.unitCode": "关联单位证件代码",
        "organisations.linked": "已关联",
        "organisations.sure": "确认终止（仅终止时勾选）",
        "organisations.save": "保存",
        "contract.title": "合同与登记义务",
        "contract.none": "无合同",
        "contract.coming": "尚未生效",
        "contract.valid": "有效",
        "contract.ended": "已到期",
        "contract.endedOn": "已于 {day} 到期",
        "contract.longTerm": "长期",
        "contract.empty": "尚未登记合同。请先登记与运营商对应的合同，再办理业务。",
        "contract.version": "合同版本",
        "contract.state": "状态",
        "contract.from": "起始日期",
        "contract.until": "截止日期",
        "contract.duties": "登记义务",
        "contract.breach": "违约处置",
        "contract.recorded": "登记时间",
        "contract.newTitle": "登记合同",
        "contract.newHint": "合同登记后不可修改；变更请登记新版本。",
        "contract.longTermTick": "长期有效（不填截止日期）",
        "contract.record": "登记",
        "staff.title": "员工账号",
        "staff.toOrganisation": "返回机构",
        "staff.made": "账号已开通：",
        "staff.once": "一次性令牌只显示这一次，请当面或通过安全渠道交给本人。",
        "staff.tokenUntil": "有效至 {time}。",
        "staff.enrolAt": "首次登录页面",
        "staff.none": "还没有账号。",
        "staff.kind": "账号类别",
        "staff.state": "状态",
        "staff.created": "开通时间",
        "staff.unnamed": "未设登录名 …{id}",
        "staff.newTitle": "开通账号",
        "staff.newHint": "只列出本类机构可设、且您有权授予的角色。",
        "staff.loginHint": "员工可留空，由本人首次登录时设定；机器账号必填。",
        "staff.make": "开通",
        "staff.back": "返回员工列表",
        "staff.renewed": "新的一次性令牌已生成",
        "staff.changeRoles": "变更角色",
        "staff.saveRoles": "保存角色",
        "staff.renew": "重新发放令牌",
        "staff.renewHint": "用于令牌、密码或第二验证因素遗失；该账号将全部退出登录。",
        "staff.dismiss": "注销账号",
        "staff.dismissHint": "注销后立即退出登录，不可恢复。",
        "staff.sure": "确认注销",
        "accountKind.person": "员工",
        "accountKind.machine": "机器账号",
        "accountState.invited": "待首次登录",
        "accountState.active": "正常",
        "accountState.dismissed": "已注销",
        "roles.title": "角色与权限",
        "roles.lead": "每个角色可以做什么。任何人只能授予自己具备的权限。",
        "roles.permission": "权限",
        "roles.place": "可设于",
        "roles.factor": "须第二验证因素",
        "use.voice-or-sms": "语音或短信",
        "use.general-traffic": "通用流量",
        "use.directed-only": "仅定向流量",
        "use.ordinary-number": "11位号码",
        "risk.low": "低风险",
        "risk.ordinary": "一般风险",
        "risk.high": "高风险",
        "approval.reviewer": "人工审核",
        "approval.machine": "系统核验一致时自动通过",
        "policy.title": "核验策略",
        "policy.standard": "未自行设置，适用系统标准底线。可在下方设置。",
        "policy.inherits": "未自行设置，适用上级策略。可在下方增加要求。",
        "policy.rules": "规则",
        "policy.noOwnRules": "无附加规则",
        "policy.limits": "审核方式与限制",
        "policy.everyCard": "所有卡片",
        "policy.riskFrom": "{risk}及以上",
        "policy.atMost": "{class}每人最多 {n} 张",
        "policy.attemptsOf": "每卡每日最多提交 {n} 次",
        "policy.reuseOf": "{n} 天内可沿用证件照片",
        "policy.cardsOf": "每人最多 {n} 张",
        "policy.aboveMost": "上级上限 {n}",
        "policy.agentReviews": "代理商审核员可以审核",
        "policy.byStatute": "法规",
        "policy.byFloor": "运营公司",
        "policy.byAgent": "代理商",
        "policy.askTitle": "一张卡需要什么，为什么",
        "policy.document": "证件类型",
        "policy.risk": "风险",
        "policy.device": "设备类型",
        "policy.ordinaryNumber": "11位号码（148号段除外）",
        "policy.ask": "查看",
        "policy.method": "核验方式",
        "policy.methods": "核验方式",
        "policy.why": "理由",
        "policy.owner": "规定方",
        "policy.approval": "审核方式",
        "policy.attempts": "每卡每日提交次数",
        "policy.cardsMax": "每人每运营商最多张数",
        "policy.newTitle": "设置新版本",
        "policy.above": "上级已有的要求",
        "policy.rootHint": "这是全部代理商的底线，整体取代原有底线。先预览影响，再设置。",
        "policy.agentHint": "只能增加要求。上级已要求的方式自动包含，不能去除。先预览影响，再设置。",
        "policy.preview": "预览影响",
        "policy.objections": "不能这样设置",
        "policy.consequences": "设置后的影响（居民身份证，按套餐）",
        "policy.noProducts": "没有套餐，无法预览影响。请先新建套餐。",
        "policy.now": "现在",
        "policy.then": "设置后",
        "policy.changed": "有变化",
        "policy.same": "不变",
        "policy.set": "设置为新版本",
        "policy.noRules": "新版本还没有规则。请在下方添加。",
        "policy.number": "序号",
        "policy.when": "适用范围",
        "policy.remove": "删除",
        "policy.demanded": "上级已要求",
        "policy.addTitle": "添加规则",
        "policy.use": "用途",
        "policy.devices": "设备类型（逗号分隔，留空不限）",
        "policy.provinces": "省份代码（两位，逗号分隔，留空不限）",
        "policy.riskAtLeast": "风险等级",
        "policy.anyRisk": "不限",
        "policy.reasonZh": "理由（中文）",
        "policy.reasonEn": "理由（英文）",
        "policy.add": "添加到新版本",
        "policy.ruleNumber": "规则 {n}：",
        "policy.undetermined": "没有规则，不能登记",
        "policy.reuseDays": "证件照片可沿用天数",
        "draft.phone": "用手机拍照上传",
        "draft.phoneLead": "请先在手机浏览器登录管理台，再扫描此二维码打开本页。",
        "draft.phoneCode": "本页二维码",
        "registration.withdraw": "撤回申请",
        "registration.withdrawSure": "确认撤回",
        "case.ground.reused": "沿用此前申请",
        "case.ground.registered": "登记时留存",
        "case.provider": "认证机构",
        "case.sandbox": "沙箱结果，不涉及真实人员",
        "case.reading": "机器识别",
        "case.read": "识别为",
        "case.confirmed": "确认为",
        "case.different": "不一致",
        "case.same": "一致",
        "provider.identity": "身份信息（{role}）",
        "provider.score": "得分",
        "provider.match": "一致",
        "provider.mismatch": "不一致",
        "provider.no-record": "无记录",
        "provider.not-in-service": "证件已失效",
        "provider.same": "同一人",
        "provider.seen-elsewhere": "同一人脸，曾以其他身份出现",
        "provider.different": "非同一人",
        "provider.undecided": "无法判定",
        "provider.unanswered": "未答复",
        "liveness.live": "活体",
        "liveness.spoof": "非活体",
        "liveness.undecided": "活体无法判定",
        "liveness.absent": "无活体结论",
        "common.colon": "：",
        "menu.counter": "个人登记",
        "home.counter": "柜台办理个人登记",
        "counter.title": "柜台办理个人登记",
        "counter.begin": "为到场用户办理个人登记",
        "counter.lead": "用户本人携卡和证件到场办理。提交前不保存所填内容；提交被拒时所填内容不会丢失。",
        "counter.again": "办理编号 {code}（已退回）",
        "counter.againLead": "保持脱敏显示的内容视为沿用原提交内容；仅需重新填写要修改的部分。",
        "counter.card": "卡片",
        "counter.cardLabel": "ICCID 或号码",
        "counter.cardHint": "可手工输入、粘贴（有无空格均可）或用扫码枪扫描条码。",
        "counter.look": "查看卡片",
        "counter.free": "可以登记",
        "counter.notFree": "目前不能登记",
        "counter.needs": "此卡需要什么，为什么需要",
        "counter.most": "每人在此运营商最多登记同类卡 {max} 张；填写姓名和证件号码后显示剩余张数。",
        "counter.notices": "告知与同意",
        "counter.noticesLead": "录入或拍照前，请用户阅读每项告知，或向其宣读。只勾选用户已同意的事项。",
        "counter.version": "版本 {version}。",
        "counter.reads": "用户阅读语言",
        "counter.show": "用此语言显示",
        "counter.agreed": "用户已阅读并同意",
        "counter.legal": "法律告知",
        "counter.legalAccepted": "已告知用户，用户已确认",
        "counter.person": "用户",
        "counter.personLead": "请与证件保持一致。可使用模拟键盘输入的证件阅读器：先将光标置于首个输入框；可识别 20160131 等日期格式。",
        "counter.personAsked": "证件与此前提交的不同，请确认：",
        "counter.person-corrected": "同一人，更正录入错误。同意记录和照片继续有效，并告知审核员。",
        "counter.person-another": "另一人，须重新阅读告知、同意并拍照。",
        "counter.holderHint": "此卡登记在其名下的人。",
        "counter.guardianHint": "未满十四周岁或核验策略要求时填写：同意办理并出示证件的父母或其他监护人。",
        "counter.proxyHint": "仅由他人代机主办理时填写。",
        "counter.field-name": "姓名",
        "counter.nameHint": "与证件完全一致，可使用生僻字和间隔点（·）。",
        "counter.numberHint": "包括字母；空格不影响。",
        "counter.formerHint": "曾持旧版证件的，新证上印有原号码。",
        "counter.dayHint": "例如 2016-01-31 或 20160131。",
        "counter.contactFree": "可不填：办理进度发送给机主或其监护人。",
        "counter.addressFree": "该证件没有住址，可不填。",
        "counter.read": "由照片识别，请核对。",
        "counter.quota": "按此姓名和证件号码已登记同类卡 {used} 张，上限 {max} 张，还可登记 {left} 张。",
        "counter.quotaLater": "每人最多登记同类卡 {max} 张。今日查询次数已用完，提交时核算。",
        "counter.papers": "证件与照片",
        "counter.fileHint": "支持 JPEG、PNG、PDF，每个文件不超过 {n} MB，可选择文件或用相机拍摄。",
        "counter.papersLead": "系统会检查每张照片，不合要求的将说明原因和改进办法。",
        "counter.photoHint": "用户本人的现场照片，JPEG 或 PNG。由您核对人证一致；不做人脸识别，不得代用户完成人脸核验。",
        "counter.insist": "仍使用下一个所选文件（系统认为不合要求，由审核员查看）。",
        "counter.check": "检查",
        "counter.lacking": "还有 {n} 项缺失或有误，提交时逐项说明。",
        "counter.handIn": "提交",
        "counter.handedIn": "已提交",
        "counter.slipTitle": "办理编号 {code}",
        "counter.outcome-checking": "正在向身份核验机构核验，随后由审核员审核、运营商受理。此卡尚未完成登记。",
        "counter.outcome-submitted": "已转审核员审核，随后由运营商受理。此卡尚未完成登记。",
        "counter.outcome-further": "提交后已有进展，请查看登记。",
        "counter.next": "办理下一位",
        "counter.print": "打印回执",
        "counter.registration": "查看登记",
        "counter.slipHeading": "个人实名登记受理回执",
        "counter.slipCode": "办理编号",
        "counter.slipName": "姓名（已脱敏）",
        "counter.slipDocument": "证件号码（已脱敏）",
        "counter.slipAt": "提交时间",
        "counter.slipHall": "受理网点",
        "counter.slipWhere": "查询进度：{address}，输入办理编号即可。扫描下方二维码可直接打开。",
        "counter.slipAfter": "登记须经审核员审核和运营商受理后生效，此前此卡尚未完成登记。",
        "counter.slipMasked": "本回执不含您的完整个人信息。持办理编号者仅能查询办理进度。",
        "counter.slipDrawing": "办理进度查询页二维码",
        "counterMethod.document-data": "证件信息",
        "counterMethod.document-photos": "证件正反面照片",
        "counterMethod.in-person": "现场核对人证一致，并留存现场照片",
        "counterMethod.guardian": "监护人同意及证件",
        "counterMethod.proxy": "代办人证件及机主证件",
        "lifeCase.claimed-at-entrance": "有人称此卡归其使用",
        "lifeHint.claimed-at-entrance": "有人打开此卡的链接或二维码，但此卡已被他人登记或申请。请核查登记经过和持卡情况，由用户携卡和证件到营业厅确认；处理后结案。",
        "lifeCase.device-used-by-many": "同一设备为多人办理",
        "lifeHint.device-used-by-many": "提交此卡实名申请的设备此前已为多人办理。请查看该申请，核实是否存在代办、黑产行为及售卡代理商情况；处理后结案。",
        "field.formerNumber": "原证件号码",
        "parts.title": "由本人填写",
        "parts.link": "由本人用手机填写",
        "parts.lead": "经办人、责任人和实际使用人可通过链接或二维码，在各自手机上填写本人信息并拍摄本人证件。",
        "parts.leadNotice": "本人须先阅读告知并同意，之后才采集信息；看不到他人信息，也看不到您此前填写的内容。",
        "parts.leadNothing": "本人完成后，其内容替换此处原有内容；完成之前，此处看不到任何填写内容。",
        "parts.hours": "链接有效期 {n} 小时；本人完成、您作废链接或申请提交后即关闭。",
        "parts.role": "身份",
        "parts.act": "链接",
        "parts.none": "尚未发出。",
        "parts.noneToHand": "本申请没有可由本人填写的部分。",
        "parts.issue": "生成链接",
        "parts.issueAnew": "重新生成链接",
        "parts.issueAgain": "再次生成链接，由本人重新填写",
        "parts.revoke": "作废链接",
        "parts.standing-open": "链接有效至{time}。",
        "parts.standing-revoked": "最近的链接已作废。",
        "parts.standing-expired": "最近的链接已于{time}过期。",
        "parts.standing-closed": "最近的链接已随申请提交而关闭。",
        "parts.opened": "已于{time}打开，尚未完成。",
        "parts.notOpened": "尚未打开。",
        "parts.completed": "本人已于{time}完成，告知版本 {version}。",
        "parts.changed": "此后工作人员于{time}作过修改。",
        "parts.made": "链接已生成",
        "parts.once": "链接仅在此显示一次：请发送给本人、让其扫码，或打印。同一部分此前的链接不再有效。",
        "parts.slipTitle": "请用手机填写您的部分",
        "parts.slipText": "请用手机扫描二维码或打开网址。页面会先说明由谁请求、用途和依据，再请您填写。",
        "parts.drawing": "链接二维码",
        "parts.until": "有效至{time}。",
        "parts.print": "打印",
        "means.part-link": "本人填写链接",
        "subject.part-link": "本人填写链接",
        "act.part-link.issued": "发出本人填写链接",
        "act.part-link.revoked": "作废本人填写链接",
        "act.part-link.opened": "打开本人填写链接",
        "act.part.left": "退出本人填写",
        "act.part.consent-recorded": "记录本人同意",
        "act.part.saved": "本人保存填写内容",
        "act.part.completed": "本人完成填写",
        "act.parts.purged": "销毁过期填写内容",
        "tab.entrances": "登记入口",
        "entrances.title": "个人登记入口（链接与领取码）",
        "entrances.lead": "个人用户通过链接、二维码，或输入 ICCID 和领取码自行办理实名登记。请填写批次或卡号之一。持有者可将该卡登记到自己名下，请与卡一并妥善保管。",
        "entrances.shownMax": "页面显示（含二维码）一次最多 {n} 张，文件一次最多 {most} 张。",
        "entrances.issueTitle": "发放链接或领取码",
        "entrances.kind": "类型",
        "entrances.days": "有效天数",
        "entrances.daysMax": "最多 {n} 天",
        "entrances.deviceType": "设备类型",
        "entrances.show": "发放并显示",
        "entrances.file": "发放并下载文件（CSV）",
        "entrances.issued": "已发放 {n} 个",
        "entrances.once": "链接和领取码仅在此显示一次，请立即打印；遗失的请作废后重新发放。",
        "entrances.print": "打印",
        "entrances.drawing": "链接二维码",
        "entrances.scan": "请用手机扫描二维码，或打开：",
        "entrances.type": "领取码（与 ICCID 一并输入）：",
        "entrances.until": "有效至{time}。",
        "entrances.given": "已发放的入口",
        "entrances.narrowed": "卡 {iccid}",
        "entrances.all": "全部入口",
        "entrances.ofCard": "登记入口",
        "entrances.none": "尚未发放。",
        "entrances.noneSuch": "没有符合条件的入口。",
        "entrances.issuedAt": "发放时间",
        "entrances.expires": "有效至",
        "entrances.revoke": "作废",
        "entrances.revokeTitle": "作废整批入口",
        "entrances.revokeLead": "作废该批次所有仍有效的入口：此后无法再打开，正在办理的会被退出；已提交的申请不受影响。",
        "entrances.sure": "确认作废整批",
        "entrances.revokeAll": "作废整批",
        "entrances.revokedAll": "已作废 {n} 个",
        "entranceKind.link": "链接",
        "entranceKind.claim-code": "领取码",
        "entranceStanding.open": "有效",
        "entranceStanding.used": "有效，已使用",
        "entranceStanding.expired": "已过期",
        "entranceStanding.revoked": "已作废",
    ]
}
