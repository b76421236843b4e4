import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { idParams } from '../../api/fields';
import { demandMarks } from './ask-approval';
import { route } from './define-route';
import { apiRoutes } from './router';

// The routers are refused before they ask anything of Strapi.
const strapi = {} as Core.Strapi;
const summary = { zh: '测试', en: 'Test' };
const answers = { 200: z.strictObject({}) };
const handle = async () => ({ status: 200, body: {} }) as const;

describe('routes that must not be served', () => {
  it('have no line in the permission matrix', () => {
    const unknown = route({ method: 'GET', path: '/x', resource: 'nobody', action: 'knows', summary, answers, handle });
    expect(() => apiRoutes([unknown])({ strapi })).toThrow('GET /x: the permission matrix has no line nobody:knows');
  });

  it('show what moves by itself, and are redeemed by their maker: the database holds all of it against what was shown', () => {
    const shown = { subject: { id: 1, label: 'one' }, before: { balanceFen: 1 }, after: null };
    const unmask = { method: 'POST', path: '/x', resource: 'sensitive-field', action: 'unmask' } as const;
    const shows = async () => shown;
    const elevated = { looksAt: () => ({ resource: '', action: '', id: 1, field: '' }), aspect: async () => undefined };
    const declared = { ...unmask, summary, answers, handle, shows, elevated };
    const moving = (field: string): boolean => field === 'balanceFen';
    expect(() => apiRoutes([route({ ...declared, moving })])({ strapi })).toThrow(
      'POST /x: something of what it shows may move by itself only where it is done for its maker',
    );
    expect(() => demandMarks(route(declared))).not.toThrow();
  });

  it.each([
    ['an open body', { method: 'POST', body: z.object({}) }, 'body is open at (root)'],
    ['an open query', { method: 'GET', query: z.looseObject({}) }, 'query is open'],
    ['a body on GET', { method: 'GET', body: z.strictObject({}) }, 'GET takes no body'],
    ['a parsed upload', { method: 'POST', upload: true, body: z.strictObject({}) }, 'an upload has no parsed body'],
  ] as const)('have %s', (_name, part, fault) => {
    expect(() =>
      route({ path: '/x', resource: 'own-account', action: 'read', summary, answers, handle, ...part }),
    ).toThrow(fault);
  });

  it('are few: a closed one passes', () => {
    const params = idParams;
    expect(
      route({
        method: 'GET',
        path: '/x/:id',
        resource: 'own-account',
        action: 'read',
        summary,
        answers,
        handle,
        params,
      }),
    ).toBeDefined();
  });
});
