import { engagementColumns, ownEngagementColumns } from '../engagements/engagement';
import { orderColumns, ownOrderColumns } from '../orders/order-columns';

describe('to a worker, what is his own', () => {
  it.each([
    ['engagements', ownEngagementColumns(engagementColumns)],
    ['orders', ownOrderColumns(orderColumns)],
  ] as const)('is titled by its task among %s, never by his own name', (_name, columns) => {
    const titles = columns.flatMap(({ source, phone }) => (phone === 'title' ? [source] : []));
    expect(titles).toEqual(['taskTitle']);
    expect(columns.map(({ source }) => source)).not.toContain('workerNameMasked');
  });
});
