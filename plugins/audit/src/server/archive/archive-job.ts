import type { Command, Database } from '@linggong/core';
import { record } from '../record';
import { trustedKeys } from '../roots/signer';
import { archiveOf, detachMonth, keepArchive, oldMonths, type Archive, type OldMonth } from './archive-rows';
import { ArchiveBroken, type ArchiveStore } from './archive-store';
import { readArchive } from './read-archive';
import { archiveBytes, type ArchiveSum } from './write-archive';

/** Months of one run: one falls due a month, more only where the job did not run for long. */
const monthsMax = 3;

/** Each waits two seconds for the log; then the next day's run tries again. */
const detachTries = 5;

/** 55P03 lock_not_available: somebody appends all the time. */
const busy = '55P03';

/**
 * Archives every month that is old enough (审计归档): written into a file, read back from it and held against the chain, and only then taken
 * out of the database. A run that broke off is gone on with where it stood.
 * @throws NotArchivable where a month is not as it was sealed and signed: it stays, and so do those after it
 */
export async function archiveInJob(
  db: Database,
  store: ArchiveStore,
  signingKeyFile: string,
  command: Command,
): Promise<{ done: number }> {
  let done = 0;
  for (const month of await oldMonths(db, monthsMax)) {
    const archive = (await openingArchive(db, store, month)) ?? (await writeArchive(db, store, signingKeyFile, month));
    if (!(await detach(db, archive, command))) break;
    done += 1;
  }
  return { done };
}

/** The archive of a run that broke off before; undefined where there is none, or its file does not open any more and is written anew. */
async function openingArchive(db: Database, store: ArchiveStore, { month }: OldMonth): Promise<Archive | undefined> {
  const archive = await archiveOf(db, month);
  if (!archive) return undefined;
  try {
    await readThrough(readArchive(db, archive, store.open));
    return archive;
  } catch (error) {
    if (error instanceof ArchiveBroken) return undefined;
    throw error;
  }
}

/** To its end: only there it is known to be whole. */
async function readThrough(lines: AsyncGenerator<Buffer>): Promise<void> {
  for (let next = await lines.next(); !next.done;) next = await lines.next();
}

async function writeArchive(
  db: Database,
  store: ArchiveStore,
  signingKeyFile: string,
  month: OldMonth,
): Promise<Archive> {
  const sum: ArchiveSum = { rows: 0n, root: '' };
  const bytes = archiveBytes(db, month, await trustedKeys(signingKeyFile), sum);
  const { id, ...file } = await store.put(db, month.month, bytes);
  await keepArchive(db, { month: month.month, fileId: id, ...file, rows: sum.rows.toString(), root: sum.root });
  const kept = await archiveOf(db, month.month);
  if (!kept) throw new Error(`the archive of ${month.month} was not kept`);
  await readThrough(readArchive(db, kept, store.open));
  return kept;
}

/** @returns false where the log was too busy */
async function detach(db: Database, { month, rows, sha256 }: Archive, command: Command): Promise<boolean> {
  for (let tries = 0; tries < detachTries; tries += 1) {
    try {
      await db.transaction(async (tx) => {
        await detachMonth(tx, month);
        const subject = { kind: 'audit-archive', id: month };
        await record(tx, command, { action: 'audit-archive.keep', subject, after: { rows, sha256 } });
      });
      return true;
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }
  return false;
}

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === busy;
}
