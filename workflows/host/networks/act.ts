/**
 * One act of one person: checked here as far as the store goes, then put to the workflow, whose validator has the last
 * word. Words are sealed and names become ids before anything leaves. What is refused is written to the audit log, by
 * what was tried and not by what was said.
 */
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Client,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { z } from 'zod';
import { canonicalJson, JsonError } from '../../../data/store/index.ts';
import type { Action, ActionName, ActMessage, PayloadOf, Receipt } from '../../contract/index.ts';
import { ACTION_NAMES, ACTIONS, isActionName, NAMESPACE, REFUSED, workflowId } from '../../contract/index.ts';
import { NotRunning } from '../connection.ts';
import { addressOfAction, whyNotRunning } from './address-of-action.ts';
import { answerRound } from './answer-round.ts';
import { charterInForce, type InForce } from './charter-in-force.ts';
import { memberOf, namesToIds, type PeoplePlaces, personNamed } from './people-named.ts';
import { RefusedError } from './refused.ts';
import { requestIdOf } from './request-id.ts';

export interface ActInput {
  /** Who acts: an id, an address, or how an imported file called the person. */
  as: string;
  payload?: Record<string, unknown>;
  /** Gives a submission its identity; by default it follows from who does what. */
  request?: string;
}

interface Places extends PeoplePlaces {
  client: Client;
  nowRealMs: number;
}

const MOST_BYTES = 100_000;
/** No worker answers that long: it is down, or comes up again in a moment. */
const ANSWER_WITHIN_MS = 60_000;
const AGAIN_AFTER_MS = 500;
/** So many are enough to meet the end of a task: signals may have come since. */
const NEWEST_EVENTS = 50;
const LOOK_WITHIN_MS = 5_000;
/** gRPC's number for it. */
const FAILED_PRECONDITION = 9;
const REQUEST = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;

/** @throws RefusedError with the words for the person. */
export async function act(places: Places, network: string, action: string, input: ActInput): Promise<Receipt> {
  const inForce = await charterInForce(places.store, network, places.nowRealMs);
  const person = await personNamed(places, network, input.as);
  try {
    if (!isActionName(action)) {
      throw new RefusedError(`There is no action of that name. There are: ${ACTION_NAMES.join(', ')}.`);
    }
    if (person === null) throw new RefusedError(`Nobody of ${network} is called that; give an id or an address.`);
    return await submit(places, network, inForce, action, person, input);
  } catch (error) {
    if (error instanceof RefusedError) {
      await places.store.recordAudit({
        network,
        at: inForce.now,
        actor: { type: 'person', id: person ?? 'unknown' },
        action: 'refused',
        detail: { tried: isActionName(action) ? action : 'unknown' },
      });
    }
    throw error;
  }
}

async function submit(
  places: Places,
  network: string,
  inForce: InForce,
  action: ActionName,
  person: string,
  { payload: given = {}, request: ownRequest }: ActInput,
): Promise<Receipt> {
  const membership = (await memberOf(places, network, person))?.status ?? null;
  refuseWithoutRight(action, person, inForce);
  refuseTooMuch(given);
  const named = await namesToIds(places, network, given, ACTIONS[action]);
  const checked = checkedPayload(action, named);
  if (ACTIONS[action].takenBy === 'questionnaires') {
    const { round, answers, contacts } = checked as PayloadOf<'answer-questionnaire'>;
    const given = { answers, contacts };
    return answerRound(places, network, { person, membership, now: inForce.now, round, given });
  }
  const payload = await sealed(places, network, person, action, checked);
  if (ownRequest !== undefined && !REQUEST.test(ownRequest)) {
    throw new RefusedError('request: use 1 to 100 letters, digits, dots, dashes, underscores or colons.');
  }
  // A name that somebody gave is that person's own: another who gives the same never gets the first one's receipt.
  const request =
    ownRequest === undefined
      ? await requestIdOf(places.store, { network, action, person, payload, now: inForce.now })
      : `${person}.${ownRequest}`;
  const address = await addressOfAction(places.store, network, action, payload);
  const message: ActMessage = { request, actor: { person, membership }, payload };
  try {
    return await update(places.client, workflowId(address), action, message);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw new RefusedError(await whyNotRunning(places.store, address));
    throw error;
  }
}

async function update(client: Client, id: string, action: ActionName, message: ActMessage): Promise<Receipt> {
  const handle = client.workflow.getHandle(id);
  const giveUpAt = Date.now() + ANSWER_WITHIN_MS;
  const submit = () =>
    client.withDeadline(giveUpAt, () =>
      handle.executeUpdate<Receipt, [ActMessage]>(action, { updateId: message.request, args: [message] }),
    );
  try {
    for (;;) {
      try {
        return await submit();
      } catch (error) {
        if (!isBusy(error) || Date.now() + AGAIN_AFTER_MS > giveUpAt) throw error;
      }
      await delay(AGAIN_AFTER_MS);
    }
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (cause instanceof ApplicationFailure && cause.type === REFUSED) throw new RefusedError(cause.message);
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isBusy(error)) {
      throw new NotRunning((await failsAt(client, id)) ? FAILS : UNANSWERED);
    }
    throw error;
  }
}

