import { createHash } from 'node:crypto';
import { cutBytesMin, headBytes, headOf } from './cut-value';
import { cutNoteTag, cutTag } from './pgoutput';

/** So many bytes of the message are asked for: given whole, or in pieces to `sink` as they come. */
interface Want {
  readonly bytes: number;
  readonly sink?: (piece: Buffer) => void;
}

/**
 * Takes a message of pgoutput that is too large to be held, in pieces, and gives it again with every long value cut: its head, its length
 * and its SHA-256 (截断). Memory is bounded by the columns of a table, whatever the row holds.
 */
export class MessageCutter {
  readonly #parts: Buffer[] = [];
  readonly #steps: Generator<Want, void, Buffer>;
  #want: Want | undefined;
  #given = 0;
  #held: Buffer[] = [];

  /** @param bytes length of the whole message */
  constructor(private readonly bytes: number) {
    this.#steps = cutMessage((part) => this.#parts.push(part), bytes);
    this.#next(Buffer.alloc(0));
  }

  /** Takes the next piece, which is not kept. @throws RangeError where the message does not end where it should; Error as parseMessage */
  take(piece: Buffer): void {
    this.#given += piece.length;
    if (this.#given > this.bytes) throw new RangeError('pgoutput: more than the message has');
    let rest = piece;
    while (rest.length > 0 && this.#want) {
      const part = rest.subarray(0, this.#want.bytes - this.#heldBytes());
      rest = rest.subarray(part.length);
      this.#fill(this.#want, part);
    }
    if (rest.length > 0 || (this.#given === this.bytes && this.#want))
      throw new RangeError('pgoutput: a row is cut off');
  }

  /** The message with its long values cut, once all of it was taken. */
  get message(): Buffer | undefined {
    return this.#given === this.bytes ? Buffer.concat(this.#parts) : undefined;
  }

  #fill(want: Want, part: Buffer): void {
    if (want.sink) {
      want.sink(part);
      this.#want = { bytes: want.bytes - part.length, sink: want.sink };
      if (this.#want.bytes === 0) this.#next(Buffer.alloc(0));
      return;
    }
    // The buffer of the socket is used again.
    this.#held.push(Buffer.from(part));
    if (this.#heldBytes() < want.bytes) return;
    const whole = Buffer.concat(this.#held);
    this.#held = [];
    this.#next(whole);
  }

  #next(given: Buffer): void {
    const step = this.#steps.next(given);
    this.#want = step.done === true ? undefined : step.value;
  }

  #heldBytes(): number {
    return this.#held.reduce((sum, { length }) => sum + length, 0);
  }
}

/** A note that is cut is far longer, so these bytes are there. */
const prefixBytesMax = 64;

type Keep = (part: Buffer) => void;

function* cutMessage(keep: Keep, bytes: number): Generator<Want, void, Buffer> {
  // The first step is taken before there is anything.
  const tag = yield { bytes: 1 };
  switch (String.fromCharCode(tag.readUInt8(0))) {
    case 'I':
    case 'D':
      keep(tag);
      keep(yield { bytes: 5 });
      yield* cutTuple(keep);
      return;
    case 'U': {
      keep(tag);
      const head = yield { bytes: 5 };
      keep(head);
      yield* cutTuple(keep);
      if (head.readUInt8(4) === 0x4e) return;
      keep(yield { bytes: 1 });
      yield* cutTuple(keep);
      return;
    }
    case 'M':
      yield* cutNote(keep, bytes);
      return;
    default:
      throw new Error(`pgoutput: a message ${tag.readUInt8(0)} of ${bytes} bytes`);
  }
}

/** Of a note the head alone: what it says cannot be read in part, but that it was there is told. */
function* cutNote(keep: Keep, bytes: number): Generator<Want, void, Buffer> {
  const head = yield { bytes: 1 + 8 };
  const prefix = yield { bytes: prefixBytesMax };
  const end = prefix.indexOf(0);
  // No prefix of ours is so long: somebody else's note tells nothing of rows.
  keep(end < 0 ? Buffer.from('O') : Buffer.concat([Buffer.of(cutNoteTag), head, prefix.subarray(0, end + 1)]));
  yield { bytes: bytes - 1 - head.length - prefix.length, sink: () => undefined };
}

function* cutTuple(keep: Keep): Generator<Want, void, Buffer> {
  const count = yield { bytes: 2 };
  keep(count);
  for (let place = 0; place < count.readUInt16BE(0); place += 1) {
    const tag = yield { bytes: 1 };
    if (tag.readUInt8(0) !== 0x74) {
      keep(tag);
      continue;
    }
    const size = yield { bytes: 4 };
    const length = size.readUInt32BE(0);
    if (length > cutBytesMin) {
      keep(yield* cutText(length));
      continue;
    }
    keep(tag);
    keep(size);
    if (length > 0) keep(yield { bytes: length });
  }
}

function* cutText(length: number): Generator<Want, Buffer, Buffer> {
  const digest = createHash('sha256');
  const beginning: Buffer[] = [];
  let room = headBytes;
  const sink = (piece: Buffer): void => {
    digest.update(piece);
    if (room > 0) beginning.push(Buffer.from(piece.subarray(0, room)));
    room -= Math.min(room, piece.length);
  };
  yield { bytes: length, sink };
  const head = Buffer.from(headOf(Buffer.concat(beginning)));
  const facts = Buffer.alloc(13);
  facts.writeUInt8(cutTag, 0);
  facts.writeBigUInt64BE(BigInt(length), 1);
  facts.writeUInt32BE(head.length, 9);
  return Buffer.concat([facts, head, digest.digest()]);
}
