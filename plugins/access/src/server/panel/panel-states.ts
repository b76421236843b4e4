import { createHash } from 'node:crypto';
import type { Core, UID } from '@strapi/strapi';
import type { PanelAddress } from '../../domain/panel-routes';
import type { HttpContext } from '../http/http-context';

/** Versions of one document (draft, published, languages) that are looked at. */
const VERSIONS_MAX = 20;
const FIELDS_MAX = 100;

/**
 * What the log says of a write in the content panel: what stood there and what was sent, each by its hash, and which fields.
 * The public texts themselves would fill the log; with the hash it is proved which they were, and two that are equal show it.
 */
export async function panelStates(
  strapi: Core.Strapi,
  ctx: HttpContext,
  address: Extract<PanelAddress, { kind: 'api' }>,
): Promise<{ before: object; after: object }> {
  const stored = await storedDocument(strapi, ctx.path, address.types[0]);
  const body: unknown = ctx.request.body;
  return {
    before: { documents: stored.length, storedSha256: stored.length === 0 ? null : hashOf(stored) },
    after: { method: ctx.method, fields: fieldsOf(body), sentSha256: hashOf(body ?? null) },
  };
}

/** The type was looked at before: it is one that the panel displays. */
async function storedDocument(strapi: Core.Strapi, path: string, type: string | undefined): Promise<unknown[]> {
  if (type === undefined) return [];
  const [documentId] = path.split(`/${type}/`)[1]?.split('/') ?? [];
  if (documentId === undefined || !/^[a-z0-9]{10,40}$/.test(documentId)) return [];
  return strapi.db
    .query(type as UID.ContentType)
    .findMany({ where: { documentId }, orderBy: { id: 'asc' }, limit: VERSIONS_MAX });
}

function fieldsOf(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.keys(body)
    .filter((name) => /^[a-zA-Z]\w{0,59}$/.test(name))
    .sort()
    .slice(0, FIELDS_MAX);
}

const hashOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex');
