import { randomUUID } from 'node:crypto';
import type { Command, Queryable } from '@linggong/core';
import { queues } from '@linggong/config';
import { payloadText } from '../domain';
import type { NewJob } from '../jobs';

const insertRuns = `
  WITH asked AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::integer[])
      AS a(id, queue, name, key, payload, due_at, attempts)
  ), added AS (
    INSERT INTO jobs.runs (id, queue, name, key, payload, attempts, actor, trace_id, address, reason, created_at)
    SELECT id, queue, name, key, payload::jsonb, attempts, $8::jsonb, $9, $10, $11, $12::timestamptz FROM asked
    ON CONFLICT (name, key) WHERE key IS NOT NULL AND state IN ('waiting', 'running') DO NOTHING
    RETURNING id
  ), carried AS (
    INSERT INTO jobs.outbox (queue, run_id, due_at) SELECT a.queue, a.id, a.due_at FROM asked a JOIN added USING (id)
  )
  SELECT id FROM added`;

const findOpen = `SELECT id, name, key FROM jobs.runs WHERE state IN ('waiting', 'running')
  AND (name, key) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;

/** Bounds the search for an open run that finishes between the insert and the look: each round is one such chance. */
const roundsMax = 5;

/**
 * Writes runs and their outbox rows in the caller's transaction; gives their ids in the order asked. Where an open run
 * of the same name and key stands, its id.
 */
export async function enqueueAll(tx: Queryable, jobs: readonly NewJob[], command: Command): Promise<string[]> {
  const ids: (string | undefined)[] = jobs.map(() => undefined);
  for (let round = 0; round < roundsMax; round += 1) {
    const missing = [...jobs.keys()].filter((index) => ids[index] === undefined);
    if (missing.length === 0) break;
    await place(tx, jobs, ids, missing, command);
  }
  return ids.map((id, index) => {
    if (id === undefined) throw new Error(`${jobs[index]?.name}: no run could be placed in ${roundsMax} rounds`);
    return id;
  });
}

async function place(
  tx: Queryable,
  jobs: readonly NewJob[],
  ids: (string | undefined)[],
  missing: readonly number[],
  command: Command,
): Promise<void> {
  const asked = missing.map((index) => ({ index, id: randomUUID() as string, job: itemAt(jobs, index) }));
  const added = await insert(tx, asked, command);
  const refused = asked.filter(({ id }) => !added.has(id));
  for (const { index, id } of asked) if (added.has(id)) ids[index] = id;
  if (refused.length === 0) return;
  const open = await openRuns(
    tx,
    refused.map(({ job }) => job),
  );
  for (const { index, job } of refused) ids[index] = open.get(nameAndKey(job));
}

async function insert(
  tx: Queryable,
  asked: readonly { id: string; job: NewJob }[],
  { actor, traceId, address, reason, at }: Command,
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(insertRuns, [
    asked.map(({ id }) => id),
    asked.map(({ job }) => job.queue),
    asked.map(({ job }) => job.name),
    asked.map(({ job }) => job.key ?? null),
    asked.map(({ job }) => payloadText(job.payload, job.name)),
    asked.map(({ job }) => job.runAt ?? at),
    asked.map(({ job }) => queues[job.queue].attempts),
    JSON.stringify(actor),
    traceId,
    address ?? null,
    reason ?? null,
    at,
  ]);
  return new Set(rows.map(({ id }) => id));
}

async function openRuns(tx: Queryable, jobs: readonly NewJob[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string; key: string }>(findOpen, [
    jobs.map(({ name }) => name),
    jobs.map(({ key }) => key ?? null),
  ]);
  return new Map(rows.map((row) => [nameAndKey(row), row.id]));
}

const nameAndKey = ({ name, key }: { name: string; key?: string }): string => `${name} ${key ?? ''}`;

function itemAt(jobs: readonly NewJob[], index: number): NewJob {
  const job = jobs[index];
  if (job === undefined) throw new Error(`no job at ${index}`);
  return job;
}
