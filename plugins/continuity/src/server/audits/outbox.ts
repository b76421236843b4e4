import { continuityLimits } from '@linggong/config';
import { overdueOutbox } from '@linggong/jobs';
import { found, type Audit } from './difference';

/** The outbox is empty: nothing that was due waits longer than some minutes, and no event is left that nobody could take. */
export const outboxAudit: Audit = {
  name: 'outbox',
  look: async (db, at) => {
    const before = new Date(at.getTime() - continuityLimits.outboxMinutesMax * 60_000);
    const { waiting, failed, waitingSamples, failedSamples, looked } = await overdueOutbox(
      db,
      before,
      continuityLimits.findingSamples,
    );
    return {
      compared: looked,
      differences: found([
        { kind: 'overdue', count: waiting, samples: waitingSamples },
        { kind: 'not-heard', count: failed, samples: failedSamples },
      ]),
    };
  },
};
