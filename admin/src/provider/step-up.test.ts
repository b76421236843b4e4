import { call } from './http';
import { ProblemError } from './problem';
import { onStepUp } from './step-up';

const stale = { code: 'second-factor-stale', title: '请先输入当前的验证码', status: 403 };
const answers: Response[] = [];
let sent: { path: string; key: string | null; body: unknown }[] = [];

beforeEach(() => {
  answers.length = 0;
  sent = [];
  const stored = new Map([['linggong.locale', 'zh']]);
  Object.assign(globalThis, { localStorage: { getItem: (name: string) => stored.get(name) ?? null } });
  globalThis.fetch = (path, init = {}) => {
    sent.push({ path: String(path), key: new Headers(init.headers).get('Idempotency-Key'), body: init.body });
    return Promise.resolve(answers.shift() ?? new Response('{"done":true}', { status: 200 }));
  };
});

const refuse = (body: object, status = 403): void => {
  answers.push(new Response(JSON.stringify(body), { status }));
};
const rotate = () => call('/api/v1/data-keys/rotations', { method: 'POST', body: { reason: '定期轮换' }, key: 'k-1' });

describe('a call that takes a fresh code', () => {
  it('has it asked for and goes out again as it was, with its key', async () => {
    refuse(stale);
    let asked = 0;
    const gone = onStepUp(() => Promise.resolve((asked += 1) > 0));
    expect((await rotate()).json).toEqual({ done: true });
    gone();
    expect(asked).toBe(1);
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]).toMatchObject({ key: 'k-1', body: '{"reason":"定期轮换"}' });
  });

  it('is refused where he goes away from it, and where nobody is asked', async () => {
    refuse(stale);
    const gone = onStepUp(() => Promise.resolve(false));
    await expect(rotate()).rejects.toMatchObject({ problem: { code: 'second-factor-stale' } });
    gone();
    refuse(stale);
    await expect(rotate()).rejects.toBeInstanceOf(ProblemError);
    expect(sent).toHaveLength(2);
  });

  it('asks once for all calls that wait for it', async () => {
    refuse(stale);
    refuse(stale);
    let asked = 0;
    let give: (given: boolean) => void = () => undefined;
    const gone = onStepUp(() => {
      asked += 1;
      return new Promise((resolve) => {
        give = resolve;
      });
    });
    const both = Promise.all([rotate(), rotate()]);
    await new Promise(setImmediate);
    give(true);
    expect((await both).map(({ status }) => status)).toEqual([200, 200]);
    gone();
    expect([asked, sent.length]).toEqual([1, 4]);
  });

  it('asks for no code where something else is refused, and only once for a call', async () => {
    refuse({ code: 'not-allowed', title: '无权', status: 403 });
    let asked = 0;
    const gone = onStepUp(() => Promise.resolve((asked += 1) > 0));
    await expect(rotate()).rejects.toMatchObject({ problem: { code: 'not-allowed' } });
    expect(asked).toBe(0);
    refuse(stale);
    refuse(stale);
    await expect(rotate()).rejects.toMatchObject({ problem: { code: 'second-factor-stale' } });
    expect(asked).toBe(1);
    gone();
  });
});
