import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { SettingsProblem, settingsFromEnvironment } from '@linggong/config';
import { createDatabase, systemCommand } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import { runningDatabaseUrl } from './audit-verify/log-database';
import { StartProblem } from './start-problem';
import { chooseDataFolder, installationSecret } from './supervisor/data-folder';
import { say } from './supervisor/progress';
import { remakeSlot } from './witness/remake-slot';
import { slotOrder } from './witness/slot-order';

/**
 * `npm run witness:slot -- recreate|drop --reason <text>`: of the running server of LINGGONG_DATA, or of the operator's own (DATABASE_URL and
 * DATABASE_WITNESS_URL). Who did it is the account of the machine.
 */
async function main(): Promise<void> {
  const order = slotOrder(process.argv.slice(2));
  const dataFolder = chooseDataFolder(process.env['LINGGONG_DATA']);
  const { configuredUrl, witnessUrl } = settingsFromEnvironment(process.env).database;
  if (configuredUrl !== undefined && witnessUrl === undefined) {
    throw new SettingsProblem(['DATABASE_WITNESS_URL: required here (linggong_witness)']);
  }
  const secret = process.env['LINGGONG_SECRET'] || installationSecret(dataFolder);
  const app = createDatabase({
    connectionString: configuredUrl ?? runningDatabaseUrl(dataFolder, 'linggong_app'),
    max: 1,
    enrol: { LINGGONG_SECRET: secret },
  });
  try {
    const name = await remakeSlot(order, {
      witnessUrl: witnessUrl ?? runningDatabaseUrl(dataFolder, 'linggong_witness'),
      app,
      command: systemCommand(`os:${os.userInfo().username}`, new Date(), randomUUID()),
    });
    say(order.act === 'drop' ? `✓ 已停用 ${name} dropped` : `✓ 已重建 ${name} made anew`);
  } finally {
    await app.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (error instanceof StartProblem || error instanceof SettingsProblem || error instanceof Problem) {
      console.error(`\n${error.text.zh}\n${error.text.en}`);
    } else {
      console.error(error instanceof Error ? error.message : error);
    }
    process.exit(1);
  },
);
