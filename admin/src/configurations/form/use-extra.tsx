import { useState, type ReactNode } from 'react';
import { ExtraForm, type Extra, type ExtraFormProps } from './extra-form';

interface ExtraPart {
  /** What goes into the body of the operation; empty where nothing was filled in. */
  part: { extra?: Extra };
  /** Runs the operation; where it is refused, the form tells at its fields what is missing, and the refusal goes on. */
  watch: <Answer>(run: () => Promise<Answer>) => Promise<Answer>;
  /** Empties the form. */
  clear: () => void;
  /** Something is filled in that was not sent: leaving asks. */
  isDirty: boolean;
  card: ReactNode;
}

/** The added form of an operation (补充表单) and what becomes of it when the operation is sent. */
export function useExtra(props: Pick<ExtraFormProps, 'form' | 'title' | 'within' | 'drafts'>): ExtraPart {
  const [value, setValue] = useState<Extra | undefined>(undefined);
  const [refusal, setRefusal] = useState<unknown>(undefined);
  const [sending, setSending] = useState(false);
  return {
    part: value === undefined ? {} : { extra: value },
    watch: async (run) => {
      setRefusal(undefined);
      setSending(true);
      try {
        return await run();
      } catch (error) {
        setRefusal(error);
        setSending(false);
        throw error;
      }
    },
    clear: () => {
      setValue(undefined);
      setRefusal(undefined);
      setSending(false);
    },
    isDirty: value !== undefined && Object.keys(value.values).length > 0,
    card: <ExtraForm {...props} value={value} onChange={setValue} refusal={refusal} sending={sending} />,
  };
}
