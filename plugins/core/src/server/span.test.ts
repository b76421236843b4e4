import { setTimeout as pause } from 'node:timers/promises';
import { span, spanNow, spans, type SpanTold } from './span';

/** Keeps the processor for about so long, so that the span has something to tell. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('span', () => {
  const told: SpanTold[] = [];
  // Published by span.ts alone, which is typed to tell just this.
  const listen = (message: unknown): void => void told.push(message as SpanTold);
  const ownOf = (part: SpanTold['part']): number =>
    told.filter((one) => one.part === part).reduce((sum, { ownMs }) => sum + ownMs, 0);

  beforeEach(() => told.splice(0));
  afterEach(() => spans.unsubscribe(listen));

  it('tells nothing and changes nothing where nobody listens', async () => {
    expect(await span('work', async () => spanNow('masking', () => 3))).toBe(3);
    expect(told).toEqual([]);
  });

  it('takes what ran within off the time of what it ran in', async () => {
    spans.subscribe(listen);
    await span('work', async () => {
      spanNow('encryption', () => work(20));
      await span('audit', () => pause(20));
    });
    expect(told.map(({ part }) => part)).toEqual(['encryption', 'audit', 'work']);
    expect(ownOf('encryption')).toBeGreaterThanOrEqual(20);
    expect(ownOf('audit')).toBeGreaterThan(15);
    expect(ownOf('work')).toBeLessThan(ownOf('encryption') + ownOf('audit'));
  });

  it('counts a part that calls another once', () => {
    spans.subscribe(listen);
    spanNow('encryption', () => spanNow('encryption', () => work(1)));
    expect(told).toHaveLength(1);
  });

  it('tells of what fails, and passes the failure on', async () => {
    spans.subscribe(listen);
    await expect(span('permission', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
    expect(() =>
      spanNow('masking', () => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(told.map(({ part }) => part)).toEqual(['permission', 'masking']);
    spanNow('masking', () => undefined);
    expect(told).toHaveLength(3);
  });
});
