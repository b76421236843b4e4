import { setTimeout as pause } from 'node:timers/promises';
import type { Received, SentRequest } from './call';

/** A request that met a fault of ours, and what its process said of it. */
export interface Broken {
  readonly request: SentRequest;
  readonly answer: Received;
  /** Sent and not answered when it was: two at once break what one by one does not. */
  readonly beside: readonly SentRequest[];
}

/** No answer, or one that says that the fault is ours. */
export const isBroken = ({ status }: Received): boolean => status === 0 || status >= 500;

const stepMs = 50;
const stepsMax = 40;

/**
 * All that it takes to send it again and to find its cause: the seed, the request whole, what was under way beside it, and the lines
 * of the log with its trace. The lines come through a pipe, a little later than the answer.
 * @param said everything that the process wrote until now
 */
export async function toldWhole(
  seed: number,
  { request, answer, beside }: Broken,
  said: () => string,
): Promise<string> {
  const trace = String(answer.headers['x-request-id'] ?? '');
  for (let step = 0; step < stepsMax && trace !== '' && !isTold(said(), trace); step += 1) await pause(stepMs);
  const lines = said().split('\n');
  const own = trace === '' ? lines.slice(-20) : lines.filter((line) => line.includes(trace));
  return [
    `BROKEN with FUZZ_SEED=${seed}: ${answer.status} ${answer.text.slice(0, 400)}`,
    `  ${wholeOf(request)}`,
    ...own.map((line) => `  log: ${line}`),
    ...beside.map((one) => `  beside: ${wholeOf(one).slice(0, 2_000)}`),
  ].join('\n');
}

/** The line of the request is the last that is written of it; that of the fault comes before. */
const isTold = (said: string, trace: string): boolean => new RegExp(` ms ${trace} `).test(said);

/** Everything but the token, which holds for this run alone. */
function wholeOf({ method, target, headers, body }: SentRequest): string {
  const { Authorization: token, ...others } = headers;
  const who = token === undefined ? 'nobody' : 'somebody';
  return `${method} ${target} by ${who} ${JSON.stringify(others)} ${body === undefined ? '' : JSON.stringify(body.toString('utf8'))}`;
}
