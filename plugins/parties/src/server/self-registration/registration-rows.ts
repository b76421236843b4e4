import { createHash } from 'node:crypto';
import type { Queryable, Tx } from '@linggong/core';

/** How long the code of the message is good for, and everything that follows it. */
export const codeMinutes = 10;
export const registrationMinutes = 60;
export const codeTriesMax = 5;
export const identityTriesMax = 3;

/** Under what a registration is found by its word. */
export function wordHash(word: string): Buffer {
  return createHash('sha256').update(word).digest();
}

/** What a code is hashed with: the same six digits of another registration are another hash. */
export function codeText(id: string, code: string): string {
  return `${id} ${code}`;
}

export interface NewRegistration {
  readonly id: string;
  readonly word: string;
  readonly phoneKey: Buffer;
  readonly codeKey: Buffer;
  readonly at: Date;
}

export async function insertRegistration(db: Queryable, registration: NewRegistration): Promise<void> {
  const { id, word, phoneKey, codeKey, at } = registration;
  const after = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
  await db.query(
    `INSERT INTO parties.self_registrations (id, word_hash, phone_key, code_key, started_at, code_expires_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, wordHash(word), phoneKey, codeKey, at, after(codeMinutes), after(registrationMinutes)],
  );
}

export interface TriedCode {
  readonly id: string;
  readonly codeKey: Buffer;
  readonly expiresAt: Date;
}

/** Counts a try at the code. @returns the registration, where it is open and has tries left */
export function tryCode(db: Queryable, word: string, at: Date): Promise<TriedCode | undefined> {
  return db.maybeOne<TriedCode>(
    `UPDATE parties.self_registrations SET code_tries = code_tries + 1
     WHERE word_hash = $1 AND code_expires_at > $2 AND code_tries < $3 AND phone_proved_at IS NULL
     RETURNING id, code_key AS "codeKey", expires_at AS "expiresAt"`,
    [wordHash(word), at, codeTriesMax],
  );
}

export async function notePhoneProved(db: Queryable, id: string, at: Date): Promise<void> {
  await db.query('UPDATE parties.self_registrations SET phone_proved_at = $2 WHERE id = $1', [id, at]);
}

export interface ProvedRegistration {
  readonly id: string;
  readonly phoneKey: Buffer;
  readonly identityTries: number;
  readonly workerId: number | null;
}

const PROVED = `SELECT id, phone_key AS "phoneKey", identity_tries AS "identityTries", proved_worker AS "workerId"
  FROM parties.self_registrations WHERE word_hash = $1 AND expires_at > $2 AND phone_proved_at IS NOT NULL`;

/** A registration whose telephone is proved and whose time is not over. */
export function provedRegistration(db: Queryable, word: string, at: Date): Promise<ProvedRegistration | undefined> {
  return db.maybeOne<ProvedRegistration>(PROVED, [wordHash(word), at]);
}

/** The same under lock: two that come at once make one worker, and one account. */
export function lockRegistration(tx: Tx, word: string, at: Date): Promise<ProvedRegistration | undefined> {
  return tx.maybeOne<ProvedRegistration>(`${PROVED} FOR UPDATE`, [wordHash(word), at]);
}

/** Counts a question to the register. @returns false where none is left */
export async function countIdentityTry(db: Queryable, id: string): Promise<boolean> {
  const rows = await db.query(
    'UPDATE parties.self_registrations SET identity_tries = identity_tries + 1 WHERE id = $1 AND identity_tries < $2 RETURNING 1',
    [id, identityTriesMax],
  );
  return rows.length > 0;
}

/** The register did not answer: that was no try of his. */
export async function giveTryBack(db: Queryable, id: string): Promise<void> {
  await db.query(
    'UPDATE parties.self_registrations SET identity_tries = identity_tries - 1 WHERE id = $1 AND identity_tries > 0',
    [id],
  );
}

export async function noteIdentityProved(tx: Tx, id: string, workerId: number): Promise<void> {
  await tx.query('UPDATE parties.self_registrations SET proved_worker = $2 WHERE id = $1', [id, workerId]);
}

/** It has ended in an account: nothing of it is left, and its word opens nothing. */
export async function eraseRegistration(tx: Tx, id: string): Promise<void> {
  await tx.query('DELETE FROM parties.self_registrations WHERE id = $1', [id]);
}

/** Erases what nobody finished in time. @returns how many there were */
export async function sweepRegistrations(db: Queryable, at: Date): Promise<number> {
  const rows = await db.query('DELETE FROM parties.self_registrations WHERE expires_at <= $1 RETURNING 1', [at]);
  return rows.length;
}
