import type { fetchUtils } from 'react-admin';
import { readLocale } from '../i18n/locale';
import { renewToken } from '../session/renew';
import { readToken } from '../session/token';
import { newKey } from './key';
import { ProblemError, UnreachableError, isRecord, problemOf } from './problem';
import { stepUp } from './step-up';
import { tellWritten } from './writes';

export interface Answer {
  status: number;
  headers: Headers;
  body: string;
  json: unknown;
}

export interface Ask {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Same key, same effect: give it where a person may press twice or a network may stutter. */
  key?: string;
  signal?: AbortSignal;
  headers?: HeadersInit;
}

/** The headers of every call: language, sign-in, and for a write its idempotency key. */
export function headersOf(ask: Ask): Headers {
  const headers = new Headers(ask.headers);
  headers.set('Accept', 'application/json');
  headers.set('Accept-Language', readLocale());
  const token = readToken();
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  if (ask.body !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  if ((ask.method ?? 'GET') !== 'GET' && !headers.has('Idempotency-Key'))
    headers.set('Idempotency-Key', ask.key ?? newKey());
  return headers;
}

/**
 * One call to the server. Where it takes a code of the second factor that was given just now, the code is asked for, and the very
 * same call goes out again: whatever was typed stays where it is.
 * @throws ProblemError for every status from 400 on; UnreachableError where no answer came.
 */
export async function call(path: string, ask: Ask = {}): Promise<Answer> {
  const response = await sendFresh(path, ask);
  const body = await response.text();
  const json = parsed(body);
  if (response.status >= 400) throw new ProblemError(problemOf(response.status, json));
  if ((ask.method ?? 'GET') !== 'GET') tellWritten();
  return { status: response.status, headers: response.headers, body, json };
}

/** A call that is answered with a file. @throws ProblemError, UnreachableError */
export async function callForFile(path: string, ask: Ask = {}): Promise<{ blob: Blob; name: string | undefined }> {
  const response = await sendFresh(path, ask);
  if (response.status >= 400) throw new ProblemError(problemOf(response.status, parsed(await response.text())));
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  return { blob: await response.blob(), name };
}

/** Asks for a private file, which is answered with a link for one use, and takes it. @throws ProblemError, UnreachableError */
export async function takeFile(path: string, ask: Ask): Promise<{ blob: Blob; name: string | undefined }> {
  const { json } = await call(path, { method: 'POST', ...ask });
  if (!isRecord(json) || typeof json['url'] !== 'string') throw new UnreachableError();
  return callForFile(json['url']);
}

/**
 * Asks for a private file, or takes it: at once whose it is, others with the approval of a second person; what is only asked for
 * answers with the request.
 * @throws ProblemError, UnreachableError
 */
export async function askOrTakeFile(
  path: string,
  body: object,
  approval?: string,
): Promise<{ name: string | undefined; blob: Blob } | { asked: unknown }> {
  const headers = approval === undefined ? {} : { Approval: approval };
  const { json } = await call(path, { method: 'POST', body, headers });
  if (!isRecord(json) || typeof json['url'] !== 'string') return { asked: json };
  return callForFile(json['url']);
}

/** Sends it, and once more after a code was given for it. */
async function sendFresh(path: string, ask: Ask): Promise<Response> {
  const response = await send(path, ask);
  if (response.status !== 403) return response;
  const { code } = problemOf(403, parsed(await response.clone().text()));
  return code === 'second-factor-stale' && (await stepUp()) ? send(path, ask) : response;
}

async function send(path: string, ask: Ask): Promise<Response> {
  await renewToken();
  try {
    return await fetch(path, {
      method: ask.method ?? 'GET',
      headers: headersOf(ask),
      ...(ask.body === undefined ? {} : { body: typeof ask.body === 'string' ? ask.body : JSON.stringify(ask.body) }),
      ...(ask.signal === undefined ? {} : { signal: ask.signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new UnreachableError();
  }
}

function parsed(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The same call in the shape that ra-data-simple-rest wants. */
export async function restClient(
  url: string,
  options: fetchUtils.Options = {},
): ReturnType<typeof fetchUtils.fetchJson> {
  const { status, headers, body, json } = await call(url, {
    ...(options.headers === undefined ? {} : { headers: options.headers }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return { status, headers, body, json };
}
