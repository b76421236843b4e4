import type { WordsInForce } from '@linggong/access';
import type { MessageKind } from '@linggong/access/domain';
import type { Queryable } from '@linggong/core';
import { Problem } from '@linggong/core/domain';
import type { TemplateContent } from '../../domain/kinds/template/template-fields';
import { noticeKey } from '../../domain/notices/notice-key';
import { inForce } from '../reading/in-force';

/** The words of a message that are in force; undefined where no version is. @throws what the database throws */
export async function wordsInForce(db: Queryable, kind: MessageKind): Promise<WordsInForce | undefined> {
  const held = await inForce<TemplateContent>(db, 'template', noticeKey(kind)).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'configuration-missing') return undefined;
    throw error;
  });
  const text = held?.content.sections[0]?.body;
  if (held === undefined || text === undefined) return undefined;
  const { operatorTemplate = '' } = held.content;
  return { text, operatorTemplate: operatorTemplate === '' ? undefined : operatorTemplate };
}
