/** Areas of the address space that browsers are told different things about. */
export type Area = 'api' | 'console' | 'panel' | 'uploads' | 'other';

/** @param path as the request has it; Strapi's router takes any case, so the area does too */
export function areaOf(path: string): Area {
  const [, first = ''] = path.toLowerCase().split('/', 2);
  if (first === 'console' || first === '') return 'console';
  if (first === 'admin') return 'panel';
  if (first === 'uploads') return 'uploads';
  return first === 'api' ? 'api' : 'other';
}

/** What no page of ours uses: a script that got in could not ask for it either. */
const permissions = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const everywhere: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-DNS-Prefetch-Control': 'off',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': permissions.map((name) => `${name}=()`).join(', '),
};

/** One year, for this host alone: what else runs below its name is not ours to decide. */
const strictTransport = 'max-age=31536000';

/** An answer that is not a page: whatever it holds, a browser runs and shows nothing of it. */
const nothing = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];

const consolePolicy = (nonce: string): string[] => [
  "default-src 'none'",
  "script-src 'self'",
  "script-src-attr 'none'",
  // Emotion writes its styles at run time, with the nonce of the page; `style=""` in markup is refused.
  `style-src 'self' 'nonce-${nonce}'`,
  "style-src-attr 'none'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

/** Strapi's panel, alone, writes inline styles without a nonce; its scripts come from this server like everybody's. */
const panelPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "script-src-attr 'none'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

function policyOf(area: Area, nonce: string): string[] {
  switch (area) {
    case 'console':
      return consolePolicy(nonce);
    case 'panel':
      return panelPolicy;
    case 'uploads':
      return [...nothing, 'sandbox'];
    case 'api':
    case 'other':
      return nothing;
  }
}

/**
 * Headers that tell a browser what an answer may do (安全响应头). A page with a stricter policy of its own sets it afterwards.
 * @param nonce of this delivery, only used for the console
 * @param isSecure the request came over TLS; plain http must not promise what it does not do
 */
export function securityHeaders(area: Area, nonce: string, isSecure: boolean): Readonly<Record<string, string>> {
  return {
    ...everywhere,
    'Content-Security-Policy': policyOf(area, nonce).join('; '),
    ...(isSecure ? { 'Strict-Transport-Security': strictTransport } : {}),
  };
}
