export { fileLinkAnswer } from './file-link';
export { clearField } from './clear-field';
export { unmaskAnswer, unmaskBody } from './unmask';
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
