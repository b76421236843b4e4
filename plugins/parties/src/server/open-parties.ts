import { recordRead, type Reading, type ReadPurpose } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
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

interface Opening {
  readonly vault: Vault;
  readonly reading: Reading;
}

/** One row of the log for a call: it names the row that is opened, of several their number and the hash of their ids. */
function subjectOf(kind: string, ids: readonly number[], purpose: ReadPurpose): { kind: string; id: number | string } {
  const [only] = ids;
  return ids.length === 1 && only !== undefined ? { kind, id: only } : { kind: `${kind}s`, id: purpose };
}

function openIdentity(opening: Opening, row: SealedIdentity): ClearIdentity {
  return {
    workerId: row.workerId,
    identityKind: row.identityKind,
    identityNumber: openText(opening, 'identity-number', row.subject, row.identitySealed),
    name: openText(opening, 'name', row.subject, row.nameSealed),
    phone: openText(opening, 'phone', row.subject, row.phoneSealed),
  };
}

/** Identities of workers, opened, and an entry of that; ids that do not exist are left out. */
export async function openIdentities(
  db: Queryable,
  vault: Vault,
  command: Command,
  workerIds: readonly number[],
  purpose: ReadPurpose,
): Promise<ClearIdentity[]> {
  const rows = await db.query<SealedIdentity>(
    `SELECT ${IDENTITY} FROM public.workers w WHERE w.id = ANY($1::int[]) ORDER BY w.id`,
    [workerIds],
  );
  const ids = rows.map(({ workerId }) => workerId);
  const kinds = ['identity-number', 'name', 'phone'] as const;
  const reading = await recordRead(db, command, { purpose, kinds, subject: subjectOf('worker', ids, purpose), ids });
  return rows.map((row) => openIdentity({ vault, reading }, row));
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

/** Versions of cards with their holders, opened, and an entry of that. */
export async function openCards(
  db: Queryable,
  vault: Vault,
  command: Command,
  cardIds: readonly number[],
  purpose: ReadPurpose,
): Promise<ClearCard[]> {
  const rows = await db.query<SealedCardRow>(
    `SELECT ${IDENTITY}, c.id AS "cardId", c.card_sealed AS "cardSealed", c.holder_sealed AS "holderSealed",
       c.bank_name AS "bankName", c.bank_code AS "bankCode"
     FROM public.bank_cards c JOIN public.workers w ON w.id = c.worker_id
     WHERE c.id = ANY($1::int[]) ORDER BY c.id`,
    [cardIds],
  );
  const ids = rows.map(({ cardId }) => cardId);
  const kinds = ['bank-card', 'identity-number', 'name', 'phone'] as const;
  const subject = subjectOf('bank-card', ids, purpose);
  const reading = await recordRead(db, command, { purpose, kinds, subject, ids });
  const opening = { vault, reading };
  return rows.map((row) => ({
    cardId: row.cardId,
    cardNumber: openText(opening, 'bank-card', row.subject, row.cardSealed),
    holder: openText(opening, 'name', row.subject, row.holderSealed),
    bankName: row.bankName,
    bankCode: row.bankCode,
    owner: openIdentity(opening, row),
  }));
}

/** What the register of companies is asked about. */
export interface ClearCompany {
  readonly enterpriseId: number;
  readonly name: string;
  readonly uscc: string;
  readonly legalRepresentative: string | null;
}

/** A company as its register is asked about it; the name of its legal representative is sealed, and opening it is an entry. */
export async function openCompany(
  db: Queryable,
  vault: Vault,
  command: Command,
  enterpriseId: number,
): Promise<ClearCompany | undefined> {
  const row = await db.maybeOne<{ name: string; uscc: string; sealed: string | null }>(
    'SELECT name, uscc, legal_representative_sealed AS sealed FROM public.enterprises WHERE id = $1',
    [enterpriseId],
  );
  if (row === undefined) return undefined;
  const { name, uscc, sealed } = row;
  if (sealed === null) return { enterpriseId, name, uscc, legalRepresentative: null };
  const subject = { kind: 'enterprise', id: enterpriseId };
  const reading = await recordRead(db, command, { purpose: 'company-check', kinds: ['name'], subject });
  const legalRepresentative = openText({ vault, reading }, 'name', enterpriseSubject(uscc), sealed);
  return { enterpriseId, name, uscc, legalRepresentative };
}
