import os from 'node:os';
import path from 'node:path';
import { refuseWithoutRoom } from './room';

describe('room on the disk', () => {
  it('is there for little, also in a folder that is not there yet', async () => {
    await expect(refuseWithoutRoom(path.join(os.tmpdir(), 'not', 'yet'), 0)).resolves.toBeUndefined();
  });

  it('is refused for a cluster that does not fit, with what is needed', async () => {
    await expect(refuseWithoutRoom(os.tmpdir(), 2 ** 60)).rejects.toMatchObject({ code: 'continuity.no-room' });
  });
});
