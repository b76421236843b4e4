import { kindOfPage, storyAddress, storyParts, valueText, type StoryPage } from './story';

describe('a story', () => {
  it('belongs to pages whose objects have one', () => {
    expect(kindOfPage('settlement-batches')).toBe('settlement-batch');
    expect(kindOfPage('workers')).toBe('worker');
    expect(kindOfPage('accounts')).toBeUndefined();
  });

  it('has an address, whatever stands in the number', () => {
    expect(storyAddress({ kind: 'payout-file', id: 'PF/1' })).toBe('/timelines/payout-file/PF%2F1');
  });

  it('tells values as text', () => {
    expect([valueText('quoted'), valueText(5), valueText(true), valueText(['a']), valueText(null)]).toEqual([
      'quoted',
      '5',
      'true',
      '["a"]',
      'null',
    ]);
  });

  it('has what went past the application at its place, across pages', () => {
    const at = (hour: number): string => `2026-11-26T0${hour.toString()}:00:00Z`;
    // The fields that the order depends on.
    const page = (entries: number[], changes: number[]) =>
      ({
        items: entries.map((hour) => ({ id: hour, recordedAt: at(hour) })),
        bypasses: changes.map((hour) => ({ no: hour, at: at(hour) })),
      }) as unknown as StoryPage;
    const parts = storyParts([page([8, 6], [9, 7, 5]), page([3], [4, 2, 1])]);
    expect(parts.map((part) => ('no' in part ? `past ${part.no.toString()}` : part.id))).toEqual([
      'past 9',
      8,
      'past 7',
      6,
      'past 5',
      'past 4',
      3,
      'past 2',
      'past 1',
    ]);
    expect(storyParts([page([], [2, 1])])).toHaveLength(2);
  });
});