const UNANSWERED = `No worker answered within ${ANSWER_WITHIN_MS / 1000} s: none runs (weft start; logs/worker.out says why it ended), or it has too much to do. Send this once more when one does: what was taken already is not taken twice.`;

const FAILS = `Weft cannot go on here: for ${ANSWER_WITHIN_MS / 1000} s its worker has tried the next step of this again and again, and failed. Nothing is lost; logs/worker.log says why. Once that is mended and Weft is started again (weft start), it goes on from there: then send this once more.`;

/**
 * A workflow's task that timed out or failed three times is tried again after a pause, and until then the server takes no
 * update for the workflow. The same submission is taken once, so that it may be sent again.
 */
function isBusy(error: unknown): boolean {
  return (error as { cause?: { code?: number } } | undefined)?.cause?.code === FAILED_PRECONDITION;
}

/**
 * Whether its newest task failed, which is a defect of ours; one that timed out only waited too long. A server that does
 * not say so either is simply one more that does not answer.
 */
async function failsAt(client: Client, workflowId: string): Promise<boolean> {
  const request = { namespace: NAMESPACE, execution: { workflowId }, maximumPageSize: NEWEST_EVENTS };
  const newest = await client
    .withDeadline(Date.now() + LOOK_WITHIN_MS, () => client.workflowService.getWorkflowExecutionHistoryReverse(request))
    .catch(() => null);
  const ended = newest?.history?.events?.find(
    (event) =>
      event.workflowTaskFailedEventAttributes ||
      event.workflowTaskTimedOutEventAttributes ||
      event.workflowTaskCompletedEventAttributes,
  );
  return Boolean(ended?.workflowTaskFailedEventAttributes);
}

/**
 * Default deny. What a deputy may do once it is escalated is left to the workflow that knows whether it is; members'
 * standing as well, because it has better words.
 */
function refuseWithoutRight(action: ActionName, person: string, { policy }: InForce): void {
  const { may, takenBy }: Action = ACTIONS[action];
  if ('roles' in may) {
    if (may.roles.some((role) => policy.roles[role].includes(person))) return;
    throw new RefusedError(`Only a ${may.roles.join(' or a ')} may do this.`);
  }
  if (!('right' in may)) return;
  const roles = policy.rights[may.right];
  const deputies = takenBy === 'decision' || may.deputy === true ? [policy.decisions.deputy] : [];
  if ([...roles, ...deputies].some((role) => policy.roles[role].includes(person))) return;
  throw new RefusedError(`Only a ${roles.join(' or a ')} may do this (the charter's right ${may.right}).`);
}

/** Before it is sent: a payload that is too big would be tried for half a minute and then end somewhere else. */
function refuseTooMuch(payload: Record<string, unknown>): void {
  let bytes: number;
  try {
    bytes = Buffer.byteLength(canonicalJson(payload));
  } catch (error) {
    if (error instanceof JsonError) throw new RefusedError(`payload ${error.message}`);
    throw error;
  }
  if (bytes > MOST_BYTES) throw new RefusedError(`This has ${bytes} bytes; at most ${MOST_BYTES} are taken at once.`);
}

function checkedPayload(action: ActionName, payload: Record<string, unknown>): Record<string, unknown> {
  const { payload: schema, example }: Action = ACTIONS[action];
  const result = schema.safeParse(payload, { error: wordsFor });
  if (result.success) return result.data as Record<string, unknown>;
  const lines = result.error.issues.map((issue) => {
    // Zod names unknown keys; a key may be what a person wrote.
    const message = issue.code === 'unrecognized_keys' ? 'has a field that this action does not take' : issue.message;
    return `${issue.path.join('.') || 'payload'}: ${message}`;
  });
  throw new RefusedError(`${lines.join('\n')}\nFor example: --json '${JSON.stringify(example)}'`);
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text, in quotation marks',
  number: 'a number, without quotation marks',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** Where the action's schema has no words of its own, for whoever types a payload. What was typed is never shown. */
function wordsFor(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.input === undefined ? 'is missing' : 'is something else'}; give ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `is too little; give at least ${issue.minimum}`;
    case 'too_big':
      return `is too much; give at most ${issue.maximum}`;
    default:
      return undefined;
  }
}

/** Words stay behind, sealed under their author's key; their reference travels. */
async function sealed(
  { people }: Places,
  network: string,
  person: string,
  action: ActionName,
  payload: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const travelling = { ...payload };
  for (const field of ACTIONS[action].words) {
    const words = payload[field];
    if (typeof words === 'string') travelling[field] = await people.sealText(network, person, words);
  }
  return travelling;
}
