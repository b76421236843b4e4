import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { subjectsMax, type FoundSubjects, type SubjectSearch } from '../../api';
import { blindText } from '../sealed-text';
import type { PartiesTools } from '../tools';
import { isLocked } from '../locked/locks';

type Found = FoundSubjects['items'];

/**
 * Finds the person or enterprise that a form is about, masked, for people who may not see the register itself: a person is found by
 * his number, telephone or identity number as a whole, through the blind index, and neither by a part nor by a name that many have. Each
 * search is an audit entry that tells how many were found, and no value.
 */
export async function findSubjects(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  { kind, text }: SubjectSearch,
): Promise<Found> {
  const items = await (kind === 'worker' ? findWorkers(tools, tx, text) : findEnterprises(tx, text));
  await record(tx, command, {
    action: 'subject.find',
    subject: { kind, id: items.length === 1 ? String(items[0]?.id) : 'many' },
    count: items.length,
  });
  return items;
}

function findWorkers({ vault }: PartiesTools, tx: Tx, text: string): Promise<Found> {
  const [identity, phone] = (['identity-number', 'phone'] as const).map((kind) => blindText(vault, kind, text));
  return tx.query(
    `SELECT id, number, name_masked AS name, phone_masked AS hint FROM public.workers w
      WHERE (identity_blind = $1 OR phone_blind = $2 OR number = upper($3))
        AND NOT ${isLocked('w')}
      ORDER BY id LIMIT $4`,
    [identity, phone, text, subjectsMax],
  );
}

function findEnterprises(tx: Tx, text: string): Promise<Found> {
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return tx.query(
    `SELECT id, number, name, uscc AS hint FROM public.enterprises
      WHERE name ILIKE $1 OR number ILIKE $1 OR uscc = upper($2) ORDER BY id LIMIT $3`,
    [part, text, subjectsMax],
  );
}
