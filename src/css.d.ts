// How the build hands style sheets to the code: as minified strings.
declare module "*.css" {
  export const css: string;
}
