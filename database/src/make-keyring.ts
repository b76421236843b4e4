import path from 'node:path';
import { makeKeyringFile } from '@linggong/vault';

/** `npm run keyring -- <file>`: a new key ring (0600) for an installation on a server of one's own. Never replaces one. */
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('用法 Usage: npm run keyring -- <file>');
  process.exit(2);
}
const target = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
makeKeyringFile(target).then(
  () =>
    console.log(
      `密钥环 Key ring: ${target}\n请另存备份：丢失后已加密的数据无法恢复。Keep a copy elsewhere: without it nothing that was sealed can be read.`,
    ),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
