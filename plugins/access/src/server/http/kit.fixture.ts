import { createDatabase, databaseOf, type Database } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import { binary, consoleResource, keysetPage, route, type Route } from '@linggong/access';
import {
  dayText,
  fenInput,
  fenOutput,
  idParams,
  instantOutput,
  listQuery,
  pageOf,
  reasonText,
} from '@linggong/access/api';
import type supertest from 'supertest';
import { z } from 'zod';
import { bootWith, type TestPlatform } from '../platform.fixture';

/** An identity number that must turn up nowhere but where it was sent. */
export const CANARY = '110101199003079999';

/** How often the work route worked, and what lets a waiting one go on. */
export const work: { count: number; release: (() => void) | undefined } = { count: 0, release: undefined };

const echoRoute = route({
  method: 'POST',
  path: '/test/echo/:id',
  resource: 'own-session',
  action: 'end',
  summary: { zh: '回声', en: 'Echo' },
  params: idParams,
  query: z.strictObject({ day: dayText.optional() }),
  body: z.strictObject({ grossFen: fenInput, note: z.string().max(20).optional(), reason: reasonText.optional() }),
  bodyBytesMax: 2_000,
  answers: {
    200: z.strictObject({ id: z.int(), grossFen: fenOutput, at: instantOutput, reason: z.string().optional() }),
  },
  handle: async ({ params, body, command }) => ({
    status: 200,
    body: {
      id: params.id,
      grossFen: body.grossFen + 1n,
      at: command.at,
      ...(command.reason ? { reason: command.reason } : {}),
    },
  }),
});

const secretRoute = route({
  method: 'GET',
  path: '/test/secret',
  resource: 'account',
  action: 'list',
  summary: { zh: '机密', en: 'Secret' },
  query: z.strictObject({ must: z.string() }),
  answers: { 200: z.strictObject({}) },
  handle: async () => ({ status: 200, body: {} }),
});

const workBody = z.strictObject({
  how: z.enum(['well', 'refuse', 'fault', 'collide', 'wait', 'remember', 'remember-and-break']),
  n: z.int().optional(),
});

/** Writes a row each time it works, so that effects can be counted. */
const workRoute = (path: string, remembers?: true): Route =>
  route({
    method: 'POST',
    path,
    resource: 'own-session',
    action: 'end',
    summary: { zh: '工作', en: 'Work' },
    body: workBody,
    answers: { 201: z.strictObject({ serial: z.int() }) },
    ...(remembers ? { remembers } : {}),
    handle: async ({ strapi, body, remember }) => {
      work.count += 1;
      const serial = work.count;
      if (body.how === 'refuse')
        throw problem(
          409,
          'test-refused',
          { zh: '拒绝', en: 'Refused' },
          { fix: { zh: '改', en: 'Fix' }, extra: { serial } },
        );
      if (body.how === 'wait') await new Promise<void>((resolve) => (work.release = resolve));
      await databaseOf(strapi).transaction(async (tx) => {
        await tx.query('INSERT INTO access_test (serial, enterprise_id, gross_fen) VALUES ($1, 1, 100)', [serial]);
        if (body.how.startsWith('remember')) await remember(tx, { status: 201, body: { serial } });
      });
      if (body.how === 'collide') throw Object.assign(new Error(`deadlock detected ${CANARY}`), { code: '40P01' });
      if (body.how === 'fault') throw new Error(`duplicate key ${CANARY}`);
      if (body.how === 'remember-and-break') throw new Error('the connection broke after the commit');
      return { status: 201, body: { serial } };
    },
  });

const uploadRoute = route({
  method: 'POST',
  path: '/test/upload',
  resource: 'own-session',
  action: 'end',
  summary: { zh: '上传', en: 'Upload' },
  upload: ['text/csv', 'multipart/form-data', 'application/json'],
  answers: { 202: z.strictObject({ bytes: z.int() }) },
  handle: async ({ http }) => {
    let bytes = 0;
    for await (const chunk of http.request) bytes += (chunk as Buffer).length;
    return { status: 202, body: { bytes } };
  },
});

