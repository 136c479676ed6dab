// Types of schema.mjs, for the tests.
import type { Plugin } from "rollup";

export function generateSchema(): { [key: string]: unknown };
export function schema(): Plugin;
