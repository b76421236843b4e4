import { reportLines, witnessLine } from './report';
import { verifyOrder } from './verify-order';

const seen = {
  sealedUntil: new Date('2026-11-26T00:00:00Z'),
  blocks: 2,
  rows: 20,
  roots: 1,
  head: { block: 2n, hash: 'ab' },
};

describe('the report of a verification', () => {
  it('says that the log is whole, how far it reaches, and its head', () => {
    expect(reportLines({ ok: true, ...seen })).toEqual([
      expect.stringMatching(/^✓/),
      expect.stringContaining('rows 20'),
      expect.stringContaining('2 ab'),
    ]);
  });

  it('names the first broken row and what it tells now', () => {
    const entry = {
      recordedAt: new Date('2026-11-25T00:00:00Z'),
      actorName: 'operator#1',
      action: 'worker.change',
      subjectKind: 'worker',
      subjectId: '7',
    };
    const [first, second] = reportLines({
      ok: false,
      ...seen,
      firstBroken: { kind: 'changed', block: 1n, seq: 7n, entry },
    });
    expect(first).toContain('entry 7');
    expect(second).toBe('  2026-11-25T00:00:00.000Z operator#1 worker.change worker 7');
    const root = { kind: 'root' as const, block: null, seq: null, day: '2026-11-24', entry: null };
    expect(reportLines({ ok: false, ...seen, firstBroken: root })[0]).toContain('root 2026-11-24');
  });
});

describe('the line of the witness', () => {
  it('says how many records are whole, or from which on they are not', () => {
    expect(witnessLine({ records: 4n, broken: undefined })).toMatch(/^✓.*4 records/);
    expect(witnessLine({ records: 4n, broken: 5n })).toMatch(/^✗.*record 5/);
  });
});

describe('the arguments', () => {
  it('are folders, from where one stands', () => {
    expect(verifyOrder(['--roots', 'out'], '/home/x')).toEqual({ roots: '/home/x/out', keys: undefined });
    expect(() => verifyOrder(['--day'], '/')).toThrow();
  });
});
