/** How people are called in files and on command lines: what counts as the same name, and what is an opaque code. */

/** `p01`, `17`, `M-0042`: a code that says nothing about who it is. Also the ids that `idFor` gives, for a round trip. */
const OPAQUE_CODE = /^(?:(?:[A-Za-z]{1,3}[-_]?)?\d{1,8}|m-[0-9a-f]{16})$/;

export function isOpaqueCode(ref: string): boolean {
  return OPAQUE_CODE.test(ref);
}

/** `  ANA  Pérez`, `ana pérez` and its decomposed spelling are one name. */
export function normalName(ref: string): string {
  return ref.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase();
}
