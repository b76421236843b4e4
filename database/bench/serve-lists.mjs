// The serving process of the lists bench: the built platform as it serves, and beside it, for comparison only, Strapi's own
// content API of the same table, which the product keeps closed. It is open here to anybody, without any check of rights, and
// fetches no relations (below /api/v1, since the gate of the panel closes every other address): every bit of work that it is spared makes the comparison harder for ours.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const requireCms = createRequire(new URL('../../cms/package.json', import.meta.url));
const { factories } = requireCms('@strapi/strapi');
const { tokenFor } = require('@linggong/access');
const { databaseOf } = require('@linggong/core');
const { vaultOf } = require('@linggong/vault');
const { people } = require('../dist/demo/synthetic/people.js');
const { createRandom } = require('../dist/demo/synthetic/random.js');
const { seedWorkers } = require('../dist/seeding/seed-workers.js');
const { addUpSpans } = await import('./spans.mjs');

const SEARCHED = 2_000;

const app = require('../../cms/dist/src/boot.js').createApp();
await app.load();
app.get('services').set('api::order.order', factories.createCoreService('api::order.order'));
const contentApi = factories.createCoreController('api::order.order')({ strapi: app });
/** A right to everything: a filter by a relation asks for one of the other type. */
const everything = { strategy: { name: 'bench', verify: async () => undefined } };
const readAll = (ctx) => {
  ctx.state.auth = everything;
  return contentApi.find(ctx);
};
app.server.routes({
  type: 'content-api',
  routes: [{ method: 'GET', path: '/v1/bench-orders', handler: readAll, config: { auth: false } }],
});
const searched = people(createRandom(7), SEARCHED);
await seedWorkers(databaseOf(app), vaultOf(app), searched);
const token = await tokenFor(app, { role: 'operator' });
app.server.mount();
await new Promise((resolve) => app.server.httpServer.listen(0, '127.0.0.1', resolve));
process.send({
  base: `http://127.0.0.1:${app.server.httpServer.address().port}`,
  token,
  identityNumbers: searched.map(({ identityNumber }) => identityNumber),
});
if (process.env.BENCH_SPANS) {
  const spans = addUpSpans();
  process.on('message', () => process.send(spans()));
}
// Nothing of this platform is kept, so nothing has to be put in order.
process.removeAllListeners('SIGTERM').once('SIGTERM', () => process.exit(0));
