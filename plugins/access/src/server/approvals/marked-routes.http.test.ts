import { matrix, ruleFor } from '@linggong/config/access';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import { createDatabase, databaseOf, type Database } from '@linggong/core';
import type { z } from 'zod';
import { routeRegistryOf } from '../http/route-registry';
import { bootWith, type TestPlatform } from '../platform.fixture';
import { deskOf, newEnterprise, type Desk } from './approvals.fixture';
import { filledPath, prepareRules, ruleCases } from './marked-rules.fixture';

/** Every operation of the product that waits for a second person: asking changes nothing, deciding does it. */
describe('what the matrix marks', () => {
  let platform: TestPlatform;
  let desk: Desk;
  let superuser: Database;
  const validFrom = addDays(shanghaiDay(new Date()), 3);

  beforeAll(async () => {
    platform = await bootWith({});
    desk = deskOf(platform);
    superuser = createDatabase({ connectionString: platform.database.superuserUrl, max: 1 });
    await newEnterprise(platform, 911);
    await superuser.query(
      `INSERT INTO channels.unmatched_answers (id, channel, end_to_end_id, status, answered_at, received_at)
       OVERRIDING SYSTEM VALUE VALUES (912, 'sandbox-bank', 'E2E-912', 'settled', now(), now())`,
    );
    await superuser.query(
      `INSERT INTO public.up_users (id, username, account_role, blocked)
       VALUES (913, 'staff-913', 'customer-service', false), (914, 'staff-914', 'operator', true),
              (917, 'staff-917', 'audit-admin', false), (918, 'staff-918', 'security-admin', false)`,
    );
    await superuser.query(
      `INSERT INTO access.holders (account_id, identity_key, is_administrator, declared_by, at) VALUES (913, repeat('8', 64), false, 913, now())`,
    );
    await superuser.query(
      `INSERT INTO tax.corrections (id, record_id, worker_id, group_code, regime, month, income_before_fen, income_after_fen,
         tax_before_fen, tax_after_fen, at)
       OVERRIDING SYSTEM VALUE VALUES (919, 1, 1, 'default', 'labour', '2026-01', 1, 0, 1, 0, now())`,
    );
    await superuser.query(
      `INSERT INTO vault.legal_holds (id, subject_kind, subject_id, reason, set_by, set_at)
       OVERRIDING SYSTEM VALUE VALUES (920, 'worker', 1, '仲裁', 'test', now())`,
    );
    await addSubAccount(921);
    await superuser.query(
      `INSERT INTO access.second_factors (account_id, secret_sealed, confirmed_at) VALUES (913, '\\x01', now())`,
    );
    await addRetiredKey();
    await addAdjustment();
    await superuser.query(
      `INSERT INTO vault.data_requests (id, number, kind, worker_id, channel, asked, state, received_at, due_on)
       OVERRIDING SYSTEM VALUE VALUES (915, 'DR-915', 'deletion', 1, 'self', '删除', 'working', now(), now()::date + 15)`,
    );
    await superuser.query(
      `INSERT INTO public.workers (id, number, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed, phone_blind,
         phone_masked, vat_role, resident, state, real_name_state)
       VALUES (916, 'W916', 's', 'b', 's', repeat('9', 64), 's', 'b', '199****0916', 'platform-files', true, 'active', 'verified')`,
    );
    await prepareRules(platform, desk, superuser);
  }, 240_000);
  afterAll(async () => {
    await superuser?.close();
    await platform?.stop();
  });

  /** An enterprise with a sub-account at the sandbox bank. */
  const addSubAccount = async (id: number): Promise<void> => {
    await newEnterprise(platform, id);
    const account = `3100660188000${id}`;
    await superuser.query(
      `INSERT INTO public.enterprise_accounts (enterprise_id, sub_account_number, bank_name, bank_code, ledger_owner, state, opened_at)
       VALUES ($1, $2, '沙箱银行', '313290000017', $3, 'open', now())`,
      [id, account, String(id)],
    );
    await superuser.query(`INSERT INTO sandbox_bank.sub_accounts (number, holder, opened_at) VALUES ($1, $2, now())`, [
      account,
      `E${id}`,
    ]);
  };

  /** A data key that nothing is sealed under, retired forty days ago. */
  const addRetiredKey = () =>
    superuser.query(
      `INSERT INTO vault.data_keys (number, realm, suite, wrapped, wrapped_by, active_from, made_by, retired_at)
       VALUES (913, 'fields', 2, '\\x00', 1, '-infinity', 'test', now() - interval '40 days')`,
    );

  /** An entry that was booked by hand, and the accounts that it names. */
  async function addAdjustment(): Promise<void> {
    await superuser.query(
      `SELECT ledger.open_enterprise_accounts(ARRAY[917], now()), ledger.ensure_months(current_date, current_date)`,
    );
    await superuser.query(
      `WITH key AS (
         INSERT INTO ledger.transaction_keys (key, transaction_id, occurred_at, input_sha256)
         VALUES ('adjustment:917', 917, now(), sha256('917')) RETURNING key, occurred_at)
       INSERT INTO ledger.transactions (id, occurred_at, recorded_at, key, kind, enterprise_id, actor, trace_id)
       SELECT 917, occurred_at, occurred_at, key, 'adjustment', 917, 'test', 'test' FROM key`,
    );
    await superuser.query(
      `INSERT INTO ledger.postings (transaction_id, line, occurred_at, source_id, destination_id, amount_fen)
       SELECT t.id, 1, t.occurred_at, s.id, d.id, 100 FROM ledger.transactions t, ledger.accounts s, ledger.accounts d
        WHERE t.id = 917 AND s.code = 'fee:917' AND d.code = 'bank:917'`,
    );
  }

  /** Rows of everything but what asking itself writes: requests, the log, sessions, answers kept, and queues that tick. */
  async function everything(): Promise<Map<string, string>> {
    const tables = await superuser.query<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'audit')
          AND n.nspname NOT LIKE 'bullmq%' AND c.oid::regclass::text NOT IN
            ('access.approvals', 'access.approval_steps', 'access.sessions', 'access.idempotency', 'strapi_core_store_settings')`,
    );
    const found = new Map<string, string>();
    for (const { name } of tables) {
      const { hash } = await superuser.one<{ hash: string }>(
        `SELECT count(*) || ':' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS hash FROM ${name} t`,
      );
      found.set(name, hash);
    }
    return found;
  }

  const limits = {
    channel: 'sandbox-bank',
    validFrom,
    lineMaxFen: 100_000,
    smallMaxFen: null,
    dayMaxFen: null,
    opensAt: null,
    cutOffAt: null,
    largeFrom: null,
    largeTo: null,
    workingDaysOnly: false,
    reason: '限额调整',
  };
  const cases = [
    ['channel-limit:set', 'finance-officer', 'finance-approver', '/channel-limits', limits],
    [
      'channel-route:set',
      'finance-officer',
      'finance-approver',
      '/channel-routes',
      { bankCode: '102', channel: 'sandbox-bank', validFrom, reason: '换付款渠道' },
    ],
    [
      'unmatched-answer:resolve',
      'finance-officer',
      'finance-approver',
      '/unmatched-answers/912/resolve',
      { reason: '与本平台无关' },
    ],
    [
      'elevation:ask',
      'customer-service',
      'institution-manager',
      '/elevations',
      { resource: 'tax-record', actions: ['list', 'read'], workerId: 1, hours: 4, reason: '核对来电' },
    ],
    [
      'account:create',
      'security-admin',
      'institution-manager',
      '/accounts',
      {
        identifier: 'new-1',
        role: 'tax-officer',
        holder: { identityNumber: '990101199001019917', phone: '19900009917' },
      },
    ],
    [
      'account:change-role',
      'security-admin',
      'institution-manager',
      '/accounts/913/role',
      { role: 'archivist', reason: '换岗' },
    ],
    ['account:unblock', 'security-admin', 'institution-manager', '/accounts/914/unblock', { reason: '复职' }],
    [
      'account:reset-second-factor',
      'security-admin',
      'institution-manager',
      '/accounts/913/reset-second-factor',
      { reason: '换机' },
    ],
    [
      'account:reset-password',
      'security-admin',
      'institution-manager',
      '/accounts/913/reset-password',
      { reason: '遗忘' },
    ],
    [
      'account:confirm-holder',
      'security-admin',
      'institution-manager',
      '/accounts/913/confirm-holder',
      { reason: '已核对' },
    ],
    [
      'account:restore-administrator',
      'security-admin',
      'institution-manager',
      '/accounts/917/restore-administrator',
      { reason: '遗失' },
    ],
    [
      'account:restore-security-admin',
      'system-admin',
      'institution-manager',
      '/accounts/restore-security-admin',
      { identifier: 'staff-918', reason: '遗失' },
    ],
    [
      'deposit:record',
      'finance-officer',
      'finance-approver',
      '/deposits',
      { enterpriseId: 921, bankSerial: 'B-921', amountFen: 10_000_001, payerName: 'E921' },
    ],
    [
      'tax-correction:declare',
      'tax-officer',
      'institution-manager',
      '/tax-corrections/919/declare',
      { reference: 'GZ-919' },
    ],
    ['legal-hold:end', 'risk-officer', 'institution-manager', '/legal-holds/920/end', { reason: '结案' }],
    ['data-key:destroy', 'security-admin', 'institution-manager', '/data-keys/913/destruction', { reason: '到期销毁' }],
    [
      'data-key:rotate',
      'security-admin',
      'institution-manager',
      '/data-keys/rotations',
      { suite: 'sm4-ctr-hmac-sm3', reason: '例行轮换' },
    ],
    [
      'ledger-transaction:adjust',
      'finance-officer',
      'finance-approver',
      '/ledger-transactions/adjustments',
      { postings: [{ source: 'deposit:917', destination: 'bank:917', amountFen: 100 }], reason: '银行利息' },
    ],
    [
      'ledger-transaction:reverse',
      'finance-officer',
      'finance-approver',
      '/ledger-transactions/917/reverse',
      { reason: '记账有误' },
    ],
    [
      'data-request:refuse',
      'customer-service',
      'institution-manager',
      '/data-requests/915/refuse',
      { basis: '会计档案管理办法第十四条', reason: '保存期限未满' },
    ],
    [
      'worker:correct',
      'customer-service',
      'institution-manager',
      '/workers/916/correct',
      { phone: '19900000917', reason: '本人换号' },
    ],
    ...ruleCases,
    // After what is corrected of him.
    ['worker:deregister', 'operator', 'institution-manager', '/workers/916/deregister', { reason: '失联' }],
    ['enterprise:offboard', 'operator', 'institution-manager', '/enterprises/911/offboard', { reason: '停止合作' }],
  ] as const;

  it.each(cases)(
    '%s: asking changes no row, and once approved it is done',
    async (what, maker, decider, path, body) => {
      const asker = await desk.token({ role: maker });
      const second = await desk.token({ role: decider });
      const before = await everything();
      const asked = await desk.post(asker, await filledPath(superuser, path), body);
      expect([asked.status, asked.body.approval?.state]).toEqual([202, 'pending']);
      const after = await everything();
      expect([...after].filter(([name, hash]) => before.get(name) !== hash)).toEqual([]);
      expect((await desk.waiting(second, what)).map(({ id }) => id)).toContain(asked.body.approval.id);
      const shown = (await desk.get(second, `/v1/approvals/${asked.body.approval.id}`)).body;
      expect(JSON.stringify(shown.before)).not.toEqual(JSON.stringify(shown.after));
      const decided = await desk.approve(second, asked.body.approval.id);
      expect([decided.status, decided.body.state, decided.body.problem]).toEqual([200, 'executed', null]);
      const done = await everything();
      expect([...done].filter(([name, hash]) => before.get(name) !== hash).length).toBeGreaterThan(0);
    },
  );

  it('is covered here, line by line', () => {
    const replayed = matrix.filter(({ approval }) => approval?.mode === 'replay');
    expect(replayed.map(({ resource, action }) => `${resource}:${action}`).sort()).toEqual(
      cases.map(([what]) => what).sort(),
    );
  });

  it('hands out no file without a second person, but what is one’s own or was linked before', () => {
    const isFile = (answer: object): boolean =>
      'binary' in answer || ('meta' in answer && (answer as z.ZodType).meta()?.['id'] === 'FileLink');
    const files = routeRegistryOf(platform.strapi)
      .all()
      .filter(({ route }) => Object.values(route.answers).some(isFile));
    const own = files.filter(({ route }) => !route.public);
    expect(own.map(({ route }) => `${route.resource}:${route.action}`).sort()).toEqual([
      'audit-archive:read',
      'bank-file:download',
      // Rules, and nothing about anybody.
      'configuration-version:take-sheet',
      'configuration:transfer',
      // Made-up values on a text under way.
      'contract-text:preview',
      'contract:download',
      'contract:download',
      'credit-check:download',
      'data-request:copy-link',
      'enterprise:take-visit-file',
      'form-record:download',
      // How far jobs and batches are, as it changes: streams, not files.
      'job:list',
      // Rows of a list, as the reader sees them in it.
      'own-export:download',
      // Receipts and statements: names and accounts are masked in them as the pages show them.
      'payment-paper:batch-receipts',
      'payment-paper:month-statement',
      'payment-paper:receipt',
      'payment-paper:statement',
      // What was shown to everybody, and what proves that it was put right.
      'promotional-material:read',
      'risk-case:download',
      'settlement-batch:read',
    ]);
    // Nobody whose reach is more than his own takes a file without somebody else; an archive of the log is masked as the log is, and
    // the sheet of a decision table holds rules; what tells the progress of jobs and batches is a stream of their figures.
    const clear = own.filter(
      ({ route }) =>
        ![
          'audit-archive',
          'configuration',
          'configuration-version',
          'contract-text',
          'job',
          'payment-paper',
          'promotional-material',
          'settlement-batch',
        ].includes(route.resource),
    );
    const alone = clear.flatMap(({ route: { resource, action } }) => {
      const { roles = {}, approval } = ruleFor(resource, action) ?? {};
      const free = Object.entries(roles).filter(([role]) => !approval || approval.spares?.some((one) => one === role));
      return free.filter(([, reach]) => reach !== 'own').map(([role]) => `${role} ${resource}:${action}`);
    });
    expect(alone).toEqual([]);
    // Open to anybody: the pages of the document, and a file by the link that one of the operations above made.
    expect(files.filter(({ route }) => route.public).map(({ address }) => address)).toEqual([
      expect.stringContaining('/private-files'),
      expect.stringContaining('/docs'),
      expect.stringContaining('/docs'),
    ]);
  });

  it('tells in the document that an operation may only be asked for', () => {
    const marked = routeRegistryOf(platform.strapi)
      .all()
      .filter(({ route }) => route.answers[202] && route.resource === 'channel-limit');
    expect(marked.map(({ address }) => address)).toEqual(['/api/v1/channel-limits']);
  });

  it('leaves the application as poor as it was', async () => {
    await expect(databaseOf(platform.strapi).query(`UPDATE access.approvals SET maker = NULL`)).rejects.toThrow(
      /permission denied/,
    );
  });
});
