export { entryAnswer, entryPage, entryQuery } from './entry';
export { verificationAnswer, verifyBody } from './verification';
