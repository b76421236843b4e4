import type { IncomingMessage } from 'node:http';
import { requestLimits } from '@linggong/config';
import { problem } from '@linggong/core/domain';

/**
 * Ends a request whose small body does not arrive in time (慢速攻击). The server's own limit is that of uploads, which may take
 * minutes; what is announced as small has one minute.
 * @returns takes the limit away
 */
export function boundSlowBody(
  request: IncomingMessage,
  limitMs: number = requestLimits.smallRequestTimeoutMs,
): () => void {
  if (request.complete || !isSmall(request)) return () => undefined;
  const timer = setTimeout(() => {
    // Whoever reads the body is told as a refusal, which is no fault of ours; the connection ends with the request.
    if (!request.complete) request.destroy(tooSlow());
  }, limitMs);
  timer.unref();
  return () => clearTimeout(timer);
}

/** Uploads announce more than that, or, in pieces, nothing at all. */
function isSmall(request: IncomingMessage): boolean {
  const length = request.headers['content-length'];
  return length !== undefined && Number(length) <= requestLimits.smallBodyBytesMax;
}

function tooSlow(): Error {
  return problem(408, 'request-timeout', {
    zh: '请求内容未在时限内到达',
    en: 'The request body did not arrive in time',
  });
}
