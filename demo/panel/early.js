// Runs before the page is painted: decides whether the panel is open at first, so that nothing moves afterwards.
if (document.documentElement.dataset.panel === "auto") {
  document.documentElement.dataset.panel = matchMedia("(min-width: 80rem)").matches ? "open" : "closed";
}
