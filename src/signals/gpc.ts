// Global Privacy Control, as the browser states it (w3.org/TR/gpc). Listening only.

export function hearsGpc(): boolean {
  return (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;
}
