import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { inclusionPath, merkleTree, rootByPath } from './merkle';

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');
const rootOf = (leaves: readonly Uint8Array[]): Uint8Array => {
  const tree = merkleTree(sha256);
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
};

// The leaves and roots by which implementations of Certificate Transparency (RFC 6962) are tested.
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (text) => Buffer.from(text, 'hex'),
);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the Merkle tree of a day', () => {
  it.each(roots.map((root, size) => [size, root] as const))('of %i leaves has the root of RFC 6962', (size, root) => {
    expect(hex(rootOf(leaves.slice(0, size)))).toBe(root);
  });

  const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });
  const tree = fc.uniqueArray(leaf, { minLength: 1, maxLength: 70, selector: hex });

  it('proves each of its leaves, at its place and at no other', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), (all, one, other) => {
        const [place, wrong, size] = [one % all.length, other % all.length, all.length];
        const path = inclusionPath(sha256, all, place);
        const [shown, root] = [all[place] as Uint8Array, hex(rootOf(all))];
        expect(hex(rootByPath(sha256, shown, { place, size, path }))).toBe(root);
        if (wrong !== place) {
          expect(hex(rootByPath(sha256, all[wrong] as Uint8Array, { place, size, path }))).not.toBe(root);
        }
      }),
    );
  });

  it('changes with one bit of one leaf, with their order, and with one leaf less', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat({ max: 255 }), (all, pick, bit) => {
        const place = pick % all.length;
        const flipped = all.map((bytes, index) => {
          if (index !== place) return bytes;
          const copy = Uint8Array.from(bytes);
          copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
          return copy;
        });
        const root = hex(rootOf(all));
        expect(hex(rootOf(flipped))).not.toBe(root);
        expect(hex(rootOf(all.slice(0, -1)))).not.toBe(root);
        if (all.length > 1) expect(hex(rootOf([...all].reverse()))).not.toBe(root);
      }),
    );
  });

  it('takes no node for a leaf', () => {
    const [left, right] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const node = Buffer.concat([sha256(Uint8Array.of(0), left), sha256(Uint8Array.of(0), right)]);
    expect(hex(rootOf([node]))).not.toBe(hex(rootOf([left, right])));
  });

  it('has no path to a leaf that is not there', () => {
    expect(() => inclusionPath(sha256, [], 0)).toThrow(RangeError);
    expect(rootByPath(sha256, Buffer.alloc(32), { place: 3, size: 3, path: [] })).toBeUndefined();
    expect(rootByPath(sha256, Buffer.alloc(32), { place: 0, size: 2, path: [] })).toBeUndefined();
  });
});
