export { entryAnswer, entryPage, entryQuery } from './entry';
export {
  archiveList,
  archiveParams,
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
