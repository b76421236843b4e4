'use strict';

const { statSync } = require('node:fs');
const { createRequire } = require('node:module');
const { Script } = require('node:vm');

const { default: Runtime } = createRequire(require.resolve('jest/package.json'))('jest-runtime');

/**
 * What one worker has compiled, by file. Every test file still has a registry and globals of its own and runs each module anew; only
 * reading, transforming and compiling the same text again for each of hundreds of test files is saved (most of what a file that boots the
 * platform took).
 */
const kept = new Map();

/** One line, so that lines of a stack are lines of the file; its length is taken off the columns of the first. */
const before = (parameters) => `(function(${parameters.join(',')}){`;

module.exports = class TestRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    this.keepTransformed();
    this.keepCompiled();
  }

  /** Text as a transform made it, as long as the file on the disk is the same. */
  keepTransformed() {
    const cache = this.transformCache;
    const transform = cache.transform.bind(cache);
    cache.transform = (filename, options) => {
      if (filename === this._testPath || options?.isInternalModule) return transform(filename, options);
      const { mtimeMs, size } = statSync(filename);
      const found = kept.get(filename);
      if (found?.mtimeMs === mtimeMs && found.size === size) {
        cache.transforms.set(filename, found.transformed);
        if (found.sourceMapPath) cache.sourceMaps.set(filename, found.sourceMapPath);
        return found.transformed.code;
      }
      const code = transform(filename, options);
      const transformed = cache.transforms.get(filename);
      kept.set(filename, { mtimeMs, size, transformed, sourceMapPath: transformed.sourceMapPath });
      return code;
    };
  }

  /** A compiled script runs in the context of any test file; what V8 has compiled of it so far comes with it. */
  keepCompiled() {
    const { executor } = this;
    const compile = executor.compile.bind(executor);
    executor.compile = (code, filename) => {
      const context = executor.environment.getVmContext();
      const found = kept.get(filename);
      if (context == null || found?.transformed.code !== code) return compile(code, filename);
      found.script ??= scriptOf(code, filename, executor.injectedModuleParameters);
      return found.script ? found.script.runInContext(context) : compile(code, filename);
    };
  }
};

/** Undefined where it does not compile: Jest's own way says what is wrong. */
function scriptOf(code, filename, parameters) {
  const start = before(parameters);
  try {
    return new Script(`${start}${code}\n})`, { filename, columnOffset: -start.length });
  } catch {
    return undefined;
  }
}
