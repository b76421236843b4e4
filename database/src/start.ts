import { SettingsProblem } from '@linggong/config';
import { StartProblem } from './start-problem';
import { startPlatform } from './supervisor/start-platform';

startPlatform(process.env, process.argv.includes('--dev')).catch((error: unknown) => {
  if (error instanceof StartProblem || error instanceof SettingsProblem) {
    console.error(`\n${error.text.zh}\n${error.text.en}`);
  } else {
    console.error(error);
  }
  process.exit(1);
});
