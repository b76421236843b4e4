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

/** Two calls that met over the same rows: the server ended one of them, and nothing of it stands. */
const collidedState = /^(40001|40P01|55P03)$/;

/** Whether an error of any pool says that a call was ended for the sake of another (死锁、锁等待). */
export function isCollision(error: unknown): boolean {
  return error instanceof Error && collidedState.test(String(Reflect.get(error, 'code')));
}

/** 409: nothing was done; the same call goes through once the other has ended. */
export function collided(): Problem {
  return problem(
    409,
    'collided',
    {
      zh: '与另一项同时进行的操作冲突，本次未执行',
      en: 'It met another change of the same rows; nothing of it was done',
    },
    {
      fix: {
        zh: '请稍后重试；提交类操作请沿用同一个 Idempotency-Key，不会重复执行',
        en: 'Send it again shortly, writes with the same Idempotency-Key',
      },
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
