// What is on screen for a view: one layer at most, and the status that reads the banner out (WCAG 4.1.3).
import { Fragment, h } from "preact";
import { Banner } from "./banner/banner";
import type { View } from "./view";

export const App = ({ view }: { view: View }) => {
  const Layer = view.layer === "banner" ? Banner : view.layer && view.centre?.Dialog;
  return (
    <>
      <p class="status" role="status">
        {view.status}
      </p>
      {Layer && <Layer view={view} />}
    </>
  );
};
