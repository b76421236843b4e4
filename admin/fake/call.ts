import type { Role } from '@linggong/config/access';

/** A call of the console as the fake platform hears it. */
export interface FakeCall {
  readonly method: string;
  /** Below `/api`, such as `/console/orders`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Who is signed in; nobody before the sign-in. */
  readonly role: Role | undefined;
  readonly language: 'zh' | 'en';
}

export interface FakeAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FakeFault {
  readonly field: string;
  readonly code: string;
  readonly text: { readonly zh: string; readonly en: string };
}

/** What was asked for, as JSON. */
export function answered(body: unknown, headers: Readonly<Record<string, string>> = {}): FakeAnswer {
  return { status: 200, body, headers };
}

/** A refusal in the form of the platform's own (RFC 9457). */
export function refused(
  { language }: FakeCall,
  status: number,
  code: string,
  text: { zh: string; en: string },
  faults: readonly FakeFault[] = [],
): FakeAnswer {
  const title = text[language];
  const errors = faults.map((fault) => ({ ...fault, label: fault.field, text: fault.text[language] }));
  return {
    status,
    body: {
      type: `https://linggong.example/problems/${code}`,
      title,
      status,
      code,
      detail: title,
      ...(errors[0] === undefined ? {} : { field: errors[0].field, errors }),
      traceId: 'fake',
    },
  };
}

export const notThere = (call: FakeCall): FakeAnswer =>
  refused(call, 404, 'not-found', {
    zh: '演示控制台没有这项数据',
    en: 'The console without a server has nothing here',
  });
