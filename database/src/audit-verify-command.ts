import {
  auditFiles,
  createAudit,
  readRoots,
  trustedKeys,
  verifyWitness,
  type Verification,
  type WitnessVerification,
} from '@linggong/audit';
import { SettingsProblem } from '@linggong/config';
import { createDatabase } from '@linggong/core';
import path from 'node:path';
import { logDatabaseUrl } from './audit-verify/log-database';
import { archivesOf } from './audit-verify/open-archives';
import { reportLines, witnessLine } from './audit-verify/report';
import { verifyOrder } from './audit-verify/verify-order';
import { StartProblem } from './start-problem';
import { chooseDataFolder } from './supervisor/data-folder';

/**
 * `npm run audit:verify` (审计日志校验): recomputes chain and roots of a log, and the chain of the witness, without the platform. Ends with 1 where the log is broken,
 * with 2 where it could not be looked at.
 */
async function main(): Promise<{ log: Verification; witness: WitnessVerification }> {
  const order = verifyOrder(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const dataFolder = chooseDataFolder(process.env['LINGGONG_DATA']);
  const environment = { ...process.env, LINGGONG_DATA: dataFolder };
  const files = auditFiles(environment);
  const folders = [...files.exportFolders, ...(order.roots === undefined ? [] : [order.roots])];
  const db = createDatabase({ connectionString: logDatabaseUrl(environment, dataFolder), max: 2 });
  try {
    const log = await createAudit(db).verify({
      keys: await trustedKeys(order.keys === undefined ? files.signingKeyFile : path.join(order.keys, 'any.pem')),
      openArchive: archivesOf(db, environment),
      exported: (await Promise.all(folders.map(readRoots))).flat(),
    });
    return { log, witness: await verifyWitness(db) };
  } finally {
    await db.close();
  }
}

main().then(
  ({ log, witness }) => {
    console.log([...reportLines(log), witnessLine(witness)].join('\n'));
    process.exit(log.ok && witness.broken === undefined ? 0 : 1);
  },
  (error: unknown) => {
    if (error instanceof StartProblem || error instanceof SettingsProblem) {
      console.error(`\n${error.text.zh}\n${error.text.en}`);
    } else {
      console.error(error instanceof Error ? error.message : error);
    }
    process.exit(2);
  },
);
