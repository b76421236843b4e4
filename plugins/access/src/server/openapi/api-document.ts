import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { problemSchema } from '../../api/problem';
import { waitingMode } from '../http/ask-approval';
import type { Route } from '../http/route';
import { limitOf } from '../limits/count-call';
import { routeRegistryOf, type ServedRoute } from '../http/route-registry';
import { componentsOf, schemaOf, type JsonSchema } from './json-schema';

type Operation = Record<string, unknown>;

/** A document takes a quarter of a second of a core and anybody may ask for it: it is made once for the routes that it tells of. */
const made = new WeakMap<
  readonly ServedRoute[],
  { readonly routes: number; readonly document: Record<string, unknown> }
>();

/** The OpenAPI 3.1 document of everything that the kit serves, made of the schemas that parse and answer. */
export function apiDocumentOf(strapi: Core.Strapi): Record<string, unknown> {
  const served = routeRegistryOf(strapi).all();
  const found = made.get(served);
  if (found?.routes === served.length) return found.document;
  const document = apiDocument(served);
  made.set(served, { routes: served.length, document });
  return document;
}

export function apiDocument(served: readonly ServedRoute[]): Record<string, unknown> {
  const components: Record<string, JsonSchema> = {};
  const paths: Record<string, Record<string, Operation>> = {};
  const sorted = [...served].sort((a, b) => (a.address < b.address ? -1 : 1));
  for (const { address, route } of sorted) {
    const path = address.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(address, route, components);
  }
  schemaOf(problemSchema, components);
  return {
    openapi: '3.1.0',
    info: {
      title: '灵工 Linggong API',
      version: '1',
      description:
        '金额为整数分（…Fen），日期为北京时间，时刻为 UTC。错误为 application/problem+json，含稳定的 code。\n\n' +
        'Amounts are integers in fen (…Fen), days are of Asia/Shanghai, instants UTC. Errors are application/problem+json with a stable code.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: componentsOf(components),
    },
  };
}

function operationOf(address: string, route: Route, components: Record<string, JsonSchema>): Operation {
  const { zh, en } = route.summary;
  const description = route.description ? `${route.description.zh}\n\n${route.description.en}` : undefined;
  const body = requestBodyOf(route, components);
  const limit = limitOf(route);
  return {
    operationId: operationIdOf(address, route),
    tags: [route.resource],
    summary: `${zh} · ${en}`,
    ...(description ? { description } : {}),
    ...(route.public ? { security: [] } : { 'x-permission': `${route.resource}:${route.action}` }),
    ...(limit === undefined ? {} : { 'x-rate-limit': limit }),
    parameters: parametersOf(route, components),
    ...(body ? { requestBody: body } : {}),
    responses: responsesOf(route, components),
  };
}

/** `get-api-v1-orders-id`: unique, because a method and a path are. */
function operationIdOf(address: string, route: Route): string {
  return `${route.method.toLowerCase()}${address.replace(/[/:]+/g, '-')}`;
}

function parametersOf(route: Route, components: Record<string, JsonSchema>): unknown[] {
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 128 },
    description: '幂等键：重复请求得到同一回答 · a repeated request gets the same answer',
  };
  const approval = {
    name: 'Approval',
    in: 'header',
    required: false,
    schema: { type: 'string', format: 'uuid' },
    description: '已批准的申请编号，凭此执行一次 · the approved request, redeemed once',
  };
  return [
    ...(route.params ? partParameters(route.params, 'path', components) : []),
    ...(route.query ? partParameters(route.query, 'query', components) : []),
    ...(route.method === 'GET' || route.public || route.unkept ? [] : [key]),
    ...(waitingMode(route) === 'redeem' ? [approval] : []),
  ];
}

function partParameters(
  schema: z.ZodObject,
  where: 'path' | 'query',
  components: Record<string, JsonSchema>,
): unknown[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const isOptional = z.safeParse(field, undefined).success;
    const { description, ...form } = schemaOf(field, components);
    return {
      name,
      in: where,
      required: where === 'path' || !isOptional,
      schema: form,
      ...(description ? { description } : {}),
    };
  });
}

function requestBodyOf(route: Route, components: Record<string, JsonSchema>): unknown {
  if (route.upload) {
    const types = route.upload === true ? ['application/octet-stream'] : route.upload;
    const content = types.map((type) => [type, { schema: uploadSchema(route, type, components) }] as const);
    return { required: true, content: Object.fromEntries(content) };
  }
  if (!route.body) return undefined;
  const isOptional = z.safeParse(route.body, undefined).success;
  return { required: !isOptional, content: { 'application/json': { schema: schemaOf(route.body, components) } } };
}

const fileSchema = { type: 'string', contentMediaType: 'application/octet-stream' };

/** A file, a form with a file and perhaps text fields, or what the route says that it parses itself. */
function uploadSchema(route: Route, type: string, components: Record<string, JsonSchema>): JsonSchema {
  const declared = route.uploadBodies?.[type];
  if (type !== 'multipart/form-data') return declared ? schemaOf(declared, components) : fileSchema;
  const fields = declared instanceof z.ZodObject ? Object.entries(declared.shape) : [];
  const described = fields.map(([name, field]) => [name, schemaOf(field, components)] as const);
  return { type: 'object', properties: { ...Object.fromEntries(described), file: fileSchema }, required: ['file'] };
}

function responsesOf(route: Route, components: Record<string, JsonSchema>): Record<string, unknown> {
  const responses = Object.entries(route.answers).map(([status, answer]) => {
    const content =
      'binary' in answer
        ? { [answer.contentType]: { schema: { type: 'string', contentMediaType: answer.contentType } } }
        : { 'application/json': { schema: schemaOf(answer, components) } };
    return [status, { description: status === '202' ? '已受理 · accepted' : '成功 · done', content }];
  });
  const refusal = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return { ...Object.fromEntries(responses), default: { description: '拒绝 · refused', content: refusal } };
}
