import type { Command, Database } from '@linggong/core';
import type { NewMeasure } from '../../api';
import { openCases } from '../cases/open-cases';
import { endEntry } from '../lists/end-entry';
import { listed } from '../lists/listed';
import { refusedPeople } from '../lists/screen';
import { identity, riskWorld, type RiskWorld } from '../risk.fixture';
import { liftMeasure, takeMeasure } from './take-measure';

const at = new Date('2026-11-27T03:00:00Z');
const officer = (reason = '冒用他人身份'): Command => ({
  actor: { kind: 'account', name: 'risk#1', role: 'risk-officer', accountId: 1 },
  at,
  traceId: 'test',
  reason,
});
const approved = (reason?: string): Command => ({
  ...officer(reason),
  approvalId: '11111111-1111-4111-8111-111111111111',
});
const CARD = '6222028872946788639';

let db: Database;
let rig: RiskWorld;
let cardless = 0;
let worker = 0;

const person = (serial: number, phone: string, cardNumber?: string) => ({
  ...{ name: '张三', identityNumber: identity(serial), phone, identityKind: undefined, cardNumber },
  ...{ bankName: undefined, bankCode: undefined, address: undefined, taxResident: undefined },
  ...{ agencyFrom: undefined, agencyTo: undefined },
});

beforeAll(async () => {
  rig = await riskWorld(at);
  db = rig.db;
  const register = (input: ReturnType<typeof person>) =>
    db.transaction((tx) => rig.parties.registerWorker(tx, officer(), input, 'staff'));
  worker = await register(person(41, '13900000041', CARD));
  cardless = await register(person(42, '13900000042'));
  await db.query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES (5, 'E5', '戊', '91350100M000100Y43', 'active')`,
  );
  rig.parties.addPeopleScreen(refusedPeople);
}, 120_000);
afterAll(() => rig?.stop());

const listing = (more: Partial<NewMeasure> = {}): NewMeasure => ({
  ...{ kind: 'list', subjectKind: 'worker', subjectId: worker, list: 'deny', listBy: ['identity', 'card'] },
  ...{ endsOn: '2027-05-31', reason: '冒用他人身份', ...more },
});

let opened = 0;
async function openCase(): Promise<number> {
  opened += 1;
  const subject = { kind: 'worker', id: opened } as const;
  const about = { source: 'check', rule: 'test.listing', subject, severity: 'high' } as const;
  const [row] = await db.transaction((tx) =>
    openCases(tx, officer(), [{ ...about, title: { zh: '试验', en: 'A test' } }]),
  );
  if (row === undefined) throw new Error('no case');
  return row.id;
}
const take = async (terms: NewMeasure, by = approved()) => {
  const caseId = await openCase();
  return db.transaction((tx) => takeMeasure(rig.parties, tx, by, caseId, terms));
};
const lift = (id: number) => db.transaction((tx) => liftMeasure(rig.parties, tx, approved('已查清'), id));
const entries = (measureId: number) =>
  db.query(
    `SELECT kind, subject_kind AS by, subject_key AS key, value_masked AS masked, value_sealed AS sealed, state, end_reason AS why
       FROM risk.list_entries WHERE measure_id = $1 ORDER BY subject_kind, subject_key`,
    [measureId],
  );

describe('a measure that lists (R6.3)', () => {
  it('puts a worker on the list by what is on file of him, without opening it; lifting it ends the entries', async () => {
    const key = {
      subjectKind: 'identity',
      key: rig.tools.vault.blind('identity-number', identity(41)).toString('hex'),
    };
    const card = rig.tools.vault.blind('bank-card', CARD).toString('hex');
    const read = `SELECT count(*)::int AS reads FROM audit.entries WHERE action = 'sensitive.read'`;
    const before = await rig.superuser.one(read);
    const measure = await take(listing());
    expect(measure).toMatchObject({ list: 'deny', listBy: ['identity', 'card'], endsOn: '2027-05-31' });
    const entry = { kind: 'deny', sealed: null, state: 'in-force', why: null };
    expect(await entries(measure.id)).toEqual([
      { ...entry, by: 'card', key: card, masked: rig.tools.vault.mask('bank-card', CARD) },
      { ...entry, by: 'identity', key: key.key, masked: rig.tools.vault.mask('identity-number', identity(41)) },
    ]);
    expect(await rig.superuser.one(read)).toEqual(before);
    const look = (day: string) => listed(db, [{ subjectKind: 'identity', key: key.key }], day);
    const [found] = await look('2027-05-31');
    expect([found?.kind, await look('2027-06-01')]).toEqual(['deny', []]);
    // He brings his card to nobody else's name, either.
    const other = db.transaction((tx) =>
      rig.parties.registerWorker(tx, officer(), person(43, '13900000043', CARD), 'staff'),
    );
    await expect(other).rejects.toMatchObject({ code: 'registration-refused', field: 'cardNumber' });
    // Payers ask the lists: beside them the measure stops nothing.
    const asked = 'SELECT FROM risk.published_measures WHERE number = $1';
    expect(await db.query(asked, [measure.number])).toEqual([]);
    const past = db.transaction((tx) => endEntry(tx, approved('绕过措施'), found?.entryId ?? 0));
    await expect(past).rejects.toMatchObject({ code: 'list-entry-of-measure' });
    await lift(measure.id);
    const ended = { state: 'ended', why: '已查清' };
    expect([await entries(measure.id), await look('2026-11-27')]).toMatchObject([[ended, ended], []]);
  });

  it('puts an enterprise on it by its credit code; one that is over makes room for the next', async () => {
    const watch = listing({
      subjectKind: 'enterprise',
      subjectId: 5,
      list: 'watch',
      listBy: ['uscc'],
      endsOn: '2026-11-27',
    });
    const first = await take(watch);
    expect(await entries(first.id)).toMatchObject([{ kind: 'watch', by: 'uscc', key: '91350100M000100Y43' }]);
    await expect(take(watch)).rejects.toMatchObject({ code: 'risk-measure-in-force' });
    const later = { ...approved('仍须关注'), at: new Date('2026-11-28T03:00:00Z') };
    const second = await take({ ...watch, endsOn: '2026-12-31' }, later);
    const kept = await db.query('SELECT state, lift_reason AS why FROM risk.measures WHERE id = $1', [first.id]);
    expect(kept).toEqual([{ state: 'lifted', why: '到期' }]);
    expect([await entries(first.id), await entries(second.id)]).toMatchObject([
      [{ state: 'ended' }],
      [{ state: 'in-force' }],
    ]);
  });

  it.each<[string, () => Partial<NewMeasure>, string]>([
    ['nobody', () => ({ subjectId: 9_999 }), 'not-found'],
    ['a worker by a card that he has not', () => ({ subjectId: cardless }), 'risk-measure-unfit'],
    ['a worker by a credit code', () => ({ listBy: ['uscc'] }), 'risk-measure-unfit'],
    ['without a last day', () => ({ endsOn: undefined }), 'risk-measure-unfit'],
    ['into the past', () => ({ endsOn: '2026-11-26' }), 'risk-measure-unfit'],
  ])('does not list %s', async (_what, more, code) => {
    await expect(take(listing(more()))).rejects.toMatchObject({ code });
  });

  it('lists nobody alone, and nobody who is on the list already', async () => {
    const terms = listing({ subjectId: cardless, listBy: ['phone'] });
    await expect(take(terms, officer('独自'))).rejects.toThrow('nobody approved it');
    expect(await db.query('SELECT FROM risk.measures WHERE subject_id = $1', [cardless])).toEqual([]);
    await db.query(
      `INSERT INTO risk.list_entries (number, kind, subject_kind, subject_key, value_masked, value_sealed, source, reason, state, created_at, created_name)
       SELECT 'RL-T-42', 'deny', 'phone', phone_blind, phone_masked, 'x', 'police', '协查', 'in-force', $1, 'test'
         FROM parties.published_worker_facts WHERE worker_id = $2`,
      [at, cardless],
    );
    await expect(take(terms)).rejects.toMatchObject({ code: 'list-entry-exists' });
  });
});
