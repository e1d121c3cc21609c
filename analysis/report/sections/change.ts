/** What has changed since the last report: which figures moved, and what moved them. */
import { figuresOverTime } from '../../charts/figures-over-time.ts';
import { tieChange } from '../../charts/tie-change.ts';
import { protectCount } from '../../suppression.ts';
import { resultOf } from '../../tables.ts';
import type { Cell, Chart, Table } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { capital, count, date, inWords, many, percent } from '../words.ts';
import { written } from '../written.ts';
import { formatOf, mainKeys, metricOf, quantityOf, titleOf } from './figure-words.ts';
import { type SectionOf, section } from './section.ts';

export const change: SectionOf = (scene) => {
  const { previous } = scene.input;
  const over = overTime(scene);
  const ties = tiesChart(scene);
  if (previous === null) {
    return section('change', 'What has changed', {
      paragraphs: ['This is the first report, so there is nothing to compare it with yet.'],
      charts: ties,
    });
  }
  return section('change', `What has changed since ${date(previous.snapshot.asOf)}`, {
    paragraphs: [moved(scene), ...why(scene)],
    charts: [...over, ...ties],
    tables: [figureTable(scene)],
    notes: [
      'A figure that moves is not yet a success: compare the movement with the range in which missing answers leave it.',
    ],
  });
};

/** Keys that both reports have, with both values. */
function pairs({ check, input }: Scene): { key: string; before: number | null; now: number | null }[] {
  const before = input.previous?.snapshot.figures ?? {};
  return mainKeys(check.figures)
    .filter((key) => Object.hasOwn(before, key))
    .map((key) => ({ key, before: before[key] ?? null, now: check.figures[key] ?? null }));
}

function moved(scene: Scene): string {
  const { smallest } = scene;
  const known = pairs(scene).flatMap(({ key, before, now }) => {
    if (before === null || now === null) return [];
    const [from, to] = [written(before, formatOf(key), smallest), written(now, formatOf(key), smallest)];
    return [{ key, from, to }];
  });
  const movers = known.filter(({ from, to }) => from !== to);
  if (known.length === 0) return 'No figure can be compared with the last report.';
  if (movers.length === 0) return 'No headline figure has moved.';
  return movers.map(({ key, from, to }) => `${titleOf(key)} went from ${from} to ${to}.`).join(' ');
}

/** The reasons, as far as facts give them: another survey, ties, members, answers. */
function why(scene: Scene): string[] {
  const { check, previous, smallest, input } = scene;
  if (previous === null || input.previous === null) return [];
  const reasons: string[] = [];
  if (previous.wave !== check.wave && check.wave !== null) {
    reasons.push(
      `The figures now rest on survey wave ${check.wave}${previous.wave === null ? '' : ` instead of wave ${previous.wave}`}.`,
    );
  }
  const tiesNow = new Set(scene.picture.records.ties.filter(({ wave }) => wave === null).map(tieKey));
  const tiesThen = new Set(previous.records.ties.filter(({ wave }) => wave === null).map(tieKey));
  const added = [...tiesNow].filter((key) => !tiesThen.has(key)).length;
  const gone = [...tiesThen].filter((key) => !tiesNow.has(key)).length;
  if (added > 0)
    reasons.push(
      `${capital(`${inWords(added)} ${added === 1 ? 'tie' : 'ties'}`)} came from work done together or introductions, outside a survey.`,
    );
  if (gone > 0)
    reasons.push(
      `${capital(`${inWords(gone)} ${gone === 1 ? 'tie' : 'ties'}`)} of that kind ${gone === 1 ? 'is' : 'are'} gone.`,
    );

  const now = new Set(scene.members);
  const then = new Set(
    input.previous.records.members.filter(({ status }) => status === 'active').map(({ member }) => member),
  );
  const joined = [...now].filter((member) => !then.has(member)).length;
  const left = [...then].filter((member) => !now.has(member)).length;
  if (joined > 0 || left > 0) {
    const words = (number: number): string =>
      number === 0 ? 'nobody' : written(protectCount(number, smallest), 'count', smallest);
    reasons.push(`Membership: ${words(joined)} joined, ${words(left)} left.`);
  }
  const { response } = input.previous.snapshot;
  if (response !== null && check.response !== null && percent(response) !== percent(check.response)) {
    reasons.push(`${percent(check.response)} answered, after ${percent(response)} last time.`);
  }
  return reasons.length === 0 ? ['Neither members nor ties nor answers have changed.'] : [reasons.join(' ')];
}

