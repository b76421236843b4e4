'use strict';

// `npm start`: compiles the workspaces where they are not, then hands over to the compiled supervisor (src/supervisor).
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');

process.env.TZ = 'UTC';
const root = path.resolve(__dirname, '..');
const supervisor = path.join(__dirname, 'dist', 'start.js');

const begun = Date.now();
if (!existsSync(supervisor)) console.log('▸ 编译 Compiling the workspaces …');
const compiled = spawnSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-b'], {
  cwd: root,
  stdio: 'inherit',
});
if (compiled.status !== 0) {
  console.error('编译失败,原因见上。Compiling failed, see above.');
  process.exit(1);
}
console.log(`✓ 编译 Compiled (${((Date.now() - begun) / 1000).toFixed(1)} s)`);

require(supervisor);
