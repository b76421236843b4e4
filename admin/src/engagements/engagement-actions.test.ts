import { actionsForAll } from './engagement-actions';

describe('what may be done with several engagements at once', () => {
  it('is what every one of them allows', () => {
    expect(actionsForAll('enterprise', ['delivered', 'delivered'])).toContain('accept');
    expect(actionsForAll('enterprise', ['delivered', 'settled'])).toEqual([]);
  });

  it('is nothing once they are settled', () => {
    expect(actionsForAll('operator', ['settled'])).toEqual([]);
    expect(actionsForAll('enterprise', ['settled'])).toEqual([]);
  });
});
