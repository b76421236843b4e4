/** Body sizes that JSON may have; sheets are streamed by their own routes and never pass through here. */
const jsonLimit = '16mb';

/**
 * Strapi's middlewares in order. Multipart is off: `strapi::body` would spool an upload to a readable temporary file
 * before anybody is authenticated, and our sheets carry identity numbers.
 */
export const strapiMiddlewares = [
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'connect-src': ["'self'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'media-src': ["'self'", 'data:', 'blob:'],
          'script-src': ["'self'"],
          upgradeInsecureRequests: null,
        },
      },
    },
  },
  { name: 'strapi::cors', config: { origin: [] } },
  'strapi::query',
  { name: 'strapi::body', config: { multipart: false, jsonLimit, formLimit: '64kb', textLimit: '64kb' } },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
