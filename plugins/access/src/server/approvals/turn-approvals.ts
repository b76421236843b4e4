import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { databaseOf } from '@linggong/core';
import { executeApproval } from './execute-approval';

/** Approved requests that one round takes up; the next round takes the rest. */
const ROUND_MAX = 50;

/** Goes on with what was approved and not done, because the process that should have done it died. */
export async function takeUpApproved(strapi: Core.Strapi, at: Date): Promise<{ taken: number }> {
  const waiting = await databaseOf(strapi).query<{ id: string }>(
    `SELECT id FROM access.approvals
      WHERE state IN ('approved', 'executing') AND coalesce(claimed_at, decided_at) < $1::timestamptz - interval '60 seconds'
      ORDER BY decided_at LIMIT $2`,
    [at, ROUND_MAX],
  );
  for (const { id } of waiting) await executeApproval(strapi, id, at, randomUUID());
  return { taken: waiting.length };
}
