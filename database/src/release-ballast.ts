import { diskRoom, releaseBallast } from './embedded';
import { chooseDataFolder } from './supervisor/data-folder';

/**
 * `npm run ballast -- release` lets go of the ballast by hand; without a word it tells how much room there is. The platform makes
 * it again by itself once there is room for it.
 */
async function run(word: string | undefined): Promise<void> {
  const dataFolder = chooseDataFolder(process.env['LINGGONG_DATA']);
  if (word === 'release') releaseBallast(dataFolder);
  const { freeBytes, ballastBytes } = await diskRoom(dataFolder);
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
  console.log(
    `${dataFolder}: 可用 ${megabytes(freeBytes)}，压舱文件 ${megabytes(ballastBytes)}\n${dataFolder}: ${megabytes(freeBytes)} free, ballast ${megabytes(ballastBytes)}`,
  );
}

run(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
