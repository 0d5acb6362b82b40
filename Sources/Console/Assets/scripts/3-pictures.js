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
