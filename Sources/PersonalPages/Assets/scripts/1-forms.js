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
