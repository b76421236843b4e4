import type { Queryable } from '@linggong/core';
import { Problem, problem } from '@linggong/core/domain';
import type { FormContent } from '../../domain';
import { inForce } from '../reading/in-force';

/**
 * Refuses an operation whose form must be filled in and was not sent (必须填写). Sheets of many (导入) have no such form and ask for none.
 * @param extra what the operation was sent with beside its columns
 * @throws Problem 422 `form-needed`
 */
export async function demandForm(db: Queryable, form: string, extra: object | undefined): Promise<void> {
  if (extra !== undefined) return;
  const asked = await inForce<FormContent>(db, 'form', form).catch(ofNone);
  if (asked?.content.obligatory !== true) return;
  throw problem(
    422,
    'form-needed',
    { zh: '补充表单必须填写', en: 'The added form must be filled in' },
    {
      field: 'extra',
      extra: { form, formVersionId: asked.versionId },
      fix: {
        zh: '请填写补充表单后再提交（GET /forms/{key} 给出其内容）',
        en: 'Fill it in and send it as `extra`; GET /forms/{key} tells what it asks',
      },
    },
  );
}

/** Before the first adoption there is no form, which asks nothing. */
function ofNone(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'configuration-missing') return undefined;
  throw error;
}
