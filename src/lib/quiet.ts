// Errors: ours in one console line, a stranger's later and unchanged, and those that mean "not here" not at all.

/** Says what is wrong and what to do about it. */
export function report(message: string): void {
  console.error(`[assent] ${message}`);
}

/** Runs a stranger's function. What it throws reaches the console afterwards, and stops nobody else. */
export function attempt(run: () => void): void {
  try {
    run();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}

/** For what throws wherever it is blocked (storage, cookies, IndexedDB): undefined then. */
export function quiet<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
