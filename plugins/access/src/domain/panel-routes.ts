/** One address of Strapi's panel (管理面板) that is open to a session of the panel. Everything that is not listed does not exist. */
export interface PanelRoute {
  readonly methods: readonly string[];
  readonly path: RegExp;
}

export type PanelAddress =
  /** A page or file of the panel itself. */
  | { readonly kind: 'page' }
  | { readonly kind: 'file' }
  /** An address of the panel's API, with the content types that the path names. */
  | { readonly kind: 'api'; readonly types: readonly string[] };

const read = ['GET'] as const;
const any = ['GET', 'POST', 'PUT', 'DELETE'] as const;

/** Lower-case names, numbers, document ids and uids such as `api::guide.guide`; no percent sign, so nothing is hidden by encoding. */
const segment = '[A-Za-z0-9_.:~-]+';
const rowNumber = '[1-9]\\d{0,8}';

function route(methods: readonly string[], pattern: string): PanelRoute {
  return { methods, path: new RegExp(`^${pattern.replaceAll('{n}', rowNumber).replaceAll('{s}', segment)}$`) };
}

/**
 * What the panel is for: public content (guides, notices, help) and its pictures. Its own accounts, roles, tokens, transfers,
 * webhooks, mails and the builder of content types are not among it: powers are given in the console, types in the code.
 */
export const panelRoutes: readonly PanelRoute[] = [
  route(read, '/admin/(?:init|information|project-type|project-settings|telemetry-properties|guided-tour-meta)'),
  route(read, '/admin/(?:license-limit-information|ai-feature-config|permissions)'),
  route(read, '/admin/users/me(?:/permissions)?'),
  route(['POST'], '/admin/(?:access-token|logout|permissions/check)'),
  route(read, '/admin/homepage/layout'),
  route(read, '/content-manager/(?:init|components|content-types|content-types-settings)'),
  // Both count and list types that are displayed only.
  route(read, '/content-manager/homepage/(?:recent-documents|count-documents)'),
  route(['GET', 'PUT'], '/content-manager/(?:components|content-types)/{s}/configuration'),
  route(any, '/content-manager/(?:collection-types|single-types)/{s}(?:/{s}){0,3}'),
  route(read, '/content-manager/relations/{s}(?:/{s}){1,2}'),
  route(['POST'], '/content-manager/uid/(?:generate|check-availability)'),
  route(read, '/i18n/(?:locales|iso-locales|settings)'),
  route(['POST'], '/i18n/content-manager/actions/get-non-localized-fields'),
  route(read, '/upload/(?:configuration|settings|files|folders|folder-structure)'),
  route(['GET', 'PUT', 'DELETE'], '/upload/files/{n}'),
  route(['POST'], '/upload/folders'),
  route(['GET', 'PUT'], '/upload/folders/{n}'),
  route(['POST'], '/upload/actions/(?:bulk-delete|bulk-move)'),
  route(read, '/uploads/{s}'),
];

/** Pages that the panel's own router draws; none of them is an address of the API. */
const page =
  /^\/admin(?:\/|(?:\/(?:content-manager|settings|plugins)\/[A-Za-z0-9_.:~/-]+)|\/content-manager|\/settings|\/me)?$/;
const typeSegment = /^\/content-manager\/(?:collection-types|single-types|relations|content-types)\/([^/]+)/;
const file = /^\/admin\/[A-Za-z0-9_-][A-Za-z0-9_.-]*\.(?:js|css|map|woff2?|ttf|png|svg|ico|webp|json)$/;

/** What an address of the panel is, or undefined where it is closed to everybody. HEAD is asked as GET. */
export function panelAddress(method: string, path: string): PanelAddress | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  if (asked === 'GET' && page.test(path)) return { kind: 'page' };
  if (asked === 'GET' && file.test(path)) return { kind: 'file' };
  const open = panelRoutes.some((one) => one.methods.includes(asked) && one.path.test(path));
  const type = typeSegment.exec(path)?.[1];
  return open ? { kind: 'api', types: type === undefined ? [] : [type] } : undefined;
}

/** Whether a text is formed like the name (uid) of a content type. */
export function isTypeName(text: string): boolean {
  return /^(?:api|plugin|admin|strapi)::/.test(text);
}
