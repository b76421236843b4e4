export { acknowledgeBody, acknowledged, bypassParams } from './bypass';
export { entryAnswer, entryPage, entryQuery } from './entry';
export {
  chainAnswer,
  rootAnswer,
  rootFileAnswer,
  rootPage,
  rootParams,
  rootQuery,
  verificationAnswer,
  verificationList,
  verificationParams,
  verificationRun,
  verificationStarted,
  verifyBody,
} from './verification';
