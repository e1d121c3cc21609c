/**
 * Plays a scripted story against a running network through the same door that people use: each act waits for its day on
 * the programme's clock, and for being asked, as a person would who opens the inbox.
 */
import type { Act, Story } from '../../data/examples/three-regions/story.ts';
import { addDuration } from '../../data/records/duration.ts';
import type { NetworkStatus } from '../../workflows/host/client.ts';
import { RefusedError } from '../../workflows/host/client.ts';
import { DemoError } from './demo-error.ts';
import type { Look, Played, Stage } from './show.ts';

export interface PlayOptions extends Look {
  stage: Stage;
  network: string;
  story: Story;
}

const LOOK_EVERY_MS = 250;
/** A story that is not over so long after its end will not end. */
const LATE = 'P3M';
/** As many people act at once. */
const AT_ONCE = 10;

export async function playStory({ stage, network, story, onLook, signal }: PlayOptions): Promise<Played> {
  const start = `${story.startsAt}T00:00:00.000Z`;
  const pending = story.acts.map((act) => ({ act, at: addDuration(start, act.at) }));
  const latest = addDuration(`${story.endsAt}T00:00:00.000Z`, LATE);
  const cast = new Cast();
  const played: Played = { done: 0, left: [] };
  for (;;) {
    signal.throwIfAborted();
    const status = await stage.status(network, { brief: true });
    onLook(status);
    cast.look(status);
    if (status.phase === 'closed') break;
    if (status.now > latest)
      throw new DemoError(
        `The network is still open on ${status.now.slice(0, 10)}: this machine is too slow for it. weft demo --slower 3 gives it more time.`,
      );
    const ready = pending.filter(({ act, at }) => at <= status.now && cast.isAsked(act, status));
    const now = ready.slice(0, AT_ONCE * 2);
    for (const one of now) pending.splice(pending.indexOf(one), 1);
    for (let i = 0; i < now.length; i += AT_ONCE) {
      await Promise.all(now.slice(i, i + AT_ONCE).map(({ act }) => perform(act)));
    }
    if (now.length === 0) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  const unasked = pending.filter(({ act }) => act.ifAsked !== true);
  played.left.push(...unasked.map(({ act }) => ({ act, why: 'nobody asked for it before the network closed' })));
  return played;

  async function perform(act: Act): Promise<void> {
    try {
      const receipt = await stage.act(network, act.action, { as: cast.personOf(act), payload: cast.payloadOf(act) });
      cast.heard(act, receipt.id);
      played.done += 1;
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      played.left.push({ act, why: error.message });
    }
  }
}

/** Who is who in this performance: what the script calls by order, the engine has named only now. */
class Cast {
  /** Priorities by the order in which they were proposed. */
  readonly #priorities: string[] = [];
  /** Proposals by the order in which they were made. */
  readonly #proposals: string[] = [];
  /** The two members of each introduction. */
  readonly #parties = new Map<string, string[]>();
  readonly #joined = new Set<string>();

  look({ waiting }: NetworkStatus): void {
    const proposed = waiting.filter((one) => one.action === 'approve').map((one) => one.about);
    for (const proposal of [...new Set(proposed)].sort()) {
      if (!this.#proposals.includes(proposal)) this.#proposals.push(proposal);
    }
    for (const { about, on } of waiting.filter((one) => one.action === 'consent')) {
      const known = this.#parties.get(about) ?? [];
      if (!known.includes(on)) this.#parties.set(about, [...known, on].sort());
    }
  }

  heard(act: Act, id: string | null): void {
    if (act.action === 'propose-priority' && id !== null) this.#priorities.push(id);
    if (act.action === 'accept-invitation') this.#joined.add(act.as);
  }

  /** Whether the person would find this in the inbox by now. What nobody asks for, members do when they have joined. */
  isAsked(act: Act, { waiting, stage, phase }: NetworkStatus): boolean {
    if (act.action === 'adopt') return this.#joined.has(act.as);
    // Whoever reads the invitation late is welcome as long as the network lives.
    if (act.action === 'accept-invitation') return phase !== 'launched' && phase !== 'design';
    const action = act.action === 'decline' ? 'approve' : act.action;
    const about = this.#aboutOf(act);
    if (act.about !== undefined && about === null) return false;
    if (act.action === 'contribute' && (stage === null || !this.#joined.has(act.as))) return false;
    const person = this.personOf(act);
    return waiting.some(
      (one) =>
        one.action === action &&
        (one.on === person || one.on === 'role:member') &&
        (about === null || one.about === about) &&
        (act.payload.item === undefined || one.about === act.payload.item) &&
        (act.action !== 'decide' || one.about === this.#decisionOf(act)),
    );
  }

  /** What becomes of the network when too few have joined, or at the end. */
  #decisionOf(act: Act): string {
    return act.payload.option === 'extend' ? 'too-few-joined-1' : 'sustainment-1';
  }

  personOf(act: Act): string {
    const party = /^party ([12])$/.exec(act.as);
    if (party === null) return act.as;
    return this.#parties.get(this.#aboutOf(act) ?? '')?.[Number(party[1]) - 1] ?? act.as;
  }

  payloadOf(act: Act): Record<string, unknown> {
    const about = this.#aboutOf(act);
    switch (act.action) {
      case 'vote':
        return { ranking: (act.payload.ranking as number[]).flatMap((place) => this.#priorities[place - 1] ?? []) };
      case 'approve':
      case 'decline':
        return { ...act.payload, proposal: about };
      case 'consent':
      case 'confirm-met':
        return { ...act.payload, introduction: about };
      case 'decide':
        return { ...act.payload, decision: this.#decisionOf(act) };
      default:
        return act.payload;
    }
  }

  #aboutOf(act: Act): string | null {
    return act.about === undefined ? null : (this.#proposals[act.about - 1] ?? null);
  }
}
