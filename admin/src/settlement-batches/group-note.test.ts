import { blockerCatalogue, type BlockerCode } from '@linggong/settlement/api';
import { groupNote, groupSum } from './group-note';

const line = (rowNo: number, zh: string, amountFen: number | null = 100) => ({
  lineId: rowNo,
  rowNo,
  nameMasked: null,
  amountFen,
  explain: { zh, en: zh },
});
const group = (code: BlockerCode, count: number, sample: ReturnType<typeof line>[]) => ({
  code,
  severity: blockerCatalogue[code].severity,
  remedy: blockerCatalogue[code].remedy,
  count,
  sample,
});

describe('what a card says of its lines', () => {
  it('holds for all of them', () => {
    expect(groupNote(group('card-unverified', 9, [line(2, '“待核验”'), line(3, '“待核验”')]))).toBe('example');
    expect(groupNote(group('card-unverified', 2, [line(2, '“待核验”'), line(3, '“不符”')]))).toBe('example');
    expect(groupNote(group('card-unverified', 2, [line(2, '“待核验”'), line(3, '“待核验”')]))).toBe('all');
    expect(groupNote(group('worker-unknown', 9, [line(2, 'x')]))).toBe('all');
  });

  it('promises a check after correcting only where correcting helps', () => {
    expect(groupNote(group('amount-format', 4, [line(2, 'x')]))).toBe('correct');
    for (const code of ['duplicate-in-batch', 'paid-in-other-batch'] as const)
      expect(groupNote(group(code, 1, [line(2, 'x')]))).toBe('example');
    expect(groupNote(group('worker-underage', 3, [line(2, 'x')]))).toBe('all');
  });

  it('sums no amount that cannot be read', () => {
    expect(groupSum({ sumFen: 0, sample: [line(2, 'x', null)] })).toBeUndefined();
    expect(groupSum({ sumFen: 0, sample: [line(2, 'x', 0)] })).toBe(0);
    expect(groupSum({ sumFen: 100, sample: [line(2, 'x', null)] })).toBe(100);
  });
});
