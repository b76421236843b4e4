import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Secret, type SmsChannel, type SmsSettings } from '@linggong/config';
import { aliyunFault, tencentFault, type SeenRequest } from '@linggong/database/testing';

/** A short message as it arrived at the operator, its signature verified. */
export interface Carried {
  readonly phone: string;
  readonly template: string;
  readonly signName: string;
  readonly blanks: unknown;
  /** What an access log on the way would keep. */
  readonly address: string;
}

export interface LocalOperators {
  settingsOf(channel: SmsChannel, change?: Partial<SmsSettings>): SmsSettings;
  readonly carried: Carried[];
  /** How the next messages are answered. */
  script(answer: 'takes' | 'refuses' | 'hangs' | 'garbage'): void;
  stop(): Promise<void>;
}

const keys = { id: 'id-of-tests', secret: 'secret-of-tests' };

/** Both operators on 127.0.0.1: they verify the signature as their documents say, and keep what they were given. */
export async function startLocalOperators(): Promise<LocalOperators> {
  const carried: Carried[] = [];
  let answer: Parameters<LocalOperators['script']>[0] = 'takes';
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const seen = { request, url: new URL(request.url ?? '/', 'http://127.0.0.1'), body };
      const { fault, message, replies } = request.headers['x-tc-action'] ? tencent(seen) : aliyun(seen);
      if (fault === undefined && answer === 'takes') carried.push(message);
      if (answer !== 'hangs')
        send(response, answer === 'garbage' ? 'garbage' : (replies[fault ?? answer] ?? replies['refuses']));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on a TCP port has an address of this shape
  return {
    carried,
    script: (given) => (answer = given),
    settingsOf: (channel, change = {}) => ({
      channel,
      keyId: keys.id,
      secret: new Secret(keys.secret),
      signName: '灵工',
      appId: channel === 'tencent-sms' ? '1400000001' : undefined,
      templates: {
        'password-reset': 'T-RESET',
        'registration-code': 'T-REGISTER',
        'account-notice': 'T-NOTICE',
        'signing-code': 'T-SIGN',
        'signing-reminder': 'T-WAIT',
      },
      endpoint: new URL(`http://127.0.0.1:${port}`),
      ...change,
    }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Door {
  readonly fault: string | undefined;
  readonly message: Carried;
  readonly replies: Readonly<Record<string, unknown>>;
}

function tencent(seen: SeenRequest): Door {
  const given = JSON.parse(seen.body) as Record<string, unknown>;
  const status = (Code: string) => ({ Response: { SendStatusSet: [{ Code, Message: '', Fee: 1 }], RequestId: 'r' } });
  return {
    fault: tencentFault(seen, keys, 'sms', Date.now()),
    message: {
      phone: (given['PhoneNumberSet'] as string[]).join(),
      template: String(given['TemplateId']),
      signName: String(given['SignName']),
      blanks: given['TemplateParamSet'],
      address: seen.url.href,
    },
    replies: { takes: status('Ok'), refuses: status('LimitExceeded.PhoneNumberDailyLimit') },
  };
}

function aliyun(seen: SeenRequest): Door {
  const given = Object.fromEntries(new URLSearchParams(seen.body));
  return {
    fault: aliyunFault(seen, keys, Date.now()),
    message: {
      phone: given['PhoneNumbers'] ?? '',
      template: given['TemplateCode'] ?? '',
      signName: given['SignName'] ?? '',
      blanks: JSON.parse(given['TemplateParam'] ?? '{}'),
      address: seen.url.href,
    },
    replies: { takes: { Code: 'OK', Message: 'OK', BizId: '1' }, refuses: { Code: 'isv.BUSINESS_LIMIT_CONTROL' } },
  };
}

function send(response: ServerResponse, reply: unknown): void {
  response.setHeader('Content-Type', 'application/json');
  response.end(reply === 'garbage' ? '<html>502</html>' : JSON.stringify(reply));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
