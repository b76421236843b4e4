/** What is wrong with a database's URL, in words without any of its values. */
export interface UrlFault {
  readonly fault: string;
}

const modes = ['disable', 'require', 'verify-ca', 'verify-full'];

/**
 * A libpq URL as our driver is to take it. The driver reads TLS from the URL alone, so that our pool, Strapi's, BullMQ's and every
 * single connection connect alike.
 *
 * `require` becomes `verify-full`: encryption to a server that nobody has checked protects from no one, and the driver will soon
 * take the word for just that. `prefer`, `allow` and `no-verify` fall back in silence and are refused.
 * @param caFile PEM of the authority where the URL names none (`sslrootcert`)
 */
export function databaseUrl(url: string, caFile: string | undefined): string | UrlFault {
  if (!/[?&](ssl\w*|uselibpqcompat)=/.test(url) && caFile === undefined) return url;
  if (!URL.canParse(url)) return { fault: 'no URL: postgres://user:password@host:port/database' };
  const parsed = new URL(url);
  const { searchParams } = parsed;
  const asked = searchParams.get('sslmode') ?? (searchParams.get('ssl') === '0' ? 'disable' : 'verify-full');
  if (!modes.includes(asked)) return { fault: `sslmode is one of ${modes.join(', ')}` };
  if (asked === 'disable') return url;
  const rootFile = searchParams.get('sslrootcert') ?? caFile;
  if (asked === 'verify-ca' && rootFile === undefined) {
    return { fault: 'sslmode=verify-ca needs its authority: sslrootcert or DATABASE_CA_FILE' };
  }
  for (const name of ['ssl', 'uselibpqcompat']) searchParams.delete(name);
  searchParams.set('sslmode', asked === 'verify-ca' ? asked : 'verify-full');
  if (rootFile !== undefined) searchParams.set('sslrootcert', rootFile);
  // Without it the driver takes verify-ca for verify-full, and says so in a warning.
  if (asked === 'verify-ca') searchParams.set('uselibpqcompat', 'true');
  return parsed.href;
}
