import { systemCommand, type Command, type FigureSource } from '@linggong/core';
import { operatingFigures as riskFigures } from '../../operating-figures';
import { riskWorld, type RiskWorld } from '../../risk.fixture';
import type { ConsistencyCheck } from '../operations/consistency';
import { countOperations } from '../operations/count-operations';
import { countRealName } from '../real-name/count-real-name';
import { endReview } from './end-review';
import { makeReview, periodOf, type CountPeriod } from './make-review';
import { reviewAnswer } from './review-rows';

const at = new Date('2026-11-27T02:00:00Z');
let kit: RiskWorld;

const by = (accountId: number): Command => ({
  actor: { kind: 'account', accountId, name: `account#${accountId}`, role: 'risk-officer' },
  at,
  traceId: 'reviews',
});

/** Six people: verified and paid, paid and not verified, two who share a card, two who share a telephone; one check each. */
async function people(): Promise<void> {
  const worker = (
    id: number,
    more: { name?: string; phone?: string; checked?: string; address?: string },
  ): unknown[] => [
    id,
    `W${id}`,
    more.name ?? 'verified',
    more.phone ?? `phone-${id}`,
    more.checked ?? '2026-10-05T00:00:00Z',
    more.address ?? null,
  ];
  const rows = [
    worker(1, { address: '湖南省***' }),
    worker(2, { name: 'mismatch' }),
    worker(3, { phone: 'shared' }),
    worker(4, { phone: 'shared' }),
    worker(5, { checked: '2026-01-05T00:00:00Z' }),
  ];
  for (const row of rows) {
    await kit.superuser.query(
      `INSERT INTO public.workers (id, number, state, real_name_state, phone_blind, real_name_checked_at, address_masked, registered_at, vat_role,
         resident, name_sealed, name_blind, identity_sealed, identity_blind, phone_sealed)
       VALUES ($1, $2::text, CASE $3::text WHEN 'verified' THEN 'active' ELSE 'blocked' END, $3::text, $4, $5::timestamptz AT TIME ZONE 'UTC', $6,
         now(), 'natural', true, 's', 'n' || $2::text, 's', 'i' || $2::text, 's')`,
      row,
    );
  }
  for (const [worker, card] of [
    [1, 'card-1'],
    [3, 'card-shared'],
    [5, 'card-shared'],
  ] as const)
    await kit.superuser.query(
      `INSERT INTO public.bank_cards (worker_id, card_version, card_sealed, card_blind, holder_sealed, holder_blind, state)
       VALUES ($1, 1, 's', $2::text, 's', 'h', CASE $1::int WHEN 5 THEN 'pending' ELSE 'verified' END)`,
      [worker, card],
    );
  for (const [worker, day, orders] of [
    [1, '2026-10-03', 2],
    [2, '2026-10-31', 1],
    [3, '2026-11-01', 1],
    [4, '2026-10-10', 0],
  ] as const)
    await kit.db.query(
      'INSERT INTO risk.worker_days (worker_id, day, enterprise_id, task_id, card_id, orders, amount_fen) VALUES ($1, $2, 1, 1, 1, $3, 100)',
      [worker, day, orders],
    );
  for (const [worker, outcome, provider, when] of [
    [1, 'match', 'sandbox', '2026-10-05T00:00:00Z'],
    [2, 'mismatch', 'sandbox', '2026-10-31T15:59:59Z'],
    [3, 'match', 'sandbox', '2026-10-31T16:00:00Z'],
    [4, 'error', 'aliyun', '2026-10-06T00:00:00Z'],
    [5, 'match', 'aliyun', '2026-10-07T00:00:00Z'],
  ] as const)
    await kit.superuser.query(
      `INSERT INTO public.real_name_checks (code, kind, subject_kind, worker_id, provider, outcome, cost_fen, checked_at)
       VALUES ($1, 'identity', 'worker', $2, $3, $4, 30, $5::timestamptz AT TIME ZONE 'UTC')`,
      [`C${worker}`, worker, provider, outcome, when],
    );
}

beforeAll(async () => {
  kit = await riskWorld(at);
  await people();
}, 400_000);
afterAll(() => kit?.stop());

const make = (month: string, count: CountPeriod, kind: 'real-name' | 'operations' = 'real-name', account = 1) =>
  kit.db.transaction((tx) => makeReview(tx, by(account), { kind, month, count }));
