// How long a cookie or storage key stays, as its declaration says it in words. Lifetimes of 13 months and more are told.
import { type Bag, isBag, isText, type Test } from "./check-shape";

/** 13 months (CNIL 2020-092, R-58), rounded up to whole days. */
const LONG = 396;
/** Browsers end every cookie by then. */
const CAP = 400;

export const storedItem: Test<Bag> = ({ retention }, spot) => {
  const texts = isBag(retention) ? Object.values(retention) : [retention];
  const longest = Math.max(0, ...texts.filter(isText).map(daysIn));
  if (longest <= LONG) return;
  const cap = longest > CAP ? ` Browsers cut cookies to ${CAP} days anyway.` : "";
  spot
    .at("retention")
    .warn(`It stays longer than 13 months.${cap}`, "Set the tool to 13 months or less, and write that.");
};

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(y|年)/i, 365.25],
  [/^(mo|个|個|月)/i, 30.4375],
  [/^(w|周|週|星期)/i, 7],
  [/^(d|天|日)/i, 1],
];

/** The longest time that a text speaks of, in days; 0 if it speaks of none. */
function daysIn(text: string): number {
  const times = text.matchAll(
    /(\d+(?:\.\d+)?)[\s-]*(years?|yrs?|y\b|months?|mos?\b|weeks?|days?|d\b|年|[个個]?月|[周週]|星期|天|日)/gi,
  );
  return Math.max(
    0,
    ...Array.from(times, ([, amount, unit = ""]) => {
      // "2025年" is a date.
      const days = UNITS.find(([pattern]) => pattern.test(unit))?.[1] ?? 0;
      return Number(amount) < 1900 ? Number(amount) * days : 0;
    }),
  );
}
