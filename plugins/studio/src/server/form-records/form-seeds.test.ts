import { isShownTo, standsByItself } from './form-seeds';

describe('forms of the house (R8.4)', () => {
  const outside = [
    { kind: 'enterprise', enterpriseId: 1 },
    { kind: 'worker', workerId: 1 },
  ] as const;

  it.each(['risk.phone-interview', 'risk.inspection'])('%s tells nobody from outside what he will be asked', (key) => {
    for (const scope of outside) expect([isShownTo(key, scope), standsByItself(key, scope)]).toEqual([false, false]);
    expect([isShownTo(key, { kind: 'all' }), standsByItself(key, { kind: 'all' })]).toEqual([true, true]);
  });

  it('everybody sees what he fills in himself', () => {
    for (const key of ['service.complaint', 'tasks.delivery', 'parties.worker', 'forms.visit'])
      for (const scope of outside) expect(isShownTo(key, scope)).toBe(true);
  });
});
