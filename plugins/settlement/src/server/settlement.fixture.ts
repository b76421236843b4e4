import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createFeePlan } from '@linggong/billing';
import { createChannels, createSandboxBank, openSubAccounts, type PayoutChannel } from '@linggong/channels';
import { createDatabase, systemCommand, type Command, type Database } from '@linggong/core';
import type { Fen } from '@linggong/core/domain';
import { createJobs, type JobsEngine } from '@linggong/jobs';
import { accountOf, balances, ensureEnterpriseAccounts } from '@linggong/ledger';
import { batchSeed, lineSeed } from '@linggong/risk';
import { adoptSeeds, type Seed } from '@linggong/studio';
import { createKeyring, createVault, type Vault } from '@linggong/vault';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { payoutTemplateHeader } from '../api';
import { person, registerPeople, type Person } from './people.fixture';
import { createSettlement, type Settlement } from './settlement-service';
import type { SettlementTools } from './tools';

/** A clock that tests move. */
export interface MovedClock {
  now(): Date;
  moveTo(instant: string): void;
}

export interface SettlementWorld {
  readonly test: TestDatabase;
  readonly db: Database;
  readonly tools: SettlementTools & { readonly jobs: JobsEngine };
  readonly settlement: Settlement;
  readonly clock: MovedClock;
  /** The enterprise that the functions below work for. */
  readonly enterpriseId: number;
  /** Its registered name, which its own payments bear. */
  readonly enterpriseName: string;
  /** Goes on with another enterprise and other people, so that tests may share a database. */
  another(count: number): Promise<{ people: Person[]; workerIds: number[] }>;
  /** The command of an account of the enterprise, now. */
  as(role: 'enterprise' | 'operator' | 'finance-officer' | 'finance-approver', accountId?: number): Command;
  /** A further task of the enterprise with everybody engaged and accepted for an amount. */
  task(number: string, workerIds: readonly number[], acceptedFen: Fen): Promise<number>;
  workers(people: readonly Person[]): Promise<number[]>;
  deposit(amountFen: Fen, serial?: string): Promise<void>;
  upload(rows: readonly (readonly string[])[], options?: { again?: boolean }): Promise<number>;
  /** A batch of rows, checked and quoted; gives its id. */
  quoted(rows: readonly (readonly string[])[]): Promise<number>;
  batch(id: number): Promise<BatchFacts>;
  /** What of the deposit may still be spent, and what is held. */
  money(): Promise<{ availableFen: Fen; heldFen: Fen }>;
  /** States of the orders of a batch, by row. */
  orderStates(batchId: number): Promise<string[]>;
  /** Works off everything that is due until an instant. */
  drain(until?: string): Promise<void>;
  stop(): Promise<void>;
}

export interface BatchFacts {
  readonly state: string;
  readonly version: number;
  readonly ready: number;
  readonly blocked: number;
  readonly held: number;
  readonly grossFen: Fen;
  readonly feeFen: Fen;
  readonly taxFen: Fen;
  readonly netFen: Fen;
}

const BATCH = `SELECT state, quote_version AS version, ready_count AS ready, blocked_count AS blocked, held_count AS held,
    gross_fen AS "grossFen", fee_fen AS "feeFen", vat_fen + surcharge_fen + income_tax_fen AS "taxFen", net_fen AS "netFen"
  FROM public.settlement_batches WHERE id = $1`;

const START = '2026-11-22T03:00:00Z';
/** Thrown by tests in the place of a kill: the work is tried again, as after a restart. */
export class Killed extends Error {}

