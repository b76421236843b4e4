import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command, Database } from '@linggong/core';
import { createKeyring, createVault } from '@linggong/vault';
import { classesSeed, policySeed, ratingSeed } from '../../domain/ratings';
import { putInForce } from '../decisions/policy.fixture';
import { riskWorld, type RiskWorld } from '../risk.fixture';
import type { CheckKeeping } from './keep-check';
import type { RatingSource } from './rating-sources';
import { rateAfterCheck } from './rating-holder';
import type { CreditCheckTools } from './run-checks';
import { createSandboxCredit } from '../registries/sandbox';

/** Risk with its rating tables in force, a vault that keeps files, and enterprises. */
export interface RatingWorld extends RiskWorld {
  readonly checks: CreditCheckTools;
  readonly keeping: CheckKeeping;
  readonly sources: RatingSource[];
  /** An enterprise in a state; `digits` are characters 11-13 of its credit code, by which the sandbox answers. */
  enterprise(state: 'active' | 'approved' | 'draft', digits?: string): Promise<number>;
}

export const at = new Date('2026-11-27T04:00:00Z');
export const system: Command = { actor: { kind: 'system', name: 'risk' }, at, traceId: 'test' };
export const approvalId = '11111111-1111-4111-8111-111111111111';
export const officer: Command = {
  actor: { kind: 'account', name: 'risk-officer#7', role: 'risk-officer', accountId: 7 },
  at,
  traceId: 'test',
  reason: '复核后调整',
  approvalId,
};

export async function ratingWorld(): Promise<RatingWorld> {
  const world = await riskWorld(at);
  for (const seed of [ratingSeed, classesSeed, policySeed]) await putInForce(world.superuser, seed);
  const sources: RatingSource[] = [];
  const root = await mkdtemp(path.join(tmpdir(), 'ratings-'));
  const keyring = createKeyring({ current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]), index: Buffer.alloc(32, 9) });
  const vault = createVault({ keyring, root, db: () => world.db });
  const { database, jobs } = world.tools;
  const keeping = { jobs, vault };
  const checks: CreditCheckTools = {
    database,
    jobs,
    vault,
    chain: { registries: [createSandboxCredit()], dailyCapsFen: new Map() },
    patience: { timeoutMs: 2_000, tries: 2, backoffMs: 1 },
    afterCheck: (tx, command, id, checkId) =>
      rateAfterCheck({ jobs, sources }, world.parties, tx, command, id, checkId),
  };
  let serial = 0;
  return {
    ...world,
    checks,
    keeping,
    sources,
    stop: async () => {
      await world.stop();
      await rm(root, { recursive: true });
    },
    enterprise: (state, digits = '000') => addEnterprise(world.superuser, state, digits, (serial += 1)),
  };
}

async function addEnterprise(db: Database, state: string, digits: string, serial: number): Promise<number> {
  const uscc = `9111010100${digits}${serial.toString().padStart(5, '0')}`;
  const { id } = await db.one<{ id: number }>(
    `INSERT INTO public.enterprises (number, name, uscc, state, version, created_at, updated_at)
     VALUES ($1, $2, $3, $4, 1, $5, $5) RETURNING id`,
    [`E-202611-${serial.toString().padStart(4, '0')}`, `第${serial.toString()}公司`, uscc, state, at],
  );
  return id;
}
