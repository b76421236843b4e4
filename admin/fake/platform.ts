import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer } from './answer';
import type { FakeCall } from './call';
import { roleOfToken } from './people';
import { rolesPage } from './roles-page';
import { createWorld } from './world';

const world = createWorld();
/** No form of the console sends more. */
const bodyCharsMax = 1_000_000;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of request) {
    text += String(piece);
    if (text.length > bodyCharsMax) throw new Error('the body is too long');
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function callOf(request: IncomingMessage): Promise<FakeCall> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
  return {
    method: request.method ?? 'GET',
    path: pathname.replace(/^\/api/, ''),
    query: searchParams,
    body: await bodyOf(request),
    role: roleOfToken(request.headers.authorization),
    language: request.headers['accept-language'] === 'en' ? 'en' : 'zh',
  };
}

/** Answers one request of the console. */
export async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, body, headers = {} } = answer(await callOf(request), world);
  response.writeHead(status, {
    'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

/** The page on which a role is chosen. */
export function serveRoles(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(rolesPage());
}
