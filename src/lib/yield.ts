// When to go on: after the next paint, or after pending input. It knows nothing about what is run.

/**
 * Resolves once the browser has painted what is on screen now: a task queued in a frame runs after its paint
 * (web.dev/articles/optimize-inp). A hidden page does not paint, so there is a limit.
 */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

/** Lets pending input go first. A message is not clamped to 4 ms as a nested timer is, nor slowed in hidden pages. */
export function breathe(): Promise<unknown> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
}
