import { handlingFor } from './handlings';

it('tells the case and who holds it to the house, and to nobody who looks from outside', () => {
  const dueAt = new Date('2026-11-26T02:00:00Z');
  const handledAs = { id: 7, number: 'RC-2026-11-0007', heldBy: 'risk-officer#1' };
  const handling = { state: 'in-hand' as const, dueAt, answers: [], handledAs };
  expect(handlingFor({ kind: 'all' }, handling)).toEqual(handling);
  expect(handlingFor({ kind: 'worker', workerId: 3 }, handling)).toEqual({ ...handling, handledAs: null });
  expect(handlingFor({ kind: 'enterprise', enterpriseId: 3 }, handling)).toMatchObject({ handledAs: null });
});
