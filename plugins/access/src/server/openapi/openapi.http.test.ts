import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { fieldLabel } from '../http/field-labels';
import { bootWith, type TestPlatform } from '../platform.fixture';
import { apiDocumentOf } from './api-document';

const content = z.record(z.string(), z.object({ schema: z.looseObject({}) }));

const operation = z.looseObject({
  operationId: z.string(),
  security: z.array(z.unknown()).optional(),
  parameters: z.array(z.looseObject({ name: z.string() })),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(z.string(), z.looseObject({ content })),
});

/** As much of an OpenAPI document as the test reads. */
const documentForm = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

describe('the API document of the running platform', () => {
  let platform: TestPlatform;
  let document: z.infer<typeof documentForm>;

  beforeAll(async () => {
    platform = await bootWith({});
    document = documentForm.parse((await platform.http.get('/api/v1/openapi.json').expect(200)).body);
  }, 120_000);
  afterAll(() => platform?.stop());

  it('is OpenAPI 3.1 and every reference in it stands', () => {
    expect(document.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(references.length).toBeGreaterThan(0);
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  it('is made once: anybody may ask for it, as often as he likes', () => {
    expect(apiDocumentOf(platform.strapi)).toBe(apiDocumentOf(platform.strapi));
  });

  it('shows every route that the kit serves, with one name each', () => {
    const names = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(new Set(names).size).toBe(names.length);
    expect(document.paths['/api/v1/me']?.['get']?.['x-permission']).toBe('own-account:read');
    expect(document.paths['/api/auth/local']?.['post']?.security).toEqual([]);
    expect(document.paths['/api/console/accounts/{id}']?.['get']?.parameters[0]).toMatchObject({
      name: 'id',
      in: 'path',
      required: true,
    });
  });

  it('has schemas that a validator takes, and that answers fit', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const { components, paths } = document;
    const checkOf = (schema: object) => ajv.compile({ ...schema, components });
    const answer = checkOf(
      paths['/api/v1/me']?.['get']?.responses['200']?.content['application/json']?.schema ?? { not: {} },
    );
    const token = await platform.token({ role: 'worker', workerId: 5 });
    const me = await platform.http.get('/api/v1/me').auth(token, { type: 'bearer' });
    expect(answer(me.body)).toBe(true);
    const refused = await platform.http.get('/api/v1/me');
    const refusal = checkOf(components.schemas['Problem'] ?? { not: {} });
    expect(refusal(refused.body)).toBe(true);
    expect(refusal({ ...refused.body, traceId: undefined })).toBe(false);
    for (const schema of Object.values(components.schemas)) expect(() => checkOf(schema)).not.toThrow();
  });

  it('has a word in both languages for every field that is sent', () => {
    const names = Object.values(document.paths)
      .flatMap((path) => Object.values(path))
      .flatMap(({ parameters, requestBody }) => [
        ...parameters.map(({ name }) => name),
        ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => fieldsOf(schema, document)),
      ]);
    expect(names.length).toBeGreaterThan(300);
    expect([...new Set(names)].filter((name) => fieldLabel(name) === undefined)).toEqual([]);
  });

  it('describes every body that is sent, also those that an upload parses itself', () => {
    const bodies = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.values(operations).flatMap(({ requestBody }) =>
        Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => ({ path, type, schema })),
      ),
    );
    expect(bodies.filter(({ schema }) => Object.keys(schema).length === 0)).toEqual([]);
    const of = (type: string) =>
      bodies.find((body) => body.path === '/api/v1/settlement-batches' && body.type === type)?.schema;
    const takes = new Ajv({ strict: false }).compile({ ...of('application/json'), components: document.components });
    const line = { name: '张三', identityNumber: '1', cardNumber: '2', taskNumber: 'TK-1', amountFen: 100 };
    expect(takes({ lines: [line] })).toBe(true);
    expect(takes({ lines: [{ ...line, amount: 1 }] })).toBe(false);
    expect(of('multipart/form-data')).toMatchObject({ properties: { file: {}, columns: {} }, required: ['file'] });
  });

  it('is shown by a page that loads nothing from elsewhere and runs nothing inline', async () => {
    const page = await platform.http.get('/api/v1/docs').expect(200);
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(page.text).not.toMatch(/https?:\/\/|<style|onload=|<script>[^<]/);
    for (const [, file] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const asset = await platform.http.get(file ?? '').expect(200);
      expect(asset.headers['content-type']).toMatch(/javascript|css/);
    }
    await platform.http.get('/api/v1/docs/package.json').expect(404);
    await platform.http.get('/api/v1/docs/..%2f..%2fpackage.json').expect(404);
  });
});

/** Names of all fields of a JSON Schema, also of those inside of them; one that holds itself is gone through once. */
function fieldsOf(schema: unknown, document: z.infer<typeof documentForm>, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  if (Array.isArray(schema)) return schema.flatMap((one: unknown) => fieldsOf(one, document, seen));
  const { properties, $ref, ...rest } = schema as Record<string, unknown>;
  const own = typeof properties === 'object' && properties !== null ? properties : {};
  const named = typeof $ref === 'string' ? document.components.schemas[$ref.replace(/^.*\//, '')] : undefined;
  return [
    ...Object.keys(own),
    ...[...Object.values(own), named, ...Object.values(rest)].flatMap((one) => fieldsOf(one, document, seen)),
  ];
}
