import { comparableName } from '@linggong/core/domain';

/**
 * Does the payer that a bank names bear the registered name of the enterprise? Money for an enterprise comes from its own
 * account: contract, invoice and funds name one party (三流一致), and who pays is known to whoever must know his customer
 * (金融机构客户尽职调查和客户身份资料及交易记录保存管理办法). Compared are the names as banks write them: full and half width,
 * upper and lower case and blanks say nothing; every other sign does.
 */
export function isOwnPayer(payerName: string, enterpriseName: string): boolean {
  return comparableName(payerName) === comparableName(enterpriseName);
}
