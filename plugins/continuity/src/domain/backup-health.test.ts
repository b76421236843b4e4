import { backupWarnings, type BackupFacts } from './backup-health';
import { validateLifecycle } from '@linggong/core/domain';
import { findingLifecycle } from './finding-lifecycle';
import { inParts, isBackedUp } from './cluster-files';

const limits = { backupHoursMax: 30, walMinutesMax: 15, drillDaysMax: 9 };
const now = new Date('2026-11-26T04:00:00Z');
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const well: BackupFacts = {
  method: 'base',
  lastGoodAt: ago(8),
  lastFailedAt: ago(60),
  walReachedAt: ago(0.1),
  walGapAt: ago(70),
  lastDrillAt: ago(100),
  lastDrillPassed: true,
  filesWaiting: 0,
  filesLost: 0,
  pruneFailed: false,
};

describe('warnings about backups', () => {
  it.each<[string, Partial<BackupFacts>, string[]]>([
    ['none where all is well', {}, []],
    ['none made', { lastGoodAt: undefined, lastFailedAt: undefined, walGapAt: undefined }, ['no-backup']],
    ['too old', { lastGoodAt: ago(31) }, ['backup-too-old']],
    ['failed since', { lastFailedAt: ago(2) }, ['backup-failed']],
    ['the log lags', { walReachedAt: ago(0.3) }, ['wal-lag']],
    ['no log at all', { walReachedAt: undefined }, ['wal-lag']],
    ['a gap since the last base', { walGapAt: ago(1) }, ['wal-gap']],
    ['a drill that failed', { lastDrillPassed: false }, ['drill-failed']],
    ['a drill too long ago', { lastDrillAt: ago(10 * 24) }, ['drill-too-old']],
    ['files that wait', { filesWaiting: 3 }, ['files-waiting']],
    ['files that are lost', { filesLost: 1 }, ['files-lost']],
    ['old backups that stay', { pruneFailed: true }, ['prune-failed']],
    ['a dump has no log to lag', { method: 'dump', walReachedAt: undefined, walGapAt: ago(1) }, []],
  ])('%s', (_what, change, warnings) => expect(backupWarnings({ ...well, ...change }, limits, now)).toEqual(warnings));
});

it('the life of a finding is sound', () => expect(validateLifecycle(findingLifecycle)).toEqual([]));

describe('files of a cluster', () => {
  it.each([
    ['base/5/1259', true],
    ['global/pg_filenode.map', true],
    ['global/pg_control', false],
    ['pg_wal/000000010000000000000001', false],
    ['postmaster.pid', false],
    ['.s.PGSQL.5432', false],
    ['base/pgsql_tmp/pgsql_tmp12.0', false],
    ['base/5/pg_internal.init', false],
    ['log/postgres-Thu.log', false],
    ['postgresql.conf', true],
    ['pg_xact/0000', true],
  ])('%s is backed up: %s', (path, is) => expect(isBackedUp(path)).toBe(is));

  it('are dealt out so that parts are about as large, and none is lost', () => {
    const files = Array.from({ length: 40 }, (_, index) => ({ path: `f${index}`, bytes: (index * 7919) % 1000 }));
    const parts = inParts(files, 4);
    expect(parts.flat().length).toBe(40);
    const sizes = parts.map((part) => part.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(1_000);
  });
});
