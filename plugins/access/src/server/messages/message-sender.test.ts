import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Secret, type SmsChannel, type SmsSettings } from '@linggong/config';
import { faultSummary } from '../../domain/fault-summary';
import { createAliyunSms } from './channels/aliyun-sms';
import { startLocalOperators, type LocalOperators } from './channels/local-operators.fixture';
import { createTencentSms } from './channels/tencent-sms';
import { firstTexts } from '../../domain/message-text';
import type { Message, MessageChannel, MessageSender } from './message-sender';
import { createMessageTexts } from './message-texts';
import { messagesBy, sendingBy } from './messages';
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

/** As a platform without a Studio sends: in the words of code. */
const worded = (channel: MessageChannel): MessageSender => sendingBy(channel, createMessageTexts());

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
    working: worded(createSandboxSender({ ...parts, folder })),
    broken: [() => worded(createSandboxSender({ ...parts, folder: blocked }))],
    carried: async () =>
      Promise.all((await readdir(folder)).sort().map((name) => readFile(path.join(folder, name), 'utf8'))),
  };
};

const operator = (channel: SmsChannel, make: (settings: SmsSettings) => MessageChannel) => async (): Promise<Bench> => {
  const create = (settings: SmsSettings): MessageSender => worded(make(settings));
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
      await worded(create(operators.settingsOf(channel))).send(message, AbortSignal.timeout(5_000));
      const [one] = operators.carried;
      expect(one).toMatchObject({ phone, template: 'T-RESET', signName: '灵工', blanks });
      expect(one?.address).not.toMatch(/199|314159/);
    },
  );
});

describe('words', () => {
  const sent = async (one: Message): Promise<string> => {
    const folder = path.join(root, `words-${serial++}`);
    const channel = createSandboxSender({ folder, mask: () => '199****0001', now: () => new Date(0) });
    await worded(channel).send(one, AbortSignal.timeout(5_000));
    const [name = ''] = await readdir(folder);
    return readFile(path.join(folder, name), 'utf8');
  };
  const inOtherWords = (operatorTemplate?: string) => ({
    inForce: async () => ({
      text: { zh: '口令 {{code}}，{{minutes}} 分', en: '{{code}}, {{minutes}}' },
      operatorTemplate,
    }),
  });

  it.each([
    [
      message,
      '【灵工】您正在找回密码，验证码：314159，10 分钟内有效。请勿告诉他人。\nLinggong: 314159 is your code for a new password, good for 10 minutes. Tell it to nobody.',
    ],
    [
      second,
      '【灵工】您正在签署合同，验证码：271828，5 分钟内有效。请勿告诉他人。\nLinggong: 271828 is your code to sign the contract, good for 5 minutes. Tell it to nobody.',
    ],
    [
      reminder,
      '【灵工】您有一份合同等待签署，请登录平台查看。\nLinggong: a contract waits for your signature. Sign in to read it.',
    ],
    [
      notice,
      '【灵工】您的账号有变动：密码已被重置，原密码失效。如非本人知情，请立即联系平台。\nLinggong: your password was reset and opens nothing any more. If you do not know of it, call the platform at once.',
    ],
  ] as const)('without a Studio are those of code (%#)', async (one, said) => {
    expect(await sent(one)).toBe(`199****0001\n${said}\n`);
  });

  it('have a place for each declared variable in both languages, and no other', () => {
    for (const { text, variables } of Object.values(firstTexts))
      for (const words of [text.zh, text.en])
        expect([...words.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name).sort()).toEqual(
          variables.map(({ name }) => name).sort(),
        );
  });

  it.each([
    ['tencent-sms', createTencentSms],
    ['aliyun-sms', createAliyunSms],
  ] as const)(
    'of another version go by %s under their own number, and without one not at all',
    async (channel, create) => {
      const carrier = create(operators.settingsOf(channel));
      const send = (number?: string) =>
        sendingBy(carrier, inOtherWords(number)).send(message, AbortSignal.timeout(5_000));
      expect(await send('T-OWN')).toBe(true);
      expect(operators.carried).toMatchObject([{ template: 'T-OWN' }]);
      await expect(send()).rejects.toMatchObject({ code: 'operator-template-missing' });
      expect(operators.carried).toHaveLength(1);
    },
  );

  it('are those of code where the Studio has none, and none where it breaks: whoever asked is told', async () => {
    const said: string[] = [];
    const channel: MessageChannel = { name: 'test', send: async (_one, { text }) => said.push(text.zh) > 0 };
    const texts = createMessageTexts();
    texts.register(async () => undefined);
    expect(await sendingBy(channel, texts).send(message, AbortSignal.timeout(5_000))).toBe(true);
    expect(said).toEqual([firstTexts['password-reset'].text.zh]);
    texts.register(() => Promise.reject(new Error('away')));
    let notSent = 0;
    const messages = messagesBy(sendingBy(channel, texts), () => undefined);
    messages.post(message, async () => void (notSent += 1));
    await messages.settle();
    expect([notSent, said.length]).toEqual([1, 1]);
  });

  it('that the caller looked up before are sent as they were then', async () => {
    const said: string[] = [];
    const channel: MessageChannel = { name: 'test', send: async (_one, { text }) => said.push(text.zh) > 0 };
    const words = { text: { zh: '先前', en: 'before' }, operatorTemplate: undefined };
    await sendingBy(channel, inOtherWords()).send(message, AbortSignal.timeout(5_000), words);
    await sendingBy(channel, inOtherWords()).send(message, AbortSignal.timeout(5_000));
    expect(said).toEqual(['先前', '口令 {{code}}，{{minutes}} 分']);
  });
});

describe('the sandbox', () => {
  it('masks the number, keeps files for us alone, and no more than fifty', async () => {
    const folder = path.join(root, 'many');
    let now = Date.parse('2026-11-26T08:00:00Z');
    const clock = (): Date => new Date((now += 1_000));
    const sender = worded(createSandboxSender({ folder, mask: () => '199****0001', now: clock }));
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