/** A database with every plugin that settlement stands on, one active enterprise, and queues to drain. */
export async function settlementWorld(
  wrap: (database: Database) => Database = (database) => database,
  behind: (bank: PayoutChannel) => PayoutChannel = (bank) => bank,
  more: (tools: { db: Database; vault: Vault }) => readonly PayoutChannel[] = () => [],
  wholes: Seed = batchSeed,
): Promise<SettlementWorld> {
  const test = await testDatabase();
  const clock = movedClock(START);
  const keyring = createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) });
  const database = createDatabase({ connectionString: test.url, max: 10 });
  await adoptSeeds(database, systemCommand('studio', clock.now(), 'test'), [lineSeed, wholes]);
  const vault = createVault({
    keyring,
    root: path.join(os.tmpdir(), `settlement-${randomBytes(6).toString('hex')}`),
    db: () => database,
  });
  const faults: unknown[] = [];
  const jobs = withFaults(createJobs({ connectionString: test.url, clock }), faults);
  const channels = createChannels({
    db: database,
    jobs,
    channels: [behind(createSandboxBank({ db: database, vault })), ...more({ db: database, vault })],
  });
  const tools = { database: wrap(database), vault, jobs, channels };
  const settlement = createSettlement(tools);
  settlement.listen();
  const as: SettlementWorld['as'] = (role, accountId = 1) => ({
    actor: { kind: 'account', name: `${role}#${accountId}`, role, accountId },
    at: clock.now(),
    traceId: 'test',
  });
  let enterprises = 0;
  let persons = 0;
  let enterpriseId = 0;
  const another: SettlementWorld['another'] = async (count) => {
    enterprises += 1;
    enterpriseId = await newEnterprise(database, as('operator'), `E-${enterprises}`);
    const people = Array.from({ length: count }, (_, index) => person(persons + index));
    persons += count;
    return { people, workerIds: count === 0 ? [] : await registerPeople(database, vault, people) };
  };
  await another(0);
  const drain = async (until?: string): Promise<void> => {
    if (until !== undefined) clock.moveTo(until);
    await jobs.drain();
    // The schedule that collects answers is the channels' own; here it is called by hand until nothing moves.
    for (let round = 0; round < 20; round += 1) {
      const told = await channels.collect(as('operator'));
      await jobs.drain();
      if (faults.length > 0) throw faults.splice(0)[0];
      if (told.settled + told.rejected + told.returned === 0) return;
    }
  };
  const upload: SettlementWorld['upload'] = async (rows, { again = false } = {}) => {
    const source = Readable.from([Buffer.from(csv(rows))]);
    const sheet = { enterpriseId, fileName: '发放表.csv', source, again };
    return (await settlement.uploadSheet(as('enterprise'), sheet)).id;
  };
  return {
    test,
    db: database,
    tools,
    settlement,
    clock,
    get enterpriseId() {
      return enterpriseId;
    },
    get enterpriseName() {
      return nameOf(`E-${enterprises}`);
    },
    another,
    as,
    drain,
    workers: (people) => registerPeople(database, vault, people),
    task: (number, workerIds, acceptedFen) => newTask(database, enterpriseId, number, workerIds, acceptedFen),
    deposit: async (amountFen, serial = `S-${randomBytes(6).toString('hex')}`) => {
      await settlement.recordDeposit(as('finance-officer'), {
        enterpriseId,
        bankSerial: serial,
        amountFen: Number(amountFen),
        payerName: nameOf(`E-${enterprises}`),
      });
    },
    upload,
    quoted: async (rows) => {
      const id = await upload(rows, { again: true });
      await drain();
      return id;
    },
    batch: (id) => database.one<BatchFacts>(BATCH, [id]),
    money: async () => {
      const [row] = await balances(database, { accounts: [accountOf('deposit', enterpriseId)] });
      return { availableFen: row?.availableFen ?? 0n, heldFen: row?.heldFen ?? 0n };
    },
    orderStates: async (batchId) => {
      const found = await database.query<{ state: string }>(
        'SELECT state FROM public.orders WHERE batch_id = $1 ORDER BY row_no',
        [batchId],
      );
      return found.map(({ state }) => state);
    },
    stop: async () => {
      await jobs.stop();
      await database.close();
      await test.drop();
    },
  };
}

