export { fileLinkAnswer } from './file-link';
export { clearField } from './clear-field';
export { unmaskAnswer, unmaskBody, type UnmaskAnswer, type UnmaskBody, type UnmaskingRow } from './unmask';
export {
  dataKeysAnswer,
  reasonBody,
  reencryptionAnswer,
  reencryptionParams,
  rewrapAnswer,
  rotationAnswer,
  rotationBody,
  type DataKeysAnswer,
} from './data-keys';
