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
