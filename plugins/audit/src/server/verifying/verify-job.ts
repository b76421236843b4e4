import type { Command, Database } from '@linggong/core';
import type { JobInHand } from '@linggong/jobs';
import { z } from 'zod';
import { sealedRows } from '../log-warnings';
import { record } from '../record';
import { readRoots } from '../roots/export-roots';
import { trustedKeys } from '../roots/signer';
import type { AuditFiles } from '../audit-files';
import { keepVerification, verificationById } from './verification-rows';
import { verifyWitness } from '../witness/verify-witness';
import { verifyLog, type Verification, type VerifyOptions } from './verify-log';

export const VERIFY_JOB = 'audit.verify';

const payloadForm = z
  .strictObject({ anchors: z.array(z.strictObject({ block: z.int(), hash: z.string() })).default([]) })
  .nullable();

/**
 * Verifies the whole log with all that is known outside of the database: trusted keys, exported roots, noted ends; then the chain of the
 * witness. What it finds is kept, and is an entry of the log itself. A second try of a run that is done finds its outcome and ends.
 */
export async function verifyInJob(
  db: Database,
  files: AuditFiles & Pick<VerifyOptions, 'openArchive'>,
  { runId, payload, progress }: Pick<JobInHand, 'runId' | 'payload' | 'progress'>,
  command: Command,
): Promise<{ rows: number; ok: boolean }> {
  const done = await verificationById(db, runId);
  if (done) return { rows: Number(done.rows), ok: done.ok };
  const total = Number(await sealedRows(db));
  const exported = (await Promise.all(files.exportFolders.map(readRoots))).flat();
  const log = await verifyLog(db, {
    anchors: (payloadForm.parse(payload)?.anchors ?? []).map(({ block, hash }) => ({ block: BigInt(block), hash })),
    keys: await trustedKeys(files.signingKeyFile),
    exported,
    ...(files.openArchive && { openArchive: files.openArchive }),
    progress: (rows) => progress({ stage: 'verify', done: rows, total: Math.max(total, rows) }),
  });
  const found = await withWitness(db, log);
  await db.transaction(async (tx) => {
    await keepVerification(tx, { id: runId, startedAt: command.at, actorName: command.actor.name }, found);
    const { ok, blocks, rows, roots, firstBroken } = found;
    await record(tx, command, {
      action: 'audit-log.verify',
      subject: { kind: 'audit-log', id: 'entries' },
      outcome: ok ? 'done' : 'failed',
      after: { ok, blocks, rows, roots, ...(firstBroken ? { kind: firstBroken.kind, seq: firstBroken.seq } : {}) },
    });
  });
  return { rows: found.rows, ok: found.ok };
}

/** A log that is whole beside a witness that is not (旁证被改动): what bypassed the platform may have been taken out. */
async function withWitness(db: Database, log: Verification): Promise<Verification> {
  if (!log.ok || (await verifyWitness(db)).broken === undefined) return log;
  return { ...log, ok: false, firstBroken: { kind: 'witness', block: null, seq: null, entry: null } };
}
