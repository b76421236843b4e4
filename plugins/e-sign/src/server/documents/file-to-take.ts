import type { Account, RowScope } from '@linggong/access';
import { record } from '@linggong/audit';
import type { Command } from '@linggong/core';
import { makeFileLink, type FileLink } from '@linggong/vault';
import { contractWithin, demandReader } from '../contract-access';
import { readerOf } from '../party';
import { placeSealing } from '../seal/seal-job';
import { signedFileOf } from '../signing/signed-files';
import type { ESignTools } from '../tools';
import { sealedDocumentOf } from './document-rows';
import { contractUnsigned, documentNotSealed } from './paper-problems';

/** A file of a contract that somebody asks for; it holds a name and an identity number in clear. */
export interface FileToTake {
  readonly contractId: number;
  readonly number: string;
  /** Last part of the address that hands it out. */
  readonly file: 'document' | 'signed-file';
  readonly fileId: string;
  readonly fileName: string;
  readonly sha256: string;
}

/** Who asks for which contract, and why. */
export interface Taking {
  readonly account: Account;
  readonly scope: RowScope;
  readonly command: Command;
  readonly params: { readonly id: number };
  readonly body: { readonly reason?: string | undefined };
}

/**
 * The sealed document; one that is not sealed yet is sealed next.
 * @throws Problem 404; 400 `reason-required`; 409 `contract-unsigned`, `document-not-sealed`
 */
export async function sealedPaper(tools: ESignTools, taking: Taking): Promise<FileToTake> {
  const { id } = taking.params;
  const contract = await contractWithin(tools.db, taking.scope, id);
  demandReader(taking.account, contract, taking.body.reason);
  const document = await sealedDocumentOf(tools.db, id);
  if (document === undefined) {
    if (contract.signedAt === null) throw contractUnsigned();
    // Who asks goes first, also where a sweep has thousands before it.
    await placeSealing(tools, tools.db, taking.command, [id], 'asked');
    throw documentNotSealed();
  }
  const { number } = contract;
  const { fileId, fileSha256 } = document;
  return { contractId: id, number, file: 'document', fileId, fileName: `${number}.pdf`, sha256: fileSha256 };
}

const extensions: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** The file that was signed at a service, or the scan. @throws Problem 404; 400 `reason-required` */
export async function signedPaper(tools: ESignTools, taking: Taking): Promise<FileToTake> {
  const { id } = taking.params;
  const contract = await contractWithin(tools.db, taking.scope, id);
  demandReader(taking.account, contract, taking.body.reason);
  const { number, fileId, contentType, sha256 } = await signedFileOf(tools.db, id, readerOf(taking.account, contract));
  const fileName = `${number}.${extensions[contentType] ?? 'bin'}`;
  return { contractId: id, number, file: 'signed-file', fileId, fileName, sha256 };
}

/** What a second person is shown: which file of which contract. Each account asks for itself. */
export function shownFile({ contractId, number, file, sha256 }: FileToTake, { id }: Account) {
  const what = { number, file, sha256 };
  return {
    subject: { id: `${contractId}:${file}@${id}`, label: number },
    before: { ...what, taken: false },
    after: { ...what, taken: true },
  };
}

const actions = { document: 'contract-document.download', 'signed-file': 'contract.download-signed-file' } as const;

/** A link for one use, written down before it is made. */
export function handOut(
  { db }: Pick<ESignTools, 'db'>,
  { account, command }: Taking,
  { contractId, file, fileId, fileName, sha256 }: FileToTake,
): Promise<FileLink> {
  const subject = { kind: 'contract', id: contractId };
  const linked = { resource: 'contract', action: 'download', subject, sessionId: account.sessionId };
  return db.transaction(async (tx) => {
    await record(tx, command, { action: actions[file], subject, after: { sha256 } });
    return makeFileLink(tx, command.at, { ...linked, fileId, fileName });
  });
}
