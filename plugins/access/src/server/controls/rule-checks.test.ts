import { matrix, type Rule } from '@linggong/config/access';
import { z } from 'zod';
import { route } from '../http/define-route';
import type { Route } from '../http/route';
import { closedInputs, rights, rowScopes, separatePowers } from './rule-checks';

const at = new Date('2026-11-26T00:00:00Z');
/** No account is without a role; the rest is asked of the matrix and the routes. */
const db = { one: async () => ({ strange: 0n }) } as never;
const served = (one: Route) => () => [{ address: '/api/v1/planted', route: one }];
const operation = (action: string): Route =>
  route({
    method: 'GET',
    path: '/planted',
    resource: 'own-account',
    action,
    summary: { zh: '试验', en: 'Planted' },
    answers: { 200: z.strictObject({}) },
    handle: async () => ({ status: 200, body: {} }) as const,
  });
const plant = (rule: Rule): readonly Rule[] => [...matrix, rule];

describe('live checks of the matrix', () => {
  it('rights: an operation outside of the matrix is found', async () => {
    expect((await rights(matrix, served(operation('read')))(db, at)).state).toBe('met');
    expect((await rights(matrix, served(operation('no-such')))(db, at)).state).toBe('not-met');
  });

  it('three-roles: a shared power, or business in the hands of an administrator, is found', () => {
    expect(separatePowers(matrix).state).toBe('met');
    const shared = {
      resource: 'backup',
      action: 'change',
      roles: { 'system-admin': 'all', 'audit-admin': 'all' },
    } as const;
    expect(separatePowers(plant(shared)).state).toBe('not-met');
    for (const resource of ['order', 'sensitive-field', 'of-tomorrow']) {
      const business = { resource, action: 'read', roles: { 'audit-admin': 'all' } } as const;
      expect(separatePowers(plant(business)).state).toBe('not-met');
    }
  });

  it('row-scopes: somebody from outside who reaches every row is found', async () => {
    expect((await rowScopes(matrix)(db, at)).state).toBe('met');
    const wide = { resource: 'order', action: 'list', roles: { enterprise: 'all' } } as const;
    expect((await rowScopes(plant(wide))(db, at)).state).toBe('not-met');
  });

  it('closed-inputs: a schema that lets unknown fields pass is found', async () => {
    const closed = { ...operation('read'), body: z.strictObject({ a: z.string() }) };
    expect((await closedInputs(served(closed))(db, at)).state).toBe('met');
    const open = { ...operation('read'), body: z.looseObject({ a: z.string() }) };
    expect((await closedInputs(served(open))(db, at)).state).toBe('not-met');
  });
});
