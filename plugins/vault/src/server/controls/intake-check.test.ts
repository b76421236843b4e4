import { receiveFile } from '../intake/receive-file';
import { intake } from './intake-check';

const at = new Date('2026-11-26T00:00:00Z');
// The gate asks no database.
const none = undefined as never;

describe('the live check of the gate', () => {
  it('is met by the gate that there is', async () => {
    expect(await intake(receiveFile)(none, at)).toMatchObject({
      state: 'met',
      figure: { en: expect.stringContaining('2 of 2 refused') },
    });
  });

  it('is not met by one that takes what it is given, nor by one that only breaks', async () => {
    expect((await intake(async () => ({}))(none, at)).state).toBe('not-met');
    expect((await intake(() => Promise.reject(new Error('broken')))(none, at)).state).toBe('not-met');
  });
});
