// The operator's own operational data: how long this page took, sent to the operator's own server.
// Marked `data-consent="operations"` in the pages, so it does not run before the visitor agrees.
addEventListener("load", send);
if (document.readyState === "complete") send();

function send() {
  removeEventListener("load", send);
  // After `load` has returned: the browser has not filled in its end time before.
  setTimeout(() => {
    const [entry] = performance.getEntriesByType("navigation");
    if (!entry) return;
    const times = { path: location.pathname, first: entry.responseStart, load: entry.loadEventEnd };
    // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is not in every browser that the demo is for
    document.cookie = `hc_ops=1; Max-Age=${7 * 86400}; Path=/; SameSite=Lax`;
    navigator.sendBeacon("/timing", JSON.stringify(times));
  });
}
