// Our one Trusted Types policy. It passes on what the page's author wrote in marked tags, and our own files' addresses.

type Rules = { [name in "createHTML" | "createScript" | "createScriptURL"]: (text: string) => string };

let policy: Rules | undefined;

/** Made at the first need: a page whose CSP does not allow the name must not see an error for nothing. */
export function trust(kind: keyof Rules, text: string): string {
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: Rules): Rules } };
  const same = (given: string): string => given;
  const rules = { createHTML: same, createScript: same, createScriptURL: same };
  // Where `trusted-types` names others only this throws: what needs the policy stays blocked, and the browser says so.
  policy = policy || (trustedTypes ? trustedTypes.createPolicy("assent", rules) : rules);
  return policy[kind](text);
}
