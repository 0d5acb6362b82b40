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

// A bar code holds the card's number.
for (const place of all("[data-barcode]")) {
  if (!("BarcodeDetector" in window)) continue;
  const file = one("input", place), said = one("[role=status]", place);
  place.hidden = false;
  file.addEventListener("change", async () => {
    if (!file.files.length) return;
    try {
      const found = await new BarcodeDetector().detect(await createImageBitmap(file.files[0]));
      const number = found.map(code => code.rawValue.replace(/\s/g, "")).find(text => /^[0-9A-Za-z]{19,20}$/.test(text));
      if (number) document.getElementById(place.dataset.barcode).value = number;
      said.textContent = number ? said.dataset.found : said.dataset.nothing;
    } catch {
      said.textContent = said.dataset.nothing;
    }
  });
}
