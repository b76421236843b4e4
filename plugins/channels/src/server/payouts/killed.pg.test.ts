import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { systemCommand, type Database } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createJobs, type JobsEngine } from '@linggong/jobs';
import { createKeyring, createVault } from '@linggong/vault';
import { sandboxCard } from '../../domain';
import { createChannels } from '../channels';
import { createSandboxBank, SANDBOX_BANK } from '../sandbox-bank/sandbox-bank';
import { creditSubAccount, subAccounts } from '../sandbox-bank/sub-accounts';

const FILES = 12;
const LINES = 60;
const AMOUNT_FEN = 1_000n;
const START_FEN = 1_000_000_000n;
const at = new Date('2026-11-20T02:00:00Z');
const command = systemCommand('channels-test', at, 'trace-1');
const key = Buffer.alloc(32, 7);

/** A worker process as it is built: sends every file, collects every answer, says so, and lives until then. */
const worker = `
const { createDatabase, systemCommand } = require('@linggong/core');
const { createChannels, createSandboxBank } = require('@linggong/channels');
const { createJobs } = require('@linggong/jobs');
const { createKeyring, createVault } = require('@linggong/vault');
const db = createDatabase({ connectionString: process.env.TEST_URL, max: 3 });
const key = Buffer.alloc(32, 7);
const vault = createVault({ keyring: createKeyring({ current: 1, keys: new Map([[1, key]]), index: key }), root: '/tmp' });
const jobs = createJobs({ connectionString: process.env.TEST_URL });
const channels = createChannels({ db, jobs, channels: [createSandboxBank({ db, vault })] });
const today = systemCommand('worker', new Date('2026-11-20T02:00:00Z'), 'trace-2');
const tomorrow = systemCommand('worker', new Date('2026-11-21T03:00:00Z'), 'trace-3');
(async () => {
  process.stdout.write('working');
  const files = await db.query("SELECT message_id FROM channels.files WHERE state <> 'sent' ORDER BY 1");
  for (const file of files) await channels.send(today, file.message_id);
  await channels.collect(tomorrow);
  process.exit(0);
})().catch((error) => { console.error(error); process.exit(1); });
`;

let kit: TestDatabase;
let db: Database;
let jobs: JobsEngine;

beforeAll(async () => {
  kit = await testDatabase({
    only: ['plugins/access', 'plugins/jobs', 'plugins/audit', 'plugins/studio', 'plugins/channels'],
  });
  db = kit.db;
  jobs = createJobs({ connectionString: kit.url });
}, 60_000);
afterAll(async () => {
  await jobs.stop();
  await kit.drop();
});

async function prepareFiles(): Promise<void> {
  const vault = createVault({
    keyring: createKeyring({ current: 1, keys: new Map([[1, key]]), index: key }),
    root: os.tmpdir(),
  });
  const channels = createChannels({ db, jobs, channels: [createSandboxBank({ db, vault })] });
  await creditSubAccount(db, { account: 'SUB-1', holder: '测试企业', amountFen: START_FEN, serial: 'IN-1', at });
  const rows = await db.query<{ id: number }>(
    `INSERT INTO public.orders (number) SELECT 'T-' || n FROM generate_series(1, ${FILES * LINES}) n RETURNING id`,
  );
  for (let start = 0; start < rows.length; start += LINES) {
    const orders = rows.slice(start, start + LINES).map(({ id }, index) => ({
      orderId: id,
      payerAccount: 'SUB-1',
      amountFen: AMOUNT_FEN,
      remark: 'test',
      payee: {
        subject: `s-${id}`,
        // One in twelve comes back the next day.
        cardSealed: vault
          .seal('bank-card', `s-${id}`, sandboxCard(index % 12 === 0 ? 'returned' : 'settles', id))
          .toString('base64'),
        nameSealed: vault.seal('name', `s-${id}`, '张三').toString('base64'),
      },
    }));
    await db.transaction((tx) => channels.prepare(tx, command, SANDBOX_BANK, orders));
  }
}

/** Runs a worker and kills it (-9) so many milliseconds after it began to work; true when it had finished before. */
function runFor(milliseconds: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', worker], {
      cwd: path.join(__dirname, '../../..'),
      env: { PATH: process.env['PATH'], TZ: 'UTC', TEST_URL: kit.url },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
    child.once('error', reject);
    child.once('exit', (code) => (code === 1 ? reject(new Error('the worker failed')) : resolve(code === 0)));
  });
}

it('workers killed (-9) at any point: every order is paid once, told once, and returned once', async () => {
  await prepareFiles();
  let kills = 0;
  // Longer each time, so that the work is cut at ever later points and ends in the end.
  for (let milliseconds = 3; !(await runFor(milliseconds)); milliseconds = Math.ceil(milliseconds * 1.6) + 4)
    kills += 1;
  expect(kills).toBeGreaterThan(3);

  const states = await db.query<{ state: string; count: bigint }>(
    'SELECT state, count(*) AS count FROM public.payouts GROUP BY 1 ORDER BY 1',
  );
  const returned = BigInt(FILES * Math.ceil(LINES / 12));
  const paid = BigInt(FILES * LINES) - returned;
  expect(states).toEqual([
    { state: 'returned', count: returned },
    { state: 'settled', count: paid },
  ]);
  const [account] = await subAccounts(db, ['SUB-1']);
  expect(account?.balanceFen).toBe(START_FEN - paid * AMOUNT_FEN);
  const told = await db.query<{ type: string; told: bigint; different: bigint }>(
    `SELECT type, count(*) AS told, count(DISTINCT o) AS different
       FROM jobs.events, jsonb_array_elements(payload -> 'orderIds') o GROUP BY 1 ORDER BY 1`,
  );
  expect(told).toEqual([
    { type: 'channels.payout.returned', told: returned, different: returned },
    { type: 'channels.payout.sent', told: paid + returned, different: paid + returned },
    { type: 'channels.payout.settled', told: paid + returned, different: paid + returned },
  ]);
}, 300_000);
