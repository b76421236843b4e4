import type { ControlCheck } from '@linggong/core';
import { shanghaiMinute } from '@linggong/core/domain';
import { chainState } from '../chain-state';
import { logWarnings, unsealedSecondsMax } from '../log-warnings';

const DAY_MS = 86_400_000;
/** The weekly verification, and a day for one that waits. */
const VERIFIED_DAYS = 8;
/** 网络安全法 art. 23 (3): six months. */
const KEPT_DAYS = 184;
/** Newest entries that are looked at. */
const LOOKED = 1_000;

/** 8.1.4.3 b: the newest entries say who, where from, what and how it ended. */
export const entryFields: ControlCheck = async (db) => {
  const { looked, bare, last } = await db.one<{ looked: bigint; bare: bigint; last: Date | null }>(
    `SELECT count(*) AS looked, max(recorded_at) AS last, count(*) FILTER (WHERE actor_name = '' OR trace_id = '' OR outcome IS NULL
              OR (actor_kind = 'account' AND (account_id IS NULL OR actor_role IS NULL OR address IS NULL))) AS bare
       FROM (SELECT * FROM audit.published_entries ORDER BY recorded_at DESC, seq DESC LIMIT ${LOOKED}) newest`,
  );
  if (looked === 0n) return { state: 'unknown', figure: { zh: '还没有审计记录', en: 'There is no entry yet' } };
  const at = last === null ? '' : shanghaiMinute(last);
  return {
    state: bare > 0n ? 'not-met' : 'met',
    figure: {
      zh: `最近 ${looked} 条中，缺操作人、角色、地址或结果的 ${bare} 条；最近一条 ${at}（北京时间）`,
      en: `Of the newest ${looked}, lacking actor, role, address or outcome: ${bare}; the last at ${at} (Beijing time)`,
    },
    link: '/audit-entries',
  };
};

/** 8.1.4.3 c: the chain was verified whole a short while ago, and every day that is over is signed. */
export const chain: ControlCheck = async (db, at) => {
  const { rows, sealedUntil, lastRootDay, lastVerification: last } = await chainState(db);
  const isFresh = last !== null && at.getTime() - last.finishedAt.getTime() < VERIFIED_DAYS * DAY_MS;
  const unsigned = (await logWarnings(db)).find(({ kind }) => kind === 'root-missing')?.count ?? 0n;
  const [sealed, verified] = [sealedUntil, last?.finishedAt].map((one) => (one ? shanghaiMinute(one) : '–'));
  const whole =
    last === null
      ? { zh: '未校验', en: 'never' }
      : last.ok
        ? { zh: '完整', en: 'whole' }
        : { zh: '被改动', en: 'BROKEN' };
  return {
    state: last?.ok === false || unsigned > 0n ? 'not-met' : isFresh ? 'met' : 'partly',
    figure: {
      zh: `已封存 ${rows} 条，至 ${sealed}；最近校验 ${verified}：${whole.zh}；最近签名日根 ${lastRootDay ?? '–'}，缺 ${unsigned} 天`,
      en: `${rows} rows sealed up to ${sealed}; last verified ${verified}: ${whole.en}; last signed root ${lastRootDay ?? '–'}, days without one: ${unsigned}`,
    },
    link: '/audit-chain',
  };
};

/** 8.1.4.3 d: the seal runs; an entry that waits longer than ten seconds says that somebody stopped it. */
export const seal: ControlCheck = async (db) => {
  const { unsealed, oldestUnsealedSeconds: seconds } = await chainState(db);
  return {
    state: seconds > unsealedSecondsMax ? 'not-met' : 'met',
    figure: {
      zh: `待封存 ${unsealed} 条，最久 ${seconds.toFixed(1)} 秒（上限 ${unsealedSecondsMax} 秒）`,
      en: `${unsealed} entries wait for their seal, the oldest for ${seconds.toFixed(1)} s (at most ${unsealedSecondsMax} s)`,
    },
    link: '/audit-chain',
  };
};

/** 网络安全法 art. 23 (3): what was sealed first, or six months ago, is still online. */
export const logMonths: ControlCheck = async (db, at) => {
  const first = await db.maybeOne<{ at: Date }>(
    'SELECT first_at AS at FROM audit.published_blocks ORDER BY no LIMIT 1',
  );
  if (first === undefined) return { state: 'unknown', figure: { zh: '还没有封存的记录', en: 'Nothing is sealed yet' } };
  const oldest = await db.maybeOne<{ at: Date }>(
    'SELECT recorded_at AS at FROM audit.published_entries ORDER BY recorded_at, seq LIMIT 1',
  );
  const due = new Date(Math.max(first.at.getTime(), at.getTime() - KEPT_DAYS * DAY_MS));
  const isKept = oldest !== undefined && oldest.at <= due;
  const from = oldest === undefined ? '–' : shanghaiMinute(oldest.at);
  return {
    state: isKept ? 'met' : 'not-met',
    figure: {
      zh: `在线最早记录 ${from}，平台最早记录 ${shanghaiMinute(first.at)}，须在线至少自 ${shanghaiMinute(due)}；齐全：${isKept ? '是' : '否'}`,
      en: `Oldest entry online ${from}, first entry of the platform ${shanghaiMinute(first.at)}; at least since ${shanghaiMinute(due)} they have to be online; complete: ${isKept ? 'yes' : 'no'}`,
    },
    link: '/audit-entries',
  };
};
