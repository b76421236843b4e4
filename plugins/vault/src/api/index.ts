export { clearField } from './clear-field';
export { unmaskAnswer, unmaskBody } from './unmask';
