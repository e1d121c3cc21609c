import { describe, expect, it } from 'vitest';
import { note } from '../../../analysis/metrics/practice/notes-to-patterns.ts';
import { prompt } from '../../../analysis/metrics/practice/prompts-answered.ts';
import { session } from '../../../analysis/metrics/practice/sessions-documented.ts';
import { circle, seats } from '../../../analysis/metrics/practice/tier-flow.ts';
import type { PracticeRecords } from '../../../data/records/index.ts';
import { network, resultOf } from './small-networks.ts';

function measured(metric: string, practices: Partial<PracticeRecords>, members = 'a b c d e f') {
  return resultOf({ ...network(members), practices }, metric);
}

describe('sessions-documented: an agenda beforehand and a decision afterwards', () => {
  it('one of four held has both: 1/4, and what is called off does not count', () => {
    const held = [session(1, 'talk', 1, true, 2), session(2, 'talk', 1, true), session(3, 'talk', 1, false, 1)];
    const off = { ...session(5, 'talk', 1, true, 1), status: 'called-off' as const };
    expect(measured('sessions-documented', { session: [...held, session(4, 'talk', 1), off] })).toMatchObject({
      value: 1 / 4,
      details: { held: 4, calledOff: 1, withAgenda: 2, withDecision: 2, meanAttendance: 1 },
    });
  });

  it('is not known before one was held', () => {
    const ahead = { ...session(1, 'talk', 1), status: 'announced' as const };
    expect(measured('sessions-documented', { session: [ahead] })).toMatchObject({ reason: 'no session was held' });
  });
});

describe('format-mix: Blau’s index of the newest cycle, against the one before', () => {
  it('two talks, a clinic and an open space are 1 − (1/4 + 1/16 + 1/16) = 5/8; three talks and a clinic 3/8', () => {
    const first = [
      session(1, 'talk', 1),
      session(2, 'talk', 1),
      session(3, 'case-clinic', 1),
      session(4, 'open-space', 1),
    ];
    expect(measured('format-mix', { session: first })).toMatchObject({ value: 5 / 8, details: { narrows: false } });
    const then = ['talk', 'talk', 'talk', 'case-clinic'].map((format, at) => session(5 + at, format as 'talk', 2));
    expect(measured('format-mix', { session: [...first, ...then] })).toMatchObject({
      value: 3 / 8,
      details: {
        narrows: true,
        byCycle: [
          { cycle: 1, blau: 5 / 8 },
          { cycle: 2, byFormat: { 'case-clinic': 1, talk: 3 } },
        ],
      },
    });
    expect(measured('format-mix', { session: [session(1, 'talk', null)] }).reason).toContain('in a cycle');
  });
});

describe('prompts-answered and notes-to-patterns: what is asked for, what is said, what becomes of it', () => {
  it('nine of twelve asked on two occasions is 3/4; fewer than five are withheld', () => {
    const unasked = { ...prompt(3, 0, 0), askedAt: null };
    const shadowing = { ...prompt(2, 2, 1), after: 'shadowing' as const };
    expect(measured('prompts-answered', { 'knowledge-prompt': [prompt(1, 10, 8), shadowing, unasked] })).toMatchObject({
      value: 9 / 12,
      details: {
        prompts: 2,
        byOccasion: { session: { asked: 10, answered: 8 }, shadowing: { asked: 2, answered: 1 } },
      },
    });
    expect(measured('prompts-answered', { 'knowledge-prompt': [prompt(1, 4, 4)] })).toMatchObject({
      value: null,
      reason: 'fewer than 5 were asked',
    });
  });

  it('of five notes two became patterns, two wait: 2/5', () => {
    const notes = [note(1, 'accepted'), note(2, 'merged'), note(3, 'kept'), note(4, 'kept'), note(5, 'set-aside')];
    expect(measured('notes-to-patterns', { 'knowledge-note': notes })).toMatchObject({
      value: 2 / 5,
      details: { notes: 5, waiting: 2, setAside: 1 },
    });
    expect(measured('notes-to-patterns', { 'knowledge-note': [] }).value).toBeNull();
  });
});

describe('tier-flow: ties between tiers among all ties of who has a tier', () => {
  const groups = { circle: [circle(1, 'peer-circle'), circle(2, 'expert-forum')] };
  const ties = 'a>b b>a a>f f>g g>f h>c x>a d e i j';

  it('two of six run between: 1/3; even mixing of five and five gives 50/90', () => {
    const practices = { ...groups, 'circle-member': [...seats(1, 'abcde'), ...seats(2, 'fghij')] };
    const result = measured('tier-flow', practices, ties);
    expect(result).toMatchObject({
      value: 1 / 3,
      details: {
        tiers: ['expert-forum', 'peer-circle'],
        counts: [
          [2, 1],
          [1, 2],
        ],
        sizes: [5, 5],
        leftOut: 0,
      },
    });
    expect(result.details.evenMixing).toBeCloseTo(50 / 90, 12);
  });

  it('who is in several tiers is a tier of their own; tiers under five are left out', () => {
    const both = { ...groups, 'circle-member': [...seats(1, 'abcdefx'), ...seats(2, 'fghij')] };
    expect(measured('tier-flow', both, ties)).toMatchObject({
      value: null,
      details: { tiers: ['peer-circle'], leftOut: 5 },
    });
    const gone = { ...groups, 'circle-member': seats(2, 'fghij').map((seat) => ({ ...seat, isIn: false })) };
    expect(measured('tier-flow', gone, ties).reason).toContain('fewer than two tiers');
  });
});
