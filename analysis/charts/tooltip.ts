/**
 * What a reader sees who points at a mark, where pictures are interactive: named values instead of the raw fields. In
 * print it changes nothing.
 */
import type { Spec } from './theme.ts';

export interface TooltipField {
  field: string;
  title: string;
  /** A d3 format for numbers; none for texts. */
  format?: string;
}

/** @param spec a layered, single or faceted specification; its marks share their data. */
export function withTooltip(spec: Spec, fields: readonly TooltipField[]): Spec {
  const tooltip = fields.map(({ field, title, format }) => ({
    ...{ field, title, type: format === undefined ? 'nominal' : 'quantitative' },
    ...(format === undefined ? {} : { format }),
  }));
  const within = spec as unknown as { spec?: object; encoding?: object };
  if (within.spec !== undefined) {
    const inner = within.spec as { encoding?: object };
    return { ...spec, spec: { ...inner, encoding: { ...inner.encoding, tooltip } } } as unknown as Spec;
  }
  return { ...spec, encoding: { ...within.encoding, tooltip } } as unknown as Spec;
}