/** A sheet as the template has it. */
export function csv(rows: readonly (readonly string[])[]): string {
  return [payoutTemplateHeader, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

/** The sheet row of a person. */
export function rowOf(one: Person, task: string, amount: string, remark = ''): string[] {
  return [one.name, one.identityNumber, one.phone, one.cardNumber, task, amount, remark];
}

export { person };

/** Jobs hide the words of a fault; tests want them. */
function withFaults(jobs: JobsEngine, faults: unknown[]): JobsEngine {
  const keep = (error: unknown): never => {
    if (!(error instanceof Killed)) faults.push(error);
    throw error;
  };
  return {
    ...jobs,
    handle: (name, handler) => jobs.handle(name, (job, command) => handler(job, command).catch(keep)),
    on: (type, hearer, handler) =>
      jobs.on(type, hearer, (event, command, tx) => handler(event, command, tx).catch(keep)),
  };
}

function movedClock(start: string): MovedClock {
  let now = new Date(start);
  return { now: () => now, moveTo: (instant) => void (now = new Date(instant)) };
}

/** Name of the enterprise that the fixture makes under a number. */
export const nameOf = (number: string): string => `湖南测试企业${number}`;

export async function newEnterprise(db: Database, command: Command, number: string): Promise<number> {
  const serial = number.replace(/\D/g, '').padStart(5, '0');
  const { id } = await db.one<{ id: number }>(
    `INSERT INTO public.enterprises (number, name, uscc, state, urban_maintenance_rate, version)
     VALUES ($1, $2, $3, 'active', '0.07', 1) RETURNING id`,
    [number, nameOf(number), `9143010000000${serial}`],
  );
  const account = `31006601880000${String(id).padStart(5, '0')}`;
  await db.query(
    `INSERT INTO public.enterprise_accounts (enterprise_id, sub_account_number, bank_name, bank_code, ledger_owner, state,
       opened_at) VALUES ($1, $2, '沙箱银行', '313290000017', $3, 'open', $4)`,
    [id, account, String(id), command.at],
  );
  await signCooperation(db, id);
  await db.transaction(async (tx) => {
    await ensureEnterpriseAccounts(tx, command, id);
    await createFeePlan(tx, command, { enterpriseId: id, rate: '0.06', effectiveFrom: '2026-01-01' });
    await openSubAccounts(tx, [{ number: account, holder: nameOf(number) }], command.at);
  });
  return id;
}

/** A published task with every worker engaged and accepted, and a service agreement that covers it. */
export async function newTask(
  db: Database,
  enterpriseId: number,
  number: string,
  workerIds: readonly number[],
  acceptedFen: Fen,
): Promise<number> {
  const { id } = await db.one<{ id: number }>(
    `INSERT INTO public.tasks (number, enterprise_id, title, scenario, form, headcount, unit_price_fen, budget_fen, starts_on,
       ends_on, state, version)
     VALUES ($1, $2, '同城配送', 'delivery', 'piece', 100000, 100, 100000000000, '2026-01-01', '2026-12-31', 'published', 1)
     RETURNING id`,
    [number, enterpriseId],
  );
  await db.query(
    `INSERT INTO public.engagements (number, task_id, enterprise_id, worker_id, state, agreed_fen, accepted_fen, settled_fen,
       accepted_at, version)
     SELECT $1 || '-' || worker_id, $2, $3, worker_id, 'accepted', $5, $5, 0, '2026-11-01', 1 FROM unnest($4::int[]) AS w (worker_id)`,
    [`EN-${number}`, id, enterpriseId, workerIds, acceptedFen],
  );
  await signAgreements(db, workerIds);
  return id;
}

async function signAgreements(db: Database, workerIds: readonly number[]): Promise<void> {
  await db.query(
    `INSERT INTO public.contracts (number, kind, template_id, worker_id, scenarios, valid_from, valid_to, state, signed_at,
       text_hash)
     SELECT 'CT-' || worker_id, 'worker-service', $1, worker_id, '["*"]', '2026-01-01', '2027-12-31', 'signed', '2026-01-01', repeat('0', 64)
       FROM unnest($2::int[]) AS w (worker_id) ON CONFLICT DO NOTHING`,
    [await templateId(db, 'worker-service'), workerIds],
  );
}

async function signCooperation(db: Database, enterpriseId: number): Promise<void> {
  await db.query(
    `INSERT INTO public.contracts (number, kind, template_id, enterprise_id, valid_from, valid_to, state, signed_at, text_hash)
     VALUES ('CE-' || $2::int, 'enterprise-cooperation', $1, $2::int, '2026-01-01', '2027-12-31', 'signed', '2026-01-01', repeat('0', 64))`,
    [await templateId(db, 'enterprise-cooperation'), enterpriseId],
  );
}

async function templateId(db: Database, kind: string): Promise<number> {
  const { id } = await db.one<{ id: number }>(
    `INSERT INTO public.contract_templates (code, template_version, kind, title_zh, title_en, clauses, variables, text_hash)
     VALUES ($1, 1, $1, '协议', 'Agreement', '[]', '[]', 'x')
     ON CONFLICT (code, template_version) DO UPDATE SET updated_at = now() RETURNING id`,
    [kind],
  );
  return id;
}
