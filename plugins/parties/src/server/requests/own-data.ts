import type { Core } from '@strapi/strapi';
import { recordRead } from '@linggong/audit';
import type { Command, Queryable } from '@linggong/core';
import { personalDataOf, type Vault } from '@linggong/vault';
import { openCards, openIdentities } from '../open-parties';
import { openText } from '../sealed-text';
import { toolsOf } from '../services';

const REST = `SELECT number, address_sealed AS "addressSealed", identity_blind AS subject, country, resident AS "taxResident", state,
  vat_role AS "vatRole", source, registered_at AT TIME ZONE 'UTC' AS "registeredAt", real_name_state AS "realNameState",
  real_name_checked_at AT TIME ZONE 'UTC' AS "realNameCheckedAt" FROM public.workers WHERE id = $1`;

interface Rest {
  readonly addressSealed: string | null;
  readonly subject: string;
}

/** What this plugin keeps of a worker, in clear, for his own copy (个人信息副本): himself, his cards, his authorizations. */
export function giveOwnData(strapi: Core.Strapi): void {
  const sections = personalDataOf(strapi);
  sections.add('worker', async (db, workerId, command) => {
    const { vault } = toolsOf(strapi);
    const [identity] = await openIdentities(db, vault, command, [workerId], 'data-copy');
    const row = await db.maybeOne<Rest>(REST, [workerId]);
    if (!identity || !row) return [];
    const { addressSealed: _sealed, subject: _subject, ...rest } = row;
    return [{ ...identity, ...rest, address: await addressOf(db, vault, command, workerId, row) }];
  });
  sections.add('cards', async (db, workerId, command) => {
    const ids = await db.query<{ id: number }>('SELECT id FROM public.bank_cards WHERE worker_id = $1 ORDER BY id', [
      workerId,
    ]);
    const cards = await openCards(
      db,
      toolsOf(strapi).vault,
      command,
      ids.map(({ id }) => id),
      'data-copy',
    );
    return cards.map(({ cardNumber, holder, bankName, bankCode }) => ({ cardNumber, holder, bankName, bankCode }));
  });
  sections.add('agencyAuthorizations', (db, workerId) =>
    db.query(
      `SELECT from_day AS "from", to_day AS "to", ended_on AS "endedOn", consent_method AS method, recorded_at AS "recordedAt"
       FROM parties.agency_authorizations WHERE worker_id = $1 ORDER BY id`,
      [workerId],
    ),
  );
}

async function addressOf(
  db: Queryable,
  vault: Vault,
  command: Command,
  workerId: number,
  { addressSealed, subject }: Rest,
): Promise<string | null> {
  if (!addressSealed) return null;
  const read = { purpose: 'data-copy', kinds: ['address'], subject: { kind: 'worker', id: workerId } } as const;
  return openText({ vault, reading: await recordRead(db, command, read) }, 'address', subject, addressSealed);
}
