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
