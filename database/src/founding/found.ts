import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { createAccount } from '@linggong/access';
import { clockOf, databaseOf, systemCommand } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { generateDemo } from '../demo';
import { repositoryRoot } from '../repository';
import { administratorsInPlace } from './administrators-in-place';
import type { FoundingOrder, FoundingReport } from './founding-order';

/**
 * Entry of the founding process: boots the platform as linggong_app, without running queues, and puts the first
 * administrators or the demo platform into an empty database.
 */
async function found(order: FoundingOrder): Promise<void> {
  const boot: { createApp(): Core.Strapi } = require(path.join(repositoryRoot, 'cms/dist/src/boot.js'));
  const app = boot.createApp();
  await app.load();
  try {
    if (await administratorsInPlace(databaseOf(app))) {
      report({ kind: 'standing' });
    } else if (order.kind === 'demo') {
      await generateDemo(app, order.accountsFile, (zh, en) => report({ kind: 'stage', zh, en }));
    } else {
      await openAdministrators(app, order.administrators);
    }
  } finally {
    await app.destroy();
  }
}

/** All three or none: a platform with one of the powers missing could not be repaired from inside. */
async function openAdministrators(
  app: Core.Strapi,
  administrators: Extract<FoundingOrder, { kind: 'administrators' }>['administrators'],
): Promise<void> {
  const command = systemCommand('founding', clockOf(app).now(), randomUUID());
  await databaseOf(app).transaction(async (tx) => {
    for (const administrator of administrators) {
      await createAccount(tx, administrator, command);
    }
  });
}

function report(message: FoundingReport): void {
  process.send?.(message);
}

process.once('message', (order: FoundingOrder) => {
  found(order).then(
    () => process.exit(0),
    (error: unknown) => {
      if (error instanceof Problem) {
        report({ kind: 'refused', ...error.text });
      } else {
        console.error(error);
      }
      process.exit(1);
    },
  );
});
