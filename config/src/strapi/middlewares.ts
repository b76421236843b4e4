import { requestLimits } from '../security';

/**
 * Strapi's middlewares in order, and ours between them. Multipart is off: `strapi::body` would spool an upload to a readable
 * temporary file before anybody is authenticated, and our sheets carry identity numbers.
 */
export const strapiMiddlewares = [
  'strapi::errors',
  'global::request-guard',
  // Strapi insists on it; `cms/src/front` empties it, since its one policy for all would undo that of the area.
  'strapi::security',
  { name: 'strapi::cors', config: { origin: [] } },
  'strapi::query',
  {
    name: 'strapi::body',
    config: { multipart: false, jsonLimit: requestLimits.panelBodyBytesMax, formLimit: '64kb', textLimit: '64kb' },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
