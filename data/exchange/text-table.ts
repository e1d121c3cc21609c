/** Tables for a terminal: plain, aligned, without colour, so that they can be piped and pasted. */

export interface TextColumn {
  label: string;
  align?: 'left' | 'right';
}

export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ label }, at) => Math.max(widthOf(label), ...rows.map((row) => widthOf(row[at] ?? ''))));
  const lines = [columns.map(({ label }) => label), ...rows].map((cells) =>
    columns
      .map(({ align }, at) => padded(cells[at] ?? '', widths[at] ?? 0, align))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

/** A number for the eye: four digits after the point, none that say nothing. */
export function shortNumber(value: number): string {
  return String(Number(value.toFixed(4)));
}

function padded(text: string, width: number, align: TextColumn['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

function widthOf(text: string): number {
  return Array.from(text).length;
}
