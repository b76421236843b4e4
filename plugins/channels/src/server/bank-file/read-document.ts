import { FileFault, readCamt053, readCamt054, readPain002, type BankDocument, type BankProfile } from '../../domain';
import { readBankCsv } from './bank-csv';
import { readXml } from './xml-file';

/**
 * Reads a file of a bank, whatever it is: XML by its content, else the sheet of the profile, known by the given number.
 * @throws FileFault
 */
export function readDocument(bytes: Buffer, profile: BankProfile, sheetId: string): BankDocument {
  const start = bytes
    .subarray(0, 64)
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '')
    .trimStart();
  if (start === '') throw new FileFault('file-empty');
  if (!start.startsWith('<')) {
    if (profile.csv === null) throw new FileFault('kind-unknown');
    return readBankCsv(bytes, profile.csv, sheetId);
  }
  const document = readXml(bytes);
  switch (document.children[0]?.name) {
    case 'CstmrPmtStsRpt':
      return readPain002(document);
    case 'BkToCstmrStmt':
      return readCamt053(document);
    case 'BkToCstmrDbtCdtNtfctn':
      return readCamt054(document);
    default:
      throw new FileFault('kind-unknown');
  }
}
