import { createHash, randomBytes } from 'node:crypto';
import type { Queryable } from '@linggong/core';
import { filePurged } from '../retention/purge-files';

const LIFE_MS = 60_000;
/** As long as the log of who was there must be kept (网络安全法 art. 23). */
const KEPT_DAYS = 185;
const DAY_MS = 86_400_000;
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

export interface LinkedFile {
  /** Of `vault.files`. */
  readonly fileId: string;
  /** What the browser is to call it; never personal data. */
  readonly fileName: string;
  readonly sessionId: string;
  /** The line of the permission matrix under which it was asked for. */
  readonly resource: string;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string | number };
}

export interface FileLink {
  readonly url: string;
  readonly expiresAt: string;
}

/**
 * Makes a link to a private file; the caller has checked that the session may have it, and audits why.
 * @throws Problem 410 `file-purged` for one whose term was over
 */
export async function makeFileLink(tx: Queryable, at: Date, file: LinkedFile): Promise<FileLink> {
  const purged = await tx.maybeOne('SELECT 1 FROM vault.files WHERE id = $1 AND purged_at IS NOT NULL', [file.fileId]);
  if (purged) throw filePurged();
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(at.getTime() + LIFE_MS);
  const { fileId, fileName, sessionId, resource, action, subject } = file;
  await tx.query(
    `INSERT INTO vault.file_links
       (token_hash, file_id, file_name, session_id, resource, action, subject_kind, subject_id, made_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [digestOf(token), fileId, fileName, sessionId, resource, action, subject.kind, String(subject.id), at, expiresAt],
  );
  return { url: `/api/v1/private-files/${token}`, expiresAt: expiresAt.toISOString() };
}

export interface TakenFile extends LinkedFile {
  readonly contentType: string;
  readonly bytes: bigint;
  /** SHA-256 of the clear bytes, hex. */
  readonly sha256: string;
}

interface TakenRow extends Omit<TakenFile, 'subject'> {
  readonly subjectKind: string;
  readonly subjectId: string;
}

/** Uses a link up. @returns undefined for one that never was, was used or has expired: the three are not told apart */
export async function takeFileLink(tx: Queryable, token: string, at: Date): Promise<TakenFile | undefined> {
  if (!tokenForm.test(token)) return undefined;
  const row = await tx.maybeOne<TakenRow>(
    `UPDATE vault.file_links l SET used_at = $2 FROM vault.files f
     WHERE f.id = l.file_id AND l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $2 AND f.purged_at IS NULL
     RETURNING l.file_id AS "fileId", l.file_name AS "fileName", l.session_id AS "sessionId", l.resource, l.action,
       l.subject_kind AS "subjectKind", l.subject_id AS "subjectId", f.content_type AS "contentType", f.bytes,
       encode(f.sha256, 'hex') AS sha256`,
    [digestOf(token), at],
  );
  if (!row) return undefined;
  const { subjectKind, subjectId, ...file } = row;
  return { ...file, subject: { kind: subjectKind, id: subjectId } };
}

/** @returns how many links were forgotten */
export async function sweepFileLinks(db: Queryable, at: Date): Promise<number> {
  const rows = await db.query('DELETE FROM vault.file_links WHERE made_at < $1 RETURNING 1', [
    new Date(at.getTime() - KEPT_DAYS * DAY_MS),
  ]);
  return rows.length;
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
