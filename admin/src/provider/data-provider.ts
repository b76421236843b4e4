import simpleRestProvider from 'ra-data-simple-rest';
import type { DataProvider, GetListParams, GetListResult, Identifier, RaRecord, UpdateParams } from 'react-admin';
import { call, restClient } from './http';
import { isRecord } from './problem';

const consoleRoot = '/api/console';
const commandRoot = '/api/v1';

/** Money sums of the whole filtered set, by column, in fen (header X-Sums). */
export type Sums = Readonly<Record<string, number>>;

export interface ConsoleDataProvider extends DataProvider {
  /**
   * A business command: `POST /api/v1/{resource}/{id}/{action}` (without id: on the resource itself).
   * @throws ProblemError
   */
  command(
    resource: string,
    id: string | number | undefined,
    action: string,
    body?: unknown,
    key?: string,
  ): Promise<unknown>;
}

/** Filters that are personal data: they go in a body, never in a URL (design 8). */
const sensitiveFilters: Readonly<Record<string, readonly string[]>> = {
  workers: ['identityNumber', 'phone', 'cardNumber'],
};

/** The sums that a list answer carries; an unreadable header counts as none. */
export function sumsOf(headers: Headers): Sums | undefined {
  const text = headers.get('X-Sums');
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return undefined;
    const sums: Record<string, number> = {};
    for (const [name, sum] of Object.entries(value)) if (Number.isSafeInteger(Number(sum))) sums[name] = Number(sum);
    return sums;
  } catch {
    return undefined;
  }
}

/** The fields that differ, compared by their JSON; nothing else is sent. */
export function changedFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(after)) {
    if (JSON.stringify(before[name]) !== JSON.stringify(value)) changed[name] = value;
  }
  return changed;
}

async function getList<R extends RaRecord>(resource: string, params: GetListParams): Promise<GetListResult<R>> {
  const filter: unknown = params.filter;
  const sensitive = (sensitiveFilters[resource] ?? []).filter((name) => isRecord(filter) && name in filter);
  if (sensitive.length > 0) return searchByBody<R>(resource, params);
  const isExport = isRecord(params.meta) && params.meta['isExport'] === true;
  const soon = isRecord(params.meta) && params.meta['totals'] === 'soon';
  let sums: Sums | undefined;
  let capped = false;
  const result = await simpleRestProvider(consoleRoot, async (url: string, options) => {
    const answer = await restClient(soon ? `${url}&totals=soon` : url, options);
    sums = sumsOf(answer.headers);
    capped = answer.headers.get('X-Total-Capped') === 'true';
    return answer;
  }).getList<R>(isExport ? `${resource}/export` : resource, params);
  if (Number.isNaN(result.total)) return withoutTotal<R>(result.data, params.pagination);
  if (capped) return { ...result, meta: { capped } };
  return sums === undefined ? result : { ...result, meta: { sums } };
}

/**
 * Rows whose count takes longer than they may wait (`Content-Range` ends with `*`). A page that is not full is the last one and tells the
 * count; a full one has another behind it, as far as one knows.
 */
function withoutTotal<R extends RaRecord>(
  data: R[],
  { page, perPage }: NonNullable<GetListParams['pagination']> = { page: 1, perPage: data.length },
): GetListResult<R> {
  const meta = { later: true };
  if (data.length < perPage && (page === 1 || data.length > 0))
    return { data, total: (page - 1) * perPage + data.length, meta };
  return { data, pageInfo: { hasNextPage: data.length > 0, hasPreviousPage: page > 1 }, meta };
}

/** Rows by their numbers, all of them: without a range the server would give its first page only. */
async function getMany<R extends RaRecord>(resource: string, ids: readonly Identifier[]): Promise<{ data: R[] }> {
  const { data } = await getList<R>(resource, {
    pagination: { page: 1, perPage: Math.max(ids.length, 1) },
    sort: { field: 'id', order: 'ASC' },
    filter: { id: ids },
  });
  return { data };
}

async function searchByBody<R extends RaRecord>(resource: string, params: GetListParams): Promise<GetListResult<R>> {
  const { json } = await call(`${commandRoot}/${resource}/search`, { method: 'POST', body: params.filter });
  const items = isRecord(json) && Array.isArray(json['items']) ? json['items'] : [];
  // The answer of a search holds rows of this very resource; their shape is the server's zod schema.
  return { data: items as R[], total: items.length };
}

async function update(resource: string, params: UpdateParams): Promise<{ data: RaRecord }> {
  const previous = isRecord(params.previousData) ? params.previousData : {};
  const next = isRecord(params.data) ? params.data : {};
  const body = changedFields(previous, next);
  if (Object.keys(body).length === 0) return { data: { ...previous, id: params.id } };
  const { json } = await call(`${commandRoot}/${resource}/${encodeURIComponent(params.id)}`, { method: 'PATCH', body });
  return { data: { ...previous, ...(isRecord(json) ? json : {}), id: params.id } };
}

async function create(resource: string, data: unknown): Promise<{ data: RaRecord }> {
  const { json } = await call(`${commandRoot}/${resource}`, { method: 'POST', body: data });
  // A created thing always answers with its id; anything else is a fault of the server and shows as such in the page.
  return { data: json as RaRecord };
}

function never(): Promise<never> {
  return Promise.reject(new Error('problem.neverDeleted'));
}

/**
 * ra-data-simple-rest for reading, wrapped: list sums, an edit is a PATCH of what changed, a creation a POST to the API,
 * a search by personal data a POST, and nothing is ever deleted (business rows end by a command, with a reason).
 */
export function createDataProvider(): ConsoleDataProvider {
  const rest = simpleRestProvider(consoleRoot, restClient);
  const provider = {
    ...rest,
    getList,
    getMany: (resource: string, { ids }: { ids: readonly Identifier[] }) => getMany(resource, ids),
    update,
    create: (resource: string, params: { data: unknown }) => create(resource, params.data),
    updateMany: never,
    delete: never,
    deleteMany: never,
    command: async (
      resource: string,
      id: string | number | undefined,
      action: string,
      body?: unknown,
      key?: string,
    ) => {
      const target = id === undefined ? resource : `${resource}/${encodeURIComponent(id)}`;
      const { json } = await call(`${commandRoot}/${target}${action === '' ? '' : `/${action}`}`, {
        method: 'POST',
        body: body ?? {},
        ...(key === undefined ? {} : { key }),
      });
      return json;
    },
  };
  // react-admin types every method as generic over the record; ours hand through what the server's schemas promise.
  return provider as unknown as ConsoleDataProvider;
}
