'use strict';

const { createRequire } = require('node:module');

const { default: Sequencer } = createRequire(require.resolve('jest/package.json'))('@jest/test-sequencer');

/** From the longest to the shortest, as a rule. */
const kinds = ['e2e', 'http', 'pg', 'unit'];
const rank = ({ context }) => kinds.indexOf(context.config.displayName.name);

/**
 * Jest's order, kind by kind. In a fresh clone nobody knows yet how long a file takes, and Jest goes by its size: a short file that
 * works for minutes would begin near the end, and one core would wait for it. The first journey founds the demo for all of them; so that
 * nobody waits for that, the others come when the booted tests are done.
 */
module.exports = class TestOrder extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests).sort((one, other) => rank(one) - rank(other));
    const [journeys, booted, others] = [0, 1, 2].map((at) => sorted.filter((test) => Math.min(rank(test), 2) === at));
    return [...journeys.slice(0, 1), ...booted, ...journeys.slice(1), ...others];
  }
};
