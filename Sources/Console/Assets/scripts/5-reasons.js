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
