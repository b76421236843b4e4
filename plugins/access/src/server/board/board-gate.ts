import type { Core } from '@strapi/strapi';
import { queueNames } from '@linggong/config';
import { reachOf, signInPolicy } from '@linggong/config/access';
import { clockOf, databaseOf } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { jobsOf } from '@linggong/jobs';
import { accountOfSession } from '../accounts/sessions';
import { mayOpenPlaces } from '../accounts/set-up';
import { actorOf, type Account } from '../http/account';
import { localeOf, traceIdOf, type HttpContext } from '../http/http-context';
import { boardBase, boardCookie } from './board-cookie';
import { createBoardLooks, type BoardLook, type BoardLooks } from './board-looks';

/** Everything from this server, nothing inline, in nobody's frame. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function isBoardPath(path: string): boolean {
  return path === boardBase.slice(0, -1) || path.startsWith(boardBase);
}

/**
 * The board of queues (队列看板) below `/queue-board/`. Nothing of it is there for anybody without a live session of the console
 * with a second factor that may open it; it is asked with GET alone, and each look is in the audit log.
 */
export function boardGate(strapi: Core.Strapi): Core.MiddlewareHandler {
  const looks = createBoardLooks();
  return async (ctx) => {
    const account = ctx.method === 'GET' ? await accountOf(strapi, ctx) : undefined;
    if (!account) throw closed();
    ctx.state['account'] = account;
    if (!(await answer(strapi, ctx, account, looks))) throw closed();
    ctx.set({
      'Content-Security-Policy': contentSecurityPolicy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    });
  };
}

async function accountOf(strapi: Core.Strapi, ctx: HttpContext): Promise<Account | undefined> {
  const sessionId = boardCookie.sessionOf(strapi, ctx.cookies.get(boardCookie.name, { signed: false }));
  if (sessionId === undefined) return undefined;
  const account = await accountOfSession(databaseOf(strapi), sessionId, clockOf(strapi).now(), signInPolicy);
  if (!account || !mayOpenPlaces(account) || reachOf(account.role, 'queue-board', 'open') === undefined)
    return undefined;
  return { ...account, locale: localeOf(ctx) };
}

async function answer(strapi: Core.Strapi, ctx: HttpContext, account: Account, looks: BoardLooks): Promise<boolean> {
  const board = jobsOf(strapi).board();
  const path = ctx.path.slice(boardBase.length);
  if (path.startsWith('static/')) return sendFile(ctx, await board.file(path));
  const look = async (seen: Omit<BoardLook, 'sessionId'>): Promise<void> => {
    const { sessionId } = account;
    const command = {
      actor: actorOf(account),
      at: clockOf(strapi).now(),
      traceId: traceIdOf(ctx),
      address: ctx.ip,
    };
    await looks.record(databaseOf(strapi), { sessionId, ...seen }, command);
  };
  if (path.startsWith('api/')) {
    const query = textsOf(ctx.query);
    await look(seenBy(path, query));
    const answered = await board.ask(`/${path}`, query);
    if (answered === undefined) return false;
    ctx.status = answered.status;
    ctx.body = JSON.stringify(answered.body);
    ctx.type = 'application/json';
    return true;
  }
  await look({ queue: undefined, job: undefined });
  ctx.body = board.page(boardBase, account.locale);
  ctx.type = 'text/html';
  return true;
}

function sendFile(ctx: HttpContext, file: { type: string; content: Buffer } | undefined): boolean {
  if (file === undefined) return false;
  ctx.body = file.content;
  ctx.set('Content-Type', file.type);
  return true;
}

/** Only the names of our queues and the ids of our shipments reach the log: an address is written by whoever asks. */
function seenBy(path: string, query: Readonly<Record<string, string>>): Pick<BoardLook, 'queue' | 'job'> {
  const [, asked = query['activeQueue'], job] = /^api\/queues\/([^/]+)(?:\/([^/]+))?/.exec(path) ?? [];
  const queue = queueNames.find((name) => name === asked);
  return { queue, job: queue !== undefined && job !== undefined && /^[a-z0-9.-]{1,60}$/.test(job) ? job : undefined };
}

function textsOf(query: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
}

function closed(): Error {
  return notFound({ zh: '地址', en: 'address' });
}
