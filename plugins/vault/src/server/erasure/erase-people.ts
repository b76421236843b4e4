import { record } from '@linggong/audit';
import type { Command, Tx } from '@linggong/core';
import { businessNumber, shanghaiDay } from '@linggong/core/domain';
import type { ErasedPerson, PersonKeepers } from './person-keepers';

/** A person whose last term is over. */
export interface EndedPerson extends ErasedPerson {
  /** The number that people know him by, which stays. */
  readonly number: string;
  readonly lockedAt: Date;
  /** As they were counted last: [{class, from, until}]. */
  readonly terms: readonly object[];
}

/** One certificate is of so many people at most. */
export const PEOPLE_TOGETHER = 50;

/**
 * Erases people (清除个人信息, PIPL art. 47): everybody who keeps something of them forgets who they are, in one transaction, and a certificate
 * of destruction says who, by which class of the schedule, after which terms, and how many rows of what. What the books need stays, with numbers
 * in the place of names.
 * @returns the certificate's id
 */
export async function erasePeople(
  tx: Tx,
  keepers: PersonKeepers,
  command: Command,
  className: string,
  people: readonly EndedPerson[],
): Promise<number> {
  const { id, number } = await certify(tx, command, className, people);
  const items: Item[] = [];
  for (const [keeper, { erase }] of keepers.all()) {
    const erased = (await erase?.(tx, command, people)) ?? {};
    items.push(...Object.entries(erased).map(([what, rows]) => ({ keeper, what, rows })));
  }
  await noteItems(tx, id, items);
  await record(
    tx,
    command,
    people.map(({ workerId, lockedAt }) => ({
      action: 'person.erase',
      subject: { kind: 'worker', id: workerId },
      after: { certificate: number, class: className, lockedAt: lockedAt.toISOString() },
    })),
  );
  return id;
}

async function certify(tx: Tx, command: Command, className: string, people: readonly EndedPerson[]) {
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('vault.destruction_serials') AS serial`);
  const number = businessNumber('DC', shanghaiDay(command.at), serial);
  const { id } = await tx.one<{ id: number }>(
    `INSERT INTO vault.destructions (number, class, people, actor_name, trace_id, at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    [number, className, people.length, command.actor.name, command.traceId, command.at],
  );
  await tx.query(
    `INSERT INTO vault.destroyed_people (worker_id, destruction_id, subject_number, locked_at, terms)
     SELECT p.worker_id, $1, p.number, p.locked_at, p.terms::jsonb
     FROM unnest($2::int[], $3::text[], $4::timestamptz[], $5::text[]) AS p (worker_id, number, locked_at, terms)`,
    [
      id,
      people.map(({ workerId }) => workerId),
      people.map((one) => one.number),
      people.map(({ lockedAt }) => lockedAt),
      people.map(({ terms }) => JSON.stringify(terms)),
    ],
  );
  return { id, number };
}

interface Item {
  readonly keeper: string;
  readonly what: string;
  readonly rows: number;
}

async function noteItems(tx: Tx, id: number, items: readonly Item[]): Promise<void> {
  await tx.query(
    `INSERT INTO vault.destruction_items (destruction_id, keeper, what, rows)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::int[])`,
    [id, items.map(({ keeper }) => keeper), items.map(({ what }) => what), items.map(({ rows }) => rows)],
  );
}
