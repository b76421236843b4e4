import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Message, MessageSender } from './message-sender';
import { messagesBy } from './messages';
import { createSandboxSender } from './sandbox-sender';

const message: Message = { kind: 'password-reset', phone: '19900000001', code: '314159', minutes: 10 };
let root = '';

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'messages-test-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** One channel, what was carried by it, and the same channel broken. */
interface Bench {
  readonly working: MessageSender;
  readonly broken: MessageSender;
  carried(): Promise<string[]>;
}

let serial = 0;
const sandbox = async (): Promise<Bench> => {
  const folder = path.join(root, `box-${serial++}`);
  const blocked = path.join(root, `file-${serial}`);
  await writeFile(blocked, '');
  const parts = { mask: (phone: string) => `****${phone.slice(-4)}`, now: () => new Date('2026-11-26T08:00:00Z') };
  return {
    working: createSandboxSender({ ...parts, folder }),
    broken: createSandboxSender({ ...parts, folder: blocked }),
    carried: async () =>
      Promise.all((await readdir(folder)).sort().map((name) => readFile(path.join(folder, name), 'utf8'))),
  };
};

/** Every adapter of the port is held to these (R9.4). */
describe.each([['sandbox', sandbox] as const])('the sender %s', (_name, bench) => {
  it('carries the code in both languages, with its term', async () => {
    const { working, carried } = await bench();
    expect(await working.send(message, AbortSignal.timeout(5_000))).toBe(true);
    const [text = ''] = await carried();
    expect(text).toMatch(/验证码：314159，10 分钟内有效/);
    expect(text).toMatch(/314159 is your code for a new password, good for 10 minutes/);
  });

  it('says or throws that it did not', async () => {
    const { broken } = await bench();
    const taken = await broken.send(message, AbortSignal.timeout(5_000)).catch(() => false);
    expect(taken).toBe(false);
  });

  it('stops when it is told to', async () => {
    const { working } = await bench();
    const taken = await working.send(message, AbortSignal.abort()).catch(() => false);
    expect(taken).toBe(false);
  });
});

describe('the sandbox', () => {
  it('masks the number, keeps files for us alone, and no more than fifty', async () => {
    const folder = path.join(root, 'many');
    let now = Date.parse('2026-11-26T08:00:00Z');
    const sender = createSandboxSender({ folder, mask: () => '199****0001', now: () => new Date((now += 1_000)) });
    for (let n = 0; n < 53; n += 1)
      await sender.send({ ...message, code: String(100_000 + n) }, AbortSignal.timeout(5_000));
    const names = (await readdir(folder)).sort();
    expect(names).toHaveLength(50);
    const oldest = path.join(folder, names[0] ?? '');
    expect(await readFile(oldest, 'utf8')).toContain('100003');
    expect(await readFile(oldest, 'utf8')).not.toContain(message.phone);
    expect((await stat(oldest)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });
});

describe('messages', () => {
  const notSentBy = async (sender: MessageSender | undefined): Promise<{ notSent: number; faults: unknown[] }> => {
    const faults: unknown[] = [];
    let notSent = 0;
    const messages = messagesBy(sender, (error) => void faults.push(error));
    messages.post(message, async () => void (notSent += 1));
    await messages.settle();
    return { notSent, faults };
  };

  it('tell whoever asked where nobody carries them, where they are not taken, and where the channel breaks', async () => {
    const saying = (send: MessageSender['send']): MessageSender => ({ name: 'test', send });
    expect(messagesBy(undefined, () => undefined).isReady).toBe(false);
    expect(await notSentBy(undefined)).toEqual({ notSent: 1, faults: [] });
    expect(await notSentBy(saying(async () => false))).toEqual({ notSent: 1, faults: [] });
    expect(await notSentBy(saying(() => Promise.reject(new Error('away'))))).toMatchObject({
      notSent: 1,
      faults: [{}],
    });
    expect(await notSentBy(saying(async () => true))).toEqual({ notSent: 0, faults: [] });
  });

  it('send no more than a hundred at once', async () => {
    let open: (() => void) | undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    let notSent = 0;
    const slow: MessageSender = { name: 'slow', send: () => gate.then(() => true) };
    const messages = messagesBy(slow, () => undefined);
    for (let n = 0; n < 130; n += 1) messages.post(message, async () => void (notSent += 1));
    open?.();
    await messages.settle();
    expect(notSent).toBe(30);
  });
});
