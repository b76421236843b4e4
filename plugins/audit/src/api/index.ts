export { verificationAnswer, verifyBody } from './verification';
