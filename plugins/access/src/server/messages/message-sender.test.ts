import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Secret, type SmsChannel, type SmsSettings } from '@linggong/config';
import { faultSummary } from '../../domain/fault-summary';
import { createAliyunSms } from './channels/aliyun-sms';
import { startLocalOperators, type LocalOperators } from './channels/local-operators.fixture';
import { createTencentSms } from './channels/tencent-sms';
import type { Message, MessageSender } from './message-sender';
import { messagesBy } from './messages';
import { createSandboxSender } from './sandbox-sender';

const message: Message = { kind: 'password-reset', phone: '19900000001', code: '314159', minutes: 10 };
const second: Message = { kind: 'signing-code', phone: '19900000001', code: '271828', minutes: 5 };
const notice: Message = { kind: 'account-notice', phone: '19900000001', notice: 'password-reset' };
const reminder: Message = { kind: 'signing-reminder', phone: '19900000001' };
let root = '';
let operators: LocalOperators;

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'messages-test-'));
  operators = await startLocalOperators();
});
beforeEach(() => {
  operators.script('takes');
  operators.carried.length = 0;
});
afterAll(async () => {
  await operators.stop();
  await rm(root, { recursive: true, force: true });
});

/** One channel, what was carried by it, and the same channel broken in every way that it may break. */
interface Bench {
  readonly working: MessageSender;
  readonly broken: readonly (() => MessageSender)[];
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
    broken: [() => createSandboxSender({ ...parts, folder: blocked })],
    carried: async () =>
      Promise.all((await readdir(folder)).sort().map((name) => readFile(path.join(folder, name), 'utf8'))),
  };
};

const operator =
  (channel: SmsChannel, create: (settings: SmsSettings) => MessageSender) => async (): Promise<Bench> => {
    const scripted = (answer: Parameters<LocalOperators['script']>[0]) => (): MessageSender => {
      operators.script(answer);
      return create(operators.settingsOf(channel));
    };
    return {
      working: create(operators.settingsOf(channel)),
      broken: [
        scripted('refuses'),
        scripted('garbage'),
        scripted('hangs'),
        () => create(operators.settingsOf(channel, { secret: new Secret('another') })),
        () => create(operators.settingsOf(channel, { endpoint: new URL('http://127.0.0.1:1') })),
      ],
      carried: async () => operators.carried.map((one) => JSON.stringify(one)),
    };
  };

const channels = [
  ['sandbox', sandbox],
  ['tencent-sms', operator('tencent-sms', createTencentSms)],
  ['aliyun-sms', operator('aliyun-sms', createAliyunSms)],
] as const;

/** Every adapter of the port is held to these (R9.4). */
describe.each(channels)('the sender %s', (_name, bench) => {
  it('carries every kind of message, once, with its code and term', async () => {
    const { working, carried } = await bench();
    for (const one of [message, second, notice, reminder])
      expect([one.kind, await working.send(one, AbortSignal.timeout(5_000))]).toEqual([one.kind, true]);
    const texts = await carried();
    expect(texts).toHaveLength(4);
    expect(texts.filter((text) => text.includes('314159') && text.includes('10'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('271828') && text.includes('5'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('密码已被重置'))).toHaveLength(1);
  });

  it('says or throws that it did not, and never the number', async () => {
    const { broken } = await bench();
    for (const create of broken) {
      const said = await create()
        .send(message, AbortSignal.timeout(500))
        .catch((error: unknown) => faultSummary(error));
      expect(said === false || typeof said === 'string').toBe(true);
      expect(String(said)).not.toMatch(/19900000001|314159/);
    }
  });

  it('stops when it is told to', async () => {
    const { working, carried } = await bench();
    const taken = await working.send(message, AbortSignal.abort()).catch(() => false);
    expect(taken).toBe(false);
    expect(await carried().catch(() => [])).toEqual([]);
  });
});

describe('operators', () => {
  it.each([
    ['tencent-sms', createTencentSms, '+8619900000001', ['314159', '10']],
    ['aliyun-sms', createAliyunSms, '19900000001', { code: '314159', minutes: '10' }],
  ] as const)(
    '%s gets number, template and blanks, none of them in the address',
    async (channel, create, phone, blanks) => {
      await create(operators.settingsOf(channel)).send(message, AbortSignal.timeout(5_000));
      const [one] = operators.carried;
      expect(one).toMatchObject({ phone, template: 'T-RESET', signName: '灵工', blanks });
      expect(one?.address).not.toMatch(/199|314159/);
    },
  );
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
