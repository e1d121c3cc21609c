/**
 * The namespace `weft` on a server: made once, kept 30 days, usable before anybody is told so, with the search
 * attributes that the caller names.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import { encodeSearchAttributeIndexedValueType } from '@temporalio/common/lib/search-attributes.js';

export const defaultNamespace = 'weft';
export const retentionDays = 30;

/** gRPC status codes that are answers here, not failures. */
const invalidArgument = 3;
const notFound = 5;
const alreadyExists = 6;
const usableWithinMs = 60_000;

export type SearchAttributes = Readonly<Record<string, SearchAttributeType>>;

export async function prepareNamespace(
  address: string,
  namespace: string,
  searchAttributes: SearchAttributes,
): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '10s' });
  try {
    await register(connection, namespace);
    await addSearchAttributes(connection, namespace, searchAttributes);
    // A query that names them all: a server that has not yet heard of one calls the query invalid.
    const query = Object.keys(searchAttributes)
      .map((name) => `${name} IS NULL`)
      .join(' AND ');
    await untilUsable(() => connection.workflowService.countWorkflowExecutions({ namespace, query }));
  } finally {
    await connection.close();
  }
}

async function register(connection: Connection, namespace: string): Promise<void> {
  const seconds = retentionDays * 86_400;
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      description: 'Weft: collaborative learning networks',
      // The server's own type is a 64-bit Long; a plain number is accepted and written the same.
      workflowExecutionRetentionPeriod: { seconds } as never,
    });
  } catch (error) {
    if (codeOf(error) !== alreadyExists) throw error;
  }
}

/** What is new is in the database at once, and known to the services some seconds later. */
async function untilUsable<T>(ask: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + usableWithinMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const unheardOf = codeOf(error) === notFound || codeOf(error) === invalidArgument;
      if (!unheardOf || Date.now() > giveUpAt) throw error;
    }
    await delay(50);
  }
}

async function addSearchAttributes(connection: Connection, namespace: string, wanted: SearchAttributes) {
  const listed = await untilUsable(() => connection.operatorService.listSearchAttributes({ namespace }));
  const known = listed.customAttributes ?? {};
  const missing: Record<string, number> = {};
  for (const [name, type] of Object.entries(wanted)) {
    const code = encodeSearchAttributeIndexedValueType(type);
    if (code === undefined) throw new Error(`Search attribute ${name}: there is no type ${type}.`);
    if (known[name] === undefined) missing[name] = code;
    else if (known[name] !== code) {
      throw new Error(
        `Search attribute ${name} of namespace ${namespace} has another type than ${type}; a type cannot be changed: give the attribute another name.`,
      );
    }
  }
  if (Object.keys(missing).length === 0) return;
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes: missing });
}

function codeOf(error: unknown): number | undefined {
  return (error as { code?: number }).code;
}
