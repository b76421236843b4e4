import type { Queryable } from '@linggong/core';
import type { Vault } from '@linggong/vault';
import { enterpriseSubject, openText } from './sealed-text';

/** A worker's identity in clear, for the register that checks it. Lives in memory for one call and is never logged. */
export interface ClearIdentity {
  readonly workerId: number;
  readonly identityKind: string;
  readonly identityNumber: string;
  readonly name: string;
  readonly phone: string;
}

interface SealedIdentity {
  readonly workerId: number;
  readonly identityKind: string;
  readonly subject: string;
  readonly identitySealed: string;
  readonly nameSealed: string;
  readonly phoneSealed: string;
}

const IDENTITY = `w.id AS "workerId", w.identity_kind AS "identityKind", w.identity_blind AS subject,
  w.identity_sealed AS "identitySealed", w.name_sealed AS "nameSealed", w.phone_sealed AS "phoneSealed"`;

function openIdentity(vault: Vault, row: SealedIdentity): ClearIdentity {
  return {
    workerId: row.workerId,
    identityKind: row.identityKind,
    identityNumber: openText(vault, 'identity-number', row.subject, row.identitySealed),
    name: openText(vault, 'name', row.subject, row.nameSealed),
    phone: openText(vault, 'phone', row.subject, row.phoneSealed),
  };
}

/** Identities of workers, opened; ids that do not exist are left out. */
export async function openIdentities(
  db: Queryable,
  vault: Vault,
  workerIds: readonly number[],
): Promise<ClearIdentity[]> {
  const rows = await db.query<SealedIdentity>(
    `SELECT ${IDENTITY} FROM public.workers w WHERE w.id = ANY($1::int[]) ORDER BY w.id`,
    [workerIds],
  );
  return rows.map((row) => openIdentity(vault, row));
}

/** A card in clear with its holder and the worker that it is said to belong to. */
export interface ClearCard {
  readonly cardId: number;
  readonly cardNumber: string;
  readonly holder: string;
  readonly bankName: string | null;
  readonly bankCode: string | null;
  readonly owner: ClearIdentity;
}

interface SealedCardRow extends SealedIdentity {
  readonly cardId: number;
  readonly cardSealed: string;
  readonly holderSealed: string;
  readonly bankName: string | null;
  readonly bankCode: string | null;
}

/** Versions of cards, opened: for the check of a card and for the payment file that pays to it. */
export async function openCards(db: Queryable, vault: Vault, cardIds: readonly number[]): Promise<ClearCard[]> {
  const rows = await db.query<SealedCardRow>(
    `SELECT ${IDENTITY}, c.id AS "cardId", c.card_sealed AS "cardSealed", c.holder_sealed AS "holderSealed",
       c.bank_name AS "bankName", c.bank_code AS "bankCode"
     FROM public.bank_cards c JOIN public.workers w ON w.id = c.worker_id
     WHERE c.id = ANY($1::int[]) ORDER BY c.id`,
    [cardIds],
  );
  return rows.map((row) => ({
    cardId: row.cardId,
    cardNumber: openText(vault, 'bank-card', row.subject, row.cardSealed),
    holder: openText(vault, 'name', row.subject, row.holderSealed),
    bankName: row.bankName,
    bankCode: row.bankCode,
    owner: openIdentity(vault, row),
  }));
}

/** What the register of companies is asked about. */
export interface ClearCompany {
  readonly enterpriseId: number;
  readonly name: string;
  readonly uscc: string;
  readonly legalRepresentative: string | null;
}

export async function openCompany(
  db: Queryable,
  vault: Vault,
  enterpriseId: number,
): Promise<ClearCompany | undefined> {
  const row = await db.maybeOne<{ name: string; uscc: string; sealed: string | null }>(
    'SELECT name, uscc, legal_representative_sealed AS sealed FROM public.enterprises WHERE id = $1',
    [enterpriseId],
  );
  if (row === undefined) return undefined;
  const { name, uscc, sealed } = row;
  const legalRepresentative = sealed === null ? null : openText(vault, 'name', enterpriseSubject(uscc), sealed);
  return { enterpriseId, name, uscc, legalRepresentative };
}