const fileRoute = route({
  method: 'GET',
  path: '/test/file',
  resource: 'own-account',
  action: 'read',
  summary: { zh: '文件', en: 'File' },
  answers: { 200: binary('application/pdf') },
  handle: async () => ({ status: 200, body: Buffer.from('%PDF-'), headers: { 'Content-Disposition': 'attachment' } }),
});

const lyingRoute = route({
  method: 'GET',
  path: '/test/lie',
  resource: 'own-account',
  action: 'read',
  summary: { zh: '不符', en: 'Lie' },
  answers: { 200: z.strictObject({ a: z.int() }) },
  handle: async () => JSON.parse('{"status":200,"body":{"a":1,"b":2}}'),
});

const listRoute = route({
  method: 'GET',
  path: '/test/rows',
  resource: 'own-account',
  action: 'read',
  summary: { zh: '列表', en: 'Rows' },
  query: listQuery,
  answers: { 200: pageOf(z.strictObject({ serial: z.int(), grossFen: fenOutput })) },
  handle: async ({ strapi, query }) => ({
    status: 200,
    body: await keysetPage<{ serial: number; grossFen: bigint }>(
      databaseOf(strapi),
      {
        select: 'serial, gross_fen AS "grossFen"',
        from: 'access_test',
        where: [{ sql: 'enterprise_id = ANY($1)', values: [[8, 9]] }],
        id: { sql: 'serial', type: 'int' },
        by: { sql: 'gross_fen', type: 'bigint' },
        direction: 'DESC',
      },
      query,
    ),
  }),
});

const rows = consoleResource({
  name: 'test-rows',
  resource: 'account',
  from: 'access_test t',
  columns: {
    id: { sql: 't.serial', filter: 'relation', sort: true },
    enterpriseId: { sql: 't.enterprise_id', filter: 'relation' },
    grossFen: { sql: 't.gross_fen', filter: 'number', sort: true, sum: true },
  },
  scope: (account) => (account.role === 'audit-admin' ? { sql: 't.enterprise_id = $1', values: [8] } : 'all'),
});

export interface KitPlatform extends TestPlatform {
  /** As linggong_owner. */
  readonly owner: Database;
  /** Tokens of an operator and of a security administrator. */
  readonly operator: string;
  readonly admin: string;
  post(path: string, body: object, headers?: Record<string, string>): supertest.Test;
  get(path: string, as?: string): supertest.Test;
}

/** The platform with the routes above and a table of thirty rows, half of enterprise 8 and half of 9. */
export async function bootKit(): Promise<KitPlatform> {
  const routes = [
    echoRoute,
    secretRoute,
    workRoute('/test/work'),
    workRoute('/test/exact', true),
    uploadRoute,
    fileRoute,
    lyingRoute,
    listRoute,
  ];
  const platform = await bootWith({ routes, resources: [rows] });
  const owner = createDatabase({ connectionString: platform.database.ownerUrl, max: 1 });
  await owner.query(
    'CREATE TABLE access_test (serial int PRIMARY KEY, enterprise_id int NOT NULL, gross_fen bigint NOT NULL)',
  );
  await owner.query('GRANT ALL ON access_test TO linggong_app');
  await owner.query(`INSERT INTO access_test SELECT 1000 + n, 8 + n % 2, 10 * (n / 2) FROM generate_series(0, 29) n`);
  const operator = await platform.token({ role: 'operator' });
  const admin = await platform.token({ role: 'security-admin' });
  return {
    ...platform,
    owner,
    operator,
    admin,
    post: (path, body, headers = {}) =>
      platform.http.post(`/api/v1/test/${path}`).auth(operator, { type: 'bearer' }).set(headers).send(body),
    get: (path, as = operator) => platform.http.get(path).auth(as, { type: 'bearer' }),
    stop: async () => {
      await owner.close();
      await platform.stop();
    },
  };
}
