'use strict';

const { createRequire } = require('node:module');

const { default: Sequencer } = createRequire(require.resolve('jest/package.json'))('@jest/test-sequencer');

/** From the longest to the shortest, as a rule; the booted ones last. */
const kinds = ['e2e', 'console', 'pg', 'unit', 'http'];
const rank = ({ context }) => kinds.indexOf(context.config.displayName.name);
/** It opens every page of everybody. */
const isLongest = ({ path }) => Number(path.endsWith('/main-job.e2e.test.ts'));

/**
 * Jest's order, kind by kind. The first journey founds the demo for all of them; so that nobody waits for that, the others come after
 * the tests without a platform. Those that boot one come last: each leaves a hundred megabytes and more of modules in its worker, and
 * whatever allocates much after them pays for it with long collections of garbage. Those that boot theirs as processes of their own take
 * minutes and leave nothing in the worker: they begin, so that the end is even.
 */
module.exports = class TestOrder extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests).sort((one, other) => rank(one) - rank(other));
    const of = (...kind) => sorted.filter((test) => kind.includes(kinds[rank(test)]));
    // Where nothing is known of the times yet the sizes of the files decide, and the longest journey is not the largest file.
    const [first = [], ...journeys] = of('e2e').sort((one, other) => isLongest(other) - isLongest(one));
    const [processes, booted] = [true, false].map((own) =>
      of('http').filter(({ path }) => path.includes('/database/') === own),
    );
    return [first, ...of('console', 'pg', 'unit'), ...journeys, ...processes, ...booted].flat();
  }
};
