import { roles } from '@linggong/config/roles';
import { z } from 'zod';
import type { ProcedureContent } from '../domain';
import { dayText, instantOutput } from '@linggong/access/api';

const role = z.enum(roles);

/** Who acknowledged the procedure in force, and who has not yet (制度确认, R1.7). */
export const acknowledgementsAnswer = z
  .strictObject({
    versionId: z.int(),
    versionNo: z.int(),
    /** Last day on which those whom it binds acknowledge it in time. */
    dueBy: dayText,
    /** Of the caller himself. */
    mine: z.strictObject({ bound: z.boolean(), acknowledgedAt: instantOutput.nullable() }),
    acknowledged: z.array(z.strictObject({ name: z.string(), role, at: instantOutput })).max(2_000),
    missing: z.array(z.strictObject({ name: z.string(), role })).max(2_000),
  })
  .meta({ id: 'Acknowledgements' });
export type AcknowledgementsAnswer = z.input<typeof acknowledgementsAnswer>;

/** The text of a procedure, as whom it binds reads it; in the detail of the console's own procedures. */
export interface OwnProcedure {
  readonly versionId: number;
  /** Why this version came, as its author wrote it. */
  readonly note: string;
  readonly content: ProcedureContent;
}
