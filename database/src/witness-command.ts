import { SettingsProblem, settingsFromEnvironment } from '@linggong/config';
import { chooseDataFolder, installationSecret } from './supervisor/data-folder';
import { say } from './supervisor/progress';
import { tell } from './witness/keep-witness';
import { runWitness } from './witness/witness';

/**
 * `npm run witness`: reads the write-ahead log of a server of your own (DATABASE_WITNESS_URL of linggong_witness, LINGGONG_SECRET of the
 * platform), best on another machine and under another account. Any number may run: one reads, the others stand by.
 */
async function witnessCommand(): Promise<void> {
  const { witnessUrl } = settingsFromEnvironment(process.env).database;
  if (witnessUrl === undefined) {
    throw new SettingsProblem(['DATABASE_WITNESS_URL: required here (linggong_witness)']);
  }
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  const secret = process.env['LINGGONG_SECRET'] || installationSecret(chooseDataFolder(process.env['LINGGONG_DATA']));
  await runWitness({
    url: witnessUrl,
    secret,
    yieldsToOthers: false,
    signal: stop.signal,
    tell: (event) => {
      if (event.kind === 'reading') say('✓ 旁证正在读取 The witness is reading');
      if (event.kind === 'standing-by') say('  · 另一旁证正在读取，待命 Another witness is reading; standing by');
      tell(event);
    },
  });
}

witnessCommand().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof SettingsProblem ? `${error.text.zh}\n${error.text.en}` : error);
    process.exit(1);
  },
);
