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
