export { fileLinkAnswer } from './file-link';
export { clearField } from './clear-field';
export { unmaskAnswer, unmaskBody, type UnmaskAnswer, type UnmaskBody, type UnmaskingRow } from './unmask';
export {
  dataKeyParams,
  dataKeysAnswer,
  destroyedKeyAnswer,
  reasonBody,
  reencryptionAnswer,
  reencryptionParams,
  rewrapAnswer,
  rotationAnswer,
  rotationBody,
  type DataKeysAnswer,
} from './data-keys';
export { consentAnswer, consentBody, consentsAnswer, type ConsentAnswer } from './consents';
export { holdAnswer, holdBody, holdEndBody, holdParams, retentionAnswer, type RetentionAnswer } from './retention';
export {
  dataRequestAnswer,
  newDataRequest,
  requestOutcome,
  requestReason,
  requestRefusal,
  type DataRequestAnswer,
} from './data-requests';
