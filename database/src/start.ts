import { SettingsProblem } from '@linggong/config';
import { StartProblem } from './start-problem';
import { isStop } from './supervisor/stop-request';
import { startPlatform } from './supervisor/start-platform';

startPlatform(process.env, process.argv.includes('--dev')).catch((error: unknown) => {
  if (isStop(error)) {
    console.log('\n已停止，下次启动会继续。Stopped; the next start goes on from here.');
    process.exit(130);
  }
  if (error instanceof StartProblem || error instanceof SettingsProblem) {
    console.error(`\n${error.text.zh}\n${error.text.en}`);
  } else {
    console.error(error);
  }
  process.exit(1);
});
