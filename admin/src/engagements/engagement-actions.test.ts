import { permissionsOf, type Role } from '@linggong/config/access';
import { actionsForAll, actionsOf } from './engagement-actions';

const mayAs = (role: Role) => (action: string) => permissionsOf(role)['engagement']?.[action] !== undefined;

describe('what may be done with several engagements at once', () => {
  it('is what every one of them allows', () => {
    expect(actionsForAll(mayAs('enterprise'), ['delivered', 'delivered'])).toContain('accept');
    expect(actionsForAll(mayAs('enterprise'), ['delivered', 'settled'])).toEqual([]);
  });

  it('is an answer, where they are applications', () => {
    expect(actionsForAll(mayAs('enterprise'), ['applied', 'applied'])).toEqual(['engage', 'decline']);
    expect(actionsForAll(mayAs('worker'), ['applied'])).toEqual(['withdraw']);
  });

  it('is nothing once they are settled', () => {
    expect(actionsForAll(mayAs('operator'), ['settled'])).toEqual([]);
    expect(actionsForAll(mayAs('enterprise'), ['settled'])).toEqual([]);
  });

  it('is what the matrix gives: a worker steps back or delivers, and accepts nothing', () => {
    expect(actionsOf(mayAs('worker'))).toEqual(['withdraw', 'deliver']);
    expect(actionsOf(mayAs('finance-officer'))).toEqual([]);
  });
});
