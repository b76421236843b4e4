import { unauditedTables } from '@linggong/config/audit';
import type { ControlCheck } from '@linggong/core';

/** Pages at the end of each table, where new rows stand. */
const PAGES = 32;
const SINCE_MS = 3_600_000;

/** 8.1.4.3 a: of what was written within the hour each transaction has an entry, but in tables that were excepted with a reason. */
export const writeCoverage: ControlCheck = async (db, at) => {
  const excepted = unauditedTables.map(({ table }) => table);
  const found = await db.query<{ relation: string; writes: bigint }>('SELECT * FROM audit.untold_writes($1, $2, $3)', [
    excepted,
    PAGES,
    new Date(at.getTime() - SINCE_MS),
  ]);
  const names = found.map(({ relation }) => relation);
  const some = names.length === 0 ? '0' : `${names.length} (${names.slice(0, 3).join(', ')})`;
  return {
    state: names.length > 0 ? 'not-met' : 'met',
    figure: {
      zh: `近一小时内，每张表最新 ${PAGES} 页中有写入而没有审计记录的表 ${some}；按理由豁免 ${excepted.length} 张`,
      en: `Of the last hour and the newest ${PAGES} pages of each table, tables with writes that no entry tells: ${some}; excepted with a reason: ${excepted.length}`,
    },
    link: '/audit-entries',
  };
};
