import { setTimeout as pause } from 'node:timers/promises';
import { diskRoom, keepBallast, releaseBallast } from '../embedded';
import { say } from './progress';

/** Watches the room in the data folder, so that a full disk costs minutes and not the books. */
export interface DiskWatch {
  /**
   * Starts the server: on a full disk it lets go of the ballast, and where that is gone already it waits for room as long
   * as it takes. @throws what `start` throws for any other reason, after so many attempts
   */
  revive<T>(start: () => Promise<T>, attemptsMax?: number): Promise<T>;
  stop(): void;
}

const lookMs = 2_000;
/** A server that goes down may still hold its folder while it is started again. */
const startsMax = 5;

/** @param ballastMb size of the ballast; 0 keeps none */
export function watchDisk(dataFolder: string, ballastMb: number): DiskWatch {
  let stopped = false;
  const look = async (): Promise<void> => {
    const { isFull, ballastBytes } = await diskRoom(dataFolder);
    if (isFull && ballastBytes > 0) release(dataFolder);
    else if (!isFull && ballastBytes === 0) await keepBallast(dataFolder, ballastMb);
  };
  const watch = async (): Promise<void> => {
    while (!stopped) {
      await look().catch(() => undefined);
      await pause(lookMs, undefined, { ref: false });
    }
  };
  void watch();
  return {
    stop: () => void (stopped = true),
    async revive(start, attemptsMax = startsMax) {
      for (let attempt = 1; ; attempt += 1) {
        const wasFull = await isFull(dataFolder);
        if (wasFull) release(dataFolder);
        try {
          return await start();
        } catch (error) {
          // The watch may have let go of the ballast meanwhile: then it was full, and is not any more.
          const isShort = wasFull || (await isFull(dataFolder));
          if (stopped || (!isShort && attempt >= attemptsMax)) throw error;
          if (isShort) {
            // Waiting for room is no attempt.
            attempt = 0;
            if (release(dataFolder) === 0) say('! 磁盘已满，等待释放空间 The disk is full; waiting for room');
          }
          await pause(lookMs);
        }
      }
    },
  };
}

/** A folder that is not there yet is not full. */
async function isFull(dataFolder: string): Promise<boolean> {
  return diskRoom(dataFolder).then(
    (room) => room.isFull,
    () => false,
  );
}

function release(dataFolder: string): number {
  const freed = releaseBallast(dataFolder);
  if (freed > 0) {
    const megabytes = Math.round(freed / 1024 / 1024);
    say(
      `! 磁盘已满，已释放 ${megabytes} MB 压舱文件，请尽快清理 The disk is full: ${megabytes} MB of ballast were released, make room soon`,
    );
  }
  return freed;
}
