'use strict';

const { createRequire } = require('node:module');

const { default: Sequencer } = createRequire(require.resolve('jest/package.json'))('@jest/test-sequencer');

/** From the longest to the shortest, as a rule. */
const kinds = ['e2e', 'http', 'pg', 'unit'];
const rank = ({ context }) => kinds.indexOf(context.config.displayName.name);

/**
 * Jest's order, kind by kind. In a fresh clone nobody knows yet how long a file takes, and Jest goes by its size: a short file that
 * works for minutes would begin near the end, and one core would wait for it.
 */
module.exports = class TestOrder extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
