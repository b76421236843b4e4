// Asks at even distances, whether or not earlier answers have come, and takes each answer's time from when it was due: callers
// that know nothing of each other. In a process of its own: runs what it is sent and sends back what it saw.
import { setTimeout as wait } from 'node:timers/promises';

process.once('message', async ({ url, requests, perSecond, seconds }) => {
  const begun = performance.now();
  const asked = Array.from({ length: perSecond * seconds }, async (_, index) => {
    const due = begun + (index * 1000) / perSecond;
    await wait(Math.max(0, due - performance.now()));
    const { path, ...request } = requests[index % requests.length];
    const answer = await fetch(`${url}${path}`, request);
    await answer.arrayBuffer();
    return { ok: answer.ok, took: performance.now() - due };
  });
  const answers = await Promise.all(asked);
  const took = answers.map((answer) => answer.took).sort((one, other) => one - other);
  const share = (part) => Math.round(took[Math.ceil(took.length * part) - 1]);
  const refused = answers.filter(({ ok }) => !ok).length;
  process.send({ answered: answers.length - refused, refused, p50: share(0.5), p99: share(0.99), max: share(1) }, () =>
    process.exit(0),
  );
});
