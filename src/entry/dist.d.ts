// The built files that the npm module imports at run time.
declare module "./assent-ui.js" {
  export * from "./ui";
}
declare module "./assent-centre.js" {
  export * from "./centre";
}
declare module "./assent-choice.js" {
  export * from "./choice";
}
