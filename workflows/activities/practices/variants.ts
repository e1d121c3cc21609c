/** Who is in which arm of a variant, drawn or by attribute or named; and what members had done when it began and ended. */
import { createRandom } from '../../../analysis/inference/random.ts';
import { drawArms } from '../../../analysis/variants/draw-arms.ts';
import { outcomesOf } from '../../../analysis/variants/outcomes-of-members.ts';
import type { Arm, ArmsBy, BodyOf, Instant, VariantOutcome } from '../../../data/records/index.ts';
import { ARMS } from '../../../data/records/index.ts';
import type { Activities, FactDraft } from '../../contract/index.ts';
import { factOf } from '../facts.ts';
import { askedBy, type World } from '../world.ts';

type Store = World['store'];
type Seat = BodyOf<'variant-arm'>;
type Placed = Pick<Seat, 'member' | 'arm' | 'how' | 'block' | 'draw'>;
type Question = Parameters<Activities['assignArms']>[0];
type Member = BodyOf<'member'>;

export function variantActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'assignArms' | 'endArms'> {
  return {
    async assignArms(question) {
      const { network, variant, outcomes, members: asked, at } = question;
      const taking = (await store.read({ network, kind: 'member' }))
        .map(({ body }) => body)
        .filter(({ status, member }) => status === 'active' && (asked === null || asked.includes(member)));
      const seats = await seatsOf(store, network, variant);
      const seated = new Set(seats.map(({ member }) => member));
      const placed = place(
        question,
        taking.filter(({ member }) => !seated.has(member)),
        seats,
      );
      const before = await countsIn(store, network, outcomes, at);
      await keep(
        store,
        network,
        placed.map((one) => ({ variant, ...one, at, before: before(one.member), after: null })),
        { at, word: 'assigned' },
      );
      // A second attempt finds what the first one stored, under the same instant.
      const now = (await seatsOf(store, network, variant)).filter(
        (seat) => seat.at === at && (asked === null || asked.includes(seat.member)),
      );
      const assigned = ARMS.map((arm) => ({ arm, members: membersIn(now, arm) }));
      return {
        assigned: assigned.filter(({ members }) => members.length > 0),
        without: (asked ?? taking).length - now.length,
      };
    },

    async endArms({ network, variant, outcomes, at }) {
      const after = await countsIn(store, network, outcomes, at);
      const seats = await seatsOf(store, network, variant);
      await keep(
        store,
        network,
        seats.map((seat) => ({ ...seat, after: after(seat.member) })),
        { at, word: 'ended' },
      );
      return { members: seats.length };
    },
  };
}

function place({ variant, arms, assign, members: asked, arm }: Question, free: Member[], seats: Seat[]): Placed[] {
  if (assign.by === 'naming') {
    if (arm === null) return [];
    return free.map(({ member }) => ({ member, arm, how: 'named', block: null, draw: null }));
  }
  if (assign.by === 'attribute') {
    return free.flatMap(({ member, attributes }): Placed[] => {
      const found = armOf(assign, valueIn(attributes, assign.attribute));
      return found === null ? [] : [{ member, arm: found, how: 'attribute', block: null, draw: null }];
    });
  }
  const { seed, within } = assign;
  const isFirst = asked === null;
  const stream = isFirst ? 'first' : `joined/${asked.join(' ')}`;
  const members = free.map(({ member, attributes }) => ({
    member,
    block: within === undefined ? null : valueIn(attributes, within),
  }));
  const random = createRandom(seed, `variants/${variant}/${stream}`);
  return drawArms({ arms, members, known: seats, isFirst, random }).map((one) => ({ ...one, how: 'drawn' }));
}

function valueIn(attributes: Member['attributes'], name: string): string | null {
  const value = attributes[name];
  return value === undefined || value === null ? null : String(value);
}

function armOf({ values }: Extract<ArmsBy, { by: 'attribute' }>, value: string | null): Arm | null {
  return value === null ? null : (ARMS.find((arm) => values[arm]?.includes(value)) ?? null);
}

async function seatsOf(store: Store, network: string, variant: string): Promise<Seat[]> {
  const seats = await store.read({ network, kind: 'variant-arm' });
  return seats.map(({ body }) => body).filter((seat) => seat.variant === variant);
}

function membersIn(seats: Seat[], arm: Arm): string[] {
  return seats
    .filter((seat) => seat.arm === arm)
    .map(({ member }) => member)
    .sort();
}

async function countsIn(store: Store, network: string, outcomes: VariantOutcome[], at: Instant) {
  const records = await store.measurableRecords(network, at);
  const counts = outcomes.map((outcome) => [outcome, outcomesOf(records, outcome)] as const);
  return (member: string): Seat['before'] =>
    Object.fromEntries(counts.map(([outcome, of]) => [outcome, of.get(member) ?? 0]));
}

async function keep(store: Store, network: string, seats: Seat[], { at, word }: { at: Instant; word: string }) {
  const source = askedBy();
  const drafts = seats.map((body): FactDraft => {
    const key = `variant-arm/${body.variant}/${body.member}/${word}`;
    return { kind: 'variant-arm', body, validFrom: at, key };
  });
  await store.append(
    drafts.map((draft) => factOf(draft, { network, source, recordedAt: at })),
    source,
  );
}
