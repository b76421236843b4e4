import type { Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import type { RecordFacts } from '@linggong/studio';
import type { CaseAction } from '../../domain';
import { actOnCase } from './act-on-case';
import { complaintCase } from './complaint-case';
import { complaintHandling } from './complaint-handling';
import { openCases } from './open-cases';
import { caseAnswer } from './read-case';

const by: Command = {
  actor: { kind: 'account', name: 'risk-officer#1', role: 'risk-officer', accountId: 1 },
  at: new Date('2026-11-23T02:00:00Z'),
  traceId: 'test',
  reason: '内部核实属实',
};

let kit: TestDatabase;
beforeAll(async () => {
  const needed = ['jobs', 'audit', 'vault', 'access', 'parties', 'studio', 'risk'];
  kit = await testDatabase({ only: needed.map((name) => `plugins/${name}`) });
}, 300_000);
afterAll(() => kit?.drop());

const number = 'FR-2026-11-000001';
const told: RecordFacts = {
  ...{ number, form: 'service.complaint', enterpriseId: 6, workerId: null, about: null, data: {} },
  content: undefined,
};
const act = (id: number, action: CaseAction) => kit.db.transaction((tx) => actOnCase(tx, by, id, action));
const close = (id: number, answer?: string) =>
  kit.db.transaction((tx) => actOnCase(tx, by, id, 'close', 'confirmed', answer));

describe('whoever complained (投诉人; GB/T 19012 clauses 7.3, 7.8; R12.2)', () => {
  it('reads how far it is, by when it is answered, and the answer without which it is not closed', async () => {
    expect(await complaintHandling(kit.db, number)).toBeUndefined();
    const [made] = await kit.db.transaction((tx) => openCases(tx, by, [complaintCase(told)]));
    const id = made?.id ?? 0;
    const { dueAt, number: caseNumber, recordId } = await caseAnswer(kit.db, id);
    const handledAs = { id, number: caseNumber, heldBy: null };
    expect([await complaintHandling(kit.db, number), recordId]).toEqual([
      { state: 'received', dueAt, answers: [], handledAs },
      // Told here without a record.
      null,
    ]);
    await act(id, 'take');
    await act(id, 'wait');
    expect(await complaintHandling(kit.db, number)).toMatchObject({ state: 'waiting' });
    await expect(close(id)).rejects.toMatchObject({
      status: 422,
      code: 'complaint-answer-missing',
      field: 'answer',
    });
    const answer = '已补发款项，给您带来不便请谅解';
    await close(id, answer);
    // The outcome and the reason of the house are no part of it.
    expect(await complaintHandling(kit.db, number)).toEqual({
      state: 'answered',
      dueAt,
      answers: [{ text: answer, at: expect.any(Date) }],
      handledAs: { ...handledAs, heldBy: 'risk-officer#1' },
    });
    await act(id, 'reopen');
    expect(await complaintHandling(kit.db, number)).toMatchObject({ state: 'in-hand', answers: [{ text: answer }] });
    await close(id, '复核后维持原处理');
    expect((await complaintHandling(kit.db, number))?.answers).toHaveLength(2);
  });

  it('is nobody where the case is no complaint', async () => {
    const [made] = await kit.db.transaction((tx) =>
      openCases(tx, by, [
        {
          source: 'check',
          rule: 'test.rule',
          subject: { kind: 'enterprise', id: 6 },
          severity: 'low',
          title: { zh: '试验', en: 'A test' },
        },
      ]),
    );
    const id = made?.id ?? 0;
    await act(id, 'take');
    await expect(close(id, '答复')).rejects.toMatchObject({ status: 422, code: 'case-answer-unasked' });
    await close(id);
  });
});
