export { entryAnswer, entryPage, entryQuery } from './entry';
export { replayAnswer, replayQuery, timelinePage, timelineParams, timelineQuery } from './timeline';
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
