export {
  enrolConnection,
  enrolmentProof,
  witnessKey,
  type Enrollable,
  type EnrolmentClaim,
  type EnrolmentKind,
} from './enrolment';
export { unauditedTables, type UnauditedTable } from './unaudited-tables';
export { unwatched, type Unwatched } from './unwatched';
