import fc from 'fast-check';
import type { Operation, Schema } from './api-operations';
import type { SentRequest } from './call';
import { mutated, mutation, type Mutation } from './mutate';
import { canary, nasty, nastyQueries } from './nasty';
import { fitting } from './schema-arbitrary';

/** Who calls: somebody who may, somebody who may not, nobody, or a token that is none. */
export type CallerKind = 'allowed' | 'other' | 'nobody' | 'forged';

export interface FuzzedRequest extends SentRequest {
  readonly caller: CallerKind;
  /** Picks one of the roles. */
  readonly pick: number;
}

const callers: fc.Arbitrary<CallerKind> = fc.oneof(
  { weight: 16, arbitrary: fc.constant('allowed' as const) },
  { weight: 2, arbitrary: fc.constant('other' as const) },
  { weight: 1, arbitrary: fc.constant('nobody' as const) },
  { weight: 1, arbitrary: fc.constant('forged' as const) },
);

/** Numbers of rows that there are, by the name of their list. */
export type RowIds = ReadonlyMap<string, readonly string[]>;

/** Requests of one operation: most of them nearly right, so that they come far. */
export function requestsOf(
  operation: Operation,
  named: Readonly<Record<string, Schema>>,
  rows: RowIds,
): fc.Arbitrary<FuzzedRequest> {
  const values = Object.fromEntries(
    operation.parameters.map(({ name, schema }) => {
      const usual = there(listOf(operation.path, name), rows, fitting(schema, named, name));
      return [name, oneOfTen(usual, nasty)] as const;
    }),
  );
  const path = pathOf(operation, values);
  return fc
    .record({
      path,
      query: queryOf(operation, values),
      body: bodyOf(operation, named),
      caller: callers,
      pick: fc.nat(1_000),
    })
    .map(({ path: at, query, body, caller, pick }) => ({
      method: operation.method,
      target: query === '' ? at : `${at}?${query}`,
      headers: body.headers,
      body: body.bytes,
      caller,
      pick,
    }));
}

/** Two of three addresses name a row that is there. */
function there(list: string | undefined, rows: RowIds, other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const known = rows.get(list ?? '') ?? [];
  if (known.length === 0) return other;
  return fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: other });
}

/** The list whose row a part of an address names (`/orders/{id}`: orders); undefined for what names none. */
export function listOf(path: string, part: string): string | undefined {
  const [, list, name] = /^\/api\/(?:v1|console)\/([\w-]+)\/\{(\w+)\}/.exec(path) ?? [];
  return name === part ? list : undefined;
}

function oneOfTen(usual: fc.Arbitrary<unknown>, rare: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });
}

/** As it may stand in an address; half of a surrogate pair cannot be encoded, and NUL goes as `%00`. */
function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(Buffer.from(text.slice(0, 3_000)).toString('utf8'));
}

function pathOf({ path, parameters }: Operation, values: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<string> {
  const names = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
  const picked = Object.fromEntries(names.map((name) => [name, values[name] ?? nasty]));
  return fc
    .record(picked)
    .map((given) => names.reduce((text, name) => text.replace(`{${name}}`, encoded(given[name]) || '%20'), path));
}

function queryOf({ path, parameters }: Operation, values: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<string> {
  const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const fields = fc.record(Object.fromEntries(names.map((name) => [name, values[name] ?? nasty])), {
    requiredKeys: [],
  });
  const known = fields.map((given) =>
    Object.entries(given)
      .map(([name, value]) => `${name}=${encoded(value)}`)
      .join('&'),
  );
  const odd = fc.constantFrom(...nastyQueries, `${canary}=${canary}`);
  return fc.oneof(
    { weight: path.startsWith('/api/console/') ? 3 : 9, arbitrary: known },
    { weight: 1, arbitrary: odd },
  );
}

interface Body {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer | undefined;
}

const none: Body = { headers: {}, bytes: undefined };

function bodyOf({ method, bodies }: Operation, named: Readonly<Record<string, Schema>>): fc.Arbitrary<Body> {
  if (method === 'GET') return fc.constant(none);
  const json = bodies.find(({ type }) => type === 'application/json');
  const valid = json === undefined ? fc.constant({}) : fitting(json.schema, named);
  const nearly = fc.tuple(valid, mutation).map(([value, how]) => jsonBody(value, how));
  const forms = bodies.filter(({ type }) => type !== 'application/json').map(({ type }) => formBody(type));
  return fc.oneof(
    { weight: 16, arbitrary: nearly },
    { weight: 2, arbitrary: fc.constantFrom(...brokenBodies) },
    ...forms.map((arbitrary) => ({ weight: 12, arbitrary })),
  );
}

function jsonBody(value: unknown, how: Mutation): Body {
  const bytes = Buffer.from(JSON.stringify(mutated(value, how)) ?? 'null');
  return { headers: { 'Content-Type': 'application/json' }, bytes };
}

const json = { 'Content-Type': 'application/json' };
const brokenBodies: readonly Body[] = [
  none,
  { headers: json, bytes: Buffer.from('{') },
  { headers: json, bytes: Buffer.from('{"a":1e999}') },
  { headers: json, bytes: Buffer.from(`{"${canary}":"${canary}","${canary}":1}`) },
  { headers: json, bytes: Buffer.from('{"__proto__":{"x":1},"constructor":1}') },
  { headers: json, bytes: Buffer.from([0x22, 0xff, 0xfe, 0x22]) },
  { headers: json, bytes: Buffer.from('"\\ud800"') },
  { headers: json, bytes: Buffer.from('null') },
  { headers: json, bytes: Buffer.from('[]') },
  { headers: { 'Content-Type': 'application/json; charset=utf-16' }, bytes: Buffer.from('{}') },
  { headers: { ...json, 'Content-Encoding': 'gzip' }, bytes: Buffer.from([0x1f, 0x8b, 0x08, 0x00]) },
  { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, bytes: Buffer.from('a[b][c]=1&a=2') },
  {
    headers: { 'Content-Type': 'text/xml' },
    bytes: Buffer.from('<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>'),
  },
  { headers: { 'Content-Type': 'multipart/form-data' }, bytes: Buffer.from('--x') },
];

/** Files and forms: right in form and wrong in content, or broken. */
function formBody(type: string): fc.Arbitrary<Body> {
  const contents = fc.constantFrom(
    Buffer.from('姓名,证件号码\n张三,11010519491231002X\n'),
    Buffer.from('\ufeff"a"\r\n=1+1,"x\n'),
    Buffer.from('PK\u0003\u0004 not a workbook'),
    Buffer.from('%PDF-1.4\n%%EOF'),
    Buffer.from('<?xml version="1.0"?><Document/>'),
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]),
    Buffer.from('\u0000\u0000'),
    Buffer.alloc(0),
  );
  if (type !== 'multipart/form-data') {
    return contents.map((bytes) => ({ headers: { 'Content-Type': type }, bytes }));
  }
  const field = fc.constantFrom('file', 'file', 'file', 'note', '__proto__', canary);
  const ending = fc.constantFrom('\r\n--b--\r\n', '\r\n--b--\r\n', '\r\n--b', '');
  return fc.record({ bytes: contents, field, ending }).map(({ bytes, field: name, ending: end }) => ({
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
    bytes: Buffer.concat([
      Buffer.from(`--b\r\nContent-Disposition: form-data; name="${name}"; filename="a.csv"\r\n\r\n`),
      bytes,
      Buffer.from(end),
    ]),
  }));
}
