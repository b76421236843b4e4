'use strict';

const { createRequire } = require('node:module');
const vm = require('node:vm');

const jestRequire = createRequire(require.resolve('jest/package.json'));
const { default: NodeEnvironment } = jestRequire('jest-environment-node');
const { deleteProperties } = createRequire(jestRequire.resolve('jest-environment-node'))('jest-util');

/**
 * Jest's environment of Node with an ordinary global object. Jest's own is a Proxy behind the interceptors of a contextified object, and
 * each `Promise`, `Map` or `Buffer` that a module names goes through both: a server that answers requests did little else.
 */
module.exports = class TestEnvironment extends NodeEnvironment {
  constructor(...given) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(...given);
    } finally {
      vm.createContext = createContext;
    }
    this.standing = new Set(Reflect.ownKeys(this.global));
  }

  /** What a test file hung on its global goes with it, as Jest's own does it. */
  async teardown() {
    for (const key of Reflect.ownKeys(this.global)) {
      if (!this.standing.has(key)) deleteProperties(Reflect.getOwnPropertyDescriptor(this.global, key)?.value ?? null);
    }
    await super.teardown();
  }
};
