/** One event of a stream (`text/event-stream`, HTML Living Standard 9.2). */
export interface StreamEvent {
  readonly name: string;
  readonly data: string;
}

/** Longer than any event of ours; a stream that never ends its event is not one. */
const eventCharsMax = 1_000_000;

/** Cuts the text of a stream into events, wherever the network cuts it into pieces. Comments, which are heartbeats, give nothing. */
export function createEventReader(): (piece: string) => StreamEvent[] {
  let rest = '';
  return (piece) => {
    rest += piece;
    if (rest.length > eventCharsMax) throw new Error('an event of the stream is too long');
    const blocks = rest.split(/\r\n\r\n|\n\n|\r\r/);
    rest = blocks.pop() ?? '';
    return blocks.flatMap(eventOf);
  };
}

function eventOf(block: string): StreamEvent[] {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? [] : [{ name, data: data.join('\n') }];
}
