import { bodyOf, ownView } from './saved-views';
import { isOn } from './view';

const view = {
  label: '大额',
  filter: { state: 'paid', netFen_gte: 1 },
  sort: { field: 'netFen', order: 'DESC' },
  columns: { feeFen: true },
} as const;

describe('views of a list', () => {
  it('go to the server and come back as they were', () => {
    expect(bodyOf('orders', view)).toEqual({
      listName: 'orders',
      viewName: '大额',
      filter: '{"state":"paid","netFen_gte":1}',
      sort: '["netFen","DESC"]',
      shownColumns: { feeFen: true },
    });
    expect(bodyOf('orders', { label: '全部', filter: {}, columns: {} })).toEqual({
      listName: 'orders',
      viewName: '全部',
      filter: '{}',
    });
    const kept = {
      id: '6a8b0a1c-0000-4000-8000-000000000000',
      viewName: '大额',
      filter: '{"state": "paid", "netFen_gte": 1}',
      sort: '["netFen", "DESC"]',
      shownColumns: { feeFen: true },
      keptAt: new Date(0),
    };
    expect(ownView(kept)).toEqual({ id: kept.id, ...view });
    expect(ownView({ ...kept, sort: null, shownColumns: null })).toEqual({
      id: kept.id,
      label: '大额',
      filter: view.filter,
    });
  });

  it('are met by filter and order; one without an order in any', () => {
    const values = { netFen_gte: 1, state: 'paid' };
    expect(isOn(view, values, { field: 'netFen', order: 'DESC' })).toBe(true);
    expect(isOn(view, values, { field: 'netFen', order: 'ASC' })).toBe(false);
    expect(isOn({ label: '', filter: values }, values, { field: 'id', order: 'ASC' })).toBe(true);
    expect(isOn(view, {}, { field: 'netFen', order: 'DESC' })).toBe(false);
  });
});
