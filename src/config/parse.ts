// The least a config must be for the gate to go by it, and what it means where it is silent. Pure.
// Whatever else can be wrong with it is told by check.ts.
import type { Config, ConfigFile } from "../types";

/** @throws {Error} `path: what to write there`, for the first fault. */
export function parse(raw: unknown): Config {
  const file = { revision: 1, languages: ["zh-CN", "en"], services: [], regimes: {}, ...(raw as ConfigFile) };
  for (const key of ["languages", "categories", "services"] as const) need(Array.isArray(file[key]), key, "a list");
  const ids = file.categories.map((category) => category.id);
  file.services.forEach(({ category }, i) => {
    need(ids.includes(category), `services[${i}].category`, `one of ${ids.join(", ")}`);
  });
  for (const key of ["categories", "services"] as const) {
    file[key].forEach(({ id }, i) => {
      need(/^[\w-]+$/.test(id), `${key}[${i}].id`, "letters, digits, - or _");
    });
  }
  const { signals = {} } = file;
  return {
    ...file,
    categories: file.categories.map((category) => ({ required: category.id === "necessary", ...category })),
    blocking: { scope: "known", enforce: "script", allow: [], ...file.blocking },
    cookie: { name: "assent", days: 180, refusalDays: 180, path: "/", ...file.cookie },
    signals: { gpc: true, dataLayer: !!signals.google, ...signals },
    records: { keep: 20, ...file.records },
    ui: { layout: "bar", position: "bottom", theme: "auto", revisit: true, reloadOnWithdraw: true, ...file.ui },
  };
}

function need(ok: boolean, path: string, what: string): void {
  if (!ok) throw new Error(`${path}: write ${what}.`);
}
