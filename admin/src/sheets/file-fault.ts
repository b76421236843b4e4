import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';
import { faultOf, type SheetFacts } from './csv-facts';

/** Why a chosen file cannot be sent, with what to do, in the reader's language. */
export function useFileFault(): (
  name: string,
  facts: Pick<SheetFacts, 'format' | 'bytes' | 'rows' | 'content'> & {
    readonly columns?: readonly { title: string }[];
  },
) => { title: string; fix: string } | undefined {
  const translate = useTranslate();
  const text = useText2();
  return (name, facts) => {
    const fault = faultOf(name, facts);
    if (fault === undefined) return undefined;
    const content = facts.content === undefined ? '' : text(facts.content);
    return { title: translate(`file.fault.${fault}.title`, { content }), fix: translate(`file.fault.${fault}.fix`) };
  };
}
