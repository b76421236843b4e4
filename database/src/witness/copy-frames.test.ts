import fc from 'fast-check';
import { parseMessage } from '@linggong/audit/domain';
import { CopyFrames, wholeBytesMax } from './copy-frames';

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const frame = (tag: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(tag), int32(body.length + 4), body]);
const data = (payload: Buffer): Buffer => frame('d', Buffer.concat([Buffer.from('w'), Buffer.alloc(24), payload]));
const insert = (text: string): Buffer =>
  Buffer.concat([Buffer.from('I'), int32(7), Buffer.from('N\0\x01t'), int32(text.length), Buffer.from(text)]);
const alive = frame('d', Buffer.concat([Buffer.from('k'), int32(1), int32(2), Buffer.alloc(8), Buffer.from([1])]));

function read(chunks: readonly Buffer[]): unknown[] {
  const told: unknown[] = [];
  const frames = new CopyFrames({
    message: (payload) => void told.push(parseMessage(payload)),
    alive: (end, isAsked) => void told.push({ end, isAsked }),
    other: (whole) => void told.push(whole.toString('latin1')),
  });
  for (const chunk of chunks) frames.take(chunk);
  return told;
}

it('gives the same messages in whatever pieces they come, the large ones cut, and the rest to the driver', () => {
  const large = 'x'.repeat(wholeBytesMax);
  const stream = Buffer.concat([
    frame('W', Buffer.from([0, 0, 0])),
    data(insert('one')),
    data(insert(large)),
    alive,
    data(insert('two')),
    frame('C', Buffer.from('COPY\0')),
  ]);
  const head = 'x'.repeat(2_048);
  const cut = { head, bytes: large.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) };
  fc.assert(
    fc.property(fc.array(fc.nat({ max: stream.length }), { maxLength: 12 }), (places) => {
      const cuts = [0, ...places.sort((a, b) => a - b), stream.length];
      const told = read(cuts.slice(1).map((end, index) => stream.subarray(cuts[index], end)));
      expect(told).toEqual([
        expect.stringMatching(/^W/),
        { kind: 'insert', oid: 7, after: ['one'] },
        { kind: 'insert', oid: 7, after: [cut] },
        { end: (1n << 32n) | 2n, isAsked: true },
        { kind: 'insert', oid: 7, after: ['two'] },
        expect.stringMatching(/^C/),
      ]);
    }),
    { numRuns: 40 },
  );
});

it('refuses a large frame that is none of the log', () => {
  expect(() => read([frame('d', Buffer.alloc(wholeBytesMax + 1, 0x6b))])).toThrow(/large frame/);
});
