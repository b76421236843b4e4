export { settlementOf } from './server/services';
export type { InTransaction, Settlement, SheetUpload } from './server/settlement-service';
export type { CreatedBatch } from './server/upload/create-batch';
export type { LineChoice } from './server/change/recheck-lines';
export type { Confirmed } from './server/confirm/confirm-batch';
