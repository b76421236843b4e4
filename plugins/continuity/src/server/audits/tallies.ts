import { continuityLimits } from '@linggong/config';
import { checkTallies, rebuildTallies, type Command, type Tx } from '@linggong/core';
import { found, type Audit } from './difference';

/**
 * Figures of the boards = their rows (计数): every kept figure is what the rows come to, computed anew. What differs is written down first,
 * and then put right, so that nobody works by a wrong figure until somebody has read the finding.
 */
export const talliesAudit: Audit = {
  name: 'tallies',
  look: async (db) => {
    const checks = await checkTallies(db, continuityLimits.findingSamples);
    const sum = (of: (check: (typeof checks)[number]) => bigint): bigint =>
      checks.reduce((total, check) => total + of(check), 0n);
    const samples = checks.flatMap(({ tally, samples: some }) => some.map((one) => `${tally} ${one}`));
    return {
      compared: sum(({ compared }) => compared),
      differences: found([
        {
          kind: 'figure-differs',
          count: sum(({ differing }) => differing),
          samples: samples.slice(0, continuityLimits.findingSamples),
        },
      ]),
    };
  },
  note: async (tx, command) => {
    if (!(await foundNow(tx, command))) return;
    const wrong = (await checkTallies(tx, 0)).filter(({ differing }) => differing > 0n);
    for (const source of new Set(wrong.map((one) => one.source))) await rebuildTallies(tx, source);
  },
};

/** Only then the rows are read a second time. */
async function foundNow(tx: Tx, command: Command): Promise<boolean> {
  const seen = await tx.query(`SELECT FROM continuity.findings WHERE audit = 'tallies' AND last_seen_at = $1`, [
    command.at,
  ]);
  return seen.length > 0;
}
