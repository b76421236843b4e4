import { validateLifecycle } from '@linggong/core/domain';
import { isReminderHour, reminderDueBefore } from './reminder';
import { requestLifecycle } from './signature-request-lifecycle';
import { signingMethods, whatItProves } from './signing-method';

it('the life of a signature request is sound', () => {
  expect(validateLifecycle(requestLifecycle)).toEqual([]);
});

it('only a service with a certificate is called a reliable signature', () => {
  const reliable = signingMethods.filter((method) => /^可靠的电子签名/.test(whatItProves[method].zh));
  expect(reliable).toEqual(['provider']);
  for (const method of ['click', 'sms-code'] as const) {
    expect(whatItProves[method].zh).toContain('不是可靠的电子签名');
    expect(whatItProves[method].en).toContain('no reliable');
  }
});

it.each([
  ['2026-11-22T00:59:59Z', false],
  ['2026-11-22T01:00:00Z', true],
  ['2026-11-22T11:59:59Z', true],
  ['2026-11-22T12:00:00Z', false],
  ['2026-11-22T17:00:00Z', false],
])('at %s people may be reminded: %s', (instant, may) => {
  expect(isReminderHour(new Date(instant))).toBe(may);
});

it('the next reminder waits for its days', () => {
  const rule = { remindersMax: 3, reminderDays: 3 };
  expect(reminderDueBefore(new Date('2026-11-22T03:00:00Z'), rule)).toEqual(new Date('2026-11-19T03:00:00Z'));
});
