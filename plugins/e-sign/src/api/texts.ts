import { templateContent } from '@linggong/studio/domain';
import { z } from 'zod';
import { contractKinds } from '../domain';

/** A text as the Studio holds it: sections and variables. */
export const previewBody = z
  .strictObject({ kind: z.enum(contractKinds), content: templateContent })
  .meta({ id: 'ContractTextPreview' });
