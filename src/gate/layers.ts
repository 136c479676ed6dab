// The door to the two layers: gets the interface when it is first needed, and tells the page what is on screen.
// It draws nothing and decides nothing. If the interface cannot be had everything stays blocked, and it is tried again.
import { isSeparate } from "../consent/separate";
import type { Layer, Ui, UiContext, UiModule } from "../contract";
import { attached, fail, root, showRevisit, tell } from "./page";
import { loadPart, partUrl } from "./parts";
import { rules, state } from "./visitor";

/** What the interface needs of the gate, apart from what is known of the visitor: filled in by `gate.ts`. */
export const stage = {} as Pick<UiContext, "api" | "choose">;

/** What is on screen. */
export let layer: Layer | undefined;
let ui: Ui | undefined;
let mounting: Promise<Ui> | undefined;
let isTold = false;

/** Milliseconds until the next attempt to get the interface. */
const RETRY = 5000;

async function mount(): Promise<Ui> {
  const loading = loadPart("assent-ui.js", `locale/${state.language}.js`) as Promise<UiModule>;
  const { config, regime } = rules;
  await attached;
  ui = (await loading).mount({
    ...stage,
    config,
    root,
    isSeparate: (service) => isSeparate(service, regime),
    closed: () => show(state.decided ? undefined : "banner"),
    url: partUrl,
  });
  return ui;
}

/** The interface, mounted at the first call. */
function getLayers(): Promise<Ui> {
  mounting = mounting || mount();
  return mounting;
}

export async function openLayer(next: Layer, id?: string): Promise<void> {
  const { decided } = state;
  try {
    const layers = await getLayers();
    // The visitor may have answered while the file was on its way.
    if (decided !== state.decided) return;
    await layers.open(next, id);
    show(next);
  } catch (error) {
    if (!ui) mounting = undefined;
    if (!isTold) fail(error as Error);
    isTold = true;
    setTimeout(openLayer, RETRY, next, id);
  }
}

export function closeLayer(): void {
  if (ui) ui.close();
  show(undefined);
}

function show(next: Layer | undefined): void {
  const before = layer;
  layer = next;
  updateLayer();
  if (before === next) return;
  if (before) tell("close", { layer: before });
  if (next) tell("open", { layer: next });
}

/** The state or the language has changed. */
export function updateLayer(): void {
  if (ui) ui.update();
  showRevisit(layer !== "banner" && state.decided, rules.config.ui, state.language);
}
