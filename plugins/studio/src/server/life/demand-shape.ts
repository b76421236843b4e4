import { problem } from '@linggong/core/domain';
import { readContent, type AnyKind, type Json } from '../../domain';

/** A content as its kind reads it. @throws Problem 400 `configuration-content` with every place that does not fit */
export function demandShape(kind: AnyKind, content: unknown): Json {
  const read = readContent(kind, content);
  if (read.ok) return read.content;
  const [first] = read.faults;
  throw problem(
    400,
    'configuration-content',
    {
      zh: `内容不符合${kind.name.zh}的格式：${first?.path ?? ''} ${first?.text.zh ?? ''}（共 ${read.faults.length} 处）`,
      en: `This is no content of ${kind.name.en}: ${first?.path ?? ''} ${first?.text.en ?? ''} (${read.faults.length} in all)`,
    },
    {
      field: 'content',
      extra: { faults: read.faults },
      fix: { zh: '请改正所列位置后再保存', en: 'Correct the places that are listed and save again' },
    },
  );
}
