import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  apiRoutes,
  consoleRoutes,
  tokenFor,
  type ConsoleResource,
  type Route,
  type TokenOwner,
} from '@linggong/access';
import { createDatabase } from '@linggong/core';
import { testDatabase, testKeyring, type TestDatabase } from '@linggong/database/testing';
import type { Core } from '@strapi/strapi';
import supertest from 'supertest';

export interface TestPlatform {
  readonly strapi: Core.Strapi;
  readonly http: ReturnType<typeof supertest>;
  readonly database: TestDatabase;
  /** Lines that the platform logged. */
  readonly log: string[];
  token(owner: TokenOwner): Promise<string>;
  /** Audit entries of an action, oldest first; read as superuser, since the application itself may not. */
  audited(action: string): Promise<AuditRow[]>;
  stop(): Promise<void>;
}

interface AuditRow {
  readonly actor: string;
  readonly subject: string;
  readonly traceId: string;
  readonly outcome: string;
  readonly sessionId: string | null;
}

interface Extra {
  readonly routes?: readonly Route[];
  readonly resources?: readonly ConsoleResource[];
  readonly environment?: Readonly<Record<string, string>>;
}

const cmsDist = path.resolve(__dirname, '../../../../cms/dist/src');

/**
 * Starts that are on their way. One whose hook ran out of time, as on a machine that does much else, goes on by itself: it is waited for and
 * ended before Jest takes its files away, or it would still ask for them (`require` after teardown).
 */
const starting = new Set<Promise<TestPlatform>>();
afterAll(async () => {
  for (const start of starting) await start.then((late) => late.stop()).catch(() => undefined);
}, 600_000);

/** The real platform with routes of the test beside its own: Strapi's own middlewares and errors stand around them. */
export async function bootWith(extra: Extra): Promise<TestPlatform> {
  const start = boot(extra);
  starting.add(start);
  try {
    return await start;
  } finally {
    starting.delete(start);
  }
}

async function boot(extra: Extra): Promise<TestPlatform> {
  const database = await testDatabase();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'access-test-'));
  Object.assign(process.env, {
    TZ: 'UTC',
    NODE_ENV: 'test',
    LINGGONG_ROLE: 'web',
    LINGGONG_SECRET: 'a secret for tests only, 32 characters or more',
    LINGGONG_DATA: folder,
    LINGGONG_KEYRING: testKeyring,
    LOG_LEVEL: 'http',
    DATABASE_URL: database.url,
    // All of a test's people sit at one address.
    RATE_LIMITS: 'sign-in=100000/60,second-factor=100000/60',
    REDIS_URL: '',
    ...extra.environment,
  });
  // Loaded when called, since the app is built after this plugin; its type is that of cms/src/boot.ts.
  const app = (await import(path.join(cmsDist, 'boot.js'))) as { createApp(): Core.Strapi };
  const running: unknown = Reflect.get(globalThis, 'strapi');
  const strapi = app.createApp();
  const log = listenToLog(strapi);
  try {
    await strapi.register();
    Object.assign(strapi.plugin('access').routes, {
      test: apiRoutes(extra.routes ?? []),
      testConsole: consoleRoutes(extra.resources ?? []),
    });
    await strapi.bootstrap();
    strapi.server.mount();
  } catch (error) {
    // As far as it came: what a plugin began – timers, queues – would go on after the test and load files that are gone by then.
    await strapi.destroy().catch(() => strapi.db?.destroy());
    // Strapi takes the global one away with it; a platform of the same test that runs still needs its own.
    Reflect.set(globalThis, 'strapi', running);
    await database.drop();
    throw error;
  }
  return {
    strapi,
    http: supertest(strapi.server.httpServer),
    database,
    log,
    token: (owner) => tokenFor(strapi, owner),
    audited: (action) => auditedIn(database, action),
    stop: async () => {
      await strapi.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function auditedIn(database: TestDatabase, action: string): Promise<AuditRow[]> {
  const superuser = createDatabase({ connectionString: database.superuserUrl, max: 1 });
  try {
    return await superuser.query<AuditRow>(
      `SELECT actor_name AS actor, subject_kind || ' ' || subject_id AS subject, trace_id AS "traceId",
         outcome, session_id AS "sessionId"
       FROM audit.entries WHERE action = $1 ORDER BY seq`,
      [action],
    );
  } finally {
    await superuser.close();
  }
}

/** Errors and warnings of the tests' own making are kept, not printed. */
function listenToLog(strapi: Core.Strapi): string[] {
  const lines: string[] = [];
  for (const level of ['error', 'warn', 'info', 'http'] as const) {
    Object.assign(strapi.log, { [level]: (...said: unknown[]) => void lines.push(said.map(String).join(' ')) });
  }
  return lines;
}
