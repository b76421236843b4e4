import { MessageCutter } from '@linggong/audit/domain';

/** Where the frames of a replication connection go. */
export interface FrameListener {
  /** One message of the log (`w`), its long values cut where it is large; the buffer is the socket's and is used again. */
  message(payload: Buffer): void;
  /** The server says how far its log goes (`k`), and whether it wants an answer. */
  alive(end: bigint, isAsked: boolean): void;
  /** Everything else of the protocol, one whole frame: the driver's. */
  other(frame: Buffer): void;
}

const copyData = 0x64;
const logData = 0x77;
const keepAlive = 0x6b;
/** Type and length of a frame; then, of a piece of the log, its kind, two places and an instant. */
const frameHead = 5;
const dataHead = 25;
/** A larger message is never held whole. */
export const wholeBytesMax = 256 * 1024;

/**
 * Cuts what comes over a replication connection into frames (复制协议分帧). In the driver's place: the driver holds each frame whole, in a buffer
 * that it doubles, and a row may be as large as a gigabyte.
 */
export class CopyFrames {
  #waiting: Buffer = Buffer.alloc(0);
  #cutting: { readonly cutter: MessageCutter; rest: number } | undefined;

  constructor(private readonly listener: FrameListener) {}

  /** @throws as the listener and MessageCutter */
  take(chunk: Buffer): void {
    let rest = this.#cutting ? this.#cut(chunk) : chunk;
    if (rest.length === 0) return;
    if (this.#waiting.length > 0) rest = Buffer.concat([this.#waiting, rest]);
    this.#waiting = Buffer.alloc(0);
    while (rest.length >= frameHead) {
      const length = rest.readUInt32BE(1) + 1;
      const isLarge = rest[0] === copyData && length > wholeBytesMax;
      if (isLarge && rest.length >= frameHead + dataHead) {
        rest = this.#begin(rest, length);
        continue;
      }
      if (rest.length < length) break;
      this.#whole(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
    // What comes next is put behind it: at most so much as may be held whole.
    if (rest.length > 0) this.#waiting = Buffer.from(rest);
  }

  #begin(rest: Buffer, length: number): Buffer {
    if (rest[frameHead] !== logData) throw new Error('replication: a large frame that is not of the log');
    const bytes = length - frameHead - dataHead;
    this.#cutting = { cutter: new MessageCutter(bytes), rest: bytes };
    return this.#cut(rest.subarray(frameHead + dataHead));
  }

  #cut(chunk: Buffer): Buffer {
    const cutting = this.#cutting;
    if (!cutting) return chunk;
    const part = chunk.subarray(0, cutting.rest);
    cutting.cutter.take(part);
    cutting.rest -= part.length;
    const { message } = cutting.cutter;
    if (message) {
      this.#cutting = undefined;
      this.listener.message(message);
    }
    return chunk.subarray(part.length);
  }

  #whole(frame: Buffer): void {
    if (frame[0] !== copyData) {
      this.listener.other(frame);
    } else if (frame[frameHead] === logData) {
      this.listener.message(frame.subarray(frameHead + dataHead));
    } else if (frame[frameHead] === keepAlive) {
      this.listener.alive(frame.readBigUInt64BE(frameHead + 1), frame[frameHead + 17] === 1);
    }
  }
}
