// Every config that is one slip away from a given one: one place gone, or with a value that does not belong there.

/** What may stand where something else belongs. */
export const OTHERS: readonly unknown[] = [null, true, 7, "x", "", [], {}, [null], [1], { x: 1 }];

export interface Slip {
  /** Where the slip is, as one would write it in code. */
  where: string;
  config: unknown;
}

export function slips(config: unknown): Slip[] {
  return placesIn(config).flatMap((keys) => {
    const where = keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
    const wrong = OTHERS.map((other) => ({
      where: `${where} = ${JSON.stringify(other)}`,
      config: changed(config, keys, (owner, key) => {
        owner[key] = other;
      }),
    }));
    const gone = changed(config, keys, (owner, key) => {
      if (Array.isArray(owner)) owner.splice(Number(key), 1);
      else delete owner[key];
    });
    return [...wrong, { where: `${where} gone`, config: gone }];
  });
}

type Keys = readonly (string | number)[];
type Owner = { [key: string | number]: unknown };

function placesIn(value: unknown, keys: Keys = []): Keys[] {
  if (typeof value !== "object" || value === null) return [];
  const inside: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return inside.flatMap(([key, inner]) => [[...keys, key], ...placesIn(inner, [...keys, key])]);
}

function changed(config: unknown, keys: Keys, change: (owner: Owner, key: string | number) => void): unknown {
  const copy = structuredClone(config);
  let owner = copy as Owner;
  for (const key of keys.slice(0, -1)) owner = owner[key] as Owner;
  change(owner, keys.at(-1) ?? "");
  return copy;
}
