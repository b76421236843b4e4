import type { BootedStrapi } from '@linggong/database/testing';
import type { SentRequest } from './call';

interface Layer {
  readonly path: string | RegExp;
  readonly methods: readonly string[];
}

export interface StrapiAddress {
  readonly method: string;
  readonly path: string;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const typeParameter = /:(?:model|uid|contentType)(?![A-Za-z])/g;
/** One that the panel hides from everybody, and one that it is for: past its gate stands Strapi's own query layer. */
const types = ['api::worker.worker', 'api::notice.notice'];

/** Every address of Strapi's own routers, with `id` where a row stands; those of the kit are fuzzed from the document. */
export function strapiAddresses({ strapi }: BootedStrapi, id: string): StrapiAddress[] {
  // Strapi does not type the layers of its routers.
  const layers = [...strapi.server.listRoutes(), ...strapi.server.api('admin').listRoutes()] as unknown as Layer[];
  return (
    layers
      .flatMap((layer) =>
        layer.methods.filter((one) => methods.includes(one)).map((method) => ({ method, path: String(layer.path) })),
      )
      // Signing out is left to the end of a session: after it, nothing would get past the gate.
      .filter(({ path }) => !/^\/(api\/(v1|console|auth)\b|_health|admin\/logout|$)/.test(path))
      .flatMap(({ method, path }) =>
        types.map((type) => ({
          method,
          path: path
            .replace('((?!uploads/).+)', 'index.html')
            .replace('(.*)', 'x.png')
            .replace(typeParameter, type)
            .replace(/:\w+\*?/g, id),
        })),
      )
      .filter(
        ({ method, path }, index, all) => all.findIndex((one) => one.method === method && one.path === path) === index,
      )
  );
}

interface Killer {
  readonly id: string;
  readonly query: string;
  readonly body: unknown;
}

/**
 * Requests that end a vanilla Strapi, make it hang or make it fault (style.md: `connect` with a word for a row number makes two
 * validation queries fail in one transaction, and the second rejection ends the process), and their kin.
 */
export const killers: readonly Killer[] = [
  {
    id: '1',
    query: '',
    body: { createdBy: { connect: [{ id: 'abc' }] }, localizations: { connect: [{ id: 'abc' }] } },
  },
  { id: '1', query: '', body: { connect: [{ id: 2_147_483_648 }], parent: 2_147_483_648, folder: 2_147_483_648 } },
  { id: '2147483648', query: 'filters[id][$eq]=abc', body: { id: 'abc', parent: 'abc', folder: 'abc' } },
  {
    id: '9223372036854775808',
    query: 'filters[id][$eq]=9223372036854775808',
    body: { ids: [9.3e18], fileIds: ['abc'] },
  },
  { id: '1e3', query: `filters${'[$and][0]'.repeat(40)}[id]=1`, body: { documentIds: ['abc', null] } },
  { id: 'abc', query: 'sort[constructor]=asc&sort=x:y:z', body: { set: [{ documentId: 'aaaaaaaaaaaaaaaaaaaaaaaa' }] } },
  { id: '%00', query: 'populate[*][populate]=*&populate=deep', body: { name: '\u0000', title: '\u0000' } },
  { id: "1'--", query: '_q=%00&locale[]=&locale[x]=y', body: [] },
  { id: '1', query: 'pagination[pageSize]=-1&pagination[page]=0&pageSize=-1&page=-1', body: null },
  { id: '1', query: 'filters[createdAt][$gt]=abc&filters[folder][id]=abc', body: { disconnect: [{ id: 'abc' }] } },
  {
    id: '1',
    query: 'publicationState=x&status=x&fields[]=password&fields[0]=id',
    body: { __type: 1, constructor: {} },
  },
  { id: '../1', query: '__proto__[x]=1&constructor[prototype][x]=1', body: { roles: ['abc'], permissions: 'x' } },
];

/** @param headers who calls */
export function killing(
  address: StrapiAddress,
  killer: Killer,
  headers: Readonly<Record<string, string>>,
): SentRequest {
  const hasBody = address.method !== 'GET';
  return {
    method: address.method,
    target: killer.query === '' ? address.path : `${address.path}?${killer.query}`,
    headers: hasBody ? { ...headers, 'Content-Type': 'application/json' } : headers,
    body: hasBody ? Buffer.from(JSON.stringify(killer.body)) : undefined,
  };
}
