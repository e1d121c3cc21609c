/** Text of people as Markdown in which nothing is markup: HTML is made harmless by entities, Markdown by backslashes. */

/** One line. */
export function markdownText(words: string): string {
  return (
    words
      .replace(/\s+/g, (blank) => (/^\u00a0+$/.test(blank) ? blank : ' '))
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/([\\`*_[\]|~])/g, '\\$1')
      // What begins a line as heading, list or rule, were it there.
      .replace(/^([#+=-])(?=[\s#=-]|$)/, '\\$1')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
      // A bare address becomes a link in many renderers: whatever text asks for, it is not followed by a click.
      .replace(/\b(https?|ftp|javascript|data|mailto):/gi, '$1\u200b:')
  );
}
