/** Text as it stands in HTML, in content and in quoted attributes: names of groups and headings come from people's files. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);
}
