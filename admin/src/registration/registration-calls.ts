import type { z } from 'zod';
import type { identityProved, phoneConfirmed, registrationStarted } from '@linggong/parties/api';
import { call } from '../provider/http';

type Started = z.output<typeof registrationStarted>;
type Confirmed = z.output<typeof phoneConfirmed>;
type Proved = z.output<typeof identityProved>;

async function step<A>(path: string, body: object): Promise<A> {
  const { json } = await call(`/api/v1/worker-registrations${path}`, { method: 'POST', body });
  // The server's schema of this step.
  return json as A;
}

/** The steps of a registration, as the server takes them. What is told stands in bodies alone: no address, no store of the browser. */
export const registrationCalls = {
  start: (phone: string) => step<Started>('', { phone }),
  confirmPhone: (registration: string, code: string) => step<Confirmed>('/confirm-phone', { registration, code }),
  proveIdentity: (proof: object) => step<Proved>('/identity', proof),
  openAccount: (account: object) => step<{ identifier: string }>('/account', account),
};
