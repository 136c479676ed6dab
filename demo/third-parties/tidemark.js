// Mock of a site-analytics vendor that acts for the operator: sets two first-party cookies, sends a beacon and an image.
// Everything here is what such scripts usually do; it knows nothing about consent, on purpose.
(() => {
  const origin = "{{origin}}";
  const queue = window.tidemark || [];
  const site = queue.find(([name]) => name === "site")?.[1] ?? "unknown";

  const read = (name) => document.cookie.match(new RegExp(`(?:^|; )${name}=([^;]*)`))?.[1];
  const random = () => Math.random().toString(36).slice(2, 12);
  const write = (name, value, seconds) => {
    // biome-ignore lint/suspicious/noDocumentCookie: vendors do it this way
    document.cookie = `${name}=${value}; Max-Age=${seconds}; Path=/; SameSite=Lax`;
  };

  const visitor = read("_hb_id") ?? random();
  const session = read("_hb_session") ?? random();
  write("_hb_id", visitor, 395 * 86400);
  write("_hb_session", session, 1800);

  const send = (event, more = {}) =>
    navigator.sendBeacon(`${origin}/hit?${new URLSearchParams({ site, event, visitor, session, ...more })}`);

  send("page", { path: location.pathname, language: document.documentElement.lang });
  new Image().src = `${origin}/hit.gif?${new URLSearchParams({ site, screen: `${screen.width}x${screen.height}` })}`;

  // Click counting by attribute, as many company sites have it.
  document.addEventListener("click", ({ target }) => {
    const marked = target.closest("[data-stat]");
    if (marked) send("click", { on: marked.dataset.stat });
  });
})();
