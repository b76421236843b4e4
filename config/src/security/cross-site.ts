/** What a request says of the page that made it, and of where it was sent. */
export interface RequestOrigin {
  readonly method: string;
  /** `Sec-Fetch-Site`, written by browsers and not by scripts; empty where there is none. */
  readonly fetchSite: string;
  /** `Origin`; empty where there is none. */
  readonly origin: string;
  /** Where the request was sent, such as `https://pay.example.com`. */
  readonly ownOrigin: string;
  /** Where people reach the platform, where a proxy sends on under another name. */
  readonly publicOrigin: string | undefined;
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether another site's page makes a browser write here (跨站请求伪造). Programs send neither header and pass; they have no
 * cookies that a page could misuse.
 */
export function isCrossSiteWrite(request: RequestOrigin): boolean {
  if (readingMethods.has(request.method)) return false;
  if (request.fetchSite === 'cross-site' || request.fetchSite === 'same-site') return true;
  if (request.origin === '') return false;
  // A TLS proxy sends on in plain http: the host decides, and browsers never let a page lie about it.
  const sent = hostOf(request.origin);
  return sent === undefined || ![request.ownOrigin, request.publicOrigin ?? ''].map(hostOf).includes(sent);
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
