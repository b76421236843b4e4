import { mkdtemp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { BankProfile } from '../../domain';
import { createBankFileChannel } from './bank-file-channel';
import { sandboxFileBank } from '../sandbox-bank/files/file-bank';
import { fileBankWorld, type FileBankWorld } from '../sandbox-bank/files/file-bank.fixture';

const at = new Date('2026-11-20T02:00:00Z');
let world: FileBankWorld;
let profile: BankProfile;
let root: string;
beforeAll(async () => {
  world = await fileBankWorld();
  profile = world.profile('iso-09');
  root = await mkdtemp(path.join(os.tmpdir(), 'drop-'));
}, 120_000);
afterAll(async () => {
  await world.stop();
  await rm(root, { recursive: true, force: true });
});

const channel = (folder = root) =>
  createBankFileChannel({ db: world.kit.db, vault: world.vault, profile, initiator: '灵工平台', folder });
const inside = (...names: string[]) => path.join(root, 'bank-file-iso-09', ...names);

it('files go out and come in through the folder of the bank’s host, readable by their owner only', async () => {
  const account = await world.account(1_000_000n, at);
  const one = world.instruction(account, 'settles', 100n);
  const file = { messageId: 'PF-DROP-1', instructions: [one] };
  await channel().submit(file, at);
  expect(await readdir(inside('out'))).toEqual(['PF-DROP-1.xml']);
  expect([(await stat(inside('out', 'PF-DROP-1.xml'))).mode & 0o777, (await stat(inside('out'))).mode & 0o777]).toEqual(
    [0o600, 0o700],
  );

  const bank = sandboxFileBank({ db: world.kit.db, vault: world.vault, profile });
  await bank.take(await readFile(inside('out', 'PF-DROP-1.xml')), at);
  await rm(inside('out', 'PF-DROP-1.xml'));
  // Sent again after the host has taken it: it is not laid out twice.
  await channel().submit(file, at);
  expect(await readdir(inside('out'))).toEqual([]);

  for (const given of (await bank.give(at)).files) await writeFile(inside('in', given.name), given.bytes);
  await writeFile(inside('in', '.half'), '<a>');
  await writeFile(inside('in', 'half.tmp'), '<a>');
  await writeFile(inside('elsewhere'), 'secret');
  await symlink(inside('elsewhere'), inside('in', 'link.xml'));
  const { answers } = await channel().answers(undefined, 10, at);
  expect(answers.map(({ endToEndId, status }) => [endToEndId, status])).toEqual([[one.endToEndId, 'settled']]);
  // What was taken is sealed in the vault and gone from here; what is half written or a link stays untouched.
  expect((await readdir(inside('in'))).sort()).toEqual(['.half', 'half.tmp', 'link.xml']);
});

it('a file that is too large is refused and laid aside', async () => {
  await mkdir(inside('in'), { recursive: true });
  await writeFile(inside('in', 'large.xml'), Buffer.alloc(7 * 1024 * 1024, 0x20));
  await channel().answers(undefined, 10, at);
  expect(await readdir(inside('too-large'))).toEqual(['large.xml']);
  const [row] = await world.kit.db.query(
    `SELECT state, fault_code AS fault, way FROM channels.bank_files WHERE name = 'large.xml'`,
  );
  expect(row).toEqual({ state: 'refused', fault: 'too-large', way: 'folder' });
});

it('while the folder is not there nothing is handed over', async () => {
  const away = channel(path.join(root, 'not-mounted'));
  await expect(away.enquire(['E'], at)).rejects.toMatchObject({ kind: 'unavailable' });
  const account = await world.account(1_000_000n, at);
  const file = { messageId: 'PF-DROP-2', instructions: [world.instruction(account, 'settles', 100n)] };
  await expect(away.submit(file, at)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await world.kit.db.query(`SELECT 1 FROM channels.file_instructions WHERE message_id = 'PF-DROP-2'`)).toEqual(
    [],
  );
});

it('a death between the file and its place in the folder lays it out the next time', async () => {
  const account = await world.account(1_000_000n, at);
  const file = { messageId: 'PF-DROP-3', instructions: [world.instruction(account, 'settles', 100n)] };
  const dying = createBankFileChannel({
    db: world.kit.db,
    vault: {
      ...world.vault,
      getFile: () => {
        throw new Error('killed');
      },
    },
    profile,
    initiator: '灵工平台',
    folder: root,
  });
  await expect(dying.submit(file, at)).rejects.toThrow('killed');
  expect(await readdir(inside('out'))).toEqual([]);
  expect(await channel().submit(file, at)).toEqual({ messageId: 'PF-DROP-3', taken: 0, repeated: 1 });
  expect(await readdir(inside('out'))).toEqual(['PF-DROP-3.xml']);
});
