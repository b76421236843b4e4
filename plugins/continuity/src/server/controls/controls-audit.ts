import { controls } from '@linggong/config';
import type { ControlChecks } from '@linggong/core';
import { shanghaiDay } from '@linggong/core/domain';
import { found, type Audit } from '../audits/difference';
import { shownByEvidence } from './evidence-rows';
import { lookAtChecks } from './look-at-checks';

/**
 * Controls that are not met (等保控制点), for the security administrator: each check that says so is a finding with the numbers of its
 * controls, and so are controls that only an entry can show and that none shows.
 */
export function controlsAudit(checks: ControlChecks): Audit {
  return {
    name: 'controls',
    look: async (tx, at) => {
      const looks = await lookAtChecks(tx, checks, at);
      const failing = [...looks].filter(([, { state }]) => state === 'not-met');
      const shown = await shownByEvidence(tx, shanghaiDay(at));
      const bare = controls.filter(({ number, needs }) => needs !== undefined && !shown.has(number));
      const differences = failing.map(([kind]) => {
        const samples = controls.filter((one) => one.checks.includes(kind)).map(({ number }) => String(number));
        return { kind, count: BigInt(samples.length), samples };
      });
      const missing = {
        kind: 'evidence-missing',
        count: BigInt(bare.length),
        samples: bare.map(({ number }) => String(number)),
      };
      const isIncomplete = [...looks.values()].some(({ failure }) => failure !== undefined);
      return {
        compared: BigInt(looks.size + controls.length),
        differences: found([...differences, missing]),
        ...(isIncomplete ? { incomplete: true as const } : {}),
      };
    },
  };
}
