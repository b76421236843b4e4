import { sandboxCard, type SandboxCase } from '@linggong/channels';
import type { Database } from '@linggong/core';
import type { Vault } from '@linggong/vault';

/** A fictitious worker, in clear: tests only. */
export interface Person {
  readonly serial: number;
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly cardNumber: string;
}

const surnames = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚';
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Person number `serial` (0 to 8,999,999): valid check digits, and a sandbox card that falls under a case. */
export function person(serial: number, sandbox: SandboxCase = 'settles'): Person {
  const day = String(1 + (Math.floor(serial / 9_000) % 28)).padStart(2, '0');
  const month = String(1 + (Math.floor(serial / 252_000) % 12)).padStart(2, '0');
  const year = 1975 + (Math.floor(serial / 3_024_000) % 20);
  const body = `430102${year}${month}${day}${String(serial % 9_000)
    .padStart(3, '0')
    .slice(-3)}`;
  const region = String(430_102 + (Math.floor((serial % 9_000) / 1_000) % 9));
  const number = region + body.slice(6);
  const sum = [...number].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  return {
    serial,
    name: `${surnames[serial % 20] ?? '王'}${given[Math.floor(serial / 20) % 20] ?? '伟'}${given[Math.floor(serial / 400) % 20] ?? '芳'}`,
    identityNumber: number + ('10X98765432'[sum % 11] ?? '1'),
    phone: `138${String(serial).padStart(8, '0')}`,
    cardNumber: sandboxCard(sandbox, serial + 1),
  };
}

/** Registers people as active, verified workers with a verified card and tax authorization; gives their ids in order. */
export async function registerPeople(db: Database, vault: Vault, people: readonly Person[]): Promise<number[]> {
  const sealed = people.map((one) => {
    const subject = vault.subjectOf(one.identityNumber);
    const seal = (kind: 'name' | 'identity-number' | 'phone' | 'bank-card', clear: string): string =>
      vault.seal(kind, subject, clear).toString('base64');
    return {
      number: `W-${one.serial}`,
      subject,
      name: seal('name', one.name),
      nameBlind: vault.blind('name', one.name).toString('hex'),
      nameMasked: vault.mask('name', one.name),
      identity: seal('identity-number', one.identityNumber),
      identityMasked: vault.mask('identity-number', one.identityNumber),
      phone: seal('phone', one.phone),
      phoneBlind: vault.blind('phone', one.phone).toString('hex'),
      card: seal('bank-card', one.cardNumber),
      cardBlind: vault.blind('bank-card', one.cardNumber).toString('hex'),
      cardMasked: vault.mask('bank-card', one.cardNumber),
    };
  });
  const rows = await db.query<{ id: number; number: string }>(
    `INSERT INTO public.workers (number, name_sealed, name_blind, name_masked, identity_kind, identity_sealed,
       identity_blind, identity_masked, phone_sealed, phone_blind, phone_masked, state, real_name_state, vat_role,
       agency_from, resident, country, registered_at, version)
     SELECT number, name, name_blind, name_masked, 'resident-id', identity, subject, identity_masked, phone, phone_blind,
       '138****0001', 'active', 'verified', 'platform-files', '2025-01-01', true, '156', '2025-01-01', 1
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
       AS p (number, subject, name, name_blind, name_masked, identity, identity_masked, phone, phone_blind)
     RETURNING id, number`,
    [
      sealed.map((one) => one.number),
      sealed.map((one) => one.subject),
      sealed.map((one) => one.name),
      sealed.map((one) => one.nameBlind),
      sealed.map((one) => one.nameMasked),
      sealed.map((one) => one.identity),
      sealed.map((one) => one.identityMasked),
      sealed.map((one) => one.phone),
      sealed.map((one) => one.phoneBlind),
    ],
  );
  const ids = new Map(rows.map(({ id, number }) => [number, id]));
  const workerIds = sealed.map(({ number }) => ids.get(number) ?? 0);
  await db.query(
    `INSERT INTO public.bank_cards (worker_id, card_version, card_sealed, card_blind, card_masked, holder_sealed,
       holder_blind, holder_masked, bank_name, state, added_at)
     SELECT worker_id, 1, card, card_blind, card_masked, name, name_blind, name_masked, '沙箱银行', 'verified', '2025-01-01'
     FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       AS c (worker_id, card, card_blind, card_masked, name, name_blind, name_masked)`,
    [
      workerIds,
      sealed.map((one) => one.card),
      sealed.map((one) => one.cardBlind),
      sealed.map((one) => one.cardMasked),
      sealed.map((one) => one.name),
      sealed.map((one) => one.nameBlind),
      sealed.map((one) => one.nameMasked),
    ],
  );
  return workerIds;
}
