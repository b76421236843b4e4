export {
  enrolConnection,
  enrolmentProof,
  witnessKey,
  type Enrollable,
  type EnrolmentClaim,
  type EnrolmentKind,
} from './enrolment';
export { toldByRow, unauditedTables, type ToldByRow, type UnauditedTable } from './unaudited-tables';
export { unwatched, type Unwatched } from './unwatched';
