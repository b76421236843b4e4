import { PassThrough } from 'node:stream';
import { askTerminal } from './ask-terminal';

describe('questions at the terminal', () => {
  it('are answered line by line, and refused once nobody answers any more: no restore waits for ever', async () => {
    const input = new PassThrough();
    const { ask, close } = askTerminal(input, new PassThrough());
    const first = ask('?');
    input.write('one\n');
    expect(await first).toBe('one');
    const second = ask('?');
    input.end();
    await expect(second).rejects.toThrow(/There was no answer/);
    await expect(ask('?')).rejects.toThrow(/There was no answer/);
    close();
  });
});
