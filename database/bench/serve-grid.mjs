// The serving process of the grid bench: the built platform and console, and a draft of a decision table made through the API.
import { createRequire } from 'node:module';
import { bootPlatform } from './platform.mjs';
import { cases, table } from './grid-table.mjs';

const require = createRequire(import.meta.url);
const { tokenFor } = require('@linggong/access');

const operator = { role: 'config-operator' };
const { api, app } = await bootPlatform();
const base = `http://127.0.0.1:${app.server.httpServer.address().port}`;
const token = await tokenFor(app, operator);
const words = { zh: '地区限额', en: 'Limits by region' };
const made = await api.post(operator, '/v1/configurations', {
  kind: 'decision-table',
  key: 'risk.grid-bench',
  name: words,
  description: words,
});
const saved = await fetch(`${base}/api/v1/configuration-versions/${made.open.id}/content`, {
  method: 'PUT',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify({ revision: 1, content: table, cases, note: '' }),
});
if (!saved.ok) throw new Error(`the draft was not saved: ${saved.status} ${(await saved.text()).slice(0, 1_000)}`);
process.send({ base, token, configurationId: made.id, versionId: made.open.id });
// Nothing of this platform is kept, so nothing has to be put in order.
process.removeAllListeners('SIGTERM').once('SIGTERM', () => process.exit(0));
