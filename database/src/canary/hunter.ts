import { createMatcher } from './matcher';
import { spellingsOf, type Spelling } from './spellings';

/** A value that must not stand anywhere in clear (金丝雀值). Synthetic: nobody has it. */
export interface Canary {
  /** Such as `worker.phone`: whose, and what of him. */
  readonly name: string;
  readonly clear: string;
}

/** A canary that was found: where, which, and in which spelling. */
export interface Finding {
  readonly place: string;
  readonly canary: string;
  readonly spelling: string;
}

/** Looks for the canaries in bytes, wherever those come from. */
export interface Hunter {
  /** What is found in one piece. */
  inPiece(piece: Buffer): Omit<Finding, 'place'>[];
  /** What is found in a stream of pieces, also across two of them. */
  stream(found: (finding: Omit<Finding, 'place'>) => void): (piece: Buffer) => void;
  /** Every spelling that is looked for: what a control plants. */
  readonly spellings: readonly (Spelling & { readonly canary: string })[];
}

/** @param known numbers of other people, looked for as they are written, by themselves among other signs */
export function createHunter(canaries: readonly Canary[], known: ReadonlyMap<string, string> = new Map()): Hunter {
  const spellings = canaries.flatMap(({ name, clear }) =>
    spellingsOf(clear).map((spelling) => ({ ...spelling, canary: name })),
  );
  const matcher = createMatcher(spellings.map(({ bytes }) => bytes));
  const stream: Hunter['stream'] = (found) => {
    let place = matcher.start;
    return (piece) => {
      place = matcher.scan(piece, place, (pattern) => {
        const hit = spellings[pattern];
        if (hit) found({ canary: hit.canary, spelling: hit.name });
      });
    };
  };
  return {
    spellings,
    stream,
    inPiece(piece) {
      const found = new Map<string, Omit<Finding, 'place'>>();
      const note = (finding: Omit<Finding, 'place'>): void =>
        void found.set(`${finding.canary} ${finding.spelling}`, finding);
      stream(note)(piece);
      for (const canary of knownIn(piece, known)) note({ canary, spelling: 'utf-8' });
      return [...found.values()];
    },
  };
}

/** Numbers of known people in a text: long runs of digits, looked up. */
function knownIn(piece: Buffer, known: ReadonlyMap<string, string>): string[] {
  if (known.size === 0) return [];
  const runs = piece.toString('latin1').match(/(?<!\d)\d{11,19}[Xx]?(?!\d)/g) ?? [];
  return runs.flatMap((run) => known.get(run.toUpperCase()) ?? []);
}
