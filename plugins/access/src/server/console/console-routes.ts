import { databaseOf } from '@linggong/core';
import { notFound } from '@linggong/core/domain';
import { z } from 'zod';
import { idParams } from '../../api/fields';
import type { Condition } from '../../domain/list-query';
import { pageStatement } from '../../domain/list-sql';
import { route } from '../http/define-route';
import type { Call, Route } from '../http/route';
import { router } from '../http/router';
import type { Page } from './capped-page';
import type { ConsoleResource } from './console-resource';
import { keepLists } from './list-registry';
import { readPage, readPageSoon } from './read-page';
import { readQuery, seenColumns, sourceFor, type ListReader, type ListTexts } from './list-source';
import { recordExport } from './record-export';
import { rowSchema } from './row-schema';

const dialect = z.strictObject({
  sort: z.string().max(200).optional().meta({ description: '["column","ASC|DESC"]' }),
  range: z.string().max(50).optional().meta({ description: '[first,last]' }),
  filter: z.string().max(8_000).optional().meta({ description: '{"column":value}' }),
});

/** `totals=soon`: the rows wait for no count and no sum that takes long; `Content-Range` ends with `*` then, and `GET /me/totals` tells them. */
const listDialect = dialect.extend({
  totals: z.literal('soon').optional().meta({ description: 'soon' }),
});

const uuidParams = z.strictObject({ id: z.uuid() });

/**
 * Router of a plugin's console lists: `GET /api/console/{name}`, `GET /api/console/{name}/export` and
 * `GET /api/console/{name}/{id}`.
 */
export function consoleRoutes(resources: readonly ConsoleResource[]): ReturnType<typeof router> {
  keepLists(resources);
  return router(
    '/console',
    // The export stands before the detail: its address would be taken for an id.
    resources.flatMap((resource) => [listRoute(resource), exportRoute(resource), detailRoute(resource)]),
  );
}

function listRoute(resource: ConsoleResource): Route {
  return route({
    method: 'GET',
    path: `/${resource.name}`,
    resource: resource.resource,
    action: 'list',
    summary: { zh: `控制台列表：${resource.name}`, en: `Console list: ${resource.name}` },
    query: listDialect,
    answers: { 200: z.array(rowSchema(resource)) },
    handle: async (call) => {
      const { totals, ...texts } = call.query;
      const { db, query, source } = askedOf(resource, call, texts);
      const read = totals === 'soon' ? readPageSoon : readPage;
      const page: PartPage = source ? await read(db, source, query) : nothing;
      return { status: 200, body: page.rows, headers: listHeaders(resource.name, query.offset, page) };
    },
  });
}

/** The same rows, read to be taken away in a file (导出): each page is an audit entry before it leaves. */
function exportRoute(resource: ConsoleResource): Route {
  return route({
    method: 'GET',
    path: `/${resource.name}/export`,
    resource: resource.resource,
    action: 'export',
    summary: { zh: `导出列表：${resource.name}`, en: `Export of a list: ${resource.name}` },
    query: dialect,
    answers: { 200: z.array(rowSchema(resource)) },
    handle: async (call) => {
      const { db, query, source } = askedOf(resource, call, call.query);
      const page = source ? await readPage(db, source, query) : nothing;
      const read = { body: page.rows, first: query.offset, total: page.total };
      await recordExport(call.strapi, call.command, { resource, ...read, filter: call.query.filter });
      return { status: 200, body: page.rows, headers: listHeaders(resource.name, query.offset, page) };
    },
  });
}

/** A page, of which the count may be left out. */
type PartPage = Omit<Page, 'total'> & { readonly total?: number };

const nothing: Page = { rows: [], total: 0, sums: {} };

/** What is asked of a list; without a source where the caller sees nothing of it. */
function askedOf(resource: ConsoleResource, call: ListCall, texts: ListTexts) {
  const query = readQuery(seenColumns(resource, call.account), texts);
  return { db: databaseOf(call.strapi), query, source: sourceFor(resource, readerOf(call)) };
}

function detailRoute(resource: ConsoleResource): Route {
  return route({
    method: 'GET',
    path: `/${resource.name}/:id`,
    resource: resource.resource,
    action: 'read',
    summary: { zh: `控制台详情：${resource.name}`, en: `Console detail: ${resource.name}` },
    params: resource.idKind === 'uuid' ? uuidParams : idParams,
    // Facts beyond the columns are the detail's own.
    answers: { 200: rowSchema(resource).catchall(z.unknown()) },
    handle: async (call) => ({ status: 200, body: await readDetail(resource, call, call.params.id) }),
  });
}

type ListCall = Pick<Call, 'account' | 'scope' | 'strapi' | 'command'>;

/** What a list is asked by: who calls, how far he may, and when. */
const readerOf = ({ account, scope, command: { at } }: ListCall): ListReader => ({ account, scope, at });

function listHeaders(name: string, first: number, { rows, total, sums, capped }: PartPage): Record<string, string> {
  const range = rows.length === 0 ? '*' : `${first}-${first + rows.length - 1}`;
  const pairs = Object.entries(sums).map(([column, sum]) => `"${column}":${sum}`);
  return {
    'Content-Range': `${name} ${range}/${total ?? '*'}`,
    ...(capped ? { 'X-Total-Capped': 'true' } : {}),
    ...(pairs.length ? { 'X-Sums': `{${pairs.join(',')}}` } : {}),
  };
}

async function readDetail(
  resource: ConsoleResource,
  call: ListCall,
  id: number | string,
): Promise<Record<string, unknown>> {
  const db = databaseOf(call.strapi);
  const source = sourceFor(resource, readerOf(call));
  const columnOfId = resource.columns['id']?.sql ?? 'id';
  const byId: Condition = { sql: `${columnOfId} = $1`, values: [id] };
  const statement = source && pageStatement(source, { conditions: [byId], sort: undefined, offset: 0, limit: 1 });
  const listed = statement && (await db.maybeOne(statement.sql, statement.values));
  if (!listed) throw notFound({ zh: '记录', en: 'record' });
  const { strapi, scope } = call;
  const detail = typeof id === 'number' && (await resource.detail?.(id, call.account, db, { strapi, scope }));
  return { ...listed, ...detail };
}
