// Types of split.mjs, for the tests.
import type { Texts } from "../types";

export function split(texts: Texts): [first: Texts, centre: Texts];
