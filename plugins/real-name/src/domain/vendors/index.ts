export { answerOf, type AnswerTable, type VendorAnswer } from './answer-table';
export * from './aliyun-codes';
export { compareCompany, type CompanyEntry } from './company-entry';
export * from './register-codes';
export * from './tencent-codes';
export { vendorActions, type VendorAction } from './vendor-actions';
