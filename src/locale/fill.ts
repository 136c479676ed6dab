// Puts values into the places of a text: "{controller} asks before …". Knows nothing of languages.

export type Values = { readonly [name: string]: string | number };

/** A name without a value stays as it is, so that a mistake is seen. */
export const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => `${name in values ? values[name] : whole}`);
