/**
 * How wide a text is, without a canvas: the widths of Helvetica's letters in thousandths of the font's size (Adobe's font
 * metrics), with room for system fonts that run wider (Verdana, DejaVu). Too wide costs a little white; too narrow cuts a
 * label off. The same on every machine, which a real font is not.
 */
const BY_WIDTH: [number, string][] = [
  [222, 'ijl'],
  [260, '|'],
  [278, " !,./:;I[\\]ft'"],
  [333, '()-`r"°'],
  [389, '*'],
  [500, 'cksvxyzJ'],
  [556, '0123456789#$?L_abdeghnopqu–'],
  [584, '+<=>~−→←'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
];
const WIDTHS = new Map(BY_WIDTH.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
/** Letters of other scripts are mostly wider than Latin ones. */
const OTHER_LATIN = 600;
const WIDE = 1000;
export const ROOM_FOR_WIDER_FONTS = 1.14;
const BOLD_IS_WIDER = 1.18;

export function textWidth(text: string, fontSize: number, isBold = false): number {
  let thousandths = 0;
  for (const letter of text) thousandths += WIDTHS.get(letter) ?? (letter < '\u0600' ? OTHER_LATIN : WIDE);
  const room = ROOM_FOR_WIDER_FONTS * (isBold ? BOLD_IS_WIDER : 1);
  return Math.round((thousandths * room * fontSize) / 100) / 10;
}