function tieKey({ from, to, type }: { from: string; to: string; type: string }): string {
  return JSON.stringify([from, to, type]);
}

function figureTable(scene: Scene): Table {
  return {
    id: 'figures-now-and-then',
    title: 'Figures now and last time',
    columns: [
      { label: 'figure', format: 'text' },
      { label: 'last time', format: 'decimal' },
      { label: 'now', format: 'decimal' },
      { label: 'difference', format: 'signed' },
    ],
    rows: pairs(scene).map(({ key, before, now }): Cell[] => [
      titleOf(key),
      quantityOf(key, before),
      quantityOf(key, now),
      before === null || now === null ? null : differenceOf(key, now - before),
    ]),
    note: null,
  };
}

function differenceOf(key: string, value: number): Cell {
  return { value, format: formatOf(key) === 'share' ? 'points' : 'change' };
}

/** Ties between the two survey waves; the number of members does not show, so that small changes give nobody away. */
function tiesChart(scene: Scene): Chart[] {
  const stability = resultOf(scene.check.measurement, 'tie-stability', 'network');
  const { kept, formed, dissolved } = stability?.details ?? {};
  if (typeof kept !== 'number' || typeof formed !== 'number' || typeof dissolved !== 'number') return [];
  if (kept + formed + dissolved === 0) return [];
  const rows = [
    { fate: 'kept' as const, ties: kept },
    { fate: 'formed' as const, ties: formed },
    { fate: 'gone' as const, ties: dissolved },
  ];
  const title = `Between the last two surveys ${many(formed, 'tie')} formed, ${count(dissolved)} went, ${count(kept)} lasted`;
  const description = 'Ties of members who answered both surveys: kept, formed and gone.';
  return [
    {
      id: 'tie-change',
      title,
      description,
      spec: tieChange(rows, title, description),
      table: {
        id: 'tie-change-table',
        title: 'Ties between the last two surveys',
        columns: [
          { label: 'fate', format: 'text' },
          { label: 'ties', format: 'count' },
        ],
        rows: rows.map(({ fate, ties }) => [fate, ties]),
        note: 'Only ties of members who answered both surveys: no answer is not a lost tie.',
      },
    },
  ];
}

const SHOWN_OVER_TIME = ['e-i-index', 'density', 'reciprocity', 'hub-dependence'];

function overTime(scene: Scene): Chart[] {
  const { check, input, smallest } = scene;
  const current = { asOf: check.asOf, check: check.check, figures: check.figures };
  const checks = [...input.history.snapshots.filter((one) => one.check !== check.check), current].sort((a, b) =>
    a.asOf < b.asOf ? -1 : 1,
  );
  const keys = mainKeys(check.figures).filter((key) => SHOWN_OVER_TIME.includes(metricOf(key)));
  const points = keys.flatMap((key) =>
    checks.flatMap(({ asOf, figures }) => {
      const value = figures[key];
      if (value === null || value === undefined) return [];
      return [{ figure: titleOf(key), date: asOf.slice(0, 10), value, text: written(value, formatOf(key), smallest) }];
    }),
  );
  const isLine = keys.filter((key) => points.filter(({ figure }) => figure === titleOf(key)).length > 1);
  const drawn = points.filter(({ figure }) => isLine.some((key) => titleOf(key) === figure));
  if (drawn.length === 0) return [];
  const title = `Headline figures over ${inWords(checks.length)} health checks`;
  const description = 'Small lines, each on its own scale, with the first and the last value written.';
  return [
    {
      id: 'figures-over-time',
      title,
      description,
      spec: figuresOverTime(drawn, title, description),
      table: {
        id: 'figures-over-time-table',
        title: 'Headline figures by health check',
        columns: [
          { label: 'as of', format: 'date' },
          ...isLine.map((key) => ({ label: titleOf(key), format: formatOf(key) })),
        ],
        rows: checks.map(({ asOf, figures }): Cell[] => [asOf, ...isLine.map((key) => figures[key] ?? null)]),
        note: null,
      },
    },
  ];
}
