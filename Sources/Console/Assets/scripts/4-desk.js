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
