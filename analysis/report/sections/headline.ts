/**
 * What a lead should know after half a minute: the finding, how sure it is, what would help, and what became of what was
 * done before. In plain words, and no stronger than the figures.
 */
import { figureOf, resultOf } from '../../tables.ts';
import type { Figure } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { capital, inWords, list, percent, plural, pValue, signed } from '../words.ts';
import { written } from '../written.ts';
import { earlierProposals } from './earlier-proposals.ts';
import { formatOf, mainKeys, metricOf, titleOf } from './figure-words.ts';
import { type SectionOf, section } from './section.ts';

export const headline: SectionOf = (scene) =>
  section('headline', 'The short version', {
    paragraphs: [mainFinding(scene), ...otherFindings(scene), whatWouldHelp(scene), whatCameOfIt(scene)].filter(
      (text) => text !== '',
    ),
    figures: figures(scene),
  });

function mainFinding(scene: Scene): string {
  const { check, groupBy } = scene;
  if (check.measurement.input.members < scene.smallest) {
    return `The network has fewer than ${scene.smallest} members, so nothing about it is shown.`;
  }
  const index = resultOf(check.measurement, 'e-i-index', 'network');
  if (groupBy === null || index === undefined) return 'Members have no attribute by which silos could be looked for.';
  const between = `the exchange between the ${inWords(scene.groupCount)} ${plural(groupBy)}`;
  if (typeof index.value !== 'number') {
    return `How much ${between.replace('the exchange', 'is exchanged')} cannot be said: ${index.reason ?? 'it is not known'}.`;
  }
  const p = index.details.p;
  const facts = [
    ...(typeof p === 'number' ? [pValue(p)] : []),
    ...(check.response === null ? [] : [`${percent(check.response)} responded`]),
  ];
  const figure = `E-I by ${groupBy} ${signed(index.value)}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
  return `${capital(between)} is ${judgement(scene, index.value, p)}: ${figure}.`;
}

/** "Thin" is said only where a rule of the charter fired; otherwise the figure is held against chance alone. */
function judgement({ check, groupBy }: Scene, value: number, p: unknown): string {
  const isFound = check.findings.some((finding) => finding.metric === 'e-i-index' && finding.groupBy === groupBy);
  if (isFound) return 'thin';
  const expected = resultOf(check.measurement, 'e-i-index', 'network')?.details.expected;
  if (typeof p !== 'number' || typeof expected !== 'number') return 'as follows';
  if (p > 0.05) return 'about what chance would give';
  return value < expected
    ? 'below what chance would give, within the limits of the charter'
    : 'above what chance would give';
}

function otherFindings({ check, groupBy, smallest }: Scene): string[] {
  return check.findings
    .filter((finding) => !(finding.metric === 'e-i-index' && finding.groupBy === groupBy))
    .map((finding) => {
      const key = finding.groupBy === null ? finding.metric : `${finding.metric}@${finding.groupBy}`;
      const format = formatOf(finding.metric);
      const value = written(finding.value, format, smallest);
      const side = finding.value !== null && finding.value < finding.threshold ? 'below' : 'above';
      return `${titleOf(key)} is ${value}, ${side} the ${written(finding.threshold, format, smallest)} that the charter asks for.`;
    });
}

function whatWouldHelp({ check }: Scene): string {
  const made = check.proposals.length;
  if (made === 0) {
    return check.findings.length === 0 ? 'No rule of the charter asks for action now.' : '';
  }
  const most = `${capital(inWords(made))} ${made === 1 ? 'introduction' : 'introductions'} would help most.`;
  const outlook = check.outlooks.find((one) => one.ifAllDone !== null);
  if (outlook === undefined || outlook.ifAllDone === null) return most;
  const format = formatOf(outlook.metric);
  return `${most} If all of them lead to a tie, the index is expected at ${written(outlook.ifAllDone, format, 0)}.`;
}

function whatCameOfIt(scene: Scene): string {
  const earlier = earlierProposals(scene);
  if (earlier.length === 0) return '';
  const of = (test: (one: (typeof earlier)[number]) => boolean): number => earlier.filter(test).length;
  const approved = of((one) => one.proposal.status === 'approved');
  const declined = of((one) => one.proposal.status === 'declined');
  const met = of((one) => one.introduction?.status === 'met');
  const parts = [
    `${inWords(approved)} ${approved === 1 ? 'was' : 'were'} approved`,
    ...(declined === 0 ? [] : [`${inWords(declined)} ${declined === 1 ? 'was' : 'were'} declined`]),
    `${met === 0 ? 'none has' : `${inWords(met)} ${met === 1 ? 'pair has' : 'pairs have'}`} met`,
  ];
  const proposed = `Of the ${inWords(earlier.length)} introductions proposed before, ${list(parts)}.`;
  const checked = earlier.flatMap((one) => one.outcomes).filter((one) => one.before !== null && one.observed !== null);
  const last = checked.at(-1);
  if (last === undefined || last.before === null || last.observed === null) return proposed;
  const format = formatOf(last.metric);
  const [before, observed] = [written(last.before, format, 0), written(last.observed, format, 0)];
  const moved = before === observed ? `stood at ${observed} as before` : `had moved from ${before} to ${observed}`;
  const key = last.groupBy === null ? last.metric : `${last.metric}@${last.groupBy}`;
  return `${proposed} At the outcome check after ${last.afterDays} days, ${titleOf(key)} ${moved}.`;
}

/** Four tiles: what the sentence rests on, with the change since last time. */
function figures(scene: Scene): Figure[] {
  const { check, smallest } = scene;
  if (check.measurement.input.members < smallest) return [];
  const keys = mainKeys(check.figures)
    .filter((key) => check.figures[key] !== null)
    .filter((key) => ['e-i-index', 'density', 'hub-dependence'].includes(metricOf(key)))
    .slice(0, 2);
  const density = figureOf(check.measurement, 'density');
  return [
    ...keys.map(
      (key): Figure => ({
        label: titleOf(key),
        value: check.figures[key]!,
        format: formatOf(key),
        note: sinceLast(scene, key),
      }),
    ),
    {
      label: 'Answered',
      value: check.response,
      format: 'share',
      note: check.asked === 0 ? 'no record of who was asked' : `${check.answered} of ${check.asked} asked`,
    },
    {
      label: 'Members',
      value: check.measurement.input.members,
      format: 'count',
      note: density === null ? null : `${check.measurement.input.ties} ties among them`,
    },
  ];
}

function sinceLast({ check, input, smallest }: Scene, key: string): string | null {
  const before = input.previous?.snapshot.figures[key];
  const now = check.figures[key];
  if (before === undefined || before === null || now === null || now === undefined) return null;
  return `${written(before, formatOf(key), smallest)} last time`;
}
