import { checkNames, continuityLimits, type CheckName } from '@linggong/config';
import type { ControlCheck, ControlChecks, ControlLook, Queryable } from '@linggong/core';

/** A look that did not come about says so; `failure` tells the log why, without values. */
export interface Looked extends ControlLook {
  readonly failure?: string;
}

export type Looks = ReadonlyMap<CheckName, Looked>;

/** Milliseconds of one check, and of all together. */
export interface LookLimits {
  readonly checkMsMax: number;
  readonly checksMsMax: number;
}

const unregistered: Looked = {
  state: 'unknown',
  figure: { zh: '没有模块登记此项核查', en: 'No part of the platform has registered this check' },
};

const noTime: Looked = {
  state: 'unknown',
  figure: { zh: '时间用尽，未核查', en: 'Not looked at: the time was up' },
  failure: 'no time left',
};

/**
 * Makes every check, one after the other, in the caller's reading transaction. Each has two seconds and a savepoint of its own: one that
 * fails, hangs or breaks off says “unknown” and touches no other.
 */
export async function lookAtChecks(
  tx: Queryable,
  checks: ControlChecks,
  at: Date,
  limits: LookLimits = continuityLimits,
): Promise<Looks> {
  const looks = new Map<CheckName, Looked>();
  const began = performance.now();
  await tx.query(`SET LOCAL statement_timeout = ${limits.checkMsMax}`);
  for (const name of checkNames) {
    const check = checks.of(name);
    const isLate = performance.now() - began > limits.checksMsMax;
    looks.set(name, check === undefined ? unregistered : isLate ? noTime : await lookOnce(tx, check, at, limits));
  }
  return looks;
}

async function lookOnce(tx: Queryable, check: ControlCheck, at: Date, { checkMsMax }: LookLimits): Promise<Looked> {
  await tx.query('SAVEPOINT control_check');
  const { db, close } = closable(tx);
  try {
    return await within(check(db, at), checkMsMax);
  } catch (error) {
    return {
      state: 'unknown',
      figure: { zh: '核查没有完成（超时或出错）', en: 'The check was not completed (too slow, or failed)' },
      failure: kindOf(error),
    };
  } finally {
    close();
    await tx.query('ROLLBACK TO SAVEPOINT control_check');
  }
}

/** What a check that was given up still wants to ask does not come between the questions of the next. */
function closable(tx: Queryable): { db: Queryable; close: () => void } {
  let isClosed = false;
  const demandOpen = (): void => {
    if (isClosed) throw new Error('the check is over');
  };
  const db: Queryable = {
    query: async (sql, values) => {
      demandOpen();
      return tx.query(sql, values);
    },
    maybeOne: async (sql, values) => {
      demandOpen();
      return tx.maybeOne(sql, values);
    },
    one: async (sql, values) => {
      demandOpen();
      return tx.one(sql, values);
    },
    prepared: async (statement, values) => {
      demandOpen();
      return tx.prepared(statement, values);
    },
    preparedRows: async (statement, values) => {
      demandOpen();
      return tx.preparedRows(statement, values);
    },
  };
  return { db, close: () => void (isClosed = true) };
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('too slow')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // Given up, it may still fail; nobody listens any more.
    work.catch(() => undefined);
  }
}

/** Never the message of a driver, which quotes values. */
function kindOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error && error.message === 'too slow' ? 'too slow' : 'fault';
}
