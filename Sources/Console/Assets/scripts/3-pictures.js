// A picture beside its facts: larger and turned by a click on its buttons, without leaving the page.
for (const figure of all("[data-zoom]")) {
  const link = one("a", figure), picture = one("img", figure);
  if (!picture) continue;
  let turns = 0, tries = 0;
  // Copies with a watermark are made a few at a time; one that found no place is asked for again.
  picture.addEventListener("error", () => {
    tries += 1;
    if (tries < 6) setTimeout(() => { picture.src = `${link.getAttribute("href")}&again=${tries}`; }, 700 * tries);
  });
  link.addEventListener("click", event => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.shiftKey) {
      turns = (turns + 1) % 4;
      picture.dataset.turns = turns;
    } else {
      figure.classList.toggle("large");
    }
  });
}
