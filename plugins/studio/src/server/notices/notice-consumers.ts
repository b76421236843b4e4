import { messageKinds } from '@linggong/access/domain';
import { settingsFromEnvironment, smsChannels } from '@linggong/config';
import type { TemplateContent } from '../../domain/kinds/template/template-fields';
import { judgeNotice } from '../../domain/notices/judge-notice';
import { noticeKey } from '../../domain/notices/notice-key';
import type { Consumer } from '../replay/consumers';

/** Who works by the words of short messages: whoever sends them, who demands what each has to say. */
export function noticeConsumers(variables: Readonly<Record<string, string | undefined>>): Consumer[] {
  const { messageSender } = settingsFromEnvironment(variables);
  const byOperator = smsChannels.some((channel) => channel === messageSender);
  return messageKinds.map((kind) => ({
    kind: 'template',
    key: noticeKey(kind),
    name: { zh: '短信：其后发出的通知', en: 'Short messages: those sent from then on' },
    // Both were read by the kind before.
    judge: (content, current) =>
      judgeNotice(kind, content as unknown as TemplateContent, {
        current: current as unknown as TemplateContent | undefined,
        byOperator,
      }),
  }));
}
