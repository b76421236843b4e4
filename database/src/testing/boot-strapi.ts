import path from 'node:path';
import type { Core } from '@strapi/strapi';
import supertest from 'supertest';
import { repositoryRoot } from '../repository';
import { testDatabase, type TestDatabase } from './test-database';
import { testProcessEnvironment } from './test-environment';
import { testServer } from './test-server';

/** Whose rows a token may see; as in the console, an enterprise or worker account sees its own. */
export interface TokenOwner {
  readonly enterpriseId?: number;
  readonly workerId?: number;
  /** Tells several accounts of one role apart. */
  readonly serial?: number;
}

export interface BootedStrapi {
  readonly strapi: Core.Strapi;
  /** Requests to the booted server without a port of its own. */
  readonly http: ReturnType<typeof supertest>;
  readonly database: TestDatabase;
  /** Bearer token of a fresh account with that role. */
  token(role: string, own?: TokenOwner): Promise<string>;
  stop(): Promise<void>;
}

/** Functions of '@linggong/access' that tests sign in with. */
interface SignInFixtures {
  tokenFor(strapi: Core.Strapi, account: { role: string } & TokenOwner): Promise<string>;
}

/**
 * Boots the built platform as web process on a fresh clone of the template, as linggong_app. One boot a test file: call in
 * beforeAll, `stop` in afterAll. Queues do not run by themselves; `jobsOf(strapi).drain()` runs them.
 */
export async function bootStrapi(): Promise<BootedStrapi> {
  const database = await testDatabase();
  Object.assign(process.env, testProcessEnvironment(testServer(), database.url, 'web'));
  const strapi = createBuiltApp();
  try {
    await strapi.load();
    strapi.server.mount();
  } catch (error) {
    // An open pool would keep Jest waiting for ever.
    await strapi.db?.destroy();
    await database.drop();
    throw error;
  }
  return {
    strapi,
    http: supertest(strapi.server.httpServer),
    database,
    token: (role, own = {}) => fixtures().tokenFor(strapi, { role, ...own }),
    stop: async () => {
      await strapi.destroy();
      await database.drop();
    },
  };
}

/** Both are loaded when called and not by import: this package is built before cms and the plugins. */
function createBuiltApp(): Core.Strapi {
  const entry = path.join(repositoryRoot, 'cms', 'dist', 'src', 'boot.js');
  const boot: { createApp(): Core.Strapi } = require(entry);
  return boot.createApp();
}

function fixtures(): SignInFixtures {
  return require('@linggong/access');
}
