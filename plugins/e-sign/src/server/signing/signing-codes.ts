import { randomInt } from 'node:crypto';
import type { Command, Queryable } from '@linggong/core';
import { codeNotSent, codesOff, codeTooSoon, codeWrong } from '../problems';
import type { ESignTools } from '../tools';
import { signingCodeMinutes } from './code-sender';

const CODE_MS = signingCodeMinutes * 60_000;
const PAUSE_MS = 60_000;
const HOUR_MS = 3_600_000;
const CODES_AN_HOUR = 5;
const TRIES_MAX = 5;
const SEND_TIMEOUT_MS = 10_000;

export interface SentCode {
  readonly expiresAt: Date;
  /** Only where the sender shows codes instead of sending them. */
  readonly shownCode?: string;
}

/** What is hashed: a code is good for this contract and account only. */
const codeText = (contractId: number, accountId: number, code: string): string => `${contractId}/${accountId}/${code}`;

/**
 * Sends the worker a six-digit code to his own phone. It is kept as a keyed hash, so that the table alone opens nothing; a new code
 * takes the place of the one before.
 * @throws Problem 409 `signing-code-off`, 429 `signing-code-too-soon`, 503 `signing-code-not-sent`
 */
export async function sendCode(
  tools: ESignTools,
  command: Command,
  { contractId, accountId, workerId }: { contractId: number; accountId: number; workerId: number },
): Promise<SentCode> {
  const { at } = command;
  const sender = tools.signing.codeSender;
  if (sender === undefined || tools.signing.settings.code === 'off') throw codesOff();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = new Date(at.getTime() + CODE_MS);
  await tools.db.transaction(async (tx) => {
    // Two calls at once must not both find that none was sent just now.
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1), $2)', ['e-sign.code', contractId]);
    await refuseTooMany(tx, contractId, at);
    await tx.query(
      `INSERT INTO e_sign.signing_codes (contract_id, account_id, code_hash, sent_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [contractId, accountId, tools.vault.blind('signing-code', codeText(contractId, accountId, code)), at, expiresAt],
    );
  });
  const [person] = await tools.parties.openIdentities(tools.db, command, [workerId], 'signing-code');
  if (person === undefined) throw codeNotSent();
  const sent = await sender.sendCode({ phone: person.phone, code }, AbortSignal.timeout(SEND_TIMEOUT_MS));
  if (!sent) throw codeNotSent();
  return { expiresAt, ...(sender.showsCodes && { shownCode: code }) };
}

async function refuseTooMany(tx: Queryable, contractId: number, at: Date): Promise<void> {
  const sent = await tx.query<{ sent_at: Date }>(
    `SELECT sent_at FROM e_sign.signing_codes WHERE contract_id = $1 AND sent_at > $2 ORDER BY id DESC LIMIT ${CODES_AN_HOUR}`,
    [contractId, new Date(at.getTime() - HOUR_MS)],
  );
  const wait = (since: Date | undefined, ms: number): number =>
    since === undefined ? 0 : Math.ceil((since.getTime() + ms - at.getTime()) / 1000);
  const seconds = Math.max(
    wait(sent[0]?.sent_at, PAUSE_MS),
    sent.length === CODES_AN_HOUR ? wait(sent.at(-1)?.sent_at, HOUR_MS) : 0,
  );
  if (seconds > 0) throw codeTooSoon(seconds);
}

/**
 * Checks a code; each look costs a try, whether or not the signature succeeds afterwards. Gives the id to use it up with.
 * @throws Problem 422 `signing-code-wrong` with the tries that are left
 */
export async function checkCode(
  tools: ESignTools,
  { at }: Command,
  { contractId, accountId, code }: { contractId: number; accountId: number; code: string },
): Promise<bigint> {
  const [row] = await tools.db.query<{ id: bigint; tries: number; code_hash: Buffer }>(
    `UPDATE e_sign.signing_codes SET tries = tries + 1
     WHERE id = (SELECT id FROM e_sign.signing_codes WHERE contract_id = $1 ORDER BY id DESC LIMIT 1)
       AND account_id = $2 AND used_at IS NULL AND expires_at > $3 AND tries < ${TRIES_MAX}
     RETURNING id, tries, code_hash`,
    [contractId, accountId, at],
  );
  if (row === undefined) throw codeWrong(0);
  // The hash is keyed, so that comparing it tells nothing of the code.
  const isRight = tools.vault.blind('signing-code', codeText(contractId, accountId, code)).equals(row.code_hash);
  if (!isRight) throw codeWrong(TRIES_MAX - row.tries);
  return row.id;
}

/** Uses a code up, in the transaction that signs. @throws Problem 422 where somebody was quicker */
export async function useCode(tx: Queryable, codeId: bigint, at: Date): Promise<void> {
  const used = await tx.query(
    'UPDATE e_sign.signing_codes SET used_at = $2 WHERE id = $1 AND used_at IS NULL RETURNING 1',
    [codeId, at],
  );
  if (used.length === 0) throw codeWrong(0);
}
