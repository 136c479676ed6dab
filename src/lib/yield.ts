// When to go on: after the next paint, or after pending input. It knows nothing about what is run.

/** Lets pending input go first. */
export function breathe(): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/**
 * Resolves once the browser has painted what is on screen now: a task queued in a frame runs after its paint
 * (web.dev/articles/optimize-inp). A hidden page does not paint, so there is a limit.
 */
export function painted(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}
