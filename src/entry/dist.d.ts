// The built files that the npm module imports at run time.
declare module "*/assent-ui.js" {
  export { mount } from "./ui";
}
declare module "*/assent-centre.js";
declare module "*/assent-choice.js";
declare module "*/assent-config.js";
declare module "*/en.js";
declare module "*/en-centre.js";
declare module "*/zh-CN.js";
declare module "*/zh-CN-centre.js";
declare module "*/assent-vendors.js";
