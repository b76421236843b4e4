import type { Command } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { NewCase } from '../../domain';
import { actOnCase } from '../cases/act-on-case';
import { openCases } from '../cases/open-cases';
import { ruleFigures } from '../decisions/rule-figures';
import { explainedBy, partitionsIn } from '../explained.fixture';
import { riskFiguresOf } from './risk-figures';

// 27 November, half past midnight in Shanghai: of UTC it is the day before.
const at = new Date('2026-11-26T16:30:00Z');
const officer: Command = {
  actor: { kind: 'account', name: 'risk-officer#1', role: 'risk-officer', accountId: 1 },
  at,
  traceId: 'test',
  reason: '核实完毕',
};
let kit: TestDatabase;

beforeAll(async () => {
  const needed = ['jobs', 'audit', 'vault', 'access', 'studio', 'parties', 'risk'];
  kit = await testDatabase({ only: needed.map((name) => `plugins/${name}`) });
  await kit.db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (1, 'E1', 'E1', '91310000MA1K35WJ0X', 'active')`,
  );
}, 300_000);
afterAll(() => kit?.drop());

const found = (rule: string, id: number, times = 1): NewCase => ({
  source: 'check',
  rule,
  subject: { kind: 'enterprise', id },
  enterpriseId: id,
  severity: 'medium',
  title: { zh: '测试', en: 'Test' },
  times,
});

it('counts hits, confirmed and false alarms by rule, and cases by the province of the credit code', async () => {
  await kit.db.transaction(async (tx) => {
    const opened = await openCases(tx, officer, [found('line.large', 1, 5), found('line.card', 1)]);
    for (const [index, { id }] of opened.entries()) {
      await actOnCase(tx, officer, id, 'take');
      await actOnCase(tx, officer, id, 'close', index === 0 ? 'confirmed' : 'false-alarm');
    }
  });
  const { regions } = await riskFiguresOf(kit.db, { from: '2026-11-27', to: '2026-11-27' });
  const rules = await ruleFigures(kit.db, '2026-11-27', '2026-11-27');
  const told = rules.map(({ rule, hits, confirmed, falseAlarms, trend }) => [
    rule,
    hits,
    confirmed,
    falseAlarms,
    trend,
  ]);
  expect(told).toEqual([
    ['line.large', 5, 1, 0, [5]],
    ['line.card', 1, 0, 1, [1]],
  ]);
  const month = await ruleFigures(kit.db, '2026-11-01', '2026-11-30');
  expect(month[0]?.trend).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 0]);
  expect(regions).toEqual([{ code: '31', name: { zh: '上海市', en: 'Shanghai' }, cases: 2, confirmed: 1 }]);
});

it('takes days of Shanghai: the day before holds nothing of it', async () => {
  const { days } = await riskFiguresOf(kit.db, { from: '2026-11-26', to: '2026-11-26' });
  expect([await ruleFigures(kit.db, '2026-11-26', '2026-11-26'), days]).toEqual([[], []]);
});

it('refuses more than a quarter, and a period that ends before it begins', async () => {
  for (const period of [
    { from: '2026-01-01', to: '2026-11-27' },
    { from: '2026-11-27', to: '2026-11-26' },
  ]) {
    await expect(riskFiguresOf(kit.db, period)).rejects.toMatchObject({ code: 'risk-figures-period' });
  }
});

it('says of a rule of the monthly reviews what the newest of them found, and never what a person wrote (R6.4, R8.2)', async () => {
  const said = (title: string): Text2 => ({ zh: title, en: title });
  const told = (rule: string, title: string): NewCase => ({ ...found(rule, 1), title: said(title), dedupeKey: title });
  const late = 'review.operations.risk.cases-late';
  await kit.db.transaction(async (tx) => {
    const before = { ...officer, at: new Date('2026-11-17T02:00:00Z') };
    await openCases(tx, before, [told(late, 'as it was said before')]);
    await openCases(tx, officer, [told(late, 'as it is said now'), told('person.report', 'in my own words')]);
  });
  const figures = await ruleFigures(kit.db, '2026-11-01', '2026-11-27');
  const textOf = (rule: string): unknown => figures.find((one) => one.rule === rule)?.text;
  expect([textOf(late), textOf('person.report')]).toEqual([said('as it is said now'), null]);
});

it('counts cases that concern no enterprise as well: none is missing on the map', async () => {
  const { enterpriseId: _, ...ofNobody } = found('line.night', 9);
  const ofWorker: NewCase = { ...ofNobody, subject: { kind: 'worker', id: 9 } };
  await kit.db.transaction((tx) => openCases(tx, { ...officer, at: new Date('2026-12-02T02:00:00Z') }, [ofWorker]));
  const { regions, elsewhere } = await riskFiguresOf(kit.db, { from: '2026-12-02', to: '2026-12-02' });
  expect([regions, elsewhere]).toEqual([[], 1]);
});

it('reads the partitions of its days and the cases by their day, whatever there is beside', async () => {
  const [from, to] = ['2026-11-10', '2026-11-27'];
  const [rules = ''] = await explainedBy(kit.db, (db) => ruleFigures(db, from, to));
  expect(partitionsIn(rules, 'decisions')).toHaveLength(1);
  expect(rules).toContain('cases_by_day');
  const [days = '', hours = '', regions = ''] = await explainedBy(kit.db, (db) => riskFiguresOf(db, { from, to }));
  expect([partitionsIn(days, 'decisions').length, partitionsIn(days, 'approvals').length]).toEqual([1, 1]);
  expect(partitionsIn(hours, 'decisions')).toHaveLength(1);
  expect(regions).toContain('cases_by_day');
});
