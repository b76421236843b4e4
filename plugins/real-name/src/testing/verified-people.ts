import type { Queryable } from '@linggong/core';
import type { Vault } from '@linggong/vault';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const DAYS = 28;
const MONTHS = 12;
const SERIALS = 100;

/** Citizen number of a synthetic person, valid to its check digit; three digits (`answer`) may say what the sandbox answers. */
export function syntheticNumber(index: number, answer?: string): string {
  const two = (count: number): string => String(count + 1).padStart(2, '0');
  const serial = answer ?? String(index % SERIALS).padStart(3, '0');
  const rest = Math.floor(index / SERIALS);
  const year = 1960 + (Math.floor(rest / (DAYS * MONTHS)) % 40);
  const first = `110101${year}${two(Math.floor(rest / DAYS) % MONTHS)}${two(rest % DAYS)}${serial}`;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first[i]), 0);
  return first + '10X98765432'.charAt(sum % 11);
}

export interface PeopleToSeed {
  readonly count: number;
  /** Number of the first of them; 0 where absent. */
  readonly from?: number;
  /** When a register last verified them. */
  readonly checkedAt: Date;
  /** Digits by which the sandbox answers about a person; absent: a match. */
  readonly answerOf?: (index: number) => string | undefined;
}

/**
 * Writes active, verified workers set-based, for tests and benches of checking anew: synthetic people, sealed as every other.
 * @returns their ids in the order of their numbers
 */
export async function seedVerifiedPeople(db: Queryable, vault: Vault, people: PeopleToSeed): Promise<number[]> {
  const { count, from = 0, checkedAt, answerOf = () => undefined } = people;
  const rows = Array.from({ length: count }, (_, i) => from + i).map((index) => {
    const identityNumber = syntheticNumber(index, answerOf(index));
    const subject = vault.subjectOf(identityNumber);
    const seal = (kind: 'name' | 'identity-number' | 'phone', clear: string): string =>
      vault.seal(kind, subject, clear).toString('base64');
    const phone = `138${String(index).padStart(8, '0')}`;
    return {
      number: `W-SEED-${index}`,
      subject,
      name: seal('name', '张三'),
      identity: seal('identity-number', identityNumber),
      phone: seal('phone', phone),
      phoneBlind: vault.blind('phone', phone).toString('hex'),
    };
  });
  const column = (key: keyof (typeof rows)[number]): string[] => rows.map((row) => row[key]);
  const inserted = await db.query<{ id: number }>(
    `INSERT INTO public.workers (number, name_sealed, name_blind, name_masked, identity_kind, identity_sealed,
       identity_blind, identity_masked, phone_sealed, phone_blind, phone_masked, state, real_name_state,
       real_name_checked_at, vat_role, resident, country, registered_at, version)
     SELECT number, name, $7, '张*', 'resident-id', identity, subject, '110101********999*', phone, phone_blind,
       '138****0001', 'active', 'verified', $8::timestamptz, 'platform-files', true, '156', $8::timestamptz, 1
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       AS p (number, subject, name, identity, phone, phone_blind)
     RETURNING id`,
    [
      column('number'),
      column('subject'),
      column('name'),
      column('identity'),
      column('phone'),
      column('phoneBlind'),
      vault.blind('name', '张三').toString('hex'),
      checkedAt,
    ],
  );
  return inserted.map(({ id }) => id);
}
