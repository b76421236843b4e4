import { aliyunBankCard, aliyunBankCardErrors, aliyunIdentity, aliyunIdentityErrors } from './aliyun-codes';
import type { AnswerTable } from './answer-table';
import { qichachaErrors, tianyanchaErrors } from './register-codes';
import {
  tencentBankCard3,
  tencentBankCard4,
  tencentCompanyErrors,
  tencentFaceIdErrors,
  tencentIdCard,
} from './tencent-codes';

/** An action of a vendor with the codes by which it answers and those by which it refuses. */
export interface VendorAction {
  readonly vendor: string;
  readonly action: string;
  readonly answers: AnswerTable;
  readonly errors: AnswerTable;
}

/** Every action that an adapter calls; the README's table of codes is checked against this list. */
export const vendorActions: readonly VendorAction[] = [
  { vendor: 'tencent-cloud', action: 'IdCardVerification', answers: tencentIdCard, errors: tencentFaceIdErrors },
  { vendor: 'tencent-cloud', action: 'BankCardVerification', answers: tencentBankCard3, errors: tencentFaceIdErrors },
  { vendor: 'tencent-cloud', action: 'BankCard4EVerification', answers: tencentBankCard4, errors: tencentFaceIdErrors },
  { vendor: 'tencent-cloud', action: 'QueryEnterpriseBasicInfo', answers: {}, errors: tencentCompanyErrors },
  { vendor: 'aliyun', action: 'Id2MetaVerify', answers: aliyunIdentity, errors: aliyunIdentityErrors },
  { vendor: 'aliyun', action: 'BankMetaVerify', answers: aliyunBankCard, errors: aliyunBankCardErrors },
  { vendor: 'qichacha', action: 'EnterpriseInfo/Verify', answers: {}, errors: qichachaErrors },
  { vendor: 'tianyancha', action: 'ic/baseinfo/normal', answers: {}, errors: tianyanchaErrors },
];
