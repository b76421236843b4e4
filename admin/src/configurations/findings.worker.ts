import { kinds } from '@linggong/studio/domain';
import { findingsOf, type AskedFindings, type ToldFindings } from './findings';

/** Finds what is wrong with a content beside the page: of 2,000 rows it takes longer than anybody should wait for a key. */
addEventListener('message', ({ data }: MessageEvent<AskedFindings>) => {
  const kind = kinds.find((one) => one.kind === data.kind);
  const found = kind && findingsOf(kind, data.content);
  const told: ToldFindings = { id: data.id, found };
  postMessage(told);
});
