import { retentionClasses } from '@linggong/config';
import type { ControlCheck } from '@linggong/core';
import { shanghaiMinute } from '@linggong/core/domain';

/** The run of each night, and one that was missed. */
const hoursMax = 50;

/** 8.1.4.11: each class of the schedule was gone through these days, and no run stopped on a fault. */
export const retention: ControlCheck = async (db, at) => {
  const classes = retentionClasses.filter(({ then }) => then === 'purge').map(({ name }) => name);
  const { ran, late, faults, last } = await db.one<{ ran: bigint; late: bigint; faults: bigint; last: Date | null }>(
    `SELECT count(r.id) AS ran, max(r.finished_at) AS last, count(*) FILTER (WHERE r.fault IS NOT NULL) AS faults,
            count(*) FILTER (WHERE r.finished_at IS NULL OR r.finished_at < $2) AS late
       FROM unnest($1::text[]) c(name)
       LEFT JOIN LATERAL (SELECT * FROM vault.retention_runs r WHERE r.class = c.name ORDER BY r.id DESC LIMIT 1) r ON true`,
    [classes, new Date(at.getTime() - hoursMax * 3_600_000)],
  );
  const when = last === null ? '–' : shanghaiMinute(last);
  return {
    state: ran === 0n ? 'unknown' : late > 0n || faults > 0n ? 'not-met' : 'met',
    figure: {
      zh: `保存期限表 ${classes.length} 类，未按时清理 ${late} 类，出错 ${faults} 类；最近一次 ${when}（北京时间）`,
      en: `${classes.length} classes with a term, not gone through in time: ${late}, stopped by a fault: ${faults}; the last at ${when} (Beijing time)`,
    },
    link: '/retention',
  };
};
