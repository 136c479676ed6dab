// dist/assent.js: the gate. Classic script, first in the head, without Preact.
import { start } from "./start";

start();
