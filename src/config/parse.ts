// The least a config must be for the gate to go by it, and what it means where it is silent. Pure.
// Whatever else can be wrong with it is told by check.ts.
import type { Config, ConfigFile } from "../types";

/** @throws {Error} `path: what to write there`, for the first fault. */
export function parse(raw: unknown): Config {
  const file = { revision: 1, languages: ["zh-CN", "en"], services: [], regimes: {}, ...(raw as ConfigFile) };
  const { signals, cookie, ui } = file;
  for (const key of ["languages", "categories", "services"] as const) need(Array.isArray(file[key]), key, "a list");
  const ids = file.categories.map((category) => category && category.id);
  for (const key of ["categories", "services"] as const) {
    file[key].forEach((item: { id: string; category?: string }, i) => {
      const { id, category = "" } = item || {};
      need(/^[\w-]+$/.test(id || ""), `${key}[${i}].id`, "letters, digits, - or _");
      need(key === "categories" || ids.includes(category), `${key}[${i}].category`, `one of ${ids.join(", ")}`);
    });
  }
  return {
    ...file,
    regimes: file.regimes || {},
    categories: file.categories.map((category) => ({ required: category.id === "necessary", ...category })),
    cookie: { name: "assent", days: 180, refusalDays: 180, path: "/", ...cookie },
    signals: { gpc: true, dataLayer: !!(signals && signals.google), ...signals },
    ui: { theme: "auto", revisit: true, reloadOnWithdraw: true, ...ui },
  };
}

function need(ok: boolean, path: string, what: string): void {
  if (!ok) throw new Error(`${path}: write ${what}.`);
}
