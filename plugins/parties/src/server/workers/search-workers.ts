import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { shanghaiDay } from '@linggong/core/domain';
import type { FieldKind } from '@linggong/vault';
import type { WorkerAnswer, WorkerSearch } from '../../api';
import { fault, guessIdentityKind, isMasked, type PartyIdentifierKind, type RegistrationField } from '../../domain';
import { registrationProblem } from '../registration-problem';
import { isLocked } from '../locked/locks';
import { blindText } from '../sealed-text';
import type { PartiesTools } from '../tools';
import { workersById } from './worker-rows';

interface Key {
  readonly field: RegistrationField;
  readonly kind: PartyIdentifierKind;
  readonly fieldKind: FieldKind;
  readonly value: string;
  readonly sql: string;
}

function keyOf(search: WorkerSearch): Key {
  const { identityNumber, phone, cardNumber } = search;
  if (identityNumber !== undefined) {
    return {
      field: 'identityNumber',
      kind: guessIdentityKind(identityNumber),
      fieldKind: 'identity-number',
      value: identityNumber,
      sql: 'SELECT id FROM public.workers WHERE identity_blind = $1',
    };
  }
  if (phone !== undefined) {
    return {
      field: 'phone',
      kind: 'mobile',
      fieldKind: 'phone',
      value: phone,
      sql: 'SELECT id FROM public.workers WHERE phone_blind = $1 ORDER BY id LIMIT 50',
    };
  }
  return {
    field: 'cardNumber',
    kind: 'bank-card',
    fieldKind: 'bank-card',
    // The schema has made sure that exactly one of the three is given.
    value: cardNumber ?? '',
    sql: 'SELECT DISTINCT worker_id AS id FROM public.bank_cards WHERE card_blind = $1 ORDER BY 1 LIMIT 50',
  };
}

/**
 * Finds workers by an exact identity number, phone or card through the blind index; nobody who has left. Every search leaves an audit row
 * that says by what was searched and how many were found, never the value.
 * @throws Problem `registration-refused` (422) when the value cannot be such a number.
 */
export async function searchWorkers(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  search: WorkerSearch,
): Promise<WorkerAnswer[]> {
  const key = keyOf(search);
  if (isMasked(key.value)) throw registrationProblem([fault(key.field, 'value-masked')]);
  const verdict = tools.ports.identifierRules.check(key.kind, key.value, shanghaiDay(command.at));
  if (!verdict.valid) throw registrationProblem([{ field: key.field, code: verdict.code, text: verdict.text }]);
  const blind = blindText(tools.vault, key.fieldKind, verdict.normalised);
  const found = await tx.query<{ id: number }>(
    `SELECT w.id FROM public.workers w WHERE w.id IN (${key.sql}) AND NOT (${isLocked('w')}) ORDER BY w.id`,
    [blind],
  );
  const workers = await workersById(
    tx,
    found.map(({ id }) => id),
  );
  await record(tx, command, {
    action: 'worker.search',
    subject: { kind: 'worker', id: workers.length === 1 ? String(workers[0]?.id) : 'many' },
    count: workers.length,
    after: { by: key.field },
  });
  return workers;
}
