import { enrolConnection, type Enrollable } from '../audit';
import { requestLimits } from '../security';
import { settingsFromEnvironment } from '../settings';
import { strapiSecrets } from './secrets';

export { strapiMiddlewares } from './middlewares';

/** Strapi's own pool. `forceMigration: false` keeps the table of a plugin that was not loaded from being dropped. */
export function strapiDatabase(variables: NodeJS.ProcessEnv): object {
  const { url } = settingsFromEnvironment(variables).database;
  return {
    connection: {
      client: 'postgres',
      connection: { connectionString: url, application_name: 'linggong-strapi' },
      pool: {
        min: 0,
        max: 5,
        // Strapi calls it beside its own.
        afterCreate: (connection: Enrollable, done: (error: unknown, connection: Enrollable) => void): void => {
          enrolConnection(connection, variables).then(
            () => done(undefined, connection),
            (error: unknown) => done(error, connection),
          );
        },
      },
      acquireConnectionTimeout: 60_000,
    },
    settings: { forceMigration: false, runMigrations: true },
  };
}

export function strapiServer(variables: NodeJS.ProcessEnv): object {
  const { http } = settingsFromEnvironment(variables);
  return {
    host: http.host,
    port: http.port,
    // Only as many addresses as our own proxies wrote: what stands before them in the header, anybody may have written.
    proxy: { koa: http.proxyHops > 0, maxIpsCount: http.proxyHops },
    http: {
      serverOptions: {
        maxHeaderSize: requestLimits.headerBytesMax,
        headersTimeout: requestLimits.headersTimeoutMs,
        requestTimeout: requestLimits.requestTimeoutMs,
        keepAliveTimeout: requestLimits.keepAliveTimeoutMs,
        connectionsCheckingInterval: 2_000,
      },
    },
    app: { keys: strapiSecrets(variables).appKeys },
    webhooks: { populateRelations: false },
    // Copies whole databases over a WebSocket; nothing here needs it.
    transfer: { remote: { enabled: false } },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
  };
}

export function strapiPanel(variables: NodeJS.ProcessEnv): object {
  const secrets = strapiSecrets(variables);
  return {
    auth: { secret: secrets.panelJwt },
    apiToken: { salt: secrets.apiTokenSalt },
    transfer: { token: { salt: secrets.transferTokenSalt } },
    secrets: { encryptionKey: secrets.encryptionKey },
    flags: { nps: false, promoteEE: false },
    watchIgnoreFiles: ['**/dist/**'],
  };
}

/** Our own plugins are found through cms/package.json; only those of Strapi that need settings stand here. */
export function strapiPlugins(variables: NodeJS.ProcessEnv): object {
  return {
    'users-permissions': { config: { jwtSecret: strapiSecrets(variables).accountJwt, jwt: { expiresIn: '8h' } } },
  };
}
