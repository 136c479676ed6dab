// Which texts of `locales/<tag>.json` go into which built file. The build and its test take the rule from here.

/** What the first layer says, what both layers say, and the way back. All else is the preference centre's. */
const FIRST =
  /^(title|notice|site|comma|more|changes|gpc|policy|services|language|accept-all|reject-all|preferences|revisit|dir|.+\.name)$/;

/** The texts of `locale/<tag>.js`, and those of `locale/<tag>-centre.js`. */
export const split = (texts) =>
  [true, false].map((isFirst) =>
    Object.fromEntries(Object.entries(texts).filter(([key]) => FIRST.test(key) === isFirst)),
  );
