import type { ControlCheck, ControlLook } from '@linggong/core';
import { cutWarnings } from '../witness/witness-head';
import { witnessRecords, witnessWarnings, type WitnessWarning } from '../witness/witness-warnings';

/** What somebody has to say why of; the watch itself stands. */
const openRecords: readonly Warning['kind'][] = ['bypass', 'watch-altered', 'gap'];

/** What the watch may lack, and records that were cut off its end. */
type Warning = WitnessWarning | Awaited<ReturnType<typeof cutWarnings>>[number];

/**
 * 8.1.4.3 d: the write-ahead log is read by somebody else than the application, without a gap, what was found is explained, and nothing of it
 * was cut off.
 */
export const witness: ControlCheck = async (db) =>
  witnessLook([...(await witnessWarnings(db)), ...(await cutWarnings(db))], await witnessRecords(db));

/** @param records how many the witness has kept so far */
export function witnessLook(warnings: readonly Warning[], records: bigint): ControlLook {
  const open = warnings.filter(({ kind }) => openRecords.includes(kind)).reduce((sum, { count }) => sum + count, 0n);
  const faults = warnings.map(({ kind }) => kind).filter((kind) => !openRecords.includes(kind));
  const isWatched = faults.length === 0;
  const isCut = faults.includes('witness-cut');
  return {
    state: !isWatched ? 'not-met' : open > 0n ? 'partly' : 'met',
    figure: {
      zh: `旁证${isWatched ? '正在读取预写日志' : `${isCut ? '的记录被截去' : '未正常读取'}（${faults.join('、')}）`}；共记录 ${records} 条，待说明 ${open} 条`,
      en: `The witness ${isWatched ? 'reads the write-ahead log' : `${isCut ? 'was cut' : 'does not read it in order'} (${faults.join(', ')})`}; ${records} records, to be explained: ${open}`,
    },
    link: '/audit-bypasses',
  };
}
