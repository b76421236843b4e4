import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createKeyring, createVault, type Vault } from '@linggong/vault';
import { sandboxCard, type Instruction } from '../../domain';
import { payoutChannelCases, type ConformanceFixture } from '../channel-conformance';
import { createSandboxBank } from './sandbox-bank';
import { creditSubAccount, subAccounts } from './sub-accounts';
import { coveredRead } from '@linggong/audit';

const at = new Date('2026-11-20T02:00:00Z');
let kit: TestDatabase;
let vault: Vault;

beforeAll(async () => {
  kit = await testDatabase({
    only: ['plugins/access', 'plugins/jobs', 'plugins/audit', 'plugins/studio', 'plugins/channels'],
  });
  const keyring = createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) });
  vault = createVault({ keyring, root: os.tmpdir() });
}, 60_000);
afterAll(() => kit.drop());

let serial = 0;

async function fixture(): Promise<ConformanceFixture> {
  serial += 1;
  const account = `SUB-${serial}`;
  const transfer = { account, holder: '测试企业', amountFen: 1_000_000n, serial: `IN-${serial}`, at };
  await creditSubAccount(kit.db, transfer);
  const instruction: ConformanceFixture['instruction'] = (wanted, amountFen) => {
    serial += 1;
    const subject = `subject-${serial}`;
    return {
      endToEndId: `E-${serial}`,
      payerAccount: account,
      amountFen,
      remark: 'test',
      payee: {
        subject,
        cardSealed: vault.seal('bank-card', subject, sandboxCard(wanted, serial)),
        nameSealed: vault.seal('name', subject, '张三'),
        bankCode: null,
      },
    } satisfies Instruction;
  };
  return { channel: createSandboxBank({ db: kit.db, vault }), account, instruction, at };
}

describe('the sandbox bank is a payout channel: it', () => {
  it.each(payoutChannelCases)('$name', async ({ run }) => {
    await run(await fixture());
  });
});

describe('a sub-account', () => {
  it('is credited once for each serial', async () => {
    const transfer = { account: 'SUB-x', holder: '测试企业', amountFen: 5n, serial: 'IN-x', at };
    const all = await Promise.all([1, 2, 3, 4].map(() => creditSubAccount(kit.db, transfer)));
    expect(all.every((balance) => balance === 5n)).toBe(true);
    expect(await creditSubAccount(kit.db, { ...transfer, serial: 'IN-y' })).toBe(10n);
    expect(await subAccounts(kit.db, ['SUB-x', 'SUB-none'])).toEqual([
      { number: 'SUB-x', holder: '测试企业', balanceFen: 10n },
    ]);
  });
});

it('the bank keeps no card and no name in clear', async () => {
  const { channel, instruction } = await fixture();
  const one = instruction('settles', 1n);
  const card = vault.open(
    'bank-card',
    one.payee.subject,
    Buffer.from(one.payee.cardSealed),
    coveredRead('restore', ['bank-card']),
  );
  await channel.submit({ messageId: 'M-clear', instructions: [one] }, at);
  const rows = await kit.db.query<{ text: string }>(
    `SELECT i::text AS text FROM sandbox_bank.instructions i UNION ALL SELECT e::text FROM sandbox_bank.entries e`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { text } of rows) {
    expect(text).not.toContain(card);
    expect(text).not.toContain(Buffer.from(card).toString('hex'));
    expect(text).not.toContain('张三');
  }
});
