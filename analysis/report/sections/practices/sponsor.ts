/** The sponsor's page: what the network is for, in figures as of now; which milestones are passed, late or held. */
import type { BodyOf } from '../../../../data/records/index.ts';
import { figureKey } from '../../findings/figures.ts';
import type { Cell, Table } from '../../report-model.ts';
import type { Scene } from '../../scene.ts';
import { decimal, many } from '../../words.ts';
import { quantityOf, titleOf } from '../figure-words.ts';
import { type SectionOf, section } from '../section.ts';

export const alignment: SectionOf = (scene) => {
  const { objective: objectives = [], milestone: milestones = [] } = scene.input.records.practices ?? {};
  const reached = objectives.filter((one) => stateOf(scene, one) === 'reached').length;
  const passed = milestones.filter(({ status }) => status === 'passed').length;
  const late = milestones.filter((one) => milestoneState(scene, one) === 'late').length;
  const held = milestones.filter(({ status }) => status === 'not-passed');
  return section('sponsor', 'For the sponsor', {
    paragraphs: [
      objectives.length === 0
        ? 'The charter ties no objective to a figure.'
        : `${reached} of ${many(objectives.length, 'objective')} reached.`,
      milestones.length === 0
        ? 'The roadmap has no milestone.'
        : `${passed} of ${many(milestones.length, 'milestone')} passed, ${late} late, ${held.length} held.`,
      ...held.map((one) => heldWords(scene, one)),
    ],
    tables: [
      ...(objectives.length === 0 ? [] : [objectiveTable(scene, objectives)]),
      ...(milestones.length === 0 ? [] : [roadmap(scene, milestones)]),
    ],
    notes: ['A figure that stands where it should does not say that the network moved it.'],
  });
};

function settingsOf({ about }: Scene) {
  return about.practices?.alignment;
}

function objectiveTable(scene: Scene, objectives: readonly BodyOf<'objective'>[]): Table {
  const texts = new Map(settingsOf(scene)?.objectives.map(({ id, text }) => [id, text]));
  return {
    id: 'objectives',
    title: 'What the network is for',
    columns: [
      { label: 'objective', format: 'text' },
      { label: 'figure', format: 'text' },
      { label: 'should be', format: 'text' },
      { label: 'now', format: 'decimal' },
      { label: 'state', format: 'text' },
    ],
    rows: [...objectives]
      .sort((a, b) => (a.objective < b.objective ? -1 : 1))
      .map((one): Cell[] => {
        const key = keyOf(scene, one);
        return [
          ...[texts.get(one.objective) ?? one.objective, titleOf(key), aimOf(one)],
          ...[quantityOf(key, scene.check.figures[key]), stateOf(scene, one)],
        ];
      }),
    note: null,
  };
}

function roadmap(scene: Scene, milestones: readonly BodyOf<'milestone'>[]): Table {
  const texts = new Map(settingsOf(scene)?.milestones.map(({ id, text }) => [id, text]));
  return {
    id: 'roadmap',
    title: 'The roadmap',
    columns: [
      { label: 'milestone', format: 'text' },
      { label: 'day', format: 'date' },
      { label: 'gate', format: 'text' },
      { label: 'state', format: 'text' },
      { label: 'since', format: 'date' },
    ],
    rows: [...milestones]
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.milestone < b.milestone ? -1 : 1))
      .map((one): Cell[] => [
        ...[texts.get(one.milestone) ?? one.milestone, one.on, one.gate, milestoneState(scene, one)],
        one.status === 'ahead' ? null : one.at.slice(0, 10),
      ]),
    note: null,
  };
}

function milestoneState({ check }: Scene, { status, on }: BodyOf<'milestone'>): string {
  if (status === 'passed') return 'passed';
  if (status === 'not-passed') return 'held';
  return check.asOf.slice(0, 10) > on ? 'late' : 'ahead';
}

function heldWords(scene: Scene, { milestone, gate }: BodyOf<'milestone'>): string {
  const known = settingsOf(scene)?.milestones.find(({ id }) => id === milestone);
  const text = known?.text ?? milestone;
  if (gate !== 'funding') return `Held at its gate: ${text}.`;
  const proposes = known?.proposes ?? 'continue';
  return `Not funded: ${text}. For this case the charter proposes to ${proposes === 'hand-over' ? 'hand over' : proposes}.`;
}

function keyOf({ check }: Scene, { metric, groupBy }: BodyOf<'objective'>): string {
  return figureKey(metric, groupBy ?? check.policy.groupBy);
}

function stateOf(scene: Scene, objective: BodyOf<'objective'>): string {
  const value = scene.check.figures[keyOf(scene, objective)] ?? null;
  if (value === null) return 'not known';
  const { atLeast, atMost } = objective;
  const isReached = (atLeast === null || value >= atLeast) && (atMost === null || value <= atMost);
  return isReached ? 'reached' : 'not yet';
}

function aimOf({ atLeast, atMost }: BodyOf<'objective'>): string {
  return [
    ...(atLeast === null ? [] : [`at least ${decimal(atLeast)}`]),
    ...(atMost === null ? [] : [`at most ${decimal(atMost)}`]),
  ].join(' and ');
}
