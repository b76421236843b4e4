import { stat } from 'node:fs/promises';
import { auditOwners, continuityLimits, type Settings } from '@linggong/config';
import type { ControlCheck } from '@linggong/core';
import { shanghaiMinute } from '@linggong/core/domain';
import { backupWarnings } from '../../domain';
import { backupFacts } from '../backups/backup-facts';

const HOUR_MS = 3_600_000;
/** Every audit runs once a night at least. */
const AUDIT_HOURS = 26;
/** Days within which the owner of a finding has seen it. */
const SEEN_DAYS = 7;

/** A drill has findings of its own and runs weekly; the look at controls does not wait for itself. */
const nightly = Object.keys(auditOwners).filter((name) => name !== 'drill' && name !== 'controls');

/** 8.1.5.4 and 8.1.4.4 f: the audits run, and what they find is looked at. */
export const findings: ControlCheck = async (db, at) => {
  const { ran, late, open, unseen } = await db.one<Record<'ran' | 'late' | 'open' | 'unseen', bigint>>(
    `SELECT (SELECT count(*) FROM continuity.audit_runs WHERE audit = ANY($1)) AS ran,
            (SELECT count(*) FROM continuity.audit_runs WHERE audit = ANY($1) AND ran_at < $2) AS late,
            (SELECT count(*) FROM continuity.findings WHERE state NOT IN ('resolved', 'closed')) AS open,
            (SELECT count(*) FROM continuity.findings f WHERE state IN ('open', 'recurring') AND (SELECT max(s.at)
               FROM continuity.finding_steps s WHERE s.finding_id = f.id AND s.step IN ('found', 'recurred')) < $3) AS unseen`,
    [nightly, new Date(at.getTime() - AUDIT_HOURS * HOUR_MS), new Date(at.getTime() - SEEN_DAYS * 24 * HOUR_MS)],
  );
  const never = BigInt(nightly.length) - ran;
  return {
    state: late > 0n || unseen > 0n ? 'not-met' : never > 0n ? 'partly' : 'met',
    figure: {
      zh: `审计项 ${nightly.length} 个，超过 ${AUDIT_HOURS} 小时未执行 ${late} 个，从未执行 ${never} 个；未了结的发现 ${open} 项，超过 ${SEEN_DAYS} 天无人确认 ${unseen} 项`,
      en: `${nightly.length} audits, not run for ${AUDIT_HOURS} hours: ${late}, never run: ${never}; findings not settled: ${open}, seen by nobody for ${SEEN_DAYS} days: ${unseen}`,
    },
    link: '/findings',
  };
};

/** 8.1.4.9 a: a good backup, young enough, and a restore that was tried. */
export const backups: ControlCheck = async (db, at) => {
  const facts = await backupFacts(db);
  const warnings = backupWarnings(facts, continuityLimits, at);
  const told = (instant: Date | undefined): string => (instant === undefined ? '–' : shanghaiMinute(instant));
  return {
    state: warnings.length > 0 ? 'not-met' : facts.lastDrillPassed === true ? 'met' : 'partly',
    figure: {
      zh: `最近成功备份 ${told(facts.lastGoodAt)}，最近恢复演练 ${told(facts.lastDrillAt)}${facts.lastDrillPassed === true ? '（通过）' : ''}，告警 ${warnings.length} 项`,
      en: `Last good backup ${told(facts.lastGoodAt)}, last restore drill ${told(facts.lastDrillAt)}${facts.lastDrillPassed === true ? ' (passed)' : ''}, warnings: ${warnings.length}`,
    },
    link: '/backups',
  };
};

/** 8.1.4.9 b: the store does not die with the data, and the log in it is minutes old. */
export function offSite({
  backups: { store, url },
  dataFolder,
}: Pick<Settings, 'backups' | 'dataFolder'>): ControlCheck {
  return async (db, at) => {
    const facts = await backupFacts(db);
    const isApart = store.kind === 's3' || (await onAnotherDisk(store.folder, dataFolder));
    const reached = facts.walReachedAt;
    const minutes = reached === undefined ? undefined : Math.round((at.getTime() - reached.getTime()) / 60_000);
    const isLate = facts.method === 'base' && (minutes === undefined || minutes > continuityLimits.walMinutesMax);
    const isOn = url !== undefined && facts.lastGoodAt !== undefined;
    const place = store.kind === 's3' ? { zh: 'S3', en: 'S3' } : { zh: '文件夹', en: 'a folder' };
    return {
      state: !isOn || !isApart ? 'not-met' : isLate ? 'partly' : 'met',
      figure: {
        zh: `备份存于${place.zh}，与数据不在同一磁盘：${isApart ? '是' : '否'}；已有备份：${isOn ? '是' : '否'}；日志滞后 ${minutes ?? '–'} 分钟`,
        en: `Backups lie in ${place.en}, on another disk than the data: ${isApart ? 'yes' : 'no'}; there is one: ${isOn ? 'yes' : 'no'}; the log is ${minutes ?? '–'} minutes behind`,
      },
      link: '/backups',
    };
  };
}

/** A folder that is not there keeps nothing. */
async function onAnotherDisk(folder: string, dataFolder: string): Promise<boolean> {
  const [store, data] = await Promise.all([folder, dataFolder].map((one) => stat(one).catch(() => undefined)));
  return store !== undefined && data !== undefined && store.dev !== data.dev;
}
