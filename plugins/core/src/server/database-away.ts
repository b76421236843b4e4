import { problem, type Problem } from '../domain/problem';

/** Classes and codes of SQLSTATE that say that the server is gone, going or full: connection exceptions, shutdowns, too many. */
const awayState = /^(08\w{3}|57P0[1-5]|53300)$/;
const awayCode = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** The driver's own faults have no code. */
const awayMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error of any pool says that the server went or was lost. Errors of sockets do not say whose they are, so not those. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? awayState.test(code) : awayMessage.test(error.message);
}

/** 503: what was asked for was not done, or nobody knows; the key of the call tells the two apart when it comes again. */
export function databaseAway(): Problem {
  return problem(
    503,
    'database-away',
    { zh: '数据库暂时无法连接', en: 'The database cannot be reached at the moment' },
    {
      fix: {
        zh: '请稍后重试；提交类操作请沿用同一个 Idempotency-Key，不会重复执行',
        en: 'Try again shortly; send writes with the same Idempotency-Key, and nothing is done twice',
      },
      extra: { retryAfterSeconds: 5 },
    },
  );
}

function isSocketError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && awayCode.test(String(error.code));
}

/**
 * For errors of our own driver's calls.
 * @throws Problem `database-away` for a server that is away, whose error is kept as its cause; every other error as it is
 */
export function told(error: unknown): never {
  if (!isDatabaseAway(error) && !isSocketError(error)) throw error;
  throw Object.assign(databaseAway(), { cause: error });
}
