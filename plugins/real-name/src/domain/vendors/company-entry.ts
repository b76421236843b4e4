import { match, mismatch, type VendorAnswer } from './answer-table';

/** A company as a register knows it, in the words of no vendor. */
export interface CompanyEntry {
  readonly name: string;
  readonly uscc: string;
  readonly legalRepresentative: string | undefined;
  /** 登记状态, as the register writes it. */
  readonly status: string;
}

interface AskedCompany {
  readonly name: string;
  readonly uscc: string;
  readonly legalRepresentative?: string;
}

/** States in which a company does business; 吊销, 注销, 迁出, 停业, 清算 are not among them. */
const STANDING = /^(存续|在业|开业|正常|在营|登记成立|确立|仍注册)/;

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/**
 * What the register's entry says about the company that was asked about, with a code of ours for the evidence: each field is
 * compared, the first that differs is named (R2.4).
 */
export function compareCompany(asked: AskedCompany, entry: CompanyEntry): VendorAnswer & { readonly code: string } {
  if (plain(entry.uscc) !== plain(asked.uscc)) return { ...mismatch('统一社会信用代码不一致'), code: 'USCC' };
  if (plain(entry.name) !== plain(asked.name)) return { ...mismatch('企业名称不一致'), code: 'NAME' };
  const { legalRepresentative } = asked;
  if (
    legalRepresentative !== undefined &&
    entry.legalRepresentative !== undefined &&
    plain(entry.legalRepresentative) !== plain(legalRepresentative)
  )
    return { ...mismatch('法定代表人不一致'), code: 'LEGAL-REPRESENTATIVE' };
  if (!STANDING.test(entry.status)) return { ...mismatch('企业不在存续状态'), code: 'NOT-STANDING' };
  return { ...match('一致'), code: 'OK' };
}
