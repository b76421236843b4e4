export { fileLinkAnswer } from './file-link';
export { clearField } from './clear-field';
export { unmaskAnswer, unmaskBody } from './unmask';
