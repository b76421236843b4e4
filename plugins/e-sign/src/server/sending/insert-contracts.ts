import type { Command, Tx } from '@linggong/core';
import type { TemplateValues } from '../../domain';

export interface NewContract {
  readonly number: string;
  readonly kind: string;
  readonly templateId: number;
  readonly enterpriseId: number | null;
  readonly workerId: number | null;
  readonly scenarios: readonly string[] | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly textSha256: string;
  readonly facts: TemplateValues;
  readonly subject: string | null;
  readonly nameSealed: string | null;
  readonly identitySealed: string | null;
}

const insert = `
  WITH given AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::int[], $6::text[], $7::date[], $8::date[],
      $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
      AS g(number, kind, template_id, enterprise_id, worker_id, scenarios, valid_from, valid_to, text_hash, facts,
        subject, name_sealed, identity_sealed)
  ), added AS (
    INSERT INTO public.contracts (number, kind, template_id, enterprise_id, worker_id, scenarios, valid_from, valid_to,
      text_hash, state, sent_at)
    SELECT number, kind, template_id, enterprise_id, worker_id, scenarios::jsonb, valid_from, valid_to, text_hash,
      'sent', $14::timestamptz FROM given
    RETURNING id, number
  ), texts AS (
    INSERT INTO e_sign.contract_texts (contract_id, facts, subject, name_sealed, identity_sealed, text_hash)
    SELECT a.id, g.facts::jsonb, g.subject, g.name_sealed, g.identity_sealed, g.text_hash
    FROM added a JOIN given g USING (number)
  )
  SELECT id, number FROM added`;

/** Writes contracts as sent, with what their texts are rendered from; ids in the order given. */
export async function insertContracts(tx: Tx, command: Command, contracts: readonly NewContract[]): Promise<number[]> {
  const column = <K extends keyof NewContract>(key: K): NewContract[K][] => contracts.map((one) => one[key]);
  const rows = await tx.query<{ id: number; number: string }>(insert, [
    column('number'),
    column('kind'),
    column('templateId'),
    column('enterpriseId'),
    column('workerId'),
    contracts.map(({ scenarios }) => scenarios && JSON.stringify(scenarios)),
    column('validFrom'),
    column('validTo'),
    column('textSha256'),
    contracts.map(({ facts }) => JSON.stringify(facts)),
    column('subject'),
    column('nameSealed'),
    column('identitySealed'),
    command.at,
  ]);
  const idOf = new Map(rows.map(({ id, number }) => [number, id]));
  return contracts.map(({ number }) => {
    const id = idOf.get(number);
    if (id === undefined) throw new Error(`contract ${number} was not written`);
    return id;
  });
}
