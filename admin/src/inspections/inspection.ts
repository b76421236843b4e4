import type { InspectionAnswer, InspectionItemAnswer, InspectionPreview, RedrawAnswer } from '@linggong/risk/api';
import type { ItemState } from '@linggong/risk/domain';
import type { Wire } from '../parts/wire';

export type InspectionRecord = Wire<InspectionAnswer>;
export type ItemRecord = Wire<InspectionItemAnswer>;
export type PreviewRecord = Wire<InspectionPreview>;
export type RedrawRecord = Wire<RedrawAnswer>;

/** A row of `/api/console/inspections`. */
export interface InspectionRow {
  id: number;
  number: string;
  title: string;
  periodFrom: string;
  periodTo: string;
  population: number;
  sample: number;
  open: number;
  state: string;
  drawnBy: string;
  drawnAt: string;
  closedAt: string | null;
}

/** A row of `/api/console/inspection-items`. */
export interface ItemRow {
  id: number;
  inspectionId: number;
  stratum: string;
  itemNumber: string;
  itemId: number;
  workerId: number;
  workerNumber: string;
  enterpriseId: number;
  enterpriseNumber: string;
  amountFen: number;
  state: ItemState;
  calls: number;
  checkedBy: string | null;
  checkedAt: string | null;
}
