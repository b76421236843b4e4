import { momentsOf } from './moments';

describe('the instants of a record', () => {
  it('stand newest first, without what has not happened', () => {
    const record = { engagedAt: '2026-11-01T00:00:00Z', deliveredAt: '2026-11-03T00:00:00Z', acceptedAt: null };
    expect(momentsOf(record, ['engagedAt', 'deliveredAt', 'acceptedAt'])).toEqual([
      { field: 'deliveredAt', at: '2026-11-03T00:00:00Z' },
      { field: 'engagedAt', at: '2026-11-01T00:00:00Z' },
    ]);
  });

  it('are none before the record has lived', () => {
    expect(momentsOf({ sentAt: undefined }, ['sentAt'])).toEqual([]);
  });
});
