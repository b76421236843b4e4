import { referencePlace } from './posting-words';

describe('the business behind a posting', () => {
  it('goes by its number and opens its page', () => {
    expect(referencePlace('order:4741', 'OR-2026-11-4741')).toEqual({
      word: 'resources.orders.name',
      resource: 'orders',
      number: 'OR-2026-11-4741',
      to: '/orders/4741/show',
    });
    expect(referencePlace('settlement-batch:9', null)).toMatchObject({
      number: '#9',
      to: '/settlement-batches/9/show',
    });
  });

  it('of a deposit opens the list that finds it', () => {
    const place = referencePlace('deposit:37', 'DP-2026-11-0037');
    expect(decodeURIComponent(place?.to ?? '')).toBe('/deposits?filter={"q":"DP-2026-11-0037"}');
    expect(referencePlace('deposit:37', null)?.to).toBeUndefined();
  });

  it('says what it is where it has no page', () => {
    expect(referencePlace('tax-adjustment:3', null)).toEqual({
      word: 'choice.postingKind.tax-adjusted',
      number: '#3',
      to: undefined,
    });
  });

  it('is left as it is where it is none of these', () => {
    expect(referencePlace('other:1', null)).toBeUndefined();
    expect(referencePlace(null, null)).toBeUndefined();
  });
});
