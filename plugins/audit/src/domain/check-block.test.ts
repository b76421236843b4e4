import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { checkBlock, type BlockToCheck } from './check-block';

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const digestOf = (text: string): Uint8Array => sha256(Buffer.from(text));
const start = digestOf('start');

function seal(rows: readonly string[]): { block: BlockToCheck; found: Map<bigint, Uint8Array> } {
  const digests = rows.map(digestOf);
  const found = new Map(digests.map((digest, index) => [BigInt(index + 1), digest]));
  const hash = digests.reduce((link, digest) => sha256(link, digest), start);
  return {
    block: { no: 1n, seqs: [...found.keys()], digests: Buffer.concat(digests), previousHash: start, hash },
    found,
  };
}

describe('checkBlock', () => {
  it('finds nothing in a log that nobody touched', () => {
    const { block, found } = seal(['a', 'b', 'c']);
    expect(checkBlock(block, found, start, sha256)).toBeUndefined();
  });

  it('names the first changed row, wherever it is', () => {
    const row = fc.string({ minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.uniqueArray(row, { minLength: 1, maxLength: 30 }), fc.nat(), fc.boolean(), (rows, pick, gone) => {
        const { block, found } = seal(rows);
        const seq = BigInt((pick % rows.length) + 1);
        if (gone) found.delete(seq);
        else found.set(seq, digestOf('forged by hand'));
        expect(checkBlock(block, found, start, sha256)).toEqual({ kind: gone ? 'missing' : 'changed', block: 1n, seq });
      }),
    );
  });

  it('finds digests rewritten to fit a forged row', () => {
    const { block } = seal(['a', 'b']);
    const forged = seal(['a', 'x']);
    const rewritten = { ...block, digests: forged.block.digests };
    expect(checkBlock(rewritten, forged.found, start, sha256)).toEqual({ kind: 'seal', block: 1n, seq: null });
  });

  it('finds a block that was replaced whole', () => {
    const { block, found } = seal(['a']);
    const before = digestOf('another block before');
    expect(checkBlock(block, found, before, sha256)).toEqual({ kind: 'chain', block: 1n, seq: null });
  });
});
