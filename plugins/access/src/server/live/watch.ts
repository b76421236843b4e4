import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import { clockOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { liveSessionsOf } from '../accounts/live-sessions';
import type { Call } from '../http/route';
import { createLiveStreams, type LiveStreams, type LiveView } from './live-streams';

/** Media type of the answer, for `binary` of the route. */
export const eventStreamType = 'text/event-stream; charset=utf-8';

/** Proxies must hand each event on as it comes. */
const headers = { 'X-Accel-Buffering': 'no', 'Cache-Control': 'no-store, no-transform' };

type Watcher = Pick<Call, 'strapi' | 'account' | 'http' | 'elevation'>;

export function createStreams({ strapi }: { strapi: Core.Strapi }): LiveStreams {
  return createLiveStreams({ line: jobsOf(strapi).signals });
}

export function liveStreamsOf(strapi: Core.Strapi): LiveStreams {
  return strapi.plugin('access').service('live-streams');
}

/**
 * Answers a call with a stream of what it watches: the whole state first, then again whenever it has changed, as events
 * `progress`; a last event `end` says why it ends. The session and whose rows it may see are looked at before each.
 * @throws Problem 503 `streams-busy`
 */
export function watch(
  { strapi, account, http, elevation }: Watcher,
  view: Omit<LiveView, 'isAdmitted'>,
): { status: 200; body: Readable; headers: Record<string, string> } {
  const { method } = http.request;
  // A HEAD is answered without its body, which nobody would then end.
  if (method === 'HEAD') return { status: 200, body: Readable.from([]), headers };
  const { sessionId, role, enterpriseId, workerId } = account;
  const stream = liveStreamsOf(strapi).open(account.id, {
    concerns: view.concerns,
    // What an elevation (提权) opens is looked at once: each look is written down, and none goes on by itself.
    read: async () => ({ ...(await view.read()), ...(elevation ? { isLast: true } : {}) }),
    isAdmitted: async () => {
      const now = await liveSessionsOf(strapi).accountOf(sessionId, clockOf(strapi).now());
      if (now?.id !== account.id || now.role !== role) return false;
      return now.enterpriseId === enterpriseId && now.workerId === workerId;
    },
  });
  return { status: 200, body: stream, headers };
}
