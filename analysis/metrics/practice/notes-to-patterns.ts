/** Notes to patterns: whether what one learned becomes something that others can use. */
import type { KnowledgeNoteBody } from '../../../data/records/knowledge-note.ts';
import { READS_NO_TIES } from '../laws.ts';
import type { Metric } from '../metric.ts';
import { figure } from '../result.ts';

export const notesToPatterns: Metric = {
  id: 'notes-to-patterns',
  family: 'practice',
  scopes: ['network'],
  title: 'Notes that became patterns',
  question: 'Does what one member learned become something that others can use?',
  definition:
    'Of the notes of what was learned by doing, the share that was taken up as a pattern or merged into one. Details: notes, accepted, merged, set aside, waiting, and patterns in use and retired.',
  direction: 'Ties are not read.',
  normalization: '0 to 1.',
  edgeCases: 'No note: null. Notes that still wait to be curated count as not become patterns.',
  cost: 'O(k) for k notes and patterns.',
  reference: 'Nonaka 1994, doi:10.1287/orsc.5.1.14',
  oracle: 'worked by hand',
  laws: READS_NO_TIES,
  reading:
    'Low with many waiting says that nobody curates; low with many set aside, that prompts ask for the wrong thing. High is no aim: a pattern of everything is none.',
  example: {
    network: 'a b',
    practices: { 'knowledge-note': [note(1, 'accepted'), note(2, 'merged'), note(3, 'set-aside'), note(4, 'kept')] },
    gives: 0.5,
  },
  options: [],
  needs: 'practice',
  reads: 'knowledge-note',
  readsTies: false,
  compute(context) {
    const notes = context.records.practices?.['knowledge-note'] ?? [];
    const patterns = context.records.practices?.pattern ?? [];
    const count = (status: KnowledgeNoteBody['status']): number => notes.filter((one) => one.status === status).length;
    const inUse = patterns.filter(({ status }) => status === 'in-use').length;
    const details = {
      ...{ notes: notes.length, accepted: count('accepted'), merged: count('merged'), setAside: count('set-aside') },
      ...{ waiting: count('kept'), patterns: inUse, retired: patterns.length - inUse },
    };
    const become = count('accepted') + count('merged');
    const given = notes.length === 0 ? { reason: 'nothing was noted yet' } : { value: become / notes.length };
    return [figure(context, notesToPatterns, 'network', given, { details })];
  },
};

/** For examples and tests. */
export function note(number: number, status: KnowledgeNoteBody['status']): KnowledgeNoteBody {
  return {
    ...{
      note: `prompt-1.note-${number}`,
      prompt: 'prompt-1',
      after: 'session',
      about: 'session-1',
      member: 'a',
      status,
    },
    ...{ text: 't-0123456789abcdef', at: '2026-03-18T09:00:00.000Z', pattern: null },
  };
}
