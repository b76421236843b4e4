import { SettingsProblem } from '@linggong/config';
import { Problem } from '@linggong/core/domain';
import { restore } from './restore/restore';
import { restoreOrder } from './restore/restore-order';
import { StartProblem } from './start-problem';

/** `npm run restore -- --to <instant | latest> --into <folder>` (恢复). */
async function main(): Promise<void> {
  const order = restoreOrder(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  await restore(order, process.env, (line) => console.log(line));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (error instanceof StartProblem || error instanceof SettingsProblem || error instanceof Problem) {
      console.error(`\n${error.text.zh}\n${error.text.en}`);
    } else {
      console.error(error instanceof Error ? error.message : error);
    }
    process.exit(1);
  },
);
