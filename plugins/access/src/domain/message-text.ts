import type { Text2 } from '@linggong/core/domain';

/** What is told to a telephone (短信通知). */
export const messageKinds = [
  'password-reset',
  'registration-code',
  'signing-code',
  'signing-reminder',
  'account-notice',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** What the sender fills in; in the text it stands as `{{name}}`. */
export interface MessageVariable {
  readonly name: string;
  readonly label: Text2;
  readonly sample: Text2;
}

/** What a message says, and who fills in what. Without the signature (短信签名): whoever carries it puts that in front. */
export interface MessageText {
  readonly name: Text2;
  readonly text: Text2;
  readonly variables: readonly MessageVariable[];
}

const same = (words: string): Text2 => ({ zh: words, en: words });
const code: MessageVariable = { name: 'code', label: { zh: '验证码', en: 'Code' }, sample: same('314159') };
const minutes = (sample: string): MessageVariable => ({
  name: 'minutes',
  label: { zh: '有效分钟数', en: 'Minutes that it is good for' },
  sample: same(sample),
});

/** The words of the first day: the Studio begins with them, and they are sent where no Studio is. */
export const firstTexts: Readonly<Record<MessageKind, MessageText>> = {
  'password-reset': {
    name: { zh: '短信：找回密码验证码', en: 'Short message: code for a new password' },
    text: {
      zh: '您正在找回密码，验证码：{{code}}，{{minutes}} 分钟内有效。请勿告诉他人。',
      en: '{{code}} is your code for a new password, good for {{minutes}} minutes. Tell it to nobody.',
    },
    variables: [code, minutes('10')],
  },
  'registration-code': {
    name: { zh: '短信：自助注册验证码', en: 'Short message: code to register by oneself' },
    text: {
      zh: '您正在注册，验证码：{{code}}，{{minutes}} 分钟内有效。请勿告诉他人；如非本人操作，请忽略。',
      en: '{{code}} is your code to register, good for {{minutes}} minutes. Tell it to nobody; ignore it if you did not ask.',
    },
    variables: [code, minutes('10')],
  },
  'signing-code': {
    name: { zh: '短信：签署合同验证码', en: 'Short message: code to sign a contract' },
    text: {
      zh: '您正在签署合同，验证码：{{code}}，{{minutes}} 分钟内有效。请勿告诉他人。',
      en: '{{code}} is your code to sign the contract, good for {{minutes}} minutes. Tell it to nobody.',
    },
    variables: [code, minutes('5')],
  },
  'signing-reminder': {
    name: { zh: '短信：合同待签署提醒', en: 'Short message: a contract waits for its signature' },
    text: {
      zh: '您有一份合同等待签署，请登录平台查看。',
      en: 'a contract waits for your signature. Sign in to read it.',
    },
    variables: [],
  },
  'account-notice': {
    name: { zh: '短信：账号变动通知', en: 'Short message: something was done about an account' },
    text: {
      zh: '您的账号有变动：{{notice}}。如非本人知情，请立即联系平台。',
      en: '{{notice}}. If you do not know of it, call the platform at once.',
    },
    variables: [
      {
        name: 'notice',
        label: { zh: '变动内容', en: 'What was done' },
        sample: { zh: '密码已被重置，原密码失效', en: 'your password was reset and opens nothing any more' },
      },
    ],
  },
};

/** Values of the variables of a message, in the order in which operators of short messages number their blanks. */
export type MessageValues = readonly (readonly [name: string, value: Text2])[];

/** A text with its values, in one pass: what a value says is never read as a place again. */
export function fillMessage(text: Text2, values: MessageValues): Text2 {
  const given = new Map(values);
  const filled = (language: keyof Text2): string =>
    text[language].replace(/\{\{([a-z]+)\}\}/g, (whole, name: string) => given.get(name)?.[language] ?? whole);
  return { zh: filled('zh'), en: filled('en') };
}
