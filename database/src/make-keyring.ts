import path from 'node:path';
import { parseArgs } from 'node:util';
import { addRingKey, suiteOfWord } from '@linggong/vault';
import { makeKeyringFile } from '@linggong/vault/install';

/**
 * `npm run keyring -- <file> [--suite sm]`: a new key ring (0600) for an installation on a server of one's own; never replaces one.
 * `npm run keyring -- <file> --add [--suite sm]`: one more key in it, which becomes the current one at the next start.
 */
const usage = '用法 Usage: npm run keyring -- <file> [--add] [--suite aes|sm]';

async function run(): Promise<string> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { add: { type: 'boolean', default: false }, suite: { type: 'string', default: 'aes' } },
  });
  const [file] = positionals;
  const suite = suiteOfWord(values.suite);
  if (file === undefined || positionals.length > 1 || suite === undefined) throw new Error(usage);
  const target = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
  if (values.add) {
    const number = await addRingKey(target, suite);
    return `密钥环 Key ring: ${target}\n新增 ${number} 号密钥；重启所有进程后，在“数据密钥”页面重新封装。Key ${number} added: start every process anew, then wrap the data keys anew in the console.`;
  }
  await makeKeyringFile(target, suite);
  return `密钥环 Key ring: ${target}\n请另存备份：丢失后已加密的数据无法恢复。Keep a copy elsewhere: without it nothing that was sealed can be read.`;
}

run().then(
  (text) => console.log(text),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
