/**
 * The one way to write HTML here: a template whose values are escaped, unless they are HTML made by the same template.
 * There is no other way to turn text into markup, so there is nothing to forget.
 */
export class SafeHtml {
  constructor(readonly markup: string) {}
}

type Value = SafeHtml | string | number | null | readonly Value[];

/** html`<p title="${text}">${text}</p>`: attributes are always quoted with ", and text is escaped for both places. */
export function html(parts: TemplateStringsArray, ...values: Value[]): SafeHtml {
  let markup = parts[0]!;
  values.forEach((value, at) => {
    markup += markupOf(value) + parts[at + 1]!;
  });
  return new SafeHtml(markup);
}

/** An SVG of our own rendering, whose texts vega has escaped. */
export function trustedSvg(svg: string): SafeHtml {
  return new SafeHtml(svg);
}

/** Data for a script element that is no script: `<` cannot end the element or open a comment. */
export function jsonData(value: unknown): SafeHtml {
  return new SafeHtml(
    JSON.stringify(value)
      .replace(/</g, '\\u003c')
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029'),
  );
}

function markupOf(value: Value): string {
  if (value instanceof SafeHtml) return value.markup;
  if (value === null) return '';
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escapeHtml(String(value));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);
}
