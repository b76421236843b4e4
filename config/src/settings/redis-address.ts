/** One Redis server, Sentinel or node of a cluster. */
export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

/** Where BullMQ's Redis is, as REDIS_URL says it. */
export interface RedisAddress {
  /** `sentinel`: the nodes are Sentinels, which name the master of `masterName`; `cluster`: some nodes of a Redis Cluster. */
  readonly kind: 'single' | 'sentinel' | 'cluster';
  readonly nodes: readonly RedisNode[];
  readonly masterName: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly database: number;
  readonly tls: boolean;
}

/** What an address does not hold: texts of PEM files, and the password of the Sentinels themselves. */
export interface RedisSecurity {
  readonly ca?: string | undefined;
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
  readonly sentinelPassword?: string | undefined;
}

export const redisAddressForms =
  'redis://[user:password@]host[:port][/db], redis-sentinel://[user:password@]host[:port],host…/master[/db] or ' +
  'redis-cluster://[user:password@]host[:port],host…; rediss… for TLS';

const form = /^redis(s)?(?:-(sentinel|cluster))?:\/\/(?:([^@/]*)@)?([^/@?#]+)((?:\/[^/?#]*)*)$/;
const host = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(\d{1,5}))?$/i;

/** Nodes are few: the rest of a cluster is learnt from those that are named. */
const nodesMax = 32;

/**
 * REDIS_URL -> its parts. The list of several hosts is none of WHATWG's URLs, so it is read here.
 * @returns undefined where it has none of `redisAddressForms`
 */
export function redisAddress(url: string): RedisAddress | undefined {
  const [, s, mode, account, hosts = '', path = ''] = form.exec(url) ?? [];
  const kind = mode === 'sentinel' || mode === 'cluster' ? mode : 'single';
  const nodes = nodesOf(hosts, kind === 'sentinel' ? 26_379 : 6_379);
  const tail = tailOf(path, kind);
  const credentials = credentialsOf(account);
  if (!nodes || !tail || !credentials || (kind === 'single' && nodes.length !== 1)) return undefined;
  return { kind, nodes, ...tail, ...credentials, tls: s === 's' };
}

function nodesOf(hosts: string, defaultPort: number): RedisNode[] | undefined {
  const nodes = hosts.split(',').flatMap((text): RedisNode[] => {
    const [, name, port] = host.exec(text) ?? [];
    if (name === undefined || (port !== undefined && (Number(port) < 1 || Number(port) > 65_535))) return [];
    return [{ host: name.replace(/^\[|\]$/g, ''), port: Number(port ?? defaultPort) }];
  });
  const all = nodes.length === hosts.split(',').length;
  return all && nodes.length > 0 && nodes.length <= nodesMax ? nodes : undefined;
}

/** What stands behind the hosts: the database, before it the master's name, and nothing in a cluster, which has one database. */
function tailOf(path: string, kind: RedisAddress['kind']): Pick<RedisAddress, 'masterName' | 'database'> | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const masterName = kind === 'sentinel' ? parts.shift() : undefined;
  const database = kind === 'cluster' ? undefined : parts.shift();
  const unusable = parts.length > 0 || !/^\d{1,4}$/.test(database ?? '0') || (kind === 'sentinel' && !masterName);
  return unusable ? undefined : { masterName, database: Number(database ?? 0) };
}

function credentialsOf(account: string | undefined): Pick<RedisAddress, 'username' | 'password'> | undefined {
  const [username = '', ...password] = (account ?? '').split(':');
  try {
    return {
      username: decodeURIComponent(username) || undefined,
      password: decodeURIComponent(password.join(':')) || undefined,
    };
  } catch {
    return undefined;
  }
}
