import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { noticeWords } from '../notices/notice-words';
import type { Message, MessageSender } from './message-sender';

/** Messages that the sandbox keeps; the oldest go first. */
const KEPT_MAX = 50;

interface SandboxParts {
  /** Made where it is missing; only we can read it. */
  readonly folder: string;
  readonly mask: (phone: string) => string;
  readonly now: () => Date;
}

/** The telephones of the demo: each message is a file that only we can read, the number on it masked. */
export function createSandboxSender({ folder, mask, now }: SandboxParts): MessageSender {
  return {
    name: 'sandbox',
    async send(message, signal) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${now().getTime().toString().padStart(15, '0')}-${randomUUID()}.txt`);
      await writeFile(file, textOf(message, mask), { mode: 0o600, flag: 'wx', signal });
      await dropOld(folder);
      return true;
    },
  };
}

function textOf(message: Message, mask: SandboxParts['mask']): string {
  return [mask(message.phone), ...linesOf(message), ''].join('\n');
}

function linesOf(message: Message): string[] {
  switch (message.kind) {
    case 'account-notice': {
      const { zh, en } = noticeWords[message.notice];
      return [
        `【灵工】您的账号有变动：${zh}。如非本人知情，请立即联系平台。`,
        `Linggong: ${en}. If you do not know of it, call the platform at once.`,
      ];
    }
    case 'password-reset':
      return [
        `【灵工】您正在找回密码，验证码：${message.code}，${message.minutes} 分钟内有效。请勿告诉他人。`,
        `Linggong: ${message.code} is your code for a new password, good for ${message.minutes} minutes. Tell it to nobody.`,
      ];
    case 'signing-code':
      return [
        `【灵工】您正在签署合同，验证码：${message.code}，${message.minutes} 分钟内有效。请勿告诉他人。`,
        `Linggong: ${message.code} is your code to sign the contract, good for ${message.minutes} minutes. Tell it to nobody.`,
      ];
    case 'signing-reminder':
      return [
        '【灵工】您有一份合同等待签署，请登录平台查看。',
        'Linggong: a contract waits for your signature. Sign in to read it.',
      ];
  }
}

/** Names begin with the time. A file that another process dropped is none any more. */
async function dropOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).sort();
  for (const name of names.slice(0, Math.max(0, names.length - KEPT_MAX)))
    await rm(path.join(folder, name), { force: true });
}
