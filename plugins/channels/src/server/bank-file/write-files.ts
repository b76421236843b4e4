import type { Fen } from '@linggong/core/domain';
import { ChannelFault, pain001, type BankProfile, type ClearFile } from '../../domain';
import { bankCsv } from './bank-csv';
import { validatePain001 } from './iso-schema';

/** One file ready to leave, in clear: sealed at once by the caller. */
export interface WrittenFile {
  readonly name: string;
  readonly kind: 'pain.001' | 'csv';
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly lines: number;
  readonly totalFen: Fen;
}

/**
 * Writes the instructions as the bank's profile wants them: one pain.001, proved against the schema before it may leave, or one
 * sheet for each paying account. @throws ChannelFault `conflict` where the file would not be valid
 */
export async function writeFiles(channel: string, profile: BankProfile, file: ClearFile): Promise<WrittenFile[]> {
  if (profile.format === 'csv') return sheets(profile, file);
  const xml = pain001(file, profile.format);
  const { valid, faults } = await validatePain001(xml, profile.format);
  // The validator's words may quote names and accounts: only their number is told.
  if (!valid)
    throw new ChannelFault('conflict', channel, `${file.messageId} has ${faults.length} faults by the schema`);
  const transfers = file.payers.flatMap((payer) => payer.transfers);
  return [
    {
      name: `${file.messageId}.xml`,
      kind: 'pain.001',
      contentType: 'application/xml',
      bytes: Buffer.from(xml, 'utf8'),
      lines: transfers.length,
      totalFen: sumOf(transfers),
    },
  ];
}

function sheets({ csv }: BankProfile, file: ClearFile): WrittenFile[] {
  if (csv === null) throw new Error('a profile of sheets has columns');
  return file.payers.map((payer, index) => ({
    name: file.payers.length === 1 ? `${file.messageId}.csv` : `${file.messageId}-${index + 1}.csv`,
    kind: 'csv',
    contentType: 'text/csv; charset=gb18030',
    bytes: bankCsv(file, payer, csv),
    lines: payer.transfers.length,
    totalFen: sumOf(payer.transfers),
  }));
}

function sumOf(transfers: readonly { amountFen: Fen }[]): Fen {
  return transfers.reduce((sum, { amountFen }) => sum + amountFen, 0n);
}
