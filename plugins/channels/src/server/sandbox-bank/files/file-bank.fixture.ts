import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { systemCommand, type Command } from '@linggong/core';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { createKeyring, createVault, type Vault } from '@linggong/vault';
import {
  bankProfiles,
  sandboxCard,
  type BankProfile,
  type Instruction,
  type PayoutChannel,
  type SandboxMisbehaviour,
} from '../../../domain';
import { createBankFileChannel } from '../../bank-file/bank-file-channel';
import { receiveFile, type ReceivedFile } from '../../bank-file/receive-file';
import { creditSubAccount } from '../sub-accounts';
import { sandboxFileBank } from './file-bank';
import type { GivenDay, GivenFile } from './give-files';
import { coveredRead } from '@linggong/audit';

/** A card of ICBC that behaves as wanted, so that its bank number is known. */
export const cardOf = sandboxCard;
export const commandAt = (at: Date): Command => systemCommand('bank-file-test', at, 'trace-1');

export interface FileBankWorld {
  readonly kit: TestDatabase;
  readonly vault: Vault;
  profile(code: string): BankProfile;
  channel(code: string): PayoutChannel;
  /** Everything that we wrote and the bank has not taken goes over; gives how many files. */
  deliver(code: string, at: Date): Promise<number>;
  give(code: string, at: Date, misbehave?: readonly SandboxMisbehaviour[]): Promise<GivenDay>;
  /** Takes a file as the console does. */
  bring(code: string, file: GivenFile, at: Date): Promise<ReceivedFile & { state: string; fault: string | null }>;
  instruction(
    account: string,
    wanted: Parameters<typeof sandboxCard>[0],
    amountFen: bigint,
    name?: string,
  ): Instruction;
  account(amountFen: bigint, at: Date): Promise<string>;
  stop(): Promise<void>;
}

/** Bank files against the sandbox bank on a real database; the files go from hand to hand in memory. */
export async function fileBankWorld(): Promise<FileBankWorld> {
  const kit = await testDatabase({
    only: ['plugins/access', 'plugins/jobs', 'plugins/audit', 'plugins/vault', 'plugins/studio', 'plugins/channels'],
  });
  const keyring = createKeyring({ current: 1, keys: new Map([[1, randomBytes(32)]]), index: randomBytes(32) });
  const vault = createVault({
    keyring,
    root: path.join(os.tmpdir(), `bank-files-${randomBytes(6).toString('hex')}`),
    db: () => kit.db,
  });
  const taken = new Set<number>();
  let serial = 0;
  const profile = (code: string): BankProfile => {
    const found = bankProfiles.find((one) => one.code === code);
    if (!found) throw new Error(`no profile ${code}`);
    return found;
  };
  const tools = (code: string) => ({ db: kit.db, vault, profile: profile(code) });
  return {
    kit,
    vault,
    profile,
    channel: (code) => createBankFileChannel({ ...tools(code), initiator: '灵工平台' }),
    async deliver(code, at) {
      const files = await kit.db.query<{ id: number; vaultFile: string }>(
        `SELECT id, vault_file AS "vaultFile" FROM channels.bank_files WHERE direction = 'out' AND channel = $1 ORDER BY id`,
        [`bank-file-${code}`],
      );
      const fresh = files.filter(({ id }) => !taken.has(id));
      for (const { id, vaultFile } of fresh) {
        taken.add(id);
        const pieces: Buffer[] = [];
        for await (const piece of vault.getFile(vaultFile, coveredRead('restore', ['file']))) pieces.push(piece);
        await sandboxFileBank(tools(code)).take(Buffer.concat(pieces), at);
      }
      return fresh.length;
    },
    give: (code, at, misbehave) => sandboxFileBank(tools(code)).give(at, misbehave),
    async bring(code, { name, bytes }, at) {
      const file = { channel: `bank-file-${code}`, profile: profile(code), name, bytes, way: 'console' } as const;
      const received = await receiveFile({ db: kit.db, vault }, file, commandAt(at));
      const row = await kit.db.one<{ state: string; fault: string | null }>(
        'SELECT state, fault_code AS fault FROM channels.bank_files WHERE id = $1',
        [received.id],
      );
      return { ...received, ...row };
    },
    instruction(account, wanted, amountFen, name = '张三') {
      serial += 1;
      const subject = `subject-${serial}`;
      return {
        endToEndId: `E-${serial}`,
        payerAccount: account,
        payerName: '湖南测试企业',
        payerBankCode: '102100099996',
        amountFen,
        remark: 'ST-2026-11-0001',
        payee: {
          subject,
          cardSealed: vault.seal('bank-card', subject, cardOf(wanted, serial)),
          nameSealed: vault.seal('name', subject, name),
          identitySealed: vault.seal('identity-number', subject, '110101199001019995'),
          bankCode: null,
        },
      };
    },
    async account(amountFen, at) {
      serial += 1;
      const account = `31006601880${String(serial).padStart(5, '0')}`;
      await creditSubAccount(kit.db, { account, holder: '湖南测试企业', amountFen, serial: `IN-${serial}`, at });
      return account;
    },
    stop: () => kit.drop(),
  };
}
