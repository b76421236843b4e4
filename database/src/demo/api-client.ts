import type { AddressInfo } from 'node:net';
import { tokenFor } from '@linggong/access';
import type { Role } from '@linggong/config/access';
import { clockOf } from '@linggong/core';
import type { Core } from '@strapi/strapi';

/** Whose call it is. */
export interface Caller {
  readonly role: Role;
  readonly enterpriseId?: number;
  readonly workerId?: number;
}

/** The platform as a partner system sees it: the demo is made through the same door as everything else. */
export interface ApiClient {
  get<A>(caller: Caller, path: string): Promise<A>;
  post<A>(caller: Caller, path: string, body?: object): Promise<A>;
  /** Uploads one file as the form field `file`, behind the text fields of the form. */
  upload<A>(caller: Caller, path: string, fileName: string, text: string, form?: FormParts): Promise<A>;
  close(): Promise<void>;
}

export interface FormParts {
  /** Media type of the file; a sheet where it is not said. */
  readonly type?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

const loopback = '127.0.0.1';

/**
 * Serves the app on a free loopback port and calls it.
 * Calls throw an Error with the problem's code and text, so that a demo that does not work stops at its first fault.
 */
export async function openApi(app: Core.Strapi): Promise<ApiClient> {
  app.server.mount();
  const { httpServer } = app.server;
  // Only the caller ends idle connections. Client and server share this thread: after a long computation both of their
  // timers are due at once, and a call would go out on a connection that the server is just closing (ECONNRESET).
  httpServer.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => httpServer.listen(0, loopback, resolve));
  // A server that listens on a TCP port has an address of this shape.
  const { port } = httpServer.address() as AddressInfo;
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (caller: Caller): Promise<string> => {
    // Sessions end by the product's clock, and the demo moves it: a token serves for the hour in which it was given.
    const hour = clockOf(app).now().toISOString().slice(0, 13);
    const key = `${caller.role}/${caller.enterpriseId ?? ''}/${caller.workerId ?? ''}/${hour}`;
    const known = tokens.get(key) ?? tokenFor(app, caller);
    tokens.set(key, known);
    return known;
  };
  const call = async <A>(caller: Caller, path: string, init: RequestInit): Promise<A> => {
    const headers = { ...init.headers, authorization: `Bearer ${await tokenOf(caller)}`, 'accept-language': 'en' };
    const answer = await fetch(`http://${loopback}:${port}/api${path}`, { ...init, headers });
    return read<A>(answer, `${init.method ?? 'GET'} ${path}`);
  };
  return {
    get: (caller, path) => call(caller, path, {}),
    post: (caller, path, body = {}) =>
      call(caller, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    upload: (caller, path, fileName, text, { type = 'text/csv', fields = {} } = {}) => {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.append(field, value);
      form.append('file', new Blob([text], { type }), fileName);
      return call(caller, path, { method: 'POST', body: form });
    },
    close: () => new Promise((resolve) => void httpServer.close(() => resolve())),
  };
}

async function read<A>(answer: Response, what: string): Promise<A> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${what}: ${answer.status} ${text.slice(0, 2_000)}`);
  // The routes check their answers against their schemas; the caller names the part that he uses.
  return (text === '' ? undefined : JSON.parse(text)) as A;
}
