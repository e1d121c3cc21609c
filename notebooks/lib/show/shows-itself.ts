/**
 * What a value of Weft brings along so that a notebook can show it: a media bundle, the richest form first served by
 * whoever reads it (JupyterLab the interactive chart, an exported page the picture, a terminal the words).
 *
 * The symbol is registered by name, not made anew: the library may be loaded twice in one process (from its sources and
 * from a bundle), and a value made by one copy must still be shown by the other.
 */

/** Media type → content, as Jupyter's display_data takes it: JSON types as objects, the rest as text. */
export type MediaBundle = Record<string, unknown>;

export const SHOW: unique symbol = Symbol.for('weft.show') as never;

/** Anything that a cell shows when it ends with it, or when `show` is given it. */
export interface ShowsItself {
  [SHOW](): MediaBundle | Promise<MediaBundle>;
}

export function showsItself(value: unknown): value is ShowsItself {
  return typeof value === 'object' && value !== null && typeof (value as Partial<ShowsItself>)[SHOW] === 'function';
}
