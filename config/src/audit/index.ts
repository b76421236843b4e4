export {
  enrolConnection,
  enrolmentProof,
  witnessKey,
  type Enrollable,
  type EnrolmentClaim,
  type EnrolmentKind,
} from './enrolment';
export { unwatched, type Unwatched } from './unwatched';
