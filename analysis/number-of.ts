/** `agenda-12` → 12: what is numbered as it comes about is put in order by its number, not by its letters. */
export function numberOf(id: string): number {
  return Number(/\d+$/.exec(id)?.[0] ?? 0);
}
