import { queueNames, settingsFromEnvironment, SettingsProblem } from '@linggong/config';
import { migrate, prepareQueues, StartProblem } from '@linggong/database';
import { createApp } from './boot';

/**
 * Entry of the migrate process (LINGGONG_ROLE=migrate, DATABASE_URL of linggong_owner): brings the schema up to date and
 * ends. Strapi's first rows (roles, settings) are written here too, so that later starts change nothing.
 */
async function migrateOnce(): Promise<void> {
  const { database } = settingsFromEnvironment(process.env);
  await migrate({
    ownerUrl: database.url,
    hooks: [(client) => prepareQueues(client, queueNames)],
    synchronise: async (afterSync) => {
      const app = createApp();
      try {
        await app.register();
        app.hook('strapi::content-types.afterSync').register(afterSync);
        await app.bootstrap();
      } finally {
        await app.destroy();
      }
    },
  });
}

migrateOnce().then(
  () => process.exit(0),
  (error: unknown) => {
    const known = error instanceof StartProblem || error instanceof SettingsProblem;
    console.error(known ? `${error.text.zh}\n${error.text.en}` : error);
    process.exit(1);
  },
);
