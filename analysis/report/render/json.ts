/** The report itself, keys in order, two blanks of indentation, one newline at the end. */
import { canonical } from '../../metrics/digest.ts';
import type { Report } from '../report-model.ts';

export function renderJson(report: Report): string {
  return `${JSON.stringify(JSON.parse(canonical(report)), null, 2)}\n`;
}
