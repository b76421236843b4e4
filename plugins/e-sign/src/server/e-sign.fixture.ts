import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createJobs, type JobsEngine } from '@linggong/jobs';
import type { Command } from '@linggong/core';
import { createParties, createPorts, type Parties } from '@linggong/parties';
import { createKeyring, createVault, type Vault } from '@linggong/vault';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { adoptSeeds } from '@linggong/studio';
import { contractKinds, contractSeeds } from '../domain';
import { batchJob, runBatch } from './batches/run-batch';
import { createESign, type ESign } from './e-sign-service';
import { createSandboxSigner } from './providers/sandbox/sandbox-provider';
import type { SignatureProvider } from './providers/signature-provider';
import { handleRequests } from './requests/request-jobs';
import { createSandboxCodeSender } from './signing/code-sender';
import { testMill } from './mill/mill.fixture';
import { createSealSource } from './seal/seal-source';
import { textInForce } from './templates/template-rows';
import type { ContractPdf, ESignTools, SigningTools } from './tools';

export const at = new Date('2026-11-22T03:00:00Z');

export const command: Command = {
  actor: { kind: 'account', name: 'operator#1', role: 'operator', accountId: 1 },
  at,
  traceId: 'trace-1',
  address: '203.0.113.9',
};

export interface ESignWorld {
  readonly test: TestDatabase;
  readonly tools: ESignTools;
  readonly eSign: ESign;
  readonly parties: Parties;
  readonly jobs: JobsEngine;
  /** Where private files lie. */
  readonly folder: string;
  /** Sets the clock of services, jobs and the sandbox. */
  moveTo(instant: Date): void;
  /** Takes another service in place of the sandbox, or none. */
  useProvider(provider: SignatureProvider | undefined): void;
  /** Registers workers; gives their ids. */
  workers(count: number, more?: { state?: string; realName?: string; name?: string }): Promise<number[]>;
  enterprise(state?: string): Promise<number>;
  stop(): Promise<void>;
}

/** Stands for the paper of a contract: the same bytes for the same contract. */
export const plainPdf: ContractPdf = async (_db, contractId) =>
  Buffer.from(`%PDF-1.7\n% contract ${contractId}\n%%EOF\n`);

/** A database with parties and e-sign, the texts of the first day, and a queue that the test drains. */
export async function eSignWorld(): Promise<ESignWorld> {
  const test = await testDatabase({
    only: [
      'plugins/access',
      'plugins/jobs',
      'plugins/audit',
      'plugins/vault',
      'plugins/parties',
      'plugins/studio',
      'plugins/e-sign',
    ],
  });
  const keyring = createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'e-sign-'));
  const vault = createVault({ keyring, root: folder, db: () => test.db });
  let now = at;
  const clock = { now: () => now };
  const jobs = createJobs({ connectionString: test.url, clock });
  const signing = testSigning(test, clock);
  const parties = createParties({ database: test.db, vault, jobs, ports: createPorts() });
  const mill = testMill();
  const tools: ESignTools = {
    db: test.db,
    vault,
    jobs,
    parties,
    platformName: { zh: '灵工测试平台', en: 'Linggong test platform' },
    knowsAll: async () => true,
    scenarioTitles: () =>
      Promise.resolve((code) => (code === 'delivery' ? { zh: '同城配送', en: 'City delivery' } : undefined)),
    signing,
    publicUrl: 'https://platform.example.com',
    mill,
    seal: createSealSource({
      db: () => test.db,
      vault: () => vault,
      mill,
      settings: { p12: undefined, timeStampUrl: undefined },
    }),
  };
  await adoptSeeds(test.db, command, contractSeeds);
  await test.db.transaction(async (tx) => {
    for (const kind of contractKinds) await textInForce(tx, command, kind);
  });
  jobs.handle(batchJob, ({ payload, progress }, given) =>
    // The payload is what placeBatch wrote.
    runBatch(tools, given, (payload as { batchId: number }).batchId, progress),
  );
  handleRequests(jobs, () => tools);
  return {
    test,
    tools,
    folder,
    moveTo: (instant) => void (now = instant),
    useProvider: (provider) => useProvider(signing, provider),
    eSign: createESign(tools),
    parties,
    jobs,
    workers: (count, more = {}) => insertWorkers(test, vault, count, more),
    enterprise: (state = 'active') => insertEnterprise(test, state),
    stop: async () => {
      await jobs.stop();
      await mill.close();
      await test.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The sandbox as service and as sender of codes; at a pace that tests need not wait for. */
function testSigning({ db }: TestDatabase, clock: SigningTools['clock']): Mutable<SigningTools> {
  const pdfOf = async (reference: string): Promise<Uint8Array> => {
    const { contract_id } = await db.one<{ contract_id: number }>(
      'SELECT contract_id FROM e_sign.signature_requests WHERE reference = $1',
      [reference],
    );
    return plainPdf(db, contract_id, at);
  };
  const sandbox = createSandboxSigner({ db, clock, pdfOf });
  const settings = {
    flowsPerSecond: 100_000,
    requestDays: 30,
    remindersMax: 3,
    reminderDays: 3,
    orderReports: true,
    code: 'optional' as const,
  };
  return {
    settings,
    providers: new Map([[sandbox.name, sandbox]]),
    current: sandbox,
    codeSender: createSandboxCodeSender(),
    contractPdf: plainPdf,
    clock,
  };
}

function useProvider(signing: Mutable<SigningTools>, provider: SignatureProvider | undefined): void {
  signing.current = provider;
  signing.providers = new Map(provider ? [[provider.name, provider]] : []);
}

let serial = 0;

async function insertWorkers(
  { db }: TestDatabase,
  vault: Vault,
  count: number,
  { state = 'active', realName = 'verified', name }: { state?: string; realName?: string; name?: string },
): Promise<number[]> {
  const people = Array.from({ length: count }, () => {
    serial += 1;
    const identity = `11010119900101${String(serial).padStart(4, '0').slice(-4)}${serial}`;
    const subject = vault.subjectOf(identity);
    const seal = (kind: 'name' | 'identity-number' | 'phone', clear: string): string =>
      vault.seal(kind, subject, clear).toString('base64');
    return {
      number: `W-${serial}`,
      subject,
      name: seal('name', name ?? `张三${serial}`),
      identity: seal('identity-number', identity),
      phone: seal('phone', `138${String(serial).padStart(8, '0')}`),
    };
  });
  const rows = await db.query<{ id: number }>(
    `INSERT INTO public.workers (number, name_sealed, name_blind, name_masked, identity_kind, identity_sealed,
       identity_blind, identity_masked, phone_sealed, phone_blind, phone_masked, state, real_name_state, vat_role, resident,
       version)
     SELECT number, name, 'b', '张*', 'resident-id', identity, subject, '1****1', phone, 'b', '138****0001', $5, $6,
       'platform-files', true, 1
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $7::text[]) AS p(number, subject, name, identity, phone)
     RETURNING id`,
    [
      people.map(({ number }) => number),
      people.map(({ subject }) => subject),
      people.map(({ name }) => name),
      people.map(({ identity }) => identity),
      state,
      realName,
      people.map(({ phone }) => phone),
    ],
  );
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

async function insertEnterprise({ db }: TestDatabase, state: string): Promise<number> {
  serial += 1;
  const { id } = await db.one<{ id: number }>(
    `INSERT INTO public.enterprises (number, name, uscc, state, version) VALUES ($1, $2, $3, $4, 1) RETURNING id`,
    [`E-${serial}`, `湖南测试企业${serial}`, `9143010000000${String(serial).padStart(5, '0')}`, state],
  );
  return id;
}
