/** What health checks said and what became of it, as tables: checks, findings, proposals, outcomes. People by id. */
import type { BodyOf, Fact, Kind } from '../../../data/records/index.ts';
import type { AsOf } from '../date.ts';
import { tableOf } from '../records-tables.ts';
import type { Source } from '../source/source.ts';
import type { CellValue } from '../table/cells.ts';
import type { Row, Table } from '../table/table.ts';

/** One row a health check: its date, how many answered, and its figures. */
export async function checksTable(source: Source, asOf: AsOf | null): Promise<Table> {
  const snapshots = (await held(source, 'snapshot', asOf)).sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const figures = [...new Set(snapshots.flatMap((body) => Object.keys(body.figures)))].sort();
  const rows = snapshots.map((body): Row => {
    const own = figures.map((name): [string, CellValue] => [name, body.figures[name] ?? null]);
    return { check: body.check, date: body.asOf.slice(0, 10), response: body.response, ...Object.fromEntries(own) };
  });
  return tableOf(['check', 'date', 'response', ...figures], rows, {
    caption: 'Health checks',
    notes: ['@ stands before the attribute that groups; – is not known, and the report of that day says why'],
    formats: { response: 'share' },
  });
}

export async function findingsTable(source: Source, asOf: AsOf | null): Promise<Table> {
  const rows = (await held(source, 'finding', asOf)).map((body): Row => ({ ...body }));
  const columns = ['check', 'rule', 'metric', 'groupBy', 'value', 'threshold', 'p', 'response'];
  return tableOf(columns, inOrder(rows, 'check'), {
    caption: 'What rules of the charter saw',
    formats: { response: 'share' },
  });
}

/** One row a proposal, from who made it to what became of the introduction. */
export async function proposalsTable(source: Source, asOf: AsOf | null): Promise<Table> {
  const proposals = await held(source, 'proposal', asOf);
  const decisions = new Map((await held(source, 'decision', asOf)).map((body) => [body.about, body]));
  const introductions = new Map((await held(source, 'introduction', asOf)).map((body) => [body.proposal, body]));
  const first = new Map<string, Fact<'proposal'>>();
  for (const fact of await everStated(source)) if (!first.has(fact.body.proposal)) first.set(fact.body.proposal, fact);
  const rows = proposals.map((body): Row => {
    const reasons = new Map(body.reasons.map(({ code, value }) => [code, value]));
    const made = first.get(body.proposal);
    return {
      proposal: body.proposal,
      date: made?.validFrom.slice(0, 10) ?? null,
      'made by': body.rule ?? (made?.source.type === 'person' ? made.source.id : null),
      'made in': reasons.get('made-in') ?? null,
      introduce: body.parties[0] ?? null,
      to: body.parties[1] ?? null,
      status: body.status,
      'decided by': decisions.get(body.proposal)?.by ?? null,
      introduction: introductions.get(body.proposal)?.status ?? null,
      metric: body.groupBy === null ? body.metric : `${body.metric}@${body.groupBy}`,
      before: body.before,
      predicted: body.predicted,
      low: body.low,
      high: body.high,
      members: reasons.get('members') ?? null,
      response: reasons.get('response') ?? null,
      p: reasons.get('p') ?? null,
    };
  });
  const columns = Object.keys(rows[0] ?? { proposal: null, date: null, introduce: null, to: null, status: null });
  return tableOf(columns, inOrder(rows, 'date'), {
    caption: 'Proposals',
    notes: [
      'Predicted: the figure if this introduction alone led to a tie both ways. Low and high: nine in ten of what may come of it.',
    ],
    formats: { response: 'share' },
  });
}

/** Predicted against observed, at each outcome check. */
export async function outcomesTable(source: Source, asOf: AsOf | null): Promise<Table> {
  const rows = (await held(source, 'outcome', asOf)).map((body): Row => {
    const { proposal, afterDays, metric, groupBy, before, predicted, observed, tieFormed, verdict } = body;
    const figure = groupBy === null ? metric : `${metric}@${groupBy}`;
    const moved = before === null || predicted === null || observed === null ? null : observed - before;
    return {
      proposal,
      'after days': afterDays,
      metric: figure,
      before,
      predicted,
      observed,
      moved,
      'tie formed': tieFormed,
      verdict,
    };
  });
  const columns = [
    'proposal',
    'after days',
    'metric',
    'before',
    'predicted',
    'observed',
    'moved',
    'tie formed',
    'verdict',
  ];
  return tableOf(columns, inOrder(rows, 'proposal'), {
    caption: 'Outcome checks: predicted against observed',
    notes: [
      'Figures are of the whole network: other things move them, too, so an outcome is a reason to look, not a proof',
    ],
  });
}

async function held<K extends Kind>(source: Source, kind: K, asOf: AsOf | null): Promise<BodyOf<K>[]> {
  const facts = await source.running((networks, network) => networks.facts(network, kind, asOf?.instant ?? undefined));
  // The compiler cannot follow a kind's body through the type of facts.
  return facts.map((fact) => fact.body as BodyOf<K>);
}

async function everStated(source: Source): Promise<Fact<'proposal'>[]> {
  const facts = await source.running((networks, network) => networks.exportFacts(network, 'proposal'));
  return facts.filter((fact): fact is Fact<'proposal'> => fact.kind === 'proposal');
}

function inOrder(rows: Row[], column: string): Row[] {
  return rows.sort((a, b) =>
    String(a[column]) < String(b[column]) ? -1 : String(a[column]) > String(b[column]) ? 1 : 0,
  );
}
