/** The sentences of a report as cells of prose. Text of people stays text: neither Markdown, nor HTML, nor a formula. */

import { markdownText } from '../../analysis/report/render/markdown-text.ts';
import type { Report, Section } from '../../analysis/report/report-model.ts';
import { date } from '../../analysis/report/words.ts';

export function titleProse(report: Report, madeBy: string): string {
  const { title, asOf, phase, challenge } = report;
  return blocks([
    `# ${plain(title)}: health report as of ${date(asOf)}`,
    ...(phase === null ? [] : [`Phase: ${plain(phase)}`]),
    ...(challenge === null ? [] : [`> ${plain(challenge)}`]),
    `This notebook makes the report anew, section by section, from the same facts; its last cell holds every number against the report. The sentences are those of the report. It was written by \`${madeBy.replaceAll('`', '')}\`.`,
    'Run all cells (**Run → Run All Cells**), then change what you like: another attribute, another date, a figure of your own. `network.` and `report.` followed by the Tab key say what else can be asked.',
  ]);
}

export function sectionProse({ title, paragraphs }: Section): string {
  return blocks([`## ${plain(title)}`, ...paragraphs.map(plain)]);
}

export function notesProse({ notes }: Section): string {
  return blocks(notes.map((note) => `*${plain(note)}*`));
}

function plain(words: string): string {
  // JupyterLab reads what stands between two dollar signs as a formula.
  return markdownText(words).replaceAll('$', '&#36;');
}

function blocks(texts: readonly string[]): string {
  return texts.join('\n\n');
}
