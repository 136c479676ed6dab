// Opens and closes the two layers: gets the interface when it is first needed, and tells the page. It draws nothing and
// decides nothing. If the interface cannot be had everything stays blocked, and it is tried again.
import { isSeparate } from "../consent/separate";
import type { Layer, Ui, UiContext, UiModule } from "../contract";
import { fail, showRevisit, tell, withRoot } from "./page";
import { loadPart, partUrl, warmPart } from "./parts";
import { known, state } from "./visitor";

/** What the interface needs of the gate, apart from what is known of the visitor. */
export type Stage = Pick<UiContext, "api" | "choose">;

/** What is on screen. */
export let layer: Layer | undefined;
let wanted: Layer | undefined;
let ui: Ui | undefined;
let mounting: Promise<Ui> | undefined;
/** Milliseconds until the next attempt to get the interface. */
let pause = 2000;

async function mount({ api, choose }: Stage): Promise<Ui> {
  const loading = loadPart("assent-ui.js") as Promise<UiModule>;
  warmPart(`locale/${state.language}.js`);
  const root = await new Promise<ShadowRoot>(withRoot);
  ui = (await loading).mount({
    api,
    get config() {
      return known().config;
    },
    root,
    isSeparate: (service) => isSeparate(service, known().regime),
    choose,
    closed: () => show(state.decided ? undefined : "banner"),
    url: partUrl,
  });
  return ui;
}

/** The interface, mounted at the first call. */
export function getLayers(stage: Stage): Promise<Ui> {
  mounting = mounting || mount(stage);
  return mounting;
}

export async function openLayer(next: Layer, stage: Stage, id?: string): Promise<void> {
  wanted = next;
  try {
    const shown = await getLayers(stage);
    // Closed, answered, or another layer asked for while the file was on its way.
    if (wanted === next) await shown.open(next, id);
    if (wanted === next) show(next);
  } catch (error) {
    if (!ui) mounting = undefined;
    if (pause < 3000) fail(error as Error);
    setTimeout(() => {
      if (wanted === next && layer !== next) openLayer(next, stage, id);
    }, pause);
    pause *= 4;
  }
}

export function closeLayer(): void {
  if (ui) ui.close();
  show(undefined);
}

function show(next: Layer | undefined): void {
  const before = layer;
  wanted = layer = next;
  updateLayer();
  if (before === next) return;
  if (before) tell("close", { layer: before });
  if (next) tell("open", { layer: next });
}

/** The state or the language has changed. */
export function updateLayer(): void {
  if (ui) ui.update();
  showRevisit(!layer && state.decided, known().config.ui, state.language);
}
