export { loggedActions } from '../domain/told-states';
export { acknowledgeBody, acknowledged, bypassParams } from './bypass';
export { entryAnswer, entryPage, entryQuery } from './entry';
export { replayAnswer, replayQuery, timelinePage, timelineParams, timelineQuery } from './timeline';
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
