import type { OwnProcedure } from '@linggong/studio/api';

export type DutyState = 'waiting' | 'late' | 'acknowledged';

/** A row of `/api/console/own-procedures`: a procedure in force that binds the reader. */
export interface OwnProcedureRow {
  id: number;
  nameZh: string;
  nameEn: string;
  versionNo: number;
  state: DutyState;
  askedOn: string;
  dueOn: string;
  acknowledgedAt: string | null;
}

/** The same with its text, as it is read before it is acknowledged. */
export type OwnProcedureRecord = OwnProcedureRow & OwnProcedure;

/** A row of `/api/console/acknowledgements`: a procedure in force and somebody whom it binds. */
export interface AcknowledgementRow extends Omit<OwnProcedureRow, 'id'> {
  id: string;
  configurationId: number;
  accountName: string;
  role: string;
}
