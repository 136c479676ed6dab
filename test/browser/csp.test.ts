// A strict Content-Security-Policy with Trusted Types: the whole product works under it without one violation.
import { config, STATS } from "./support/config";
import { external, inline } from "./support/markup";
import { expect, test } from "./support/test";
import type { Visitor } from "./support/visitor";

const POLICY =
  "default-src 'self'; script-src 'nonce-{nonce}'; style-src 'self'; require-trusted-types-for 'script'; report-uri /csp";
const NONCE = { with: `nonce="{nonce}"` };
const BODY = `<main><h1>Home</h1></main>
${external("external", NONCE)}${inline("inline", NONCE)}
${external("module", { file: "module.js", with: `${NONCE.with} data-type="module"` })}`;

/** What the policy stopped: by the browser's own reports to the server, and by the console. */
async function violations(visitor: Visitor): Promise<string[]> {
  await visitor.settles();
  const said = visitor.console.filter(({ text }) => /Content Security Policy|Trusted|Refused/i.test(text));
  return [...visitor.requestsTo("site.example", "/csp"), ...said.map(({ text }) => text)];
}

test("works from the banner to the released tags without a violation", async ({ site, visitor }) => {
  site.page("/", { config: config(), csp: POLICY, body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("external", "inline", "module");
  expect(await violations(visitor)).toEqual([]);
});

test("works for a returning visitor", async ({ site, visitor }) => {
  site.page("/", { config: config(), csp: POLICY, body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.reloads();
  await visitor.hasRun("external", "inline", "module");
  expect(await violations(visitor)).toEqual([]);
});

test("works in the preference centre, with a change of language in both layers", async ({ site, visitor }) => {
  site.page("/", { config: config(), csp: POLICY, body: BODY });
  await visitor.opens();
  await visitor.seesBanner();
  await visitor.assent((assent) => assent.setLanguage("zh-CN"));
  await visitor.banner
    .getByText(/[一-龥]/)
    .first()
    .waitFor();
  await visitor.opensPreferences();
  await visitor.assent((assent) => assent.setLanguage("en"));
  await visitor.centre.getByText("Harbour Cloud").first().waitFor({ state: "attached" });
  await visitor.switches("analytics", true);
  await visitor.saves();
  await visitor.hasRun("external", "inline", "module");
  expect(await violations(visitor)).toEqual([]);
});

test("shows the banner in its own style", async ({ site, visits }) => {
  const look = async (path: string) => {
    const visitor = await visits();
    await visitor.opens(path);
    await visitor.seesBanner();
    await visitor.settles();
    return visitor.action("accept-all").evaluate((button) => {
      const { backgroundColor, fontSize, padding, borderRadius } = getComputedStyle(button);
      return { backgroundColor, fontSize, padding, borderRadius };
    });
  };
  site.page("/strict", { config: config(), csp: POLICY, body: BODY });
  site.page("/open", { config: config(), body: BODY });
  expect(await look("/strict")).toEqual(await look("/open"));
});

test("works with the config from a URL", async ({ site, visitor }) => {
  site.json("/consent.json", config()).page("/", { config: "/consent.json", csp: POLICY, body: BODY });
  await visitor.opens();
  await visitor.acceptsAll();
  await visitor.hasRun("external", "inline", "module");
  expect(await violations(visitor)).toEqual([]);
});

test("passes the page's nonce only to tags that bear it themselves", async ({ site, visitor }) => {
  site.page("/", { config: config(), csp: POLICY, body: external("bare") + external("nonced", NONCE) });
  await visitor.opens();
  await visitor.acceptsAll();
  await expect.poll(() => visitor.ran()).toContain("nonced");
});

test("is measured by a policy that is really in force", async ({ site, visitor }) => {
  site.page("/", { config: config(), csp: POLICY, body: `<script>window.log = ["slipped"]</script>` });
  await visitor.opens();
  expect(await visitor.ran()).toEqual([]);
  expect(await violations(visitor)).not.toEqual([]);
  expect(visitor.requestsTo(STATS)).toEqual([]);
});
