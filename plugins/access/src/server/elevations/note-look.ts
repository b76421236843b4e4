import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { record } from '@linggong/audit';
import { databaseOf, type Command, type Queryable } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import type { LooseAnswer, Route } from '../http/route';
import { routeRegistryOf } from '../http/route-registry';
import type { Elevation } from './elevated';

/** One look under an elevation, as its grantor sees it afterwards. */
export interface Look {
  /** Method and pattern of the address, never the address itself. */
  readonly route: string;
  readonly what: string;
  readonly subjectId?: string | undefined;
  readonly status: number;
  /** Numbers of the rows that were shown. */
  readonly ids: readonly (number | bigint | string)[];
  /** The field that was asked for in clear. */
  readonly clearField?: string | undefined;
}

/** Row numbers, UUIDs and codes; what else stands in an address is not kept. */
const nameable = /^[A-Za-z0-9-]{1,40}$/;

/** Writes a look down, for the grantor and in the audit log, before anything is shown. */
export async function noteLook(tx: Queryable, command: Command, elevation: Elevation, look: Look): Promise<void> {
  const { route, what, status, ids, clearField } = look;
  const subjectId = look.subjectId !== undefined && nameable.test(look.subjectId) ? look.subjectId : undefined;
  await tx.query(
    `INSERT INTO access.elevation_looks (elevation_id, at, route, subject_id, status, rows, ids_sha256, trace_id, clear_field)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      elevation.id,
      command.at,
      route,
      subjectId ?? null,
      status,
      ids.length,
      ids.length === 0 ? null : idsHash(ids),
      command.traceId,
      clearField ?? null,
    ],
  );
  await record(
    tx,
    { ...command, approvalId: elevation.approvalId },
    {
      action: 'elevation.look',
      subject: { kind: 'elevation', id: elevation.id },
      after: {
        look: what,
        status,
        rows: ids.length,
        ...(subjectId === undefined ? {} : { subject: subjectId }),
        ...(clearField === undefined ? {} : { field: clearField }),
      },
    },
  );
}

/**
 * Runs an operation under an elevation: what it answers leaves only after the look was written down, a refusal of the business as
 * well. What cannot be written down is not shown.
 */
export async function lookUnder(
  strapi: Core.Strapi,
  route: Route,
  call: Pick<Look, 'clearField' | 'subjectId'> & { readonly command: Command; readonly elevation: Elevation },
  work: () => Promise<LooseAnswer>,
): Promise<LooseAnswer> {
  const { command, elevation, subjectId, clearField } = call;
  const note = (status: number, ids: Look['ids']): Promise<void> => {
    const what = `${route.resource}:${route.action}`;
    const look = { route: `${route.method} ${addressOf(strapi, route)}`, what, subjectId, status, ids, clearField };
    return databaseOf(strapi).transaction((tx) => noteLook(tx, command, elevation, look));
  };
  let answer: LooseAnswer;
  try {
    answer = await work();
  } catch (error) {
    if (error instanceof Problem) await note(error.status, []);
    throw error;
  }
  // What waits for a second person shows no row yet.
  await note(answer.status, answer.status === 202 ? [] : idsOf(answer.body, subjectId));
  return answer;
}

function addressOf(strapi: Core.Strapi, route: Route): string {
  const served = routeRegistryOf(strapi).all();
  return served.find((one) => one.route === route)?.address ?? route.path;
}

/** As the audit log does it: over the numbers as text, sorted, one a line. */
function idsHash(ids: Look['ids']): string {
  return createHash('sha256').update(ids.map(String).sort().join('\n')).digest('hex');
}

/** Numbers of the rows of a list or a page, or of the one thing that was asked for. */
function idsOf(body: unknown, subjectId: string | undefined): (number | bigint | string)[] {
  const items: unknown = isObject(body) && Array.isArray(body['items']) ? body['items'] : body;
  const rows: readonly unknown[] = Array.isArray(items) ? items : [items];
  return rows.flatMap((row) => {
    const id = isObject(row) ? (row['id'] ?? subjectId) : undefined;
    return typeof id === 'number' || typeof id === 'bigint' || typeof id === 'string' ? [id] : [];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
