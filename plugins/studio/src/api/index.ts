export { calendarGapAnswer } from './calendar';
export { replayBody, replayStarted } from './comparison';
export { acknowledgementsAnswer, type AcknowledgementsAnswer, type OwnProcedure } from './acknowledgement';
export {
  configurationAnswer,
  newConfiguration,
  newDraft,
  reviewDayBody,
  versionLine,
  versionsMax,
  type ConfigurationAnswer,
  type NewConfiguration,
  type VersionLine,
} from './configuration';
export { checklistItem, checklistItemId } from './checklist';
export { contentBytesMax } from './fields';
export {
  approveBody,
  changesMax,
  contentBody,
  reasonedBody,
  revisionBody,
  stepsMax,
  submitBody,
  tableSheetAnswer,
  tryAnswer,
  tryBody,
  versionAnswer,
  type ContentBody,
  type SubmitBody,
  type TableSheetAnswer,
  type VersionAnswer,
} from './version';
export {
  counterpartsAnswer,
  counterpartsQuery,
  extraForm,
  formAnswer,
  formParams,
  formRecordAnswer,
  formRecordChange,
  formRecordSearch,
  formRecordsFound,
  formRevisionParams,
  formsAnswer,
  newFormRecord,
  type ExtraForm,
  type FormRecordAnswer,
  type FormRecordFound,
  type FormRecordSearch,
} from './form-record';
export {
  formDraftAnswer,
  formDraftFound,
  formDraftRequest,
  formFileAnswer,
  formFileParams,
  recordFileParams,
  recordFileTaking,
  type FormDraftAnswer,
  type FormFileAnswer,
} from './form-file';
export {
  acceptKeyBody,
  exportBody,
  importAnswer,
  importItemAnswer,
  itemParams,
  takeItemsBody,
  transferFile,
  type TransferFile,
  type ImportAnswer,
  type ItemState,
  type TransferItem,
} from './transfer';
export { criteriaJudged, reviewAnswer, type CriteriaJudged, type ReviewAnswer } from './review';
