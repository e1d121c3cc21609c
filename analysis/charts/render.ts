/**
 * A Vega-Lite specification as an SVG picture, the same bytes every time: no DOM, no canvas, no loader. The one place in
 * `analysis` that may load vega, and it does so when it is first asked for a picture.
 *
 * Vega numbers clip paths and gradients by a counter of the whole process, so that the second report would differ from
 * the first, and two pictures on one page could share an id; ids are therefore written anew, with the picture's own name.
 */
import { ROOM_FOR_WIDER_FONTS, textWidth } from './text-width.ts';
import type { Spec } from './theme.ts';

export interface RenderOptions {
  /** Unique on its page: letters, digits and dashes. */
  id: string;
  /** What a screen reader says: the finding, and what is to be seen. */
  title: string;
  description: string;
  /** Whether the title is drawn as well; a page that has it as text leaves it out. */
  drawTitle: boolean;
  /** How much larger than designed it is shown where there is room. */
  scale?: number;
}

/** @throws when Vega-Lite warns: the chart would be drawn otherwise than it was meant. */
export async function renderSvg(spec: Spec, options: RenderOptions): Promise<string> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  measureTextByTable(vega);
  const warnings: string[] = [];
  const logger = collectWarnings(warnings);
  const compiled = vegaLite.compile(options.drawTitle ? spec : { ...spec, title: undefined }, { logger });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', loader: refuseToLoad(options.id), logger });
  try {
    const svg = await view.toSVG();
    if (warnings.length > 0) throw new Error(`chart ${options.id}: ${warnings.join('; ')}`);
    return described(withOwnIds(svg, options.id), options);
  } finally {
    view.finalize();
  }
}

/** Vega would measure text on a canvas where one happens to be installed, and pictures would differ between machines. */
function measureTextByTable(vega: object): void {
  const { textMetrics } = vega as { textMetrics: { width: (item: TextItem, text: unknown) => number } };
  textMetrics.width = ({ fontSize = 11, fontWeight, limit = 0 }, text) => {
    const width = textWidth(text === null || text === undefined ? '' : String(text), fontSize, fontWeight === 600);
    // Cut off where it is drawn, so it takes no more room.
    return limit > 0 ? Math.min(width, limit * ROOM_FOR_WIDER_FONTS) : width;
  };
}

interface TextItem {
  fontSize?: number;
  fontWeight?: string | number;
  limit?: number;
}

/** What vega and Vega-Lite call to report; their own types for it name a package without types. */
interface Logger {
  level: (given?: number) => Logger & number;
  error: (...messages: readonly unknown[]) => Logger;
  warn: (...messages: readonly unknown[]) => Logger;
  info: (...messages: readonly unknown[]) => Logger;
  debug: (...messages: readonly unknown[]) => Logger;
}

function collectWarnings(warnings: string[]): Logger {
  const note = (...messages: readonly unknown[]): Logger => {
    warnings.push(messages.map(String).join(' '));
    return logger;
  };
  const ignore = (): Logger => logger;
  const level = ((given?: number) => (given === undefined ? 2 : logger)) as Logger['level'];
  const logger: Logger = { level, error: note, warn: note, info: ignore, debug: ignore };
  return logger;
}

/** A report's pictures hold their data; one that asks for a file or an address is wrong, or hostile. */
function refuseToLoad(id: string) {
  const refuse = (): Promise<never> =>
    Promise.reject(new Error(`chart ${id} asks for data from outside; give it inline`));
  return { load: refuse, sanitize: refuse, http: refuse, file: refuse };
}

function withOwnIds(svg: string, id: string): string {
  const names = new Map<string, string>();
  for (const [, name] of svg.matchAll(/\sid="([^"]+)"/g)) names.set(name!, `${id}-${names.size + 1}`);
  return svg.replace(/(\sid="|url\(#|href="#)([^")]+)/g, (all, before: string, name: string) => {
    const own = names.get(name);
    return own === undefined ? all : before + own;
  });
}

/** Title and description come first inside the picture, and it is one image to a screen reader, not a heap of marks. */
function described(svg: string, { id, title, description, scale = 1 }: RenderOptions): string {
  const inner = svg
    .slice(svg.indexOf('>') + 1)
    // Vega marks every group as a graphic of its own; within one image these roles are noise.
    .replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, '');
  const size = /<svg[^>]*?\swidth="([\d.]+)"\sheight="([\d.]+)"\sviewBox="([^"]+)"/.exec(svg);
  if (size === null) throw new Error(`chart ${id}: the picture has no size`);
  const [width, height] = [size[1], size[2]].map((side) => Math.round(Number(side) * scale));
  const viewBox = size[3];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc" width="${width}" ` +
    `height="${height}" viewBox="${viewBox}"><title id="${id}-title">${escapeXml(title)}</title>` +
    `<desc id="${id}-desc">${escapeXml(description)}</desc>${inner}`
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);
}
