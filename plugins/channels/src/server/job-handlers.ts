import type { Core } from '@strapi/strapi';
import { jobsOf } from '@linggong/jobs';
import { z } from 'zod';
import { POLL_JOB, SEND_JOB } from './channels';
import { channelsOf } from './services';

const sendPayload = z.strictObject({ messageId: z.string().min(1).max(35) });

/** Sending a file, and the schedule that sends again what was never confirmed and collects the banks' answers. */
export function handleJobs(strapi: Core.Strapi): void {
  const jobs = jobsOf(strapi);
  jobs.handle(SEND_JOB, async ({ payload }, command) => {
    const { messageId } = sendPayload.parse(payload);
    const { lines } = await channelsOf(strapi).send(command, messageId);
    return { lines };
  });
  jobs.handle(POLL_JOB, async (_job, command) => {
    const resent = await channelsOf(strapi).resend(command);
    return { resent, ...(await channelsOf(strapi).collect(command)) };
  });
}
