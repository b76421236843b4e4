// The serving process of the dashboards bench: the built platform as it serves, and a token for each reader.
import { createRequire } from 'node:module';
import { bootPlatform } from './platform.mjs';

const require = createRequire(import.meta.url);
const { tokenFor } = require('@linggong/access');

const { app } = await bootPlatform();
const owners = {
  operator: {},
  'finance-officer': {},
  'tax-officer': {},
  'risk-officer': {},
  'institution-manager': {},
  regulator: {},
  enterprise: { enterpriseId: 50 },
  worker: { workerId: 500_000 },
};
const tokens = {};
for (const [role, own] of Object.entries(owners)) tokens[role] = await tokenFor(app, { role, ...own });
process.send({ base: `http://127.0.0.1:${app.server.httpServer.address().port}`, tokens });
// Nothing of this platform is kept, so nothing has to be put in order.
process.removeAllListeners('SIGTERM').once('SIGTERM', () => process.exit(0));