const nothing: CountPeriod = async () => ({ figures: [], findings: [] });

describe('the review of real-name verification (R8.3)', () => {
  it('counts coverage, checks, papers, shared numbers and overdue ones of a month in Shanghai, and opens cases', async () => {
    const id = await make('2026-10', countRealName(180));
    const { figures, findings } = await reviewAnswer(kit.db, 'real-name', id, 1);
    const value = Object.fromEntries(
      figures.map((figure) => [figure.key, figure.value === null ? null : Number(figure.value)]),
    );
    expect(value).toMatchObject({
      'workers-paid': 2,
      'paid-verified': 1,
      'paid-coverage': 5_000,
      'paid-unverified': 1,
      'workers-known': 5,
      'known-coverage': 8_000,
      checks: 4,
      'check-match': 2,
      'check-mismatch': 1,
      'check-error': 1,
      'pass-rate': 5_000,
      'error-rate': 2_500,
      cost: 120,
      'paid-without-card': 1,
      'paid-without-phone': 0,
      'paid-without-address': 1,
      'paid-without-agency': 2,
      'cards-shared': 1,
      'phones-shared': 1,
      'recheck-overdue': 1,
      'documents-expired': null,
      'vendor-aliyun-checks': 2,
      'vendor-aliyun-rate': 5_000,
      'vendor-sandbox-checks': 2,
      'failed-identity-error': 1,
      'failed-identity-mismatch': 1,
    });
    expect(findings.map(({ rule, severity, samples }) => [rule, severity, samples])).toEqual([
      ['real-name.paid-unverified', 'critical', ['W2']],
      ['real-name.paid-without-card', 'high', ['W2']],
      ['real-name.cards-shared', 'high', ['W3', 'W5']],
      ['real-name.phones-shared', 'medium', ['W3', 'W4']],
      ['real-name.recheck-overdue', 'medium', ['W5']],
      ['real-name.error-rate', 'medium', []],
      ['real-name.paid-without-address', 'low', ['W2']],
      ['real-name.paid-without-agency', 'low', ['W1', 'W2']],
    ]);
    expect(findings.every(({ caseNumber, caseState }) => caseNumber.startsWith('RC-') && caseState === 'open')).toBe(
      true,
    );
  });

  it('stands beside the month before', async () => {
    const before = await kit.db.one<{ id: number }>(`SELECT id FROM risk.period_reviews WHERE month = '2026-10'`);
    // November is over a month later.
    const later = { ...by(1), at: new Date('2026-12-02T02:00:00Z') };
    const id = await kit.db.transaction((tx) =>
      makeReview(tx, later, { kind: 'real-name', month: '2026-11', count: countRealName(180) }),
    );
    const { comparedWith, figures } = await reviewAnswer(kit.db, 'real-name', id, 2);
    expect(comparedWith).toMatchObject({ id: before.id, month: '2026-10' });
    const paid = figures.find(({ key }) => key === 'workers-paid');
    expect([paid?.value, paid?.before]).toEqual([1n, 2n]);
    // The same matters are the same cases, seen again.
    const seen = await kit.db.one<{ seen: number }>(
      `SELECT times_seen AS seen FROM risk.cases WHERE rule = 'review.real-name.cards-shared'`,
    );
    expect(seen).toEqual({ seen: 2 });
  });

  it('is made once a month, of a month that is over, and one of two at once stands', async () => {
    await expect(make('2026-11', nothing)).rejects.toMatchObject({ code: 'review-month-open' });
    await expect(make('2026-10', nothing)).rejects.toMatchObject({ code: 'review-exists' });
    const both = await Promise.allSettled([make('2026-05', nothing), make('2026-05', nothing, 'real-name', 2)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is signed off by somebody else, or given back and made anew', async () => {
    const id = await make('2026-06', nothing);
    const end = (account: number, state: 'signed' | 'returned', review = id) =>
      kit.db.transaction((tx) => endReview(tx, by(account), { kind: 'real-name', id: review, state }, '已核对'));
    await expect(end(1, 'signed')).rejects.toMatchObject({ code: 'review-own' });
    await end(2, 'returned');
    await expect(end(2, 'signed')).rejects.toMatchObject({ code: 'review-ended' });
    const again = await make('2026-06', nothing);
    await end(2, 'signed', again);
    expect(await reviewAnswer(kit.db, 'real-name', again, 1)).toMatchObject({ state: 'signed', isOwn: true });
    await expect(
      kit.db.transaction((tx) => endReview(tx, by(2), { kind: 'operations', id, state: 'signed' }, '别类')),
    ).rejects.toMatchObject({ status: 404 });
  });

  it.each([
    [
      'signing off one’s own',
      `UPDATE risk.period_reviews SET state = 'signed', conclusion = '好的', ended_by = 'x', ended_account = 1, ended_at = now() WHERE id = $1`,
    ],
    ['another month', `UPDATE risk.period_reviews SET month = '2026-01' WHERE id = $1`],
    [
      'another figure',
      `INSERT INTO risk.period_figures (review_id, place, section, section_name, key, name, unit) VALUES ($1, 1, 'late', '{}', 'late', '{}', 'count')`,
    ],
    ['changed figures', 'UPDATE risk.period_figures SET value = 0 WHERE review_id = $1'],
    ['deleted findings', 'DELETE FROM risk.period_findings WHERE review_id = $1'],
    ['deleting', 'DELETE FROM risk.period_reviews WHERE id = $1'],
  ])('lets nobody past it: %s', async (_what, sql) => {
    const { id } = await kit.db.one<{ id: number }>(`SELECT id FROM risk.period_reviews WHERE month = '2026-10'`);
    await expect(kit.superuser.query(sql, [id])).rejects.toThrow(/never|his own|counted already/);
  });
});

describe('the review of operations (R8.2)', () => {
  const differing: ConsistencyCheck = {
    key: 'agreement-registration',
    name: { zh: '协议与登记', en: 'Agreement and registration' },
    severity: 'high',
    title: { zh: '协议与登记不符', en: 'Agreements differ from the register' },
    compare: async () => ({ compared: 9, differences: 2, samples: ['O1', 'O2'] }),
  };
  const agreeing: ConsistencyCheck = {
    ...differing,
    key: 'business-fund',
    compare: async () => ({ compared: 4, differences: 0, samples: [] }),
  };

  it('keeps the figures of each module, makes a difference and a missed target a case, and says that invoices are not there yet', async () => {
    const id = await make('2026-10', countOperations([riskFigures], [differing, agreeing]), 'operations');
    const { figures, findings } = await reviewAnswer(kit.db, 'operations', id, 1);
    expect(findings).toMatchObject([
      { rule: 'operations.agreement-registration', differences: 2n, samples: ['O1', 'O2'] },
      // A figure off its target is one as well.
      { rule: 'operations.risk.inspections', severity: 'medium', differences: 1n, caseState: 'open' },
    ]);
    const of = (key: string) => figures.find((figure) => figure.key === key);
    expect(of('agreement-registration')).toMatchObject({ value: 2n, isOnTarget: false });
    expect(of('business-fund')).toMatchObject({ value: 0n, isOnTarget: true });
    expect(of('invoice-fund')).toMatchObject({ value: null, isOnTarget: null, note: { en: 'Comes with invoices' } });
    expect(of('inspections')).toMatchObject({ section: 'risk', value: 0n, isOnTarget: false });
  });

  it('refuses a statement that does not tell what it promises', async () => {
    const short: FigureSource = { ...riskFigures, sql: 'SELECT 1 AS cases_opened' };
    const counted = kit.db.transaction((tx) => countOperations([short], [])(tx, periodOf('2026-10'), at));
    await expect(counted).rejects.toThrow('does not tell cases-closed');
  });

  it('is not made of a month that is long past', async () => {
    const make = (month: string): Promise<number> =>
      kit.db.transaction((tx) =>
        makeReview(tx, systemCommand('reviews', at, 'reviews'), { kind: 'operations', month, count: nothing }),
      );
    await expect(make('1999-01')).rejects.toMatchObject({ code: 'review-month-past' });
    await expect(make('0000-01')).rejects.toMatchObject({ code: 'review-month-past' });
  });

  it('is told in the log by the system too', async () => {
    const id = await kit.db.transaction((tx) =>
      makeReview(tx, systemCommand('reviews', at, 'reviews'), { kind: 'operations', month: '2026-03', count: nothing }),
    );
    const entry = await kit.superuser.one<{ action: string }>(
      `SELECT action FROM audit.published_entries WHERE subject_kind = 'operation-review' AND subject_id = $1`,
      [String(id)],
    );
    expect(entry.action).toBe('operation-review.make');
  });
});
