/** Coverage of the agenda: whether somebody can what the learning agenda asks for. */
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const agendaSkillCoverage: Metric = {
  id: 'agenda-skill-coverage',
  family: 'practice',
  scopes: ['network'],
  title: 'Skills of the agenda that somebody has',
  question: 'Can somebody among us what our learning agenda asks for?',
  definition:
    'Of the skills that items of the learning agenda and problems name (each once), the share that at least one active member claims (level 1 or more). Details: items, items all of whose skills are claimed, skills, those that nobody claims, and those that exactly one member claims, without who.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'No item names a skill: null. Claims of who has left do not count.',
  cost: 'O(c + s) for c claims and s skills that are named.',
  reference: 'transactive memory: Wegner 1987, doi:10.1007/978-1-4612-4634-3_9',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'What nobody claims is a reason to invite somebody, or to learn it. It rests on what people say of themselves; and a question that is new may need what nobody has a word for yet.',
  example: {
    network: 'a b c',
    practices: {
      'skill-need': [need('agenda-1', ['intake-design', 'grant-writing'])],
      'skill-claim': [
        { member: 'a', skill: 'intake-design', level: 2, evidence: null, at: '2026-02-02T09:00:00.000Z' },
      ],
    },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'skill-need',
  readsTies: false,
  compute(context) {
    const active = new Set(context.graph.ids);
    const { practices = {} } = context.records;
    const holders = new Map<string, Set<string>>();
    for (const { member, skill, level } of practices['skill-claim'] ?? []) {
      if (level > 0 && active.has(member)) holders.set(skill, (holders.get(skill) ?? new Set()).add(member));
    }
    const items = (practices['skill-need'] ?? []).filter(({ skills }) => skills.length > 0);
    const named = [...new Set(items.flatMap(({ skills }) => skills))].sort();
    const held = named.filter((skill) => holders.has(skill));
    const details = {
      items: items.length,
      itemsCovered: items.filter(({ skills }) => skills.every((skill) => holders.has(skill))).length,
      skills: named.length,
      heldByNobody: named.filter((skill) => !holders.has(skill)),
      heldByOne: named.filter((skill) => holders.get(skill)?.size === 1),
    };
    const given =
      named.length === 0
        ? { reason: 'no item of the agenda and no problem names a skill' }
        : { value: held.length / named.length };
    return [figure(context, agendaSkillCoverage, 'network', given, { details })];
  },
};

function need(about: string, skills: string[]) {
  return { about, skills, by: 'a', at: '2026-02-02T09:00:00.000Z' };
}
