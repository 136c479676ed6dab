// The version of this package; the build puts it in.
export const version = "0.0.0";
