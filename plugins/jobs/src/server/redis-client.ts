import Redis, { Cluster, type RedisOptions } from 'ioredis';
import type { RedisAddress, RedisSecurity } from '@linggong/config';

/** The driver's own type lets `replyMapping` be undefined, and its constructor does not. */
type Options = Omit<RedisOptions, 'replyMapping'>;

/**
 * A client of the Redis that REDIS_URL names: one server, the master that its Sentinels name, or a cluster.
 * @param patient waits for the store as long as it takes (workers); else calls fail quickly and the outbox sends again
 */
export function redisClient(address: RedisAddress, security: RedisSecurity, patient: boolean): Redis | Cluster {
  const client = clientOf(address, security, patient);
  // Every fault also fails the call that met it; unheard, the event would end the process.
  client.on('error', () => undefined);
  return client;
}

function clientOf(address: RedisAddress, security: RedisSecurity, patient: boolean): Redis | Cluster {
  const { kind, nodes, masterName } = address;
  const common = commonOptions(address, security, patient);
  switch (kind) {
    case 'single':
      return new Redis({ ...common, ...nodes[0] });
    case 'sentinel':
      return new Redis({ ...common, ...sentinelOptions(address, security), sentinels: [...nodes], name: masterName });
    case 'cluster':
      return new Cluster([...nodes], {
        redisOptions: common,
        enableOfflineQueue: patient,
        // A certificate names hosts: the name that was given is dialled, and not what it resolved to.
        dnsLookup: (host, found) => found(null, host),
      });
  }
}

function commonOptions(
  { username, password, database, tls }: RedisAddress,
  { ca, certificate, key }: RedisSecurity,
  patient: boolean,
): Options {
  return {
    maxRetriesPerRequest: patient ? null : 1,
    enableOfflineQueue: patient,
    db: database,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(tls && { tls: tlsOptions({ ca, certificate, key }) }),
    // After a fail-over behind one address the old master answers as a replica: connect anew and send the call again.
    reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
  };
}

function sentinelOptions({ tls }: RedisAddress, { sentinelPassword, ca, certificate, key }: RedisSecurity): Options {
  return {
    ...(sentinelPassword !== undefined && { sentinelPassword }),
    ...(tls && { sentinelTLS: tlsOptions({ ca, certificate, key }), enableTLSForSentinelMode: true }),
  };
}

function tlsOptions({ ca, certificate, key }: RedisSecurity): { ca?: string; cert?: string; key?: string } {
  return {
    ...(ca !== undefined && { ca }),
    ...(certificate !== undefined && { cert: certificate }),
    ...(key !== undefined && { key }),
  };
}
