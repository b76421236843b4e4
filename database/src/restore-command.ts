import { SettingsProblem } from '@linggong/config';
import { Problem } from '@linggong/core/domain';
import { askTerminal } from './restore/ask-terminal';
import { restore } from './restore/restore';
import { restoreOrder } from './restore/restore-order';
import { StartProblem } from './start-problem';

/** `npm run restore -- --grant <file> --into <folder>` (恢复): by the word of two administrators. */
async function main(): Promise<void> {
  const order = restoreOrder(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  const { ask, close } = askTerminal();
  const terminal = { say: (line: string) => console.log(line), ask, now: () => new Date() };
  await restore(order, process.env, terminal).finally(close);
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
