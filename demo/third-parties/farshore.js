// Mock of an analytics vendor overseas: one first-party cookie, one beacon with what the config declares as transferred.
(() => {
  const id = document.cookie.match(/(?:^|; )_far=([^;]*)/)?.[1] ?? Math.random().toString(36).slice(2, 12);
  // biome-ignore lint/suspicious/noDocumentCookie: vendors do it this way
  document.cookie = `_far=${id}; Max-Age=${180 * 86400}; Path=/; SameSite=Lax`;
  navigator.sendBeacon(`{{origin}}/collect?${new URLSearchParams({ id, path: location.pathname })}`);
})();
