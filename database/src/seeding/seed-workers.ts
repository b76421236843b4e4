import type { Database } from '@linggong/core';
import type { FieldKind, Vault } from '@linggong/vault';
import type { Person } from '../demo/synthetic/people';

/** Rows of one statement: arrays of this length are far below what a message to the server may hold. */
const chunkRows = 5_000;

/**
 * Registers synthetic people as active, verified workers with a verified card and tax authorization, set-based and past the
 * API: for faults and benches, where how they came is not what is looked at. Every sealed value and blind index is real.
 * @returns their row numbers, in the order of the people
 */
export async function seedWorkers(db: Database, vault: Vault, people: readonly Person[]): Promise<number[]> {
  const ids: number[] = [];
  for (let start = 0; start < people.length; start += chunkRows) {
    ids.push(
      ...(await seedChunk(
        db,
        people.slice(start, start + chunkRows).map((person) => sealedPerson(vault, person)),
      )),
    );
  }
  return ids;
}

type SealedPerson = ReturnType<typeof sealedPerson>;

function sealedPerson(vault: Vault, person: Person) {
  const subject = vault.subjectOf(person.identityNumber);
  const seal = (kind: FieldKind, clear: string): string => vault.seal(kind, subject, clear).toString('base64');
  const name = seal('name', person.name);
  return {
    subject,
    name,
    nameBlind: vault.blind('name', person.name).toString('hex'),
    nameMasked: vault.mask('name', person.name),
    identity: seal('identity-number', person.identityNumber),
    identityMasked: vault.mask('identity-number', person.identityNumber),
    phone: seal('phone', person.phone),
    phoneBlind: vault.blind('phone', person.phone).toString('hex'),
    phoneMasked: vault.mask('phone', person.phone),
    card: seal('bank-card', person.cardNumber),
    cardBlind: vault.blind('bank-card', person.cardNumber).toString('hex'),
    cardMasked: vault.mask('bank-card', person.cardNumber),
  };
}

async function seedChunk(db: Database, people: readonly SealedPerson[]): Promise<number[]> {
  const column = (key: keyof SealedPerson): string[] => people.map((person) => person[key]);
  return db.transaction(async (tx) => {
    const rows = await tx.query<{ id: number; subject: string }>(
      `INSERT INTO public.workers (number, name_sealed, name_blind, name_masked, identity_kind, identity_sealed,
         identity_blind, identity_masked, phone_sealed, phone_blind, phone_masked, state, real_name_state, vat_role,
         agency_from, resident, country, registered_at, version)
       SELECT 'WS-' || nextval('parties.worker_serials'), name, name_blind, name_masked, 'resident-id', identity, subject,
              identity_masked, phone, phone_blind, phone_masked, 'active', 'verified', 'platform-files', '2025-01-01', true,
              '156', '2025-01-01', 1
         FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
           AS p (subject, name, name_blind, name_masked, identity, identity_masked, phone, phone_blind, phone_masked)
       RETURNING id, identity_blind AS subject`,
      [
        column('subject'),
        column('name'),
        column('nameBlind'),
        column('nameMasked'),
        column('identity'),
        column('identityMasked'),
        column('phone'),
        column('phoneBlind'),
        column('phoneMasked'),
      ],
    );
    const idOf = new Map(rows.map(({ id, subject }) => [subject, id]));
    const ids = people.map(({ subject }) => idOf.get(subject) ?? 0);
    await tx.query(
      `INSERT INTO public.bank_cards (worker_id, card_version, card_sealed, card_blind, card_masked, holder_sealed,
         holder_blind, holder_masked, bank_name, state, added_at)
       SELECT worker_id, 1, card, card_blind, card_masked, name, name_blind, name_masked, '沙箱银行', 'verified', '2025-01-01'
         FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
           AS c (worker_id, card, card_blind, card_masked, name, name_blind, name_masked)`,
      [
        ids,
        column('card'),
        column('cardBlind'),
        column('cardMasked'),
        column('name'),
        column('nameBlind'),
        column('nameMasked'),
      ],
    );
    return ids;
  });
}
