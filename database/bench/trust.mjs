// What trust costs: the time that encryption, masking, permission and audit take of a payout batch and of the orders page, by the
// spans of the platform itself (plugins/core/src/server/span.ts). A span costs about a microsecond, so these shares are on the high side.
//   BENCH_LINES=100000 BENCH_ROWS=1000000
import { fork } from 'node:child_process';
import path from 'node:path';
import { grouped, row } from './row.mjs';
import { firstMessage, here, onScratchPlatform, say, start } from './scratch-platform.mjs';
import { ENTERPRISES, months, seedMillion } from './seed-million.mjs';
import { runSettlement } from './settlement-run.mjs';

const LINES = Number(process.env.BENCH_LINES ?? 100_000);
const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 15);
const CONNECTIONS = 10;
const SHARE_MAX = 0.35;
const parts = ['encryption', 'masking', 'permission', 'audit'];

process.env.BENCH_SPANS = 'on';

const { spans: batch } = await runSettlement([LINES]);
tell(`${grouped(LINES)}-line batch`, batch);
tell(`orders page of ${grouped(ROWS)}, ${CONNECTIONS} connections`, await spansOfPages());

/** @param spans milliseconds by part, `work` being what is left to the work itself */
function tell(name, spans) {
  const whole = Object.values(spans).reduce((sum, ms) => sum + ms, 0);
  const each = parts.map((part) => `${part} ${percent((spans[part] ?? 0) / whole)}`);
  say(`${name}: ${each.join(', ')}; ${(whole / 1000).toFixed(1)} s of requests and jobs`);
  const share = parts.reduce((sum, part) => sum + (spans[part] ?? 0), 0) / whole;
  row(`${name}, encryption, masking, permission and audit`, percent(share), percent(SHARE_MAX), share <= SHARE_MAX);
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

function spansOfPages() {
  return onScratchPlatform(async ({ server, environment }) => {
    say(`seeding ${grouped(ROWS)} workers and orders`);
    await seedMillion(server, ROWS);
    const serving = start(path.join(here, 'serve-lists.mjs'), environment('web', 'linggong_app'));
    try {
      const { base, token } = await firstMessage(serving);
      const load = fork(path.join(here, 'load.mjs'), [], { stdio: ['ignore', 2, 2, 'ipc'] });
      const headers = { authorization: `Bearer ${token}` };
      const requests = Array.from({ length: 240 }, (_, index) => ({
        path: `/api/v1/orders?enterpriseId=${((index * 37) % ENTERPRISES) + 1}&month=${months[(index * 7) % months.length]}&limit=25`,
        headers,
      }));
      load.send({ url: base, connections: CONNECTIONS, duration: SECONDS, requests });
      const { answered, non2xx } = await firstMessage(load);
      if (answered === 0 || non2xx > 0) throw new Error(`${answered} pages answered, ${non2xx} refused`);
      serving.send('spans');
      return await firstMessage(serving);
    } finally {
      serving.kill('SIGTERM');
    }
  });
}
