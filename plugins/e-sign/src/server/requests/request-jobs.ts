import type { Jobs } from '@linggong/jobs';
import { remindSigners } from '../reminders/remind-signers';
import type { ESignTools } from '../tools';
import { checkJob, checkRequest } from './check-request';
import { closeJob } from './close-requests';
import { orderReport, reportJob } from './order-report';
import { openRequests } from './open-requests';
import { openJob } from './place-requests';
import { closeAtProviders, sweepRequests } from './sweep-requests';

/** Work at e-signature services; payloads are written by this plugin. */
export function handleRequests(jobs: Pick<Jobs, 'handle'>, tools: () => ESignTools): void {
  jobs.handle(openJob, ({ payload, progress }, command) =>
    openRequests(tools(), command, (payload as { provider: string }).provider, progress),
  );
  jobs.handle(checkJob, ({ payload }, command) =>
    checkRequest(tools(), command, BigInt((payload as { requestId: number }).requestId)),
  );
  jobs.handle(reportJob, ({ payload }, command) =>
    orderReport(tools(), command, BigInt((payload as { requestId: number }).requestId)),
  );
  jobs.handle(closeJob, async (_job, command) => ({ closed: await closeAtProviders(tools(), command) }));
  jobs.handle('e-sign.sweep-requests', async (_job, command) => ({ asked: await sweepRequests(tools(), command) }));
  jobs.handle('e-sign.remind', async (_job, command) => ({ reminded: await remindSigners(tools(), command) }));
}
