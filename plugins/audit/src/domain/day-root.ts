/** The root of one Shanghai day (日根), as it is signed and exported. Blocks are numbered without a gap over all days. */
export interface DayRoot {
  readonly day: string;
  readonly firstBlock: bigint;
  /** One before the first where nothing was sealed on that day. */
  readonly lastBlock: bigint;
  readonly rows: bigint;
  /** Merkle tree head over the digests of the rows, hex. */
  readonly root: string;
  /** End of the chain after the last block, hex. */
  readonly head: string;
  /** sha256 of the signed text of the day before, hex; zeros for the first. */
  readonly previous: string;
  readonly keyId: string;
  readonly signedAt: string;
}

export const noRootBefore = '0'.repeat(64);

/** The text that is signed: one field a line in this order, so that there is one way to write it. */
export function signedText(root: DayRoot): string {
  return [
    'linggong audit root 1',
    `day ${root.day}`,
    `blocks ${root.firstBlock} ${root.lastBlock}`,
    `rows ${root.rows}`,
    `root ${root.root}`,
    `head ${root.head}`,
    `previous ${root.previous}`,
    `key ${root.keyId}`,
    `signed ${root.signedAt}`,
    '',
  ].join('\n');
}

const form = new RegExp(
  [
    '^linggong audit root 1',
    'day (\\d{4}-\\d{2}-\\d{2})',
    'blocks (\\d{1,18}) (\\d{1,18})',
    'rows (\\d{1,18})',
    'root ([0-9a-f]{64})',
    'head ([0-9a-f]{64})',
    'previous ([0-9a-f]{64})',
    'key ([0-9a-f]{16})',
    'signed (\\S{20,30})',
    '$',
  ].join('\n'),
);

/** Reads a signed text; undefined where it is none. */
export function rootOfText(text: string): DayRoot | undefined {
  const [, day, first, last, rows, root, head, previous, keyId, signedAt] = form.exec(text) ?? [];
  if (day === undefined || first === undefined || last === undefined || rows === undefined || root === undefined)
    return undefined;
  if (head === undefined || previous === undefined || keyId === undefined || signedAt === undefined) return undefined;
  return {
    day,
    firstBlock: BigInt(first),
    lastBlock: BigInt(last),
    rows: BigInt(rows),
    root,
    head,
    previous,
    keyId,
    signedAt,
  };
}
