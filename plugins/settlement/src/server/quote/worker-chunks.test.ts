import fc from 'fast-check';
import { workerChunks } from './worker-chunks';

it('cuts lines into chunks that keep their order and never part a worker', () => {
  const lines = fc
    .array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 })
    .map((ids) => ids.sort((a, b) => a - b).map((workerId) => ({ workerId })));
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 12 }), (all, size) => {
      const chunks = [...workerChunks(all, size)];
      expect(chunks.flat()).toEqual(all);
      const owners = chunks.map((chunk) => new Set(chunk.map(({ workerId }) => workerId)));
      for (let index = 1; index < owners.length; index += 1) {
        for (const worker of owners[index] ?? []) expect(owners[index - 1]?.has(worker)).toBe(false);
      }
    }),
  );
});
